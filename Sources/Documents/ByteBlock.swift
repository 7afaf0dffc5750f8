// SPDX-License-Identifier: GPL-3.0-or-later

/// Sixteen bytes of a text, looked at in one step: what most readers ask of a text is where the next of a few bytes stands.
@usableFromInline package typealias ByteBlock = SIMD16<UInt8>

extension ByteBlock {
  /// Which bytes of a block a test picks.
  @usableFromInline package typealias Picks = SIMDMask<SIMD16<UInt8>.MaskStorage>

  /// The places where the block has `byte`.
  @inlinable @inline(__always)
  package func has(_ byte: UInt8) -> Picks { self .== ByteBlock(repeating: byte) }

  /// The places where the block has a byte below `byte`.
  @inlinable @inline(__always)
  package func isBelow(_ byte: UInt8) -> Picks { self .< ByteBlock(repeating: byte) }

  /// The places where the block has a byte above `byte`.
  @inlinable @inline(__always)
  package func isAbove(_ byte: UInt8) -> Picks { self .> ByteBlock(repeating: byte) }

  /// The places where the block has a byte of a range.
  @inlinable @inline(__always)
  package func isIn(_ range: ClosedRange<UInt8>) -> Picks {
    self &- ByteBlock(repeating: range.lowerBound) .<= ByteBlock(repeating: range.upperBound &- range.lowerBound)
  }
}

extension SIMDMask<SIMD16<UInt8>.MaskStorage> {
  /// Whether nothing is picked.
  @inlinable @inline(__always)
  package var isEmpty: Bool {
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0
  }

  /// Place of the first byte that is picked, 16 where none is.
  @inlinable @inline(__always)
  package var first: Int {
    // A picked byte is 0xFF, the others are 0; the first of them is the lowest of its word.
    let words = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (words[0] != 0 ? words[0].trailingZeroBitCount : 64 &+ words[1].trailingZeroBitCount) / 8
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Offset of the first byte at or after `start` that `test` picks, `count` where it picks none.
  ///
  /// `test` gets a block at a time. The last one may go on with zeros behind the end; what it picks of them does not count.
  @inlinable @inline(__always)
  package func firstIndex(from start: Int, where test: (ByteBlock) -> ByteBlock.Picks) -> Int {
    guard let base = UnsafeRawPointer(baseAddress), start < count else { return count }
    var index = start
    while index <= count &- 16 {
      let picks = test(base.block(at: index))
      if !picks.isEmpty { return index &+ picks.first }
      index &+= 16
    }
    guard index < count else { return count }
    // What the last sixteen bytes share with the block before them has been looked at.
    if count &- 16 >= start {
      index = count &- 16
      return index &+ test(base.block(at: index)).first
    }
    return Swift.min(index &+ test(lastBlock(from: index)).first, count)
  }

  /// Offset of the first byte at or after `start`, which is not 0, that `test` picks, `count` where it picks none.
  ///
  /// `test` gets a block and, place by place, the bytes before those of the block.
  @inlinable @inline(__always)
  package func firstIndex(from start: Int, where test: (ByteBlock, _ before: ByteBlock) -> ByteBlock.Picks) -> Int {
    guard let base = UnsafeRawPointer(baseAddress), start > 0, start < count else { return count }
    var index = start
    while index <= count &- 16 {
      let picks = test(base.block(at: index), base.block(at: index &- 1))
      if !picks.isEmpty { return index &+ picks.first }
      index &+= 16
    }
    guard index < count else { return count }
    if count &- 16 >= start {
      index = count &- 16
      return index &+ test(base.block(at: index), base.block(at: index &- 1)).first
    }
    return Swift.min(index &+ test(lastBlock(from: index), lastBlock(from: index &- 1)).first, count)
  }

  /// Offset of the first `byte` at or after `start`, `count` where there is none.
  @inlinable @inline(__always)
  package func firstIndex(of byte: UInt8, from start: Int) -> Int { firstIndex(from: start) { $0.has(byte) } }

  /// The bytes from `index` to the end, at most sixteen, with zeros behind them.
  @inlinable
  package func lastBlock(from index: Int) -> ByteBlock {
    let bytes = UnsafeRawBufferPointer(self)
    let rest = count - index
    var low: UInt64 = 0
    var high: UInt64 = 0
    // Two words that overlap hold the bytes between them; what the first one has is shifted out of the second.
    if rest >= 8 {
      low = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      high = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) >> UInt64(8 * (16 - rest))
    } else if rest >= 4 {
      let end = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      low = UInt64(bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)) | end << UInt64(8 * (rest - 4))
    } else {
      for offset in 0..<rest { low |= UInt64(self[index + offset]) << UInt64(8 * offset) }
    }
    return unsafeBitCast(SIMD2(low, high), to: ByteBlock.self)
  }
}

extension UnsafeRawPointer {
  /// The sixteen bytes from `index` on.
  @inlinable @inline(__always)
  func block(at index: Int) -> ByteBlock { loadUnaligned(fromByteOffset: index, as: ByteBlock.self) }
}
