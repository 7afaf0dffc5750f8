// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
public import Extractors
import Numbers

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Recognises pages with the `tesseract` program, through pipes: no file is written.
public struct Tesseract: PageRecogniser {
  /// The program, by path or by name on `PATH`.
  public var program: String
  /// How tesseract divides the page, its `--psm`, in the order in which results are trusted; each is a process of its
  /// own, and all run at the same time.
  public var segmentations: [Int]
  /// Longest wait for a picture, in seconds. A page of a plan takes two on a quiet machine; what takes twenty times as long
  /// is a picture of something else, and must not hold up all other documents.
  public var longestWait: Int
  /// Processor time for a picture, in seconds, beyond that for its size. Unlike the wait it is the same on a busy machine;
  /// only Linux can limit it.
  var seconds = 6.0
  /// More processor time for each million pixels, in seconds: with it a page of A4 has 15 s. Full ones take 5.
  static let secondsPerMegapixel = 1.0
  /// With fewer letters than this, what one of the processes read is no reason to do without the others.
  static let fewestLetters = 40

  /// A recogniser. Segmentation 11, sparse text in no particular order, finds most words on pages full of table cells;
  /// 3, the page as a whole, reads short references in narrow columns better.
  public init(program: String = "tesseract", segmentations: [Int] = [11, 3], longestWait: Int = 45) {
    self.program = program
    self.segmentations = segmentations
    self.longestWait = longestWait
  }

  /// The words of a picture.
  ///
  /// - Throws: ``ExtractionError`` with reason `.unavailable` where there is no tesseract or no English model, `.damaged`
  ///   where it ended without a result or took too long.
  public func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord] {
    var started: [(child: ChildProcess, isSent: Bool)] = []
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .seconds(longestWait))
    let megapixels = Double(image.width * image.height) / 1_000_000
    let processorSeconds = Int(saturating: seconds + Tesseract.secondsPerMegapixel * megapixels)
    for segmentation in segmentations {
      guard let child = start(segmentation, resolution: image.resolution) else { break }
      child.limitProcessor(seconds: processorSeconds)
      started.append((child, send(image, to: child.descriptor)))
    }
    guard !started.isEmpty else { throw Tesseract.missing }
    var words: [RecognisedWord]?
    var tookTooLong = false
    for (child, isSent) in started {
      // One wait for all: they run at the same time.
      let left = Int(clock.now.duration(to: deadline).components.seconds)
      _ = SocketTimeout.set(child.descriptor, seconds: max(1, left))
      let output = isSent ? receive(from: child.descriptor) : nil
      let end: ChildProcess.End?
      if output == nil {
        child.kill()
        end = nil
      } else {
        end = child.end(within: WorkerProcess.grace)
      }
      // One that did not take the picture ended before it read it, for instance for want of its model.
      tookTooLong = tookTooLong || isSent && (output == nil || end == .signal(SIGXCPU))
      guard let output, end == .exit(0) else { continue }
      let found = TesseractTable.words(of: output)
      words = words.map { TesseractTable.merged($0, with: found) } ?? found
    }
    if tookTooLong, (words ?? []).reduce(0, { $0 + $1.text.utf8.count }) < Tesseract.fewestLetters {
      throw ExtractionError(
        .damaged, "OCR failed: tesseract took too long for the picture",
        advice: "Convert the original file in place of the scan, or scan it anew with 300 dots an inch.")
    }
    guard let words else {
      throw ExtractionError(
        .damaged, "OCR failed: tesseract ended without a result",
        advice:
          "Check that `tesseract --list-langs` names eng; on Debian and Ubuntu `apt install tesseract-ocr` brings it.")
    }
    return words
  }

  /// Starts the program; nil where it is not there.
  private func start(_ segmentation: Int, resolution: Int) -> ChildProcess? {
    // One thread each: on a busy machine a second one mostly waits for the first, and costs a factor of five.
    ChildProcess(
      [program, "stdin", "stdout", "-l", "eng", "--dpi", "\(resolution)", "--psm", "\(segmentation)", "tsv"],
      environment: ["OMP_THREAD_LIMIT": "1"])
  }

  static let missing = ExtractionError(
    .unavailable, "OCR needs the program tesseract, which is not installed",
    advice: "Install it: `apt install tesseract-ocr` on Debian and Ubuntu, `brew install tesseract` on a Mac.")

  /// Sends the picture as a portable greymap and says that this is all.
  private func send(_ image: GreyImage, to descriptor: Int32) -> Bool {
    let head = Array("P5\n\(image.width) \(image.height)\n255\n".utf8)
    defer { shutdown(descriptor, Int32(SHUT_WR)) }
    return Channel.sendAll(head, to: descriptor) && Channel.sendAll(image.pixels, to: descriptor)
  }

  private func receive(from descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      var failed = false
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        guard let base = buffer.baseAddress else { return }
        let got = SystemCalls.read(descriptor, base, buffer.count)
        failed = got < 0
        filled = max(0, got)
      }
      if failed { return nil }
      if piece.isEmpty { return bytes }
      bytes.append(contentsOf: piece)
    }
  }
}
