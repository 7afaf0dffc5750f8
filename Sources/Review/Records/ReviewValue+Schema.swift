// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension ReviewValue {
  /// A date with its reading.
  init(_ when: When, name: String?, source: Source? = nil) {
    var readings: [String] = []
    if let edtf = when.edtf { readings.append(edtf) }
    if when.ongoing == true { readings.append("ongoing") }
    if let recurrence = when.recurrence { readings.append(recurrence.rawValue) }
    self.init(
      when.text, name: name, note: readings.isEmpty ? "no date read" : readings.joined(separator: ", "),
      source: source)
  }

  /// A party with its parts, where it has more than one.
  init(_ party: Party, name: String?) {
    var parts: [String] = []
    if let name = party.name { parts.append("name: \(name)") }
    if let role = party.role { parts.append("role: \(role)") }
    if let organisation = party.organisation { parts.append("organisation: \(organisation)") }
    self.init(party.text, name: name, note: parts.count > 1 ? parts.joined(separator: "; ") : nil)
  }

  /// A rating with its status.
  init(_ rating: Rating, name: String?, source: Source? = nil) {
    self.init(rating.words, name: name, note: rating.status.rawValue, colour: rating.colour, source: source)
  }
}

extension Rating {
  /// The rating's words; where only a fill speaks, its colour.
  var words: String { text ?? colour?.rawValue ?? status.rawValue }
}
