// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The records of a plan in the order of the page: what needs a person first.
struct RecordList {
  private(set) var records: [ReviewRecord] = []

  /// The records of a plan.
  init(_ plan: CanonicalPlan) {
    for (index, piece) in plan.unplaced.enumerated() {
      add(
        .unplaced, target: .unplaced, "Unplaced \(index + 1)", piece.source,
        [
          ReviewField(label: "Text", values: [ReviewValue(piece.text)]),
          ReviewField(label: "Why", values: [ReviewValue(piece.reason)]),
        ])
    }
    addPlan(plan.plan)
    for section in plan.sections { add(section) }
    for action in plan.actions { add(action) }
    for indicator in plan.indicators { add(indicator) }
    for (index, group) in plan.groups.enumerated() { add(group, number: index + 1) }
    for (index, entry) in plan.glossary.enumerated() {
      add(
        .term, target: .term(entry.term), "Term \(index + 1)", entry.source,
        [field("Term", entry.term, "term"), field("Meaning", entry.meaning, "meaning")])
    }
    for (index, block) in plan.narrative.enumerated() {
      add(
        .narrative, target: nil, "Narrative \(index + 1)", block.source,
        [field("Heading", block.heading, nil), field("Text", block.text.isEmpty ? nil : block.text, nil)])
    }
    for piece in plan.furniture {
      add(.furniture, target: nil, piece.kind, nil, [ReviewField(label: piece.kind, values: [ReviewValue(piece.text)])])
    }
  }

  private mutating func add(
    _ kind: ReviewRecord.Kind, target: PatchTarget?, _ title: String, _ source: Source?, _ fields: [ReviewField]
  ) {
    let filled = fields.filter { !$0.values.isEmpty }
    records.append(ReviewRecord(kind: kind, target: target, title: title, source: source, fields: filled))
  }

  private func field(_ label: String, _ text: String?, _ name: String?) -> ReviewField {
    ReviewField(label: label, values: text.map { [ReviewValue($0, name: name)] } ?? [])
  }

  private func field(_ label: String, _ when: When?, _ name: String) -> ReviewField {
    ReviewField(label: label, values: when.map { [ReviewValue($0, name: name)] } ?? [])
  }

  private func field(_ label: String, _ rating: Rating?, _ name: String) -> ReviewField {
    ReviewField(label: label, values: rating.map { [ReviewValue($0, name: name)] } ?? [])
  }

  private func field(_ label: String, _ parties: [Party], _ name: String) -> ReviewField {
    ReviewField(label: label, values: parties.map { ReviewValue($0, name: name) })
  }

  private func field(_ label: String, _ texts: [String], _ name: String) -> ReviewField {
    ReviewField(label: label, values: texts.map { ReviewValue($0, name: name) })
  }

  private mutating func addPlan(_ info: PlanInfo) {
    var fields = [
      field("Title", info.title, "title"), field("Kind", info.kind.rawValue, "kind"),
    ]
    if let authority = info.authority {
      fields.append(
        ReviewField(
          label: "Authority", values: [ReviewValue(authority.name, name: "authority", note: authority.gss)]))
    }
    fields += [field("Date", info.date, "date"), field("Inspection", info.inspection, "inspection")]
    fields.append(
      ReviewField(
        label: "Rating key",
        values: info.ratingKey.map { ReviewValue($0.text, note: $0.status.rawValue, colour: $0.colour) }))
    add(.plan, target: .plan, "The plan", nil, fields)
  }

  private mutating func add(_ section: Section) {
    let name =
      section.kind == .other
      ? "Section \(section.ref ?? section.id)" : "Section \(section.ref ?? section.id), \(section.kind.rawValue)"
    add(
      .section, target: .section(section.id), name, section.source,
      [
        field("Kind", section.kind.rawValue, "kind"), field("Reference", section.ref, "ref"),
        field("Title", section.title, "title"), field("Outcomes", section.outcomes, "outcomes"),
        field("Leads", section.leads, "leads"),
        field("Success measures", section.successMeasures, "successMeasures"),
        ReviewField(label: "Updates", values: values(section.updates)), field("Under section", section.parent, nil),
      ])
  }

  private func values(_ updates: [Update]) -> [ReviewValue] {
    var values: [ReviewValue] = []
    for (index, update) in updates.enumerated() {
      let name = "updates[\(index + 1)]"
      if let date = update.asOf { values.append(ReviewValue(date, name: name + ".asOf", source: update.source)) }
      if let text = update.text { values.append(ReviewValue(text, name: name + ".text", source: update.source)) }
      if let rating = update.rating {
        values.append(ReviewValue(rating, name: name + ".rating", source: update.source))
      }
    }
    return values
  }

  private mutating func add(_ action: Action) {
    var fields = [
      field("Action", action.text, "text"), field("Reference", action.ref, "ref"),
      field("Leads", action.leads, "leads"), field("Contributors", action.contributors, "contributors"),
      field("Group", action.group, "group"), field("Start", action.start, "start"),
      field("Timescale", action.timescale, "timescale"),
      field("Success measures", action.successMeasures, "successMeasures"),
    ]
    var milestones: [ReviewValue] = []
    for (index, milestone) in action.milestones.enumerated() {
      milestones.append(ReviewValue(milestone.text, name: "milestones", source: milestone.source))
      let name = "milestones[\(index + 1)]"
      if let due = milestone.due { milestones.append(ReviewValue(due, name: name + ".due", source: milestone.source)) }
      if let rating = milestone.rating {
        milestones.append(ReviewValue(rating, name: name + ".rating", source: milestone.source))
      }
    }
    fields.append(ReviewField(label: "Milestones", values: milestones))
    fields.append(ReviewField(label: "Updates", values: values(action.updates)))
    fields += [
      field("Rating", action.rating, "rating"), field("Monitoring", action.monitoring, "monitoring"),
      field("Evidence", action.evidence, "evidence"), field("Resources", action.resources, "resources"),
      field("Risks", action.risks, "risks"),
    ]
    for other in action.other { fields.append(field(other.heading, other.text, "other " + other.heading)) }
    fields += [field("Section", action.section, "section"), field("Part of action", action.parent, nil)]
    add(.action, target: .action(action.id), "Action \(action.ref ?? action.id)", action.source, fields)
  }

  private mutating func add(_ indicator: Indicator) {
    var fields = [
      field("Measure", indicator.measure, "measure"), field("Theme", indicator.theme, "theme"),
      field("Data source", indicator.dataSource, "dataSource"), field("Method", indicator.method, "method"),
      field("Frequency", indicator.frequency, "frequency"), field("Baseline", indicator.baseline, "baseline"),
    ]
    var readings: [ReviewValue] = []
    for (index, reading) in indicator.readings.enumerated() {
      let name = "readings[\(index + 1)]"
      if let period = reading.period { readings.append(ReviewValue(period, name: name + ".period")) }
      if let target = reading.target { readings.append(ReviewValue(target, name: name + ".target", note: "target")) }
      if let actual = reading.actual { readings.append(ReviewValue(actual, name: name + ".actual", note: "actual")) }
    }
    fields.append(ReviewField(label: "Readings", values: readings))
    fields += [field("Rating", indicator.rating, "rating"), field("Section", indicator.section, nil)]
    add(.indicator, target: .indicator(indicator.id), "Indicator \(indicator.id)", indicator.source, fields)
  }

  private mutating func add(_ group: Group, number: Int) {
    var members: [ReviewValue] = []
    for (index, member) in group.members.enumerated() {
      let name = "members[\(index + 1)]"
      if let text = member.name { members.append(ReviewValue(text, name: name + ".name", note: "name")) }
      if let text = member.role { members.append(ReviewValue(text, name: name + ".role", note: "role")) }
      if let text = member.part { members.append(ReviewValue(text, name: name + ".part", note: "part")) }
    }
    add(
      .group, target: .group(group.name), "Group \(number)", group.source,
      [field("Name", group.name, "name"), ReviewField(label: "Members", values: members)])
  }
}
