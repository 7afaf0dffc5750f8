// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
import PlanSchema

/// The texts of a plan, those of its narrative and of parties left out, each with its place.
enum PlanTexts {
  /// Calls `body` with each text and its place.
  static func each(_ plan: CanonicalPlan, _ body: (String, Place) -> Void) {
    if let title = plan.plan.title { body(title, .title) }
    for (index, section) in plan.sections.enumerated() {
      body(section.title, .section(index, .field("title")))
      for (position, text) in section.outcomes.enumerated() { body(text, .section(index, .item("outcomes", position))) }
      for (position, text) in section.successMeasures.enumerated() {
        body(text, .section(index, .item("successMeasures", position)))
      }
      for (position, update) in section.updates.enumerated() {
        if let text = update.text { body(text, .section(index, .update(position))) }
      }
    }
    let actions = plan.actions
    for index in actions.indices { each(actions, index, body) }
    for index in plan.indicators.indices { each(plan.indicators[index], index, body) }
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
      case field(StaticString)
      case item(StaticString, Int)
      case milestone(Int)
      case update(Int)
      case reading(Int, StaticString)
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

  private static func each(_ actions: [Action], _ index: Int, _ body: (String, Place) -> Void) {
    func field(_ text: String?, _ name: StaticString) { if let text { body(text, .action(index, .field(name))) } }
    field(actions[index].text, "text")
    field(actions[index].timescale?.text, "timescale/text")
    field(actions[index].start?.text, "start/text")
    for (position, text) in actions[index].successMeasures.enumerated() {
      body(text, .action(index, .item("successMeasures", position)))
    }
    let milestones = actions[index].milestones
    for position in milestones.indices { body(milestones[position].text, .action(index, .milestone(position))) }
    let updates = actions[index].updates
    for position in updates.indices {
      if let text = updates[position].text { body(text, .action(index, .update(position))) }
    }
    field(actions[index].rating?.text, "rating/text")
    field(actions[index].monitoring, "monitoring")
    field(actions[index].evidence, "evidence")
    field(actions[index].resources, "resources")
    field(actions[index].risks, "risks")
    for (position, other) in actions[index].other.enumerated() { body(other.text, .action(index, .other(position))) }
  }

  private static func each(_ indicator: Indicator, _ index: Int, _ body: (String, Place) -> Void) {
    let fields: [(String?, StaticString)] = [
      (indicator.theme, "theme"), (indicator.measure, "measure"), (indicator.dataSource, "dataSource"),
      (indicator.method, "method"), (indicator.frequency, "frequency"), (indicator.baseline, "baseline"),
    ]
    for (text, name) in fields { if let text { body(text, .indicator(index, .field(name))) } }
    for (position, reading) in indicator.readings.enumerated() {
      if let target = reading.target { body(target, .indicator(index, .reading(position, "target"))) }
      if let actual = reading.actual { body(actual, .indicator(index, .reading(position, "actual"))) }
    }
  }
}

extension PlanTexts.Place.Part {
  fileprivate var pointer: String {
    switch self {
    case .field(let name): "\(name)"
    case .item(let name, let position): "\(name)/\(position)"
    case .milestone(let position): "milestones/\(position)/text"
    case .update(let position): "updates/\(position)/text"
    case .reading(let position, let name): "readings/\(position)/\(name)"
    case .other(let position): "other/\(position)"
    }
  }
}
