// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A file descriptor that bytes are written to, without a buffer in between.
public struct ByteOutput: Sendable {
  /// The descriptor; whoever opened it closes it.
  public let descriptor: Int32
  /// What messages call it.
  public let name: String

  /// An output over an open descriptor.
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Where data goes.
  public static let standard = ByteOutput(descriptor: STDOUT_FILENO, name: "standard output")
  /// Where diagnostics go.
  public static let diagnostics = ByteOutput(descriptor: STDERR_FILENO, name: "standard error")

  /// Whether a person sees it.
  public var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all bytes.
  ///
  /// - Throws: ``ConversionError`` where the disk is full or the receiver has gone.
  public func write(_ bytes: [UInt8]) throws(ConversionError) {
    var code: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      guard var next = buffer.baseAddress else { return }
      var left = buffer.count
      while left > 0 {
        let count = SystemCalls.write(descriptor, next, left)
        // Whoever gave us the descriptor may have set it not to wait.
        if count < 0, errno == EAGAIN || errno == EWOULDBLOCK, SystemCalls.waitToWrite(descriptor) { continue }
        guard count > 0 else {
          code = errno
          return
        }
        next += count
        left -= count
      }
    }
    guard code == 0 else {
      throw ConversionError(
        file: name,
        cause: ExtractionError(
          .unwritable, "writing failed: \(String(cString: strerror(code)))",
          advice: "Check that the disk is not full and that the receiving program still runs."))
    }
  }

  /// Writes a line, which names and messages cannot break or turn into commands for a terminal, and takes no notice of
  /// failure, because there is nowhere left to say it.
  public func say(_ line: String) {
    try? write(Array((FileName.printable(line) + "\n").utf8))
  }
}
