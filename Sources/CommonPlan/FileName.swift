// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Names of files as the system has them: bytes that need not be UTF-8, and may hold what a terminal acts on.
enum FileName {
  /// Calls `body` with a path as the system has it; nil where there is none.
  ///
  /// Swift mends arguments that are no UTF-8. The file is then found by the argument that the mended name came from, unless
  /// two arguments were mended into the same name.
  static func withSystemPath<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result? {
    guard !path.utf8.contains(0) else { return nil }
    guard path.unicodeScalars.contains("\u{FFFD}") else { return path.withCString(body) }
    let bytes = Array(path.utf8CString)
    var found: [CChar]?
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = CommandLine.unsafeArgv[index] else { continue }
      let raw = Array(UnsafeBufferPointer(start: argument, count: strlen(argument) + 1))
      guard raw != bytes, String(cString: argument) == path else { continue }
      if let found, found != raw { return nil }
      found = raw
    }
    return (found ?? bytes).withUnsafeBufferPointer { buffer in buffer.baseAddress.map(body) }
  }

  /// A text on one line that a terminal shows and does not act on: control characters, line ends and marks that turn the
  /// direction of writing are written as escapes.
  static func printable(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
