// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes small ZIP archives for tests, with every lie that a test wants to tell.
struct ZIPWriter {
  struct Entry {
    var name: String
    var bytes: [UInt8]
    /// 0 stored, 8 deflated (written as deflate's stored blocks).
    var method: UInt16 = 0
    /// What the directory says about the unpacked size; nil for the truth.
    var declaredSize: UInt32?
    /// General purpose flags: 1 is "encrypted".
    var flags: UInt16 = 0
  }

  var entries: [Entry] = []

  init(_ parts: KeyValuePairs<String, String> = [:]) {
    for (name, text) in parts { add(name, text) }
  }

  mutating func add(_ name: String, _ text: String) { entries.append(Entry(name: name, bytes: Array(text.utf8))) }

  /// The archive.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = UInt32(out.count)
      let packed = entry.method == 8 ? Self.deflateStored(entry.bytes) : entry.bytes
      var header: [UInt8] = []
      header.append(contentsOf: Self.le16(20))
      header.append(contentsOf: Self.le16(entry.flags))
      header.append(contentsOf: Self.le16(entry.method))
      header.append(contentsOf: Self.le32(0x5A21_0000))
      header.append(contentsOf: Self.le32(Self.crc32(entry.bytes)))
      header.append(contentsOf: Self.le32(UInt32(packed.count)))
      header.append(contentsOf: Self.le32(entry.declaredSize ?? UInt32(entry.bytes.count)))
      header.append(contentsOf: Self.le16(UInt16(entry.name.utf8.count)))
      header.append(contentsOf: Self.le16(0))
      out += [0x50, 0x4B, 3, 4] + header + Array(entry.name.utf8) + packed
      directory += [0x50, 0x4B, 1, 2] + Self.le16(20) + header + Self.le16(0) + Self.le16(0) + Self.le16(0)
      directory += Self.le32(0) + Self.le32(offset) + Array(entry.name.utf8)
    }
    let start = UInt32(out.count)
    let count = UInt16(entries.count)
    out += directory + [0x50, 0x4B, 5, 6] + Self.le16(0) + Self.le16(0) + Self.le16(count) + Self.le16(count)
    out += Self.le32(UInt32(directory.count)) + Self.le32(start) + Self.le16(0)
    return out
  }

  private static func le16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func le32(_ value: UInt32) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value >> 16 & 0xFF), UInt8(value >> 24)]
  }

  private static func deflateStored(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(0xFFFF)
      out.append(rest.isEmpty ? 1 : 0)
      out += le16(UInt16(block.count)) + le16(~UInt16(block.count)) + block
    } while !rest.isEmpty
    return out
  }

  private static let crcTable: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { crcTable[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
