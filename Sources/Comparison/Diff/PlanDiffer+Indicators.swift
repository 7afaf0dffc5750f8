// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension PlanDiffer {
  /// Compares the indicators.
  mutating func compareIndicators(_ sections: SectionPairs) {
    func item(_ indicator: Indicator, _ section: Int?) -> MatchItem {
      let rest = Indicator.optionalTexts.map { $0.access.get(indicator) }
      let figures = indicator.readings.flatMap { [$0.period?.text, $0.target, $0.actual] }
      return MatchItem(
        text: Words.of(indicator.measure), rest: (rest + figures).compactMap { $0 }.flatMap { Words.of($0) },
        section: section)
    }
    let assignment = ItemMatcher(
      old: old.indicators.map { item($0, sections.number(ofOld: $0.section)) },
      new: new.indicators.map { item($0, sections.number(ofNew: $0.section)) }
    ).assignment()
    for (place, indicator) in new.indicators.enumerated() {
      guard let partner = assignment.oldOfNew[place] else {
        add(.indicatorAdded, ItemPair(subject: .indicator, new: [DiffItem(indicator)]), after: indicator.measure)
        continue
      }
      compare(old.indicators[partner], indicator, sections)
    }
    for (place, indicator) in old.indicators.enumerated() where assignment.newOfOld[place] == nil {
      add(.indicatorDropped, ItemPair(subject: .indicator, old: [DiffItem(indicator)]), before: indicator.measure) {
        $0.isWeaker = true
      }
    }
  }

  private mutating func compare(_ before: Indicator, _ after: Indicator, _ sections: SectionPairs) {
    let pair = ItemPair(subject: .indicator, old: [DiffItem(before)], new: [DiffItem(after)])
    compareTexts(before.measure, after.measure, .indicatorReworded, pair, field: "measure")
    if !sections.isSame(before.section, after.section) {
      add(
        .indicatorMoved, pair, field: "section", before: title(before.section, in: old.sections, sections.oldPlaces),
        after: title(after.section, in: new.sections, sections.newPlaces))
    }
    // A baseline is a figure.
    for (field, text) in Indicator.optionalTexts where field.name != "baseline" {
      compareTexts(text.get(before), text.get(after), .fieldChanged, pair, field: field.name)
    }
    compareFigures(before.baseline, after.baseline, .baselineChanged, pair, field: "baseline", wantsMore: nil)
    compareReadings(before, after, pair)
    compareRatings(before.rating, after.rating, .ratingChanged, pair, field: "rating")
  }

  private mutating func compareReadings(_ before: Indicator, _ after: Indicator, _ pair: ItemPair) {
    func key(_ reading: Reading) -> String { reading.period.map { $0.edtf ?? Folded.key($0.text) } ?? "" }
    let wantsMore = Direction.wantsMore(before) ?? Direction.wantsMore(after)
    var rest = before.readings
    func name(_ reading: Reading) -> String? { reading.period?.text }
    for reading in after.readings {
      let index = rest.firstIndex { key($0) == key(reading) }
      let previous = index.map { rest.remove(at: $0) }
      compareFigures(
        previous?.target, reading.target, .targetChanged, pair, field: "target", part: name(reading),
        wantsMore: wantsMore)
      compareFigures(
        previous?.actual, reading.actual, .actualChanged, pair, field: "actual", part: name(reading), wantsMore: nil)
    }
    for reading in rest {
      compareFigures(
        reading.target, nil, .targetChanged, pair, field: "target", part: name(reading), wantsMore: wantsMore)
      compareFigures(reading.actual, nil, .actualChanged, pair, field: "actual", part: name(reading), wantsMore: nil)
    }
  }

  /// Adds a change where figures differ.
  ///
  /// - Parameter wantsMore: whether the indicator is meant to rise, for the verdict on a target; nil where that is not
  ///   known or the figure is no target.
  private mutating func compareFigures(
    _ before: String?, _ after: String?, _ kind: ChangeKind, _ pair: ItemPair, field: String, part: String? = nil,
    wantsMore: Bool?
  ) {
    guard Folded.figure(before ?? "") != Folded.figure(after ?? "") else {
      if before != after { formal += 1 }
      return
    }
    add(kind, pair, field: field, part: part, before: before, after: after) { change in
      guard let before, let after else {
        change.isWeaker = kind == .targetChanged && after == nil
        return
      }
      change.quantities = (Quantity.shifts(from: before, to: after) ?? []).map { shift in
        var shift = shift
        shift.isWeaker = wantsMore.map { $0 == (shift.after < shift.before) }
        return shift
      }
      change.isWeaker = change.quantities.contains { $0.isWeaker == true }
      if change.quantities.isEmpty { change.words = WordDiff.runs(from: before, to: after) }
    }
  }
}

/// Which way an indicator is meant to go.
private enum Direction {
  /// Whether it is meant to rise: by its baseline and targets, in their order, otherwise by its words; nil where neither
  /// tells.
  static func wantsMore(_ indicator: Indicator) -> Bool? {
    let figures = ([indicator.baseline] + indicator.readings.map(\.target)).compactMap { text -> Double? in
      let quantities = text.map { Quantity.all(in: $0) } ?? []
      return quantities.count == 1 ? quantities[0].value : nil
    }
    if let first = figures.first, let last = figures.last, first != last { return last > first }
    let words = Words.of(indicator.measure)
    if words.contains(where: { word in falling.contains { word.hasPrefix($0) } }) { return false }
    if words.contains(where: { word in rising.contains { word.hasPrefix($0) } }) { return true }
    return nil
  }

  private static let falling = [
    "reduc", "fewer", "fall", "decreas", "lower", "declin", "less", "exclu", "absen", "wait", "complain", "appeal",
    "late",
  ]
  private static let rising = ["increas", "more", "rise", "rising", "higher", "improv", "grow", "within"]
}
