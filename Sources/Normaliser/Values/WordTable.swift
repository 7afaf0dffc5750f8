// SPDX-License-Identifier: GPL-3.0-or-later

/// What words mean, looked up in a few nanoseconds: a table with open addressing and a multiplicative hash.
///
/// The vocabularies are fixed, so no input can make it slow.
struct WordTable<Value: Sendable>: Sendable {
  private var slots: [(key: WordKey, value: Value)?]
  private let mask: Int

  /// A table of all entries; of a word given twice the last value stays.
  init(_ entries: [WordKey: Value]) {
    var capacity = 16
    while capacity < entries.count * 4 { capacity *= 2 }
    slots = Array(repeating: nil, count: capacity)
    mask = capacity - 1
    for (key, value) in entries {
      var slot = WordTable.hash(key) & mask
      while slots[slot] != nil { slot = (slot + 1) & mask }
      slots[slot] = (key, value)
    }
  }

  /// The value of a word, nil where the table does not have it.
  subscript(key: WordKey) -> Value? {
    var slot = WordTable.hash(key) & mask
    while let entry = slots[slot] {
      if entry.key == key { return entry.value }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(_ key: WordKey) -> Int {
    let mixed = (key.first ^ (key.second &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40)
  }
}
