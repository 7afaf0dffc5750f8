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
    if let inspection = plan.inspection { add(inspection) }
    for section in plan.sections { add(section) }
    for action in plan.actions { add(action) }
    for indicator in plan.indicators { add(indicator) }
    for (index, group) in plan.groups.enumerated() { add(group, number: index + 1) }
    for (index, entry) in plan.glossary.enumerated() {
      add(
        .term, target: .term(entry.term), "Term \(index + 1)", entry.source,
        fields(of: entry))
    }
    for (index, block) in plan.narrative.enumerated() {
      add(
        .narrative, target: nil, "Narrative \(index + 1)", block.source,
        fields(of: block, isFixed: true))
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

  /// The fields of a record in the order of the contract, with what refers to other records behind them.
  ///
  /// - Parameters:
  ///   - first: the field that comes before all others.
  ///   - labels: what some fields are called here.
  ///   - isFixed: whether no patch can change them.
  ///   - records: the values of a field that is a list of records.
  private func fields<Record: PlanRecord>(
    of record: Record, first: String? = nil, labels: [String: String] = [:], isFixed: Bool = false,
    records: (String) -> [ReviewValue] = { _ in [] }
  ) -> [ReviewField] {
    var (front, middle, back): ([ReviewField], [ReviewField], [ReviewField]) = ([], [], [])
    for field in Record.fields {
      let name = isFixed ? nil : field.name
      var values: [ReviewValue] = []
      switch field.value {
      case .identifier, .integer, .flag, .source, .box: continue
      case .reference(let access, _):
        let isEditable = Record.self == Action.self && field.name == "section"
        values = access.get(record).map { [ReviewValue($0, name: isEditable ? name : nil)] } ?? []
        back.append(ReviewField(label: labels[field.name] ?? field.title, values: values))
        continue
      case .text(let access):
        let text = access.get(record)
        if !isFixed || !text.isEmpty { values = [ReviewValue(text, name: name)] }
      case .optionalText(let access): values = access.get(record).map { [ReviewValue($0, name: name)] } ?? []
      case .texts(let access): values = access.get(record).map { ReviewValue($0, name: name) }
      case .choice(let get): values = get(record).map { [ReviewValue($0, name: name)] } ?? []
      case .date(let access): values = access.get(record).map { [ReviewValue($0, name: name)] } ?? []
      case .rating(let access): values = access.get(record).map { [ReviewValue($0, name: name)] } ?? []
      case .parties(let access): values = access.get(record).map { ReviewValue($0, name: name) }
      case .authority(let access):
        values = access.get(record).map { [ReviewValue($0.name, name: name, note: $0.gss)] } ?? []
      case .others(let access):
        for other in access.get(record) {
          let value = ReviewValue(other.text, name: "other " + other.heading)
          middle.append(ReviewField(label: other.heading, values: [value]))
        }
        continue
      case .records: values = records(field.name)
      }
      let shown = ReviewField(label: labels[field.name] ?? field.title, values: values)
      if field.name == first { front.append(shown) } else { middle.append(shown) }
    }
    return front + middle + back
  }

  private mutating func addPlan(_ info: PlanInfo) {
    let fields = fields(of: info) { _ in
      info.ratingKey.map { ReviewValue($0.text, note: $0.status.rawValue, colour: $0.colour) }
    }
    add(.plan, target: .plan, "The plan", nil, fields)
  }

  /// What an inspection report says, or the areas that a plan quotes from one. No patch changes them.
  private mutating func add(_ inspection: Inspection) {
    add(.inspection, target: nil, "The inspection", nil, fields(of: inspection, isFixed: true))
    if let outcome = inspection.outcome {
      add(.inspection, target: nil, "Outcome", nil, fields(of: outcome, isFixed: true))
    }
    for area in inspection.areas {
      add(.inspection, target: nil, "Area \(area.id)", area.source, fields(of: area, first: "text", isFixed: true))
    }
    for (index, partner) in inspection.partners.enumerated() {
      add(.inspection, target: nil, "Partner \(index + 1)", nil, fields(of: partner, isFixed: true))
    }
  }

  private mutating func add(_ section: Section) {
    let name =
      section.kind == .other
      ? "Section \(section.ref ?? section.id)" : "Section \(section.ref ?? section.id), \(section.kind.rawValue)"
    let fields = fields(of: section, first: "kind", labels: ["parent": "Under section"]) { _ in
      values(section.updates)
    }
    add(.section, target: .section(section.id), name, section.source, fields)
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
    let labels = ["text": "Action", "parent": "Part of action"]
    let fields = fields(of: action, first: "text", labels: labels) { name in
      name == "milestones" ? values(action.milestones) : values(action.updates)
    }
    add(.action, target: .action(action.id), "Action \(action.ref ?? action.id)", action.source, fields)
  }

  private func values(_ milestones: [Milestone]) -> [ReviewValue] {
    var values: [ReviewValue] = []
    for (index, milestone) in milestones.enumerated() {
      values.append(ReviewValue(milestone.text, name: "milestones", source: milestone.source))
      let name = "milestones[\(index + 1)]"
      if let due = milestone.due { values.append(ReviewValue(due, name: name + ".due", source: milestone.source)) }
      if let rating = milestone.rating {
        values.append(ReviewValue(rating, name: name + ".rating", source: milestone.source))
      }
    }
    return values
  }

  private mutating func add(_ indicator: Indicator) {
    let fields = fields(of: indicator, first: "measure") { _ in
      var readings: [ReviewValue] = []
      for (index, reading) in indicator.readings.enumerated() {
        let name = "readings[\(index + 1)]"
        if let period = reading.period { readings.append(ReviewValue(period, name: name + ".period")) }
        if let target = reading.target { readings.append(ReviewValue(target, name: name + ".target", note: "target")) }
        if let actual = reading.actual { readings.append(ReviewValue(actual, name: name + ".actual", note: "actual")) }
      }
      return readings
    }
    add(.indicator, target: .indicator(indicator.id), "Indicator \(indicator.id)", indicator.source, fields)
  }

  private mutating func add(_ group: Group, number: Int) {
    let fields = fields(of: group) { _ in
      var members: [ReviewValue] = []
      for (index, member) in group.members.enumerated() {
        let name = "members[\(index + 1)]"
        if let text = member.name { members.append(ReviewValue(text, name: name + ".name", note: "name")) }
        if let text = member.role { members.append(ReviewValue(text, name: name + ".role", note: "role")) }
        if let text = member.part { members.append(ReviewValue(text, name: name + ".part", note: "part")) }
      }
      return members
    }
    add(.group, target: .group(group.name), "Group \(number)", group.source, fields)
  }
}
