// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// A plan as readable lines, one for each part of it, for comparing in tests.
///
/// Header rows and other furniture are left out unless they are asked for: what is furniture says what is not content.
struct PlanDump {
  var furniture = false

  func text(_ plan: CanonicalPlan) -> String { lines(plan).joined(separator: "\n") }

  func lines(_ plan: CanonicalPlan) -> [String] {
    var lines: [String] = []
    if let title = plan.plan.title { lines.append("title \(title)") }
    if plan.plan.kind != .other, plan.plan.kind != .actionPlan { lines.append("kind \(plan.plan.kind.rawValue)") }
    if let date = plan.plan.date { lines.append("date \(whenWords(date))") }
    if let inspection = plan.plan.inspection { lines.append("inspection \(whenWords(inspection))") }
    lines += plan.plan.ratingKey.map { "key \($0.colour?.rawValue ?? "symbol") \($0.status.rawValue): \($0.text)" }
    lines += plan.sections.map(section)
    lines += plan.actions.map(action)
    lines += plan.indicators.map(indicator)
    lines += plan.groups.map(group)
    lines += plan.glossary.map { "term \($0.term): \($0.meaning)" }
    lines += plan.narrative.map { narrative in
      "narrative" + (narrative.heading.map { " [\($0)]" } ?? "")
        + (narrative.text.isEmpty ? "" : " " + narrative.text.split(separator: "\n").joined(separator: " / "))
    }
    lines += plan.unplaced.map { "unplaced \($0.text)" }
    if furniture { lines += plan.furniture.map { "\($0.kind) \($0.text)" } }
    return lines
  }

  private func join(_ head: String, _ parts: [String]) -> String { ([head] + parts).joined(separator: " · ") }

  private func whenWords(_ when: When) -> String {
    var words = when.text
    if let edtf = when.edtf, edtf != words { words += " = \(edtf)" }
    return words
  }

  private func ratingWords(_ rating: Rating) -> String {
    [rating.text, rating.colour?.rawValue, rating.status.rawValue].compactMap { $0 }.joined(separator: "/")
  }

  private func parties(_ name: String, _ parties: [Party]) -> [String] {
    parties.isEmpty ? [] : [name + " " + parties.map(\.text).joined(separator: " + ")]
  }

  private func section(_ section: Section) -> String {
    var head = "section \(section.id)"
    if let ref = section.ref, ref != section.id { head += " ref \(ref)" }
    head += " \(section.kind.rawValue)"
    if let parent = section.parent { head += " in \(parent)" }
    var parts = section.outcomes.map { "outcome \($0)" } + parties("lead", section.leads)
    parts += section.successMeasures.map { "success \($0)" } + section.updates.map(update)
    return join(head + ": " + section.title, parts)
  }

  private func update(_ update: Update) -> String {
    var words = "update"
    if let asOf = update.asOf { words += " (\(asOf.edtf ?? asOf.text))" }
    if let text = update.text { words += " \(text)" }
    return words + (update.rating.map { " [\(ratingWords($0))]" } ?? "")
  }

  private func action(_ action: Action) -> String {
    var head = "action \(action.id)"
    if let ref = action.ref, ref != action.id { head += " ref \(ref)" }
    if let section = action.section { head += " in \(section)" }
    if let parent = action.parent { head += " under \(parent)" }
    var parts = parties("lead", action.leads) + parties("with", action.contributors)
    if let group = action.group { parts.append("group \(group)") }
    if let start = action.start { parts.append("from \(start.text)") }
    if let timescale = action.timescale { parts.append("by \(timescale.text)") }
    parts += action.successMeasures.map { "success \($0)" }
    parts += action.milestones.map { milestone in
      var words = "milestone \(milestone.text)"
      if let due = milestone.due?.edtf { words += " (\(due))" }
      return words + (milestone.rating.map { " [\(ratingWords($0))]" } ?? "")
    }
    parts += action.updates.map(update)
    if let rating = action.rating { parts.append("rating \(ratingWords(rating))") }
    for (field, access) in Action.optionalTexts where !["ref", "group"].contains(field.name) {
      if let text = access.get(action) { parts.append("\(field.name) \(text)") }
    }
    parts += action.other.map { "[\($0.heading)] \($0.text)" }
    return join(head + ": " + action.text, parts)
  }

  private func indicator(_ indicator: Indicator) -> String {
    var head = "indicator \(indicator.id)"
    if let section = indicator.section { head += " in \(section)" }
    var parts: [String] = []
    if let theme = indicator.theme { parts.append("theme \(theme)") }
    if let dataSource = indicator.dataSource { parts.append("source \(dataSource)") }
    if let method = indicator.method { parts.append("method \(method)") }
    if let frequency = indicator.frequency { parts.append("every \(frequency)") }
    if let baseline = indicator.baseline { parts.append("baseline \(baseline)") }
    parts += indicator.readings.map { reading in
      var words = reading.period.map { "\($0.text)" } ?? "at no period"
      if let target = reading.target { words += " target \(target)" }
      if let actual = reading.actual { words += " actual \(actual)" }
      return words
    }
    if let rating = indicator.rating { parts.append("rating \(ratingWords(rating))") }
    return join(head + ": " + indicator.measure, parts)
  }

  private func group(_ group: Group) -> String {
    join(
      "group \(group.name)",
      group.members.map { member in
        var words = member.name ?? ""
        if let role = member.role { words += words.isEmpty ? role : " (\(role))" }
        if let part = member.part { words += " [\(part)]" }
        return words
      })
  }
}
