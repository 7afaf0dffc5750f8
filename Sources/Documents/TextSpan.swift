// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch of a document's text: byte offsets into ``TextStore/bytes``, 0-based, the end excluded.
///
/// A span is the identity of a run of text. Whoever keeps a span instead of a copy can say where each word came from,
/// and the ledger can tell whether each word was placed exactly once.
@frozen
public struct TextSpan: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset after the last byte.
  public var end: UInt32

  /// A span from `start` up to, but not including, `end`.
  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// A span from `start` up to, but not including, `end`.
  @inlinable
  public init(_ range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  /// The span as a range of indices into ``TextStore/bytes``.
  @inlinable
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// Whether the span holds no byte.
  @inlinable
  public var isEmpty: Bool { start >= end }

  /// Number of UTF-8 bytes.
  @inlinable
  public var count: Int { Int(end) - Int(start) }
}
