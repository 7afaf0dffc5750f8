// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Where a parser's bytes come from, piece by piece.
protocol ByteSource: AnyObject {
  /// Fills as much of `buffer` as is at hand and gives the number of bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ExtractionError) -> Int
}

/// Bytes that are in memory already.
final class MemorySource: ByteSource {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// A source over bytes in memory; they are not copied.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// A source over bytes in memory; they are not copied.
  convenience init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.endIndex - position)
    guard count > 0 else { return 0 }
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}
