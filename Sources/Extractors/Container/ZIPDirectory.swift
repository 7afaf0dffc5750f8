// SPDX-License-Identifier: GPL-3.0-or-later

/// Looks at the names in a ZIP archive without opening it, to tell formats apart.
enum ZIPDirectory {
  /// Names of the first entries, from the directory or, where a file is cut short, from the entries' own heads.
  static func names(in bytes: [UInt8], limit: Int = 256) -> [String] {
    guard ZIPArchive.isArchive(bytes) else { return [] }
    return bytes.withUnsafeBufferPointer { buffer in
      let found = directory(buffer, limit: limit)
      return found.isEmpty ? heads(buffer, limit: limit) : found
    }
  }

  private static func integer(_ buffer: UnsafeBufferPointer<UInt8>, _ offset: Int, bytes: Int) -> Int {
    guard offset >= 0, offset + bytes <= buffer.count else { return 0 }
    return (0..<bytes).reduce(0) { $0 | Int(buffer[offset + $1]) << (8 * $1) }
  }

  private static func text(_ buffer: UnsafeBufferPointer<UInt8>, _ offset: Int, count: Int) -> String? {
    guard offset + count <= buffer.count else { return nil }
    return String(decoding: buffer[offset..<offset + count], as: UTF8.self)
  }

  private static func isSignature(_ buffer: UnsafeBufferPointer<UInt8>, _ offset: Int, _ third: UInt8) -> Bool {
    offset >= 0 && offset + 4 <= buffer.count && buffer[offset] == 0x50 && buffer[offset + 1] == 0x4B
      && buffer[offset + 2] == third && buffer[offset + 3] == third + 1
  }

  private static func directory(_ buffer: UnsafeBufferPointer<UInt8>, limit: Int) -> [String] {
    // The end record is followed by a comment of up to 65,535 bytes.
    let lowest = max(0, buffer.count - 22 - 0xFFFF)
    var end = buffer.count - 22
    while end >= lowest, !isSignature(buffer, end, 5) { end -= 1 }
    guard end >= lowest else { return [] }
    var offset = integer(buffer, end + 16, bytes: 4)
    var names: [String] = []
    while names.count < limit, isSignature(buffer, offset, 1) {
      let count = integer(buffer, offset + 28, bytes: 2)
      guard let name = text(buffer, offset + 46, count: count) else { break }
      names.append(name)
      offset += 46 + count + integer(buffer, offset + 30, bytes: 2) + integer(buffer, offset + 32, bytes: 2)
    }
    return names
  }

  private static func heads(_ buffer: UnsafeBufferPointer<UInt8>, limit: Int) -> [String] {
    var names: [String] = []
    var offset = 0
    let last = min(buffer.count - 30, 1 << 20)
    while offset <= last, names.count < limit {
      guard buffer[offset] == 0x50, isSignature(buffer, offset, 3) else {
        offset += 1
        continue
      }
      if let name = text(buffer, offset + 30, count: integer(buffer, offset + 26, bytes: 2)) { names.append(name) }
      offset += 30
    }
    return names
  }
}
