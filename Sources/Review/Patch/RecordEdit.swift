// SPDX-License-Identifier: GPL-3.0-or-later

import Normaliser
import PlanSchema

/// Finds the field of a record that a correction names, and changes it.
enum RecordEdit {
  static func apply(_ edit: inout ValueEdit, _ field: PatchField, to info: inout PlanInfo) throws(Refusal) {
    switch field.words {
    case "kind": try edit.choice(&info.kind)
    case "authority":
      var name = info.authority?.name
      var probe = ValueEdit(was: edit.was, now: edit.now, values: edit.values)
      try probe.apply(to: &name)
      guard let name else {
        info.authority = nil
        return
      }
      guard let authority = edit.values.authority(name) else {
        throw Refusal("the register has no authority of this name")
      }
      info.authority = authority
    // The words of a plan's own dates stand in its title or a heading.
    default: try applyToField(&edit, field, of: &info, "the plan", ownsDates: false)
    }
  }

  static func apply(_ edit: inout ValueEdit, _ field: PatchField, to section: inout Section) throws(Refusal) {
    switch (field.name, field.part) {
    case ("kind", nil): try edit.choice(&section.kind)
    case ("updates", nil): try edit.apply(to: &section.updates, source: section.source)
    case ("updates", let part?): try apply(&edit, field, part, to: &section.updates)
    default: try applyToField(&edit, field, of: &section, "a section")
    }
  }

  private static func apply(
    _ edit: inout ValueEdit, _ field: PatchField, _ part: String, to updates: inout [Update]
  ) throws(Refusal) {
    let index = try position(field, updates.count)
    switch part {
    case "asOf": try edit.apply(to: &updates[index].asOf, isOwn: false)
    case "text": try edit.apply(to: &updates[index].text)
    case "rating": try edit.apply(to: &updates[index].rating)
    default: throw unknown(field, "an update", ["asOf", "text", "rating"])
    }
  }

  static func apply(
    _ edit: inout ValueEdit, _ field: PatchField, to action: inout Action, sections: [String]
  ) throws(Refusal) {
    switch (field.name, field.part) {
    case ("contributors", nil): try edit.apply(to: &action.contributors, isContributors: true)
    case ("milestones", nil): try edit.apply(to: &action.milestones, source: action.source)
    case ("updates", nil): try edit.apply(to: &action.updates, source: action.source)
    case ("section", nil):
      guard edit.now.map({ sections.contains($0) }) ?? true else { throw Refusal("there is no section of this id") }
      // An id is no word of the document.
      var probe = ValueEdit(was: edit.was, now: edit.now, values: edit.values)
      try probe.apply(to: &action.section)
    case ("other", nil): try apply(&edit, heading: field.heading ?? "", to: &action.other)
    case ("milestones", let part?):
      let index = try position(field, action.milestones.count)
      switch part {
      case "due": try edit.apply(to: &action.milestones[index].due, isOwn: false)
      case "rating": try edit.apply(to: &action.milestones[index].rating)
      default: throw unknown(field, "a milestone", ["due", "rating"])
      }
    case ("updates", let part?): try apply(&edit, field, part, to: &action.updates)
    default: try applyToField(&edit, field, of: &action, "an action")
    }
  }

  static func apply(_ edit: inout ValueEdit, _ field: PatchField, to indicator: inout Indicator) throws(Refusal) {
    guard field.name == "readings", let part = field.part else {
      return try applyToField(&edit, field, of: &indicator, "an indicator")
    }
    let index = try position(field, indicator.readings.count)
    switch part {
    case "period": try edit.apply(to: &indicator.readings[index].period)
    case "target": try edit.apply(to: &indicator.readings[index].target)
    case "actual": try edit.apply(to: &indicator.readings[index].actual)
    default: throw unknown(field, "a reading", ["period", "target", "actual"])
    }
  }

  static func apply(_ edit: inout ValueEdit, _ field: PatchField, to group: inout Group) throws(Refusal) {
    guard field.name == "members", let part = field.part else {
      return try applyToField(&edit, field, of: &group, "a group")
    }
    let index = try position(field, group.members.count)
    switch part {
    case "name": try edit.apply(to: &group.members[index].name)
    case "role": try edit.apply(to: &group.members[index].role)
    case "part": try edit.apply(to: &group.members[index].part)
    default: throw unknown(field, "a member", ["name", "role", "part"])
    }
  }

  static func apply(_ edit: inout ValueEdit, _ field: PatchField, to entry: inout GlossaryEntry) throws(Refusal) {
    try applyToField(&edit, field, of: &entry, "a glossary entry")
  }

  /// Changes a field that the contract's table of fields has, and that needs nothing else.
  private static func applyToField<Record: PlanRecord>(
    _ edit: inout ValueEdit, _ field: PatchField, of record: inout Record, _ words: String, ownsDates: Bool = true
  ) throws(Refusal) {
    let known = field.part == nil && field.heading == nil ? Record.field(field.name) : nil
    switch known?.value {
    case .text(let access): try change(&record, access) { text throws(Refusal) in try edit.apply(to: &text) }
    case .optionalText(let access): try change(&record, access) { text throws(Refusal) in try edit.apply(to: &text) }
    case .texts(let access): try change(&record, access) { texts throws(Refusal) in try edit.apply(to: &texts) }
    case .rating(let access): try change(&record, access) { rating throws(Refusal) in try edit.apply(to: &rating) }
    case .parties(let access): try change(&record, access) { parties throws(Refusal) in try edit.apply(to: &parties) }
    case .date(let access):
      try change(&record, access) { when throws(Refusal) in try edit.apply(to: &when, isOwn: ownsDates) }
    default: throw unknown(field, words, editable(Record.self))
    }
  }

  private static func change<Record, Value>(
    _ record: inout Record, _ access: PlanAccess<Record, Value>, _ body: (inout Value) throws(Refusal) -> Void
  ) throws(Refusal) {
    var value = access.get(record)
    try body(&value)
    access.set(&record, value)
  }

  /// The fields that a patch can change, as it names them.
  private static func editable<Record: PlanRecord>(_: Record.Type) -> [String] {
    Record.fields.compactMap { field in
      switch field.value {
      case .identifier, .integer, .flag, .source, .box: nil
      case .reference: Record.self == Action.self && field.name == "section" ? field.name : nil
      case .records: ["milestones", "updates"].contains(field.name) ? field.name : nil
      case .others: "other HEADING"
      default: field.name
      }
    }
  }

  private static func apply(
    _ edit: inout ValueEdit, heading: String, to fields: inout [OtherField]
  ) throws(Refusal) {
    let index = fields.firstIndex { $0.heading == heading }
    var text = index.map { fields[$0].text }
    try edit.apply(to: &text)
    switch (index, text) {
    case (let index?, let text?): fields[index].text = text
    case (let index?, nil): fields.remove(at: index)
    case (nil, let text?): fields.append(OtherField(heading: heading, text: text))
    case (nil, nil): break
    }
  }

  private static func position(_ field: PatchField, _ count: Int) throws(Refusal) -> Int {
    guard let position = field.position, position <= count else {
      throw Refusal("there are only \(count) \(field.name)")
    }
    return position - 1
  }

  private static func unknown(_ field: PatchField, _ record: String, _ known: [String]) -> Refusal {
    Refusal("\(record) has no field \(field.words) that can be corrected; there are \(known.joined(separator: ", "))")
  }
}
