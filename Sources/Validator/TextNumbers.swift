// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// Numbers the distinct texts of a plan, from 0 in the order in which they come.
///
/// The same few leads stand in thousands of actions. A `Dictionary` guards its hashes against whoever chooses the texts;
/// here a plan's author could only make this one validation of that one plan slow, so that a plain hash will do, which
/// costs far less.
struct TextNumbers {
  /// The texts by their numbers.
  private(set) var texts: [String] = []
  /// For each slot a number and 1, or 0 where it is empty.
  private var slots: [Int32] = Array(repeating: 0, count: 32)

  /// The number of a text, and whether it came for the first time.
  mutating func number(of text: String) -> (number: Int, isNew: Bool) {
    let slot = slot(of: text)
    if slots[slot] > 0 { return (Int(slots[slot]) - 1, false) }
    texts.append(text)
    slots[slot] = Int32(texts.count)
    if texts.count * 2 > slots.count { grow() }
    return (texts.count - 1, true)
  }

  /// Whether a text has come.
  func contains(_ text: String) -> Bool { slots[slot(of: text)] > 0 }

  /// Where a text stands, or would stand.
  private func slot(of text: String) -> Int {
    var slot = TextNumbers.hash(text) & (slots.count - 1)
    while slots[slot] > 0, texts[Int(slots[slot]) - 1] != text { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, text) in texts.enumerated() { slots[slot(of: text)] = Int32(number + 1) }
  }

  /// A hash that is the same for equal texts. Texts beyond ASCII may be equal with other bytes, which only the text itself
  /// knows. (The Kelvin sign, which equals a K, is told from it here; nobody's name has one.)
  private static func hash(_ text: String) -> Int {
    let mixed = text.withBytes { bytes -> UInt64? in
      var hash = UInt64(bytes.count)
      var signs: UInt64 = 0
      let raw = UnsafeRawBufferPointer(bytes)
      var at = 0
      while at + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        signs |= word
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        at += 8
      }
      var rest: UInt64 = 0
      while at < raw.count {
        rest = rest << 8 | UInt64(raw[at])
        at += 1
      }
      signs |= rest
      hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
      return signs & 0x8080_8080_8080_8080 == 0 ? hash ^ hash >> 32 : nil
    }
    return mixed.map { Int(truncatingIfNeeded: $0) } ?? text.hashValue
  }
}
