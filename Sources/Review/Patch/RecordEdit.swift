// SPDX-License-Identifier: GPL-3.0-or-later

import Normaliser
import PlanSchema

/// Finds the field of a record that a correction names, and changes it.
enum RecordEdit {
  static func apply(_ edit: inout ValueEdit, _ field: PatchField, to info: inout PlanInfo) throws(Refusal) {
    switch field.words {
    case "title": try edit.apply(to: &info.title)
    case "kind": try edit.choice(&info.kind)
    case "date": try edit.apply(to: &info.date, isOwn: false)
    case "inspection": try edit.apply(to: &info.inspection, isOwn: false)
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
    default: throw unknown(field, "the plan", ["title", "kind", "authority", "date", "inspection"])
    }
  }

  static func apply(_ edit: inout ValueEdit, _ field: PatchField, to section: inout Section) throws(Refusal) {
    switch (field.name, field.part) {
    case ("title", nil): try edit.apply(to: &section.title)
    case ("ref", nil): try edit.apply(to: &section.ref)
    case ("kind", nil): try edit.choice(&section.kind)
    case ("outcomes", nil): try edit.apply(to: &section.outcomes)
    case ("leads", nil): try edit.apply(to: &section.leads)
    case ("successMeasures", nil): try edit.apply(to: &section.successMeasures)
    case ("updates", nil): try edit.apply(to: &section.updates, source: section.source)
    case ("updates", let part?): try apply(&edit, field, part, to: &section.updates)
    default:
      throw unknown(
        field, "a section", ["title", "ref", "kind", "outcomes", "leads", "successMeasures", "updates"])
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
    case ("text", nil): try edit.apply(to: &action.text)
    case ("ref", nil): try edit.apply(to: &action.ref)
    case ("leads", nil): try edit.apply(to: &action.leads)
    case ("contributors", nil): try edit.apply(to: &action.contributors, isContributors: true)
    case ("group", nil): try edit.apply(to: &action.group)
    case ("start", nil): try edit.apply(to: &action.start)
    case ("timescale", nil): try edit.apply(to: &action.timescale)
    case ("successMeasures", nil): try edit.apply(to: &action.successMeasures)
    case ("milestones", nil): try edit.apply(to: &action.milestones, source: action.source)
    case ("updates", nil): try edit.apply(to: &action.updates, source: action.source)
    case ("rating", nil): try edit.apply(to: &action.rating)
    case ("monitoring", nil): try edit.apply(to: &action.monitoring)
    case ("evidence", nil): try edit.apply(to: &action.evidence)
    case ("resources", nil): try edit.apply(to: &action.resources)
    case ("risks", nil): try edit.apply(to: &action.risks)
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
    default:
      throw unknown(
        field, "an action",
        [
          "text", "ref", "section", "leads", "contributors", "group", "start", "timescale", "successMeasures",
          "milestones", "updates", "rating", "monitoring", "evidence", "resources", "risks", "other HEADING",
        ])
    }
  }

  static func apply(_ edit: inout ValueEdit, _ field: PatchField, to indicator: inout Indicator) throws(Refusal) {
    switch (field.name, field.part) {
    case ("measure", nil): try edit.apply(to: &indicator.measure)
    case ("theme", nil): try edit.apply(to: &indicator.theme)
    case ("dataSource", nil): try edit.apply(to: &indicator.dataSource)
    case ("method", nil): try edit.apply(to: &indicator.method)
    case ("frequency", nil): try edit.apply(to: &indicator.frequency)
    case ("baseline", nil): try edit.apply(to: &indicator.baseline)
    case ("rating", nil): try edit.apply(to: &indicator.rating)
    case ("readings", let part?):
      let index = try position(field, indicator.readings.count)
      switch part {
      case "period": try edit.apply(to: &indicator.readings[index].period)
      case "target": try edit.apply(to: &indicator.readings[index].target)
      case "actual": try edit.apply(to: &indicator.readings[index].actual)
      default: throw unknown(field, "a reading", ["period", "target", "actual"])
      }
    default:
      throw unknown(
        field, "an indicator", ["measure", "theme", "dataSource", "method", "frequency", "baseline", "rating"])
    }
  }

  static func apply(_ edit: inout ValueEdit, _ field: PatchField, to group: inout Group) throws(Refusal) {
    switch (field.name, field.part) {
    case ("name", nil): try edit.apply(to: &group.name)
    case ("members", let part?):
      let index = try position(field, group.members.count)
      switch part {
      case "name": try edit.apply(to: &group.members[index].name)
      case "role": try edit.apply(to: &group.members[index].role)
      case "part": try edit.apply(to: &group.members[index].part)
      default: throw unknown(field, "a member", ["name", "role", "part"])
      }
    default: throw unknown(field, "a group", ["name", "members[1].name"])
    }
  }

  static func apply(_ edit: inout ValueEdit, _ field: PatchField, to entry: inout GlossaryEntry) throws(Refusal) {
    switch field.words {
    case "term": try edit.apply(to: &entry.term)
    case "meaning": try edit.apply(to: &entry.meaning)
    default: throw unknown(field, "a glossary entry", ["term", "meaning"])
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
