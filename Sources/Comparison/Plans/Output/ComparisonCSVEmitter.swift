// SPDX-License-Identifier: GPL-3.0-or-later

import CSV
import JSON
import PlanSchema

/// Writes a comparison as tables of comma-separated values (RFC 4180).
///
/// `plan` and `counterpart_plan` are labels of the plans, which no two share; an action is named by its plan and `action`.
public struct ComparisonCSVEmitter: Sendable {
  /// A table.
  public struct Table: Hashable, Sendable {
    /// The file's name.
    public var name: String
    /// What it holds, UTF-8.
    public var bytes: [UInt8]
  }

  /// An emitter.
  public init() {}

  /// The tables: actions, their themes, the matrix, counterparts, indicators, their readings.
  public func emit(_ comparison: PlanComparison) -> [Table] {
    let plans = comparison.plans.map(\.label)
    return [
      table(
        "comparison-actions.csv",
        [
          "plan", "action", "ref", "sections", "text", "leads", "timescale", "due_first", "due_last", "rating",
          "status", "themes", "place", "fragment",
        ],
        comparison.actions.map { item in
          [
            plans[item.plan], item.action.id, item.action.ref ?? "", item.sections.joined(separator: " > "),
            item.action.text, item.action.leads.map(\.text).joined(separator: "; "), item.action.timescale?.text ?? "",
            item.due?.first.iso ?? "", item.due?.last?.iso ?? "", item.rating?.text ?? "",
            item.rating?.status.rawValue ?? "",
            item.themes.map { comparison.themes[$0.theme].id }.joined(separator: " "),
            comparison.plans[item.plan].place(of: item.action.source), item.action.source.fragment ?? "",
          ]
        }),
      table(
        "comparison-themes.csv", ["plan", "action", "theme", "score", "words", "term", "found_in", "points"],
        comparison.actions.flatMap { item in
          item.themes.flatMap { match in
            match.evidence.map { evidence in
              [
                plans[item.plan], item.action.id, comparison.themes[match.theme].id, Hundredths.text(match.score),
                evidence.words, evidence.term, evidence.place.rawValue, Hundredths.text(evidence.points),
              ]
            }
          }
        }),
      table(
        "comparison-matrix.csv",
        ["theme", "plan", "actions", "with_lead", "with_deadline", "with_measure", "with_rating"],
        zip(comparison.themes, comparison.matrix).flatMap { theme, row in
          zip(plans, row).map { plan, cell in
            [
              theme.id, plan, String(cell.actions), String(cell.withLead), String(cell.withDeadline),
              String(cell.withMeasure), String(cell.withRating),
            ]
          }
        }),
      table(
        "comparison-counterparts.csv",
        ["plan", "action", "counterpart_plan", "counterpart_action", "score", "words"],
        comparison.actions.flatMap { item in
          item.counterparts.map { found in
            let other = comparison.actions[found.action]
            return [
              plans[item.plan], item.action.id, plans[other.plan], other.action.id, Hundredths.text(found.score),
              found.words.joined(separator: "; "),
            ]
          }
        }),
      table(
        "comparison-indicators.csv",
        ["plan", "indicator", "measure", "baseline", "themes", "place", "fragment"],
        comparison.indicators.map { item in
          [
            plans[item.plan], item.indicator.id, item.indicator.measure, item.indicator.baseline ?? "",
            item.themes.map { comparison.themes[$0.theme].id }.joined(separator: " "),
            comparison.plans[item.plan].place(of: item.indicator.source), item.indicator.source.fragment ?? "",
          ]
        }),
      table(
        "comparison-readings.csv", ["plan", "indicator", "position", "period", "target", "actual"],
        comparison.indicators.flatMap { item in
          item.indicator.readings.enumerated().map { index, reading in
            [
              plans[item.plan], item.indicator.id, String(index + 1), reading.period?.text ?? "", reading.target ?? "",
              reading.actual ?? "",
            ]
          }
        }),
    ]
  }

  private func table(_ name: String, _ header: [String], _ rows: [[String]]) -> Table {
    var bytes: [UInt8] = []
    CSVRecord.append(header, to: &bytes)
    for row in rows { CSVRecord.append(row, to: &bytes) }
    return Table(name: name, bytes: bytes)
  }
}
