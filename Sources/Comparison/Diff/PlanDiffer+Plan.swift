// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension PlanDiffer {
  /// Compares what the plans say about themselves.
  mutating func comparePlans() {
    let pair = ItemPair(subject: .plan)
    compareTexts(old.plan.title, new.plan.title, .planChanged, pair, field: "title")
    if old.plan.kind != new.plan.kind {
      add(.planChanged, pair, field: "kind", before: old.plan.kind.rawValue, after: new.plan.kind.rawValue)
    }
    let authorities = (old.plan.authority, new.plan.authority)
    if authorities.0?.gss != authorities.1?.gss {
      add(.planChanged, pair, field: "authority", before: authorities.0?.name, after: authorities.1?.name)
    }
    compareDates(old.plan.date, new.plan.date, .planChanged, pair, field: "date")
    compareDates(old.plan.inspection, new.plan.inspection, .planChanged, pair, field: "inspection")
    compareKeys(pair)
  }

  /// Compares the legends, because the same colour may have come to mean something else.
  private mutating func compareKeys(_ pair: ItemPair) {
    func name(_ entry: RatingKeyEntry) -> String { entry.colour?.rawValue ?? Folded.key(entry.text) }
    func words(_ entry: RatingKeyEntry) -> String { "\(entry.text) (\(entry.status.rawValue))" }
    var rest = old.plan.ratingKey
    for entry in new.plan.ratingKey {
      guard let index = rest.firstIndex(where: { name($0) == name(entry) }) else {
        add(.planChanged, pair, field: "ratingKey", part: name(entry), after: words(entry))
        continue
      }
      let before = rest.remove(at: index)
      if differ(before.text, entry.text) || before.status != entry.status {
        add(.planChanged, pair, field: "ratingKey", part: name(entry), before: words(before), after: words(entry))
      }
    }
    for entry in rest { add(.planChanged, pair, field: "ratingKey", part: name(entry), before: words(entry)) }
  }
}
