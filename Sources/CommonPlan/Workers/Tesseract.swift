// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
public import Extractors

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
  /// How tesseract divides the page, its `--psm`.
  public var segmentation: Int
  /// Longest wait for a page, in seconds. A page takes two on a quiet machine.
  static let longestWait = 240

  /// A recogniser. Segmentation 11, sparse text in no particular order, finds most words on pages full of table cells.
  public init(program: String = "tesseract", segmentation: Int = 11) {
    self.program = program
    self.segmentation = segmentation
  }

  /// The words of a picture.
  ///
  /// - Throws: ``ExtractionError`` with reason `.unavailable` where there is no tesseract or no English model.
  public func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord] {
    // One thread: on a busy machine its second one mostly waits for the first, and costs a factor of five.
    guard
      let child = ChildProcess(
        [program, "stdin", "stdout", "-l", "eng", "--dpi", "\(image.resolution)", "--psm", "\(segmentation)", "tsv"],
        environment: ["OMP_THREAD_LIMIT": "1"])
    else { throw Tesseract.missing }
    _ = SocketTimeout.set(child.descriptor, seconds: Tesseract.longestWait)
    let isSent = send(image, to: child.descriptor)
    let output = isSent ? receive(from: child.descriptor) : nil
    let end = child.end(killing: output == nil)
    guard let output, end == .exit(0) else {
      // 127 is the shell's, and posix_spawn's, word for a program that is not there.
      if end == .exit(127) || !isSent { throw Tesseract.missing }
      throw ExtractionError(
        .unavailable, "OCR failed: tesseract ended without a result",
        advice:
          "Check that `tesseract --list-langs` names eng; on Debian and Ubuntu `apt install tesseract-ocr` brings it.")
    }
    return TesseractTable.words(of: output)
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
