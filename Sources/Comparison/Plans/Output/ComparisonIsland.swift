// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
import Numbers
import PlanSchema

/// The data that the page's script shows, as JSON that may stand inside HTML. Keys have one letter, because there is one
/// record an action.
struct ComparisonIsland {
  func json(_ comparison: PlanComparison) -> [UInt8] {
    var json = JSONWriter(isIndented: false)
    let counted = leadNumbers(comparison)
    json.beginObject()
    json.list("themes", comparison.themes) { theme, json in json.text("t", theme.title) }
    json.list("plans", comparison.plans) { item, json in
      json.text("l", item.label)
      json.text("f", item.plan.document.file)
      json.text("h", RelativeLink.encoded(item.plan.document.file))
      json.key("k")
      json.value(texts: item.plan.plan.ratingKey.map { "\($0.text) = \($0.status.words)" })
    }
    json.texts("leads", comparison.leads.map(\.name), orEmpty: true)
    json.list("actions", comparison.actions) { item, json in action(item, comparison, counted, &json) }
    json.list("indicators", Array(comparison.indicators.enumerated())) { entry, json in
      indicator(entry.element, entry.offset, comparison, &json)
    }
    json.endObject()
    return Self.escaped(json.bytes)
  }

  private func action(
    _ item: ComparedAction, _ comparison: PlanComparison, _ leads: [String: Int], _ json: inout JSONWriter
  ) {
    json.number("p", item.plan)
    json.text("r", item.action.ref ?? item.action.id)
    json.text("x", item.action.text)
    json.texts("s", item.sections)
    json.texts("l", item.action.leads.map(\.text))
    json.texts("m", item.action.successMeasures)
    let numbers = Set(item.action.leads.compactMap { leads[LeadCounter.key(of: $0)] }).sorted()
    if !numbers.isEmpty {
      json.key("n")
      json.value(hundredths: numbers.map(Double.init))
    }
    json.text("w", item.action.timescale?.text)
    if let due = item.due { json.text("e", (due.last ?? due.first).iso) }
    if let year = item.year { json.number("y", year) }
    if let rating = item.rating {
      json.text("u", rating.status.rawValue)
      json.text("v", rating.text)
      json.text("c", rating.colour?.rawValue)
    }
    json.texts("k", item.action.milestones.compactMap { $0.rating?.status.rawValue })
    themes(item.themes, withEvidence: true, &json)
    if !item.counterparts.isEmpty {
      json.key("q")
      json.beginArray()
      for counterpart in item.counterparts {
        json.beginArray()
        json.value(counterpart.action)
        json.value(Int(saturating: (counterpart.score * 100).rounded()))
        json.value(texts: counterpart.words)
        json.endArray()
      }
      json.endArray()
    }
    place(item.action.source, &json)
  }

  private func indicator(
    _ item: ComparedIndicator, _ number: Int, _ comparison: PlanComparison, _ json: inout JSONWriter
  ) {
    json.number("i", number)
    json.number("p", item.plan)
    json.text("x", item.indicator.measure)
    json.text("b", item.indicator.baseline)
    if !item.indicator.readings.isEmpty {
      json.key("g")
      json.beginArray()
      for reading in item.indicator.readings {
        json.value(texts: [reading.period?.text ?? "", reading.target ?? "", reading.actual ?? ""])
      }
      json.endArray()
    }
    themes(item.themes, withEvidence: false, &json)
    place(item.indicator.source, &json)
  }

  private func themes(_ matches: [ThemeMatch], withEvidence: Bool, _ json: inout JSONWriter) {
    guard !matches.isEmpty else { return }
    json.key("t")
    json.beginArray()
    for match in matches {
      json.beginArray()
      json.value(match.theme)
      json.value(hundredths: match.score)
      if withEvidence {
        json.beginArray()
        for evidence in match.evidence {
          json.beginArray()
          json.value(evidence.words)
          json.value(evidence.place.rawValue)
          json.value(hundredths: evidence.points)
          json.endArray()
        }
        json.endArray()
      }
      json.endArray()
    }
    json.endArray()
  }

  private func place(_ source: Source, _ json: inout JSONWriter) {
    json.text("o", source.label)
    json.text("f", source.fragment)
  }

  private func leadNumbers(_ comparison: PlanComparison) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for (index, lead) in comparison.leads.enumerated() { numbers[LeadCounter.key(of: lead.name)] = index }
    return numbers
  }

  /// In a script element only `<` could end the element or begin a comment; JSON has it only inside texts.
  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == UInt8(ascii: "<") { escaped += Array("\\u003c".utf8) } else { escaped.append(byte) }
    }
    return escaped
  }
}
