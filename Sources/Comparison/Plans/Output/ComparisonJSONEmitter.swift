// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
import PlanSchema

/// Writes a comparison as JSON.
///
/// Positions in the lists `plans`, `themes` and `actions` count from 0 and name their members everywhere; scores and points
/// have two decimals.
public struct ComparisonJSONEmitter: Sendable {
  /// Version of this form; fields may be added within version 1.
  public static let version = "1.0"

  /// An emitter.
  public init() {}

  /// The comparison as JSON, UTF-8, indented.
  public func emit(_ comparison: PlanComparison) -> [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.beginObject()
    json.key("comparisonVersion")
    json.value(Self.version)
    json.list("themes", comparison.themes) { theme, json in
      json.text("id", theme.id)
      json.text("title", theme.title)
      json.text("about", theme.about)
    }
    json.list("plans", comparison.plans, plan)
    json.key("matrix")
    json.beginArray()
    for (theme, row) in comparison.matrix.enumerated() {
      for (plan, cell) in row.enumerated() where cell.actions > 0 {
        json.beginObject()
        json.text("theme", comparison.themes[theme].id)
        json.number("plan", plan)
        self.cell(cell, &json)
        json.endObject()
      }
    }
    json.endArray()
    json.list("colourConflicts", comparison.colourConflicts) { conflict, json in
      json.text("colour", conflict.colour.rawValue)
      json.list("meanings", conflict.meanings) { meaning, json in
        json.number("plan", meaning.plan)
        json.text("status", meaning.status.rawValue)
        json.text("words", meaning.words)
      }
    }
    json.list("leads", comparison.leads) { lead, json in
      json.text("name", lead.name)
      json.number("actions", lead.total)
      json.key("plans")
      json.beginArray()
      for (plan, count) in lead.actions.enumerated() where count > 0 {
        json.beginObject()
        json.number("plan", plan)
        json.number("actions", count)
        json.endObject()
      }
      json.endArray()
    }
    json.list("actions", comparison.actions) { item, json in action(item, comparison, &json) }
    json.list("indicators", comparison.indicators) { item, json in indicator(item, comparison, &json) }
    json.endObject()
    json.endDocument()
    return json.bytes
  }

  private func plan(_ item: ComparedPlan, _ json: inout JSONWriter) {
    let info = item.plan.plan
    json.text("label", item.label)
    json.text("authority", info.authority?.name)
    json.text("gss", info.authority?.gss)
    json.text("title", info.title)
    json.text("kind", info.kind.rawValue)
    json.text("date", info.date?.text)
    json.text("file", item.plan.document.file)
    json.text("sha256", item.plan.document.sha256)
    json.number("actions", item.plan.actions.count)
    json.number("indicators", item.plan.indicators.count)
    json.list("ratingKey", info.ratingKey) { entry, json in
      json.text("colour", entry.colour?.rawValue)
      json.text("text", entry.text)
      json.text("status", entry.status.rawValue)
    }
  }

  private func cell(_ cell: ThemeCell, _ json: inout JSONWriter) {
    json.number("actions", cell.actions)
    json.number("withLead", cell.withLead)
    json.number("withDeadline", cell.withDeadline)
    json.number("withMeasure", cell.withMeasure)
    json.number("withRating", cell.withRating)
  }

  private func action(_ item: ComparedAction, _ comparison: PlanComparison, _ json: inout JSONWriter) {
    json.number("plan", item.plan)
    json.text("id", item.action.id)
    json.text("ref", item.action.ref)
    json.texts("sections", item.sections)
    json.text("text", item.action.text)
    json.texts("leads", item.action.leads.map(\.text))
    json.text("timescale", item.action.timescale?.text)
    json.text("dueFirst", item.due?.first.iso)
    json.text("dueLast", item.due?.last?.iso)
    json.texts("successMeasures", item.action.successMeasures)
    if let rating = item.rating {
      json.key("rating")
      json.beginObject()
      json.text("text", rating.text)
      json.text("colour", rating.colour?.rawValue)
      json.text("status", rating.status.rawValue)
      json.endObject()
    }
    themes(item.themes, comparison, &json)
    json.list("counterparts", item.counterparts) { counterpart, json in
      json.number("action", counterpart.action)
      json.number("plan", comparison.actions[counterpart.action].plan)
      json.text("id", comparison.actions[counterpart.action].action.id)
      json.key("score")
      json.value(hundredths: counterpart.score)
      json.texts("words", counterpart.words)
    }
    place(item.action.source, item.plan, comparison, &json)
  }

  private func indicator(_ item: ComparedIndicator, _ comparison: PlanComparison, _ json: inout JSONWriter) {
    json.number("plan", item.plan)
    json.text("id", item.indicator.id)
    json.text("measure", item.indicator.measure)
    json.text("baseline", item.indicator.baseline)
    json.list("readings", item.indicator.readings) { reading, json in
      json.text("period", reading.period?.text)
      json.text("target", reading.target)
      json.text("actual", reading.actual)
    }
    themes(item.themes, comparison, &json)
    place(item.indicator.source, item.plan, comparison, &json)
  }

  private func themes(_ matches: [ThemeMatch], _ comparison: PlanComparison, _ json: inout JSONWriter) {
    json.list("themes", matches) { match, json in
      json.text("id", comparison.themes[match.theme].id)
      json.key("score")
      json.value(hundredths: match.score)
      json.list("why", match.evidence) { evidence, json in
        json.text("words", evidence.words)
        json.text("term", evidence.term)
        json.text("place", evidence.place.rawValue)
        json.key("points")
        json.value(hundredths: evidence.points)
      }
    }
  }

  private func place(_ source: Source, _ plan: Int, _ comparison: PlanComparison, _ json: inout JSONWriter) {
    json.text("place", comparison.plans[plan].place(of: source))
    json.text("fragment", source.fragment)
  }
}
