// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads lines from a descriptor as they come, without waiting for more than one.
struct LineReader {
  private let descriptor: Int32
  private let longestLine: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Whether the rest of a line that was too long is still to come.
  private var isPassedOver = false

  init(descriptor: Int32, longestLine: Int) {
    self.descriptor = descriptor
    self.longestLine = longestLine
  }

  /// The next line that holds more than white space, without its newline; nil at the end. Of a line that is longer than the
  /// limit the beginning comes, one byte longer than the limit; the rest is passed over.
  mutating func next() -> [UInt8]? {
    while true {
      while let end = buffer[start...].firstIndex(of: 0x0A) {
        let line = Array(buffer[start..<end].prefix(longestLine + 1))
        start = end + 1
        if isPassedOver {
          isPassedOver = false
        } else if !line.allSatisfy({ $0 <= 0x20 }) {
          return line
        }
      }
      if isPassedOver {
        start = buffer.count
      } else if isAtEnd || buffer.count - start > longestLine {
        let rest = Array(buffer[start...].prefix(longestLine + 1))
        start = buffer.count
        isPassedOver = !isAtEnd
        if !rest.allSatisfy({ $0 <= 0x20 }) { return rest }
      }
      if isAtEnd { return nil }
      fill()
    }
  }

  private mutating func fill() {
    buffer.removeSubrange(..<start)
    start = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      filled = max(0, SystemCalls.read(descriptor, base, buffer.count))
    }
    if piece.isEmpty { isAtEnd = true }
    buffer.append(contentsOf: piece)
  }
}
