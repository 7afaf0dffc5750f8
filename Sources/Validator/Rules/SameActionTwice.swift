// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

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
    var first: [[UInt8]: Int] = [:]
    return actions.enumerated().compactMap { index, action in
      var letters: [UInt8] = []
      var spaces = 0
      letters.reserveCapacity(action.text.utf8.count)
      for byte in action.text.utf8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: letters.append(byte)
        case UInt8(ascii: " "): spaces += 1
        default: break
        }
      }
      guard spaces >= 4 else { return nil }
      guard let known = first[letters] else {
        first[letters] = index
        return nil
      }
      let inSection = subject.sectionOfAction[known] == subject.sectionOfAction[index]
      let earlier = actions[known].ref.map { "action \($0)" } ?? "an earlier action"
      return Violation(
        severity: inSection ? nil : .note,
        message: "\(action.title) has the same words as \(earlier): “\(Quote.short(action.text))”.",
        pointer: "/actions/\(index)/text", source: action.source, key: action.id)
    }
  }
}
