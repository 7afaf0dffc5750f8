// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes values into the bytes of a message: integers little-endian, strings and byte runs behind their length.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: Int) {
    withUnsafeBytes(of: Int64(value).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ value: String) {
    write(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  mutating func write(_ value: [UInt8]) {
    write(value.count)
    bytes.append(contentsOf: value)
  }

  mutating func write(_ value: String?) {
    write(value == nil ? 0 : 1)
    if let value { write(value) }
  }
}

/// Reads values out of the bytes of a message.
///
/// The bytes may come from a worker that a hostile document has taken over: every length is checked, and whatever does
/// not fit makes the whole message invalid.
struct WireReader {
  /// The message breaks the protocol.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func int() throws(Malformed) -> Int {
    guard bytes.count - index >= 8 else { throw Malformed() }
    var value: UInt64 = 0
    for offset in 0..<8 { value |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
    index += 8
    return Int(Int64(bitPattern: value))
  }

  /// An integer of a range.
  mutating func int(in range: ClosedRange<Int>) throws(Malformed) -> Int {
    let value = try int()
    guard range.contains(value) else { throw Malformed() }
    return value
  }

  mutating func byteRun() throws(Malformed) -> [UInt8] {
    let count = try int(in: 0...(bytes.count - index))
    guard bytes.count - index >= count else { throw Malformed() }
    defer { index += count }
    return Array(bytes[index..<(index + count)])
  }

  mutating func string() throws(Malformed) -> String { String(decoding: try byteRun(), as: UTF8.self) }

  mutating func optionalString() throws(Malformed) -> String? { try int(in: 0...1) == 0 ? nil : try string() }
}
