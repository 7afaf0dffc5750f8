// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers that are the same on every run (SplitMix64, S. Vigna, public domain).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}

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
