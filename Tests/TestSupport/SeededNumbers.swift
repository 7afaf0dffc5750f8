// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers that are the same on every run (SplitMix64, S. Vigna, public domain).
public struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// A sequence; the same seed gives the same numbers.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 and below a limit.
  public mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// One of some items, of which there is at least one.
  public mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}
