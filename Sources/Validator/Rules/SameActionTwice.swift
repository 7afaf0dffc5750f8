// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// CP225: one action that stands twice.
struct SameActionTwice: Rule {
  let about = RuleDescription(
    id: "CP225", name: "same-action-twice", severity: .warning,
    looksAt:
      "Actions of five words or more with the same words, whatever their case and punctuation; in two sections it is "
      + "a note.",
    why: "The second is mostly a copy that was to be changed, or one piece of work is counted twice.",
    fix: "Change or strike out the second, or refer to the first.",
    example: "“Publish the guide for schools and families” as 1.2 and 1.5.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    // Few actions begin and end alike: only of these all letters are hashed, which in a plan of many actions costs more
    // than all other rules.
    var first: [UInt64: (index: Int, isHashed: Bool)] = [:]
    first.reserveCapacity(actions.count)
    var byLetters: [UInt64: Int] = [:]
    var violations: [Violation] = []
    for index in actions.indices {
      guard let ends = SameActionTwice.hashOfEnds(actions[index].text) else { continue }
      guard let alike = first[ends] else {
        first[ends] = (index, false)
        continue
      }
      if !alike.isHashed {
        first[ends]?.isHashed = true
        byLetters[SameActionTwice.hash(actions[alike.index].text)] = alike.index
      }
      let hash = SameActionTwice.hash(actions[index].text)
      guard let known = byLetters[hash] else {
        byLetters[hash] = index
        continue
      }
      guard SameActionTwice.letters(actions[known].text) == SameActionTwice.letters(actions[index].text) else {
        continue
      }
      let action = actions[index]
      let inSection = subject.sectionOfAction[known] == subject.sectionOfAction[index]
      let earlier = actions[known].ref.map { "action \($0)" } ?? "an earlier action"
      violations.append(
        Violation(
          severity: inSection ? nil : .note,
          message: "\(action.title) has the same words as \(earlier): “\(Quote.short(action.text))”.",
          pointer: "/actions/\(index)/text", source: action.source, key: action.id))
    }
    return violations
  }

  /// How many letters at each end of an action are hashed to tell it from most others.
  private static let lettersOfAnEnd = 16

  /// A hash of the first and the last letters of a text of five words or more; nil for a shorter one.
  private static func hashOfEnds(_ text: String) -> UInt64? {
    text.withBytes { bytes in
      var hash = FNVHash()
      var spaces = 0
      var count = 0
      for byte in bytes {
        if byte == UInt8(ascii: " ") {
          spaces += 1
        } else if count < lettersOfAnEnd, let letter = letter(byte) {
          hash.add(letter)
          count += 1
        }
        if spaces >= 4, count == lettersOfAnEnd { break }
      }
      guard spaces >= 4 else { return nil }
      count = 0
      for byte in bytes.reversed() {
        guard count < lettersOfAnEnd else { break }
        guard let letter = letter(byte) else { continue }
        hash.add(letter)
        count += 1
      }
      return hash.value
    }
  }

  /// A hash of all letters of a text.
  private static func hash(_ text: String) -> UInt64 {
    text.withBytes { bytes in
      var hash = FNVHash()
      for byte in bytes { if let letter = letter(byte) { hash.add(letter) } }
      return hash.value
    }
  }

  private static func letters(_ text: String) -> [UInt8] { text.utf8.compactMap(letter) }

  /// The byte in lower case where it is part of a word.
  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: byte
    default: nil
    }
  }
}
