// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Reads single values as a conversion reads them: dates into EDTF, parties, ratings through the plan's own key.
///
/// For words that do not come from the document but from a person who corrects the plan.
public struct ValueReader: Sendable {
  private let known: KnownParties
  private let key: RatingKey

  /// A reader that knows the parties and the rating key of a plan.
  public init(plan: CanonicalPlan) {
    var known = KnownParties()
    for action in plan.actions { for party in action.leads + action.contributors { known.add(party: party.text) } }
    for section in plan.sections { for party in section.leads { known.add(party: party.text) } }
    self.known = known
    key = ValueReader.key(of: plan.plan.ratingKey)
  }

  /// What a deadline says.
  public func when(_ text: String) -> When { DateReader.when(text) }

  /// The date that a milestone's words hold; nil where they hold none.
  public func milestoneDate(in text: String) -> When? { DateReader.embedded(in: text)?.when }

  /// The parties that a lead cell names; the words as one party where they cannot be told apart.
  public func parties(_ text: String) -> [Party] { whole(PartyReader.split([text], known: known), text) }

  /// The parties that a contributors cell names, in which every comma separates.
  public func contributors(_ text: String) -> [Party] { whole(PartyReader.commaList(text, known: known), text) }

  /// What a rating says through the plan's key; of unknown status where the words say none.
  public func rating(_ text: String) -> Rating {
    RatingReader.rating(text: text, fill: nil, key: key) ?? Rating(text: text, status: .unknown)
  }

  /// The authority that the words name, by the register; nil where they name none.
  public func authority(_ text: String) -> Authority? { AuthorityRegister.decide(title: [text], body: [text]) }

  private func whole(_ parts: [PartyPart], _ text: String) -> [Party] {
    parts.isEmpty ? [Party(text: text)] : parts.map(\.party)
  }

  /// The legend, from what the plan keeps of it.
  private static func key(of entries: [RatingKeyEntry]) -> RatingKey {
    if let key = RatingReader.key(entries.map { ($0.text, nil) }), key.items.count == entries.count {
      var read = key
      // The plan's entries were read with their fills: they know more than the words alone.
      for index in entries.indices { read.items[index].entry = entries[index] }
      return read
    }
    return RatingKey(
      items: entries.enumerated().map { index, entry in
        RatingKey.Item(entry: entry, line: index, range: 0..<entry.text.utf8.count, meaning: entry.text)
      })
  }
}
