// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
public import Extractors

/// What a worker is to do with a document.
public struct WorkerRequest: Sendable {
  /// Name of the file, for messages.
  public var file: String
  /// The whole file. The worker itself may open none.
  public var bytes: [UInt8]
  /// What to make of it; the program that serves as worker knows the words (`json`, `csv`, `tables`).
  public var task: String
  /// When pages are read by OCR.
  public var ocr: OCRMode
  /// Whether a PDF's lines and fills are left unread: the second try after a worker died of them.
  public var isTextOnly: Bool

  /// A request.
  public init(
    file: String, bytes: [UInt8], task: String = "json", ocr: OCRMode = .auto, isTextOnly: Bool = false
  ) {
    self.file = file
    self.bytes = bytes
    self.task = task
    self.ocr = ocr
    self.isTextOnly = isTextOnly
  }
}

/// What a worker made of a document.
public struct WorkerOutput: Hashable, Sendable {
  /// The result, in the form that the request's task asked for.
  public var bytes: [UInt8]
  /// What became of the document's text, in one line (see ``Conversion/ledgerSummary``).
  public var ledger: String
  /// Whether the document left a library of the worker's in a state that the next one should not meet. Not sent: the
  /// worker ends instead.
  var spoilsWorker = false
  /// Why the result is poorer than the document; nil where it is not. Not sent: the parent knows it.
  public internal(set) var shortfall: ExtractionError?

  /// A result.
  public init(bytes: [UInt8], ledger: String = "") {
    self.bytes = bytes
    self.ledger = ledger
  }
}

/// What comes of a request: a result, or why there is none.
public typealias WorkerAnswer = Result<WorkerOutput, ExtractionError>

/// The messages between a worker and its parent. Each is one frame: a kind, a length, a body.
///
/// The parent sends a request; the worker asks for the words of any number of pictures, and then answers.
enum WorkerMessage {
  case request(WorkerRequest)
  /// The last message of an exchange; `isLast` where the worker then ends, because it has grown too large to go on.
  case answer(WorkerAnswer, isLast: Bool)
  case picture(GreyImage)
  case words(Result<[RecognisedWord], ExtractionError>)

  /// One byte in front of every message.
  var kind: UInt8 {
    switch self {
    case .request: 1
    case .answer: 2
    case .picture: 3
    case .words: 4
    }
  }

  /// The message without its kind and length.
  var body: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .request(let request):
      writer.write(request.file)
      writer.write(request.task)
      writer.write(request.ocr.rawValue)
      writer.write(request.isTextOnly ? 1 : 0)
      writer.write(request.bytes)
    case .answer(let answer, let isLast):
      writer.write(isLast ? 1 : 0)
      writer.write(answer) { writer, output in
        writer.write(output.bytes)
        writer.write(output.ledger)
      }
    case .picture(let image):
      writer.write(image.width)
      writer.write(image.height)
      writer.write(image.resolution)
      writer.write(image.pixels)
    case .words(let words):
      writer.write(words) { writer, words in
        writer.write(words.count)
        for word in words {
          writer.write(word.text)
          for value in [word.left, word.top, word.width, word.height, Int(word.confidence)] { writer.write(value) }
        }
      }
    }
    return writer.bytes
  }

  init(kind: UInt8, body: [UInt8]) throws(WireReader.Malformed) {
    var reader = WireReader(body)
    switch kind {
    case 1:
      let file = try reader.string()
      let task = try reader.string()
      guard let ocr = OCRMode(rawValue: try reader.string()) else { throw WireReader.Malformed() }
      let isTextOnly = try reader.int(in: 0...1) == 1
      self = .request(
        WorkerRequest(file: file, bytes: try reader.byteRun(), task: task, ocr: ocr, isTextOnly: isTextOnly))
    case 2:
      let isLast = try reader.int(in: 0...1) == 1
      if let error = try reader.error() {
        self = .answer(.failure(error), isLast: isLast)
      } else {
        let bytes = try reader.byteRun()
        let output = WorkerOutput(bytes: bytes, ledger: try reader.string())
        self = .answer(.success(output), isLast: isLast)
      }
    case 3:
      let width = try reader.int(in: 1...100_000)
      let height = try reader.int(in: 1...100_000)
      let resolution = try reader.int(in: 1...2_400)
      guard
        let image = GreyImage(width: width, height: height, resolution: resolution, pixels: try reader.byteRun())
      else { throw WireReader.Malformed() }
      self = .picture(image)
    case 4:
      if let error = try reader.error() {
        self = .words(.failure(error))
        return
      }
      var words: [RecognisedWord] = []
      for _ in 0..<(try reader.int(in: 0...1_000_000)) {
        let text = try reader.string()
        var values: [Int] = []
        for _ in 0..<4 { values.append(try reader.int(in: -1_000_000...1_000_000)) }
        words.append(
          RecognisedWord(
            text: text, left: values[0], top: values[1], width: values[2], height: values[3],
            confidence: UInt8(try reader.int(in: 0...100))))
      }
      self = .words(.success(words))
    default: throw WireReader.Malformed()
    }
  }
}

extension WireWriter {
  fileprivate mutating func write<Value>(
    _ result: Result<Value, ExtractionError>, _ writeValue: (inout WireWriter, Value) -> Void
  ) {
    switch result {
    case .success(let value):
      write(0)
      writeValue(&self, value)
    case .failure(let error):
      write(1)
      write(error.reason.rawValue)
      write(error.message)
      write(error.place)
      write(error.advice)
    }
  }
}

extension WireReader {
  /// The error of a failed result; nil in front of the value of a successful one.
  fileprivate mutating func error() throws(Malformed) -> ExtractionError? {
    guard try int(in: 0...1) == 1 else { return nil }
    guard let reason = ExtractionError.Reason(rawValue: try string()) else { throw Malformed() }
    let message = try string()
    let place = try optionalString()
    return ExtractionError(reason, message, place: place, advice: try string())
  }
}
