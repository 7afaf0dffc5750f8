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
    for (index, action) in plan.actions.enumerated() { each(action, "/actions/\(index)", body) }
    for (index, indicator) in plan.indicators.enumerated() { each(indicator, "/indicators/\(index)", body) }
    for (index, entry) in plan.glossary.enumerated() {
      body(entry.term, entry.source) { "/glossary/\(index)/term" }
      body(entry.meaning, entry.source) { "/glossary/\(index)/meaning" }
    }
    for (index, piece) in plan.unplaced.enumerated() { body(piece.text, piece.source) { "/unplaced/\(index)/text" } }
  }

  private static func each(_ action: Action, _ pointer: String, _ body: (String, Source?, () -> String) -> Void) {
    let source = action.source
    func field(_ text: String?, _ name: StaticString) {
      if let text { body(text, source) { "\(pointer)/\(name)" } }
    }
    field(action.text, "text")
    field(action.timescale?.text, "timescale/text")
    field(action.start?.text, "start/text")
    for (index, text) in action.successMeasures.enumerated() {
      body(text, source) { "\(pointer)/successMeasures/\(index)" }
    }
    for (index, milestone) in action.milestones.enumerated() {
      let place = milestone.source == Source() ? source : milestone.source
      body(milestone.text, place) { "\(pointer)/milestones/\(index)/text" }
    }
    for (index, update) in action.updates.enumerated() {
      guard let text = update.text else { continue }
      body(text, update.source == Source() ? source : update.source) { "\(pointer)/updates/\(index)/text" }
    }
    field(action.rating?.text, "rating/text")
    field(action.monitoring, "monitoring")
    field(action.evidence, "evidence")
    field(action.resources, "resources")
    field(action.risks, "risks")
    for other in action.other { body(other.text, source) { "\(pointer)/other/\(JSONPointer.escaped(other.heading))" } }
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

/// Parts of JSON Pointers (RFC 6901).
enum JSONPointer {
  /// A key as part of a pointer: `~` is `~0`, `/` is `~1`.
  static func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
    return key.reduce(into: "") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
  }
}
