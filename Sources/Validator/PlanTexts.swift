// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
import PlanSchema

/// The texts of a plan, those of its narrative and of parties left out, each with its place.
enum PlanTexts {
  /// Calls `body` with each text and its place.
  static func each(_ plan: CanonicalPlan, _ body: (String, Place) -> Void) {
    if let title = plan.plan.title { body(title, .title) }
    for (index, section) in plan.sections.enumerated() {
      each(of: section, apart: ["ref"], updates: section.updates) { body($0, .section(index, $1)) }
    }
    // A group is a party.
    let actions = plan.actions
    for index in actions.indices {
      let (milestones, updates) = (actions[index].milestones, actions[index].updates)
      each(of: actions[index], apart: ["ref", "group"], milestones: milestones, updates: updates) {
        body($0, .action(index, $1))
      }
    }
    for (index, indicator) in plan.indicators.enumerated() {
      each(of: indicator, apart: ["rating"], readings: indicator.readings) { body($0, .indicator(index, $1)) }
    }
    for (index, entry) in plan.glossary.enumerated() {
      body(entry.term, .glossary(index, .field("term")))
      body(entry.meaning, .glossary(index, .field("meaning")))
    }
    for (index, piece) in plan.unplaced.enumerated() { body(piece.text, .unplaced(index)) }
  }

  /// Where a text stands in a plan. Its pointer and source are made of it where something is found, which is seldom.
  enum Place {
    /// A part of a section, action or other item.
    enum Part {
      case field(String)
      /// The words of a date or rating.
      case words(String)
      case item(String, Int)
      case milestone(Int)
      case update(Int)
      case reading(Int, String)
      case other(Int)
    }

    case title
    case section(Int, Part)
    case action(Int, Part)
    case indicator(Int, Part)
    case glossary(Int, Part)
    case unplaced(Int)

    /// The place as a JSON Pointer.
    func pointer(in plan: CanonicalPlan) -> String {
      switch self {
      case .title: "/plan/title"
      case .section(let index, let part): "/sections/\(index)/\(part.pointer)"
      case .action(let index, .other(let position)):
        "/actions/\(index)/other/\(JSONPointer.escaped(plan.actions[index].other[position].heading))"
      case .action(let index, let part): "/actions/\(index)/\(part.pointer)"
      case .indicator(let index, let part): "/indicators/\(index)/\(part.pointer)"
      case .glossary(let index, let part): "/glossary/\(index)/\(part.pointer)"
      case .unplaced(let index): "/unplaced/\(index)/text"
      }
    }

    /// The place in the document.
    func source(in plan: CanonicalPlan) -> Source? {
      switch self {
      case .title: return nil
      case .section(let index, _): return plan.sections[index].source
      case .action(let index, let part):
        let action = plan.actions[index]
        let own: Source
        switch part {
        case .milestone(let position): own = action.milestones[position].source
        case .update(let position): own = action.updates[position].source
        default: own = Source()
        }
        return own.isUnknown ? action.source : own
      case .indicator(let index, _): return plan.indicators[index].source
      case .glossary(let index, _): return plan.glossary[index].source
      case .unplaced(let index): return plan.unplaced[index].source
      }
    }
  }

  /// Calls `body` with the texts of a record's fields apart from some, in the order of the contract, those of the records
  /// within it included.
  private static func each<Record: PlanRecord>(
    of record: Record, apart names: [String], milestones: [Milestone] = [], updates: [Update] = [],
    readings: [Reading] = [], _ body: (String, Place.Part) -> Void
  ) {
    for field in Record.fields where !names.contains(field.name) {
      switch field.value {
      case .text(let access): body(access.get(record), .field(field.name))
      case .optionalText(let access): if let text = access.get(record) { body(text, .field(field.name)) }
      case .texts(let access):
        for (position, text) in access.get(record).enumerated() { body(text, .item(field.name, position)) }
      case .date(let access): if let when = access.get(record) { body(when.text, .words(field.name)) }
      case .rating(let access): if let text = access.get(record)?.text { body(text, .words(field.name)) }
      case .others(let access):
        for (position, other) in access.get(record).enumerated() { body(other.text, .other(position)) }
      case .records where field.name == "milestones":
        for index in milestones.indices { body(milestones[index].text, .milestone(index)) }
      case .records where field.name == "updates":
        for index in updates.indices { if let text = updates[index].text { body(text, .update(index)) } }
      case .records:
        for (position, reading) in readings.enumerated() {
          if let target = reading.target { body(target, .reading(position, "target")) }
          if let actual = reading.actual { body(actual, .reading(position, "actual")) }
        }
      default: break
      }
    }
  }
}

extension PlanTexts.Place.Part {
  fileprivate var pointer: String {
    switch self {
    case .field(let name): name
    case .words(let name): "\(name)/text"
    case .item(let name, let position): "\(name)/\(position)"
    case .milestone(let position): "milestones/\(position)/text"
    case .update(let position): "updates/\(position)/text"
    case .reading(let position, let name): "readings/\(position)/\(name)"
    case .other(let position): "other/\(position)"
    }
  }
}
