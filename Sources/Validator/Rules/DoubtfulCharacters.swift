// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP110: letters that look right and are others, and signs in place of letters.
struct DoubtfulCharacters: Rule {
  let about = RuleDescription(
    id: "CP110", name: "doubtful-characters", severity: .warning,
    looksAt:
      "Words of Latin and other letters mixed, words of Cyrillic or Greek letters that look like English ones, single "
      + "words of another script among English ones, and signs that stand for lost letters. Parties are CP226's.",
    why:
      "Such words are not found by a search, are read out wrongly by screen readers, and dates among them are no dates.",
    fix: "Type the word anew in the document.",
    example: "“твс” in Cyrillic letters for “TBC”; a whole sentence in another language would do.")

  func check(_ subject: Subject) -> [Violation] {
    let plan = subject.plan
    var faults: [(text: String, place: PlanTexts.Place, fault: DoubtfulLetters.Fault)] = []
    var seen: Set<String> = []
    PlanTexts.each(plan) { text, place in
      guard let fault = DoubtfulLetters.fault(in: text), seen.insert(text).inserted else { return }
      faults.append((text, place, fault))
    }
    return faults.map { text, place, fault in
      Violation(
        message: "“\(fault.words)” \(fault.words == text ? "" : "in “\(Excerpt.start(of: text))” ")\(fault.reason).",
        pointer: place.pointer(in: plan), source: place.source(in: plan), key: text)
    }
  }
}
