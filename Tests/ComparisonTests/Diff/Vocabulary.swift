// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport

/// Words, people and dates of generated plans.
enum Vocabulary {
  static let words = [
    "annual", "review", "families", "pathway", "therapist", "nursery", "panel", "provision", "mainstream", "college",
    "outreach", "training", "governors", "transport", "sensory", "language", "assessment", "caseworker", "coordinator",
    "health", "visitors", "commissioners", "evidence", "quality", "audit", "survey", "forum", "parents", "carers",
    "employment", "housing", "respite", "tribunal", "mediation", "attendance", "behaviour", "wellbeing", "clinic",
    "referral", "waiting", "funding", "banding", "toolkit", "guidance", "website", "newsletter", "workshop", "mentor",
    "apprentices", "transition", "adulthood", "equipment", "interpreter", "advocacy", "dashboard", "protocol",
    "partnership", "charter", "induction", "supervision", "moderation", "inclusion", "nurture", "phonics",
  ]
  static let verbs = [
    "Publish", "Design", "Review", "Agree", "Launch", "Expand", "Recruit", "Test", "Map", "Strengthen",
  ]
  static let people = [
    "Ada Quill", "Ben Stowe", "Cleo Marsh", "Dev Parry", "Edie Holt", "Finn Ashe", "Gita Ley", "Hal Ward", "Iris Cope",
    "Head of Early Help", "Head of Transport", "Lead Therapist", "Virtual School", "Careers Service",
  ]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// A sentence of `count` words.
  static func sentence(_ count: Int, _ numbers: inout SeededNumbers) -> String {
    var words = [numbers.pick(verbs)]
    for _ in 1..<count { words.append(numbers.pick(Vocabulary.words)) }
    return words.joined(separator: " ")
  }

  /// A month as a plan prints it and as EDTF; `month` counts from January of year 0.
  static func date(_ month: Int) -> (text: String, edtf: String) {
    let (year, index) = month.quotientAndRemainder(dividingBy: 12)
    return ("\(months[index]) \(year)", "\(year)-" + (index < 9 ? "0" : "") + "\(index + 1)")
  }

  /// The month of an EDTF text such as `2031-05`; nil for other forms.
  static func month(_ edtf: String?) -> Int? {
    guard let edtf, edtf.utf8.count == 7, let year = Int(edtf.prefix(4)), let month = Int(edtf.suffix(2)),
      (1...12).contains(month)
    else { return nil }
    return year * 12 + month - 1
  }
}
