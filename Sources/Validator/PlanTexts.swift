// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The texts of a plan, those of its narrative and of parties left out, each with its place.
enum PlanTexts {
  /// Calls `body` with each text, where it stands in the document and its JSON Pointer, which is only made when asked for.
  static func each(_ plan: CanonicalPlan, _ body: (String, Source?, () -> String) -> Void) {
    if let title = plan.plan.title { body(title, nil) { "/plan/title" } }
    for (index, section) in plan.sections.enumerated() {
      body(section.title, section.source) { "/sections/\(index)/title" }
      for (position, text) in section.outcomes.enumerated() {
        body(text, section.source) { "/sections/\(index)/outcomes/\(position)" }
      }
    }
    each(plan.actions, body)
    for index in plan.indicators.indices { each(plan.indicators[index], "/indicators/\(index)", body) }
    for (index, entry) in plan.glossary.enumerated() {
      body(entry.term, entry.source) { "/glossary/\(index)/term" }
      body(entry.meaning, entry.source) { "/glossary/\(index)/meaning" }
    }
    for (index, piece) in plan.unplaced.enumerated() { body(piece.text, piece.source) { "/unplaced/\(index)/text" } }
  }

  private static func each(_ actions: [Action], _ body: (String, Source?, () -> String) -> Void) {
    for index in actions.indices {
      let source = actions[index].source
      func field(_ text: String?, _ name: StaticString) {
        if let text { body(text, source) { "/actions/\(index)/\(name)" } }
      }
      field(actions[index].text, "text")
      field(actions[index].timescale?.text, "timescale/text")
      field(actions[index].start?.text, "start/text")
      for (position, text) in actions[index].successMeasures.enumerated() {
        body(text, source) { "/actions/\(index)/successMeasures/\(position)" }
      }
      for (position, milestone) in actions[index].milestones.enumerated() {
        let place = milestone.source == Source() ? source : milestone.source
        body(milestone.text, place) { "/actions/\(index)/milestones/\(position)/text" }
      }
      for (position, update) in actions[index].updates.enumerated() {
        guard let text = update.text else { continue }
        let place = update.source == Source() ? source : update.source
        body(text, place) { "/actions/\(index)/updates/\(position)/text" }
      }
      field(actions[index].rating?.text, "rating/text")
      field(actions[index].monitoring, "monitoring")
      field(actions[index].evidence, "evidence")
      field(actions[index].resources, "resources")
      field(actions[index].risks, "risks")
      for other in actions[index].other {
        body(other.text, source) { "/actions/\(index)/other/\(JSONPointer.escaped(other.heading))" }
      }
    }
  }

  private static func each(_ indicator: Indicator, _ pointer: String, _ body: (String, Source?, () -> String) -> Void) {
    let fields: [(String?, StaticString)] = [
      (indicator.theme, "theme"), (indicator.measure, "measure"), (indicator.dataSource, "dataSource"),
      (indicator.method, "method"), (indicator.frequency, "frequency"), (indicator.baseline, "baseline"),
    ]
    for (text, name) in fields { if let text { body(text, indicator.source) { "\(pointer)/\(name)" } } }
    for (index, reading) in indicator.readings.enumerated() {
      if let target = reading.target { body(target, indicator.source) { "\(pointer)/readings/\(index)/target" } }
      if let actual = reading.actual { body(actual, indicator.source) { "\(pointer)/readings/\(index)/actual" } }
    }
  }
}
