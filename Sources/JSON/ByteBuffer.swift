// SPDX-License-Identifier: GPL-3.0-or-later

/// Bytes that grow at their end only. Room is asked for once for all pieces of a line, and they are then set down one
/// behind the other: an array would ask at each of them, and see each time whether it is shared.
struct ByteBuffer: ~Copyable {
  /// What was written, and behind it room for more.
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity = 1024
  /// How many bytes were written.
  private(set) var count = 0

  init() { storage = .allocate(capacity: capacity) }

  deinit { storage.deallocate() }

  /// What was written.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: storage, count: count)) }

  /// Forgets what was written and keeps its room.
  mutating func removeAll() { count = 0 }

  /// A pen behind what was written, with room for `most` bytes. What it sets down belongs to the buffer from ``end(_:)`` on.
  @inline(__always)
  mutating func begin(most: Int) -> Pen {
    if capacity - count < most { grow(by: most) }
    return Pen(next: storage + count, limit: storage + count + most)
  }

  /// Takes what a pen has set down.
  @inline(__always)
  mutating func end(_ pen: Pen) {
    count = pen.next - storage
  }

  @inline(never)
  private mutating func grow(by most: Int) {
    capacity = max(2 * capacity, count + most)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.moveInitialize(from: storage, count: count)
    storage.deallocate()
    storage = larger
  }

  /// Sets bytes down one behind the other.
  struct Pen {
    fileprivate var next: UnsafeMutablePointer<UInt8>
    fileprivate let limit: UnsafeMutablePointer<UInt8>

    /// Stops before a byte is written where there is no room: the caller has counted wrong.
    @inline(__always)
    private func check(_ count: Int) { precondition(limit - next >= count, "no room was asked for so many bytes") }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
      check(1)
      next.initialize(to: byte)
      next += 1
    }

    @inline(__always)
    mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard let source = bytes.baseAddress else { return }
      check(bytes.count)
      next.initialize(from: source, count: bytes.count)
      next += bytes.count
    }

    @inline(__always)
    mutating func put(_ text: StaticString) {
      check(text.utf8CodeUnitCount)
      next.initialize(from: text.utf8Start, count: text.utf8CodeUnitCount)
      next += text.utf8CodeUnitCount
    }

    /// The bytes that ``put(spaces:)`` needs room for.
    static func room(forSpaces count: Int) -> Int { count + 16 }

    /// Sets spaces down: sixteen at once, which nearly all lines begin with fewer than. Those too many are written over by
    /// what comes next.
    @inline(__always)
    mutating func put(spaces count: Int) {
      check(Pen.room(forSpaces: count))
      UnsafeMutableRawPointer(next).storeBytes(of: SIMD16(repeating: 0x20), as: SIMD16<UInt8>.self)
      if count > 16 { (next + 16).initialize(repeating: 0x20, count: count - 16) }
      next += count
    }
  }
}
