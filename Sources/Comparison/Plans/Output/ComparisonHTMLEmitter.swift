// SPDX-License-Identifier: GPL-3.0-or-later

public import HTMLPages
import Numbers
import PlanSchema

/// Writes a comparison as one page that loads nothing: matrix, time line, status, leads, indicators and actions, with a
/// filter that works without a server.
public struct ComparisonHTMLEmitter: Sendable {
  /// From how many plans on the matrix has them as its rows, so that it fits a screen's width.
  private static let widest = 8

  /// An emitter.
  public init() {}

  /// The page.
  ///
  /// - Throws: ``HTMLTemplateError``, which would be an error of the program.
  public func emit(_ comparison: PlanComparison) throws(HTMLTemplateError) -> String {
    let labels = comparison.plans.map(\.label)
    let heading =
      labels.count <= Self.widest
      ? "Action plans compared: \(labels.joined(separator: ", "))" : "\(labels.count) action plans compared"
    var values: [String: any Sendable] = [
      "heading": heading,
      "summary":
        "\(labels.count) plans, \(comparison.actions.count) actions, \(comparison.indicators.count) indicators, "
        + "\(comparison.themes.count) themes.",
      "plans": plans(comparison),
      "themes": comparison.themes.enumerated().map { index, theme -> [String: any Sendable] in
        ["index": index, "title": theme.title]
      },
      "conflicts": conflicts(comparison),
      "data": String(decoding: ComparisonIsland().json(comparison), as: UTF8.self),
    ]
    values.merge(matrix(comparison)) { _, new in new }
    return try HTMLPage(
      title: heading, style: String(decoding: PackageResources.comparison_css, as: UTF8.self),
      body: HTMLTemplate(PackageResources.comparison_mustache).render(values),
      script: String(decoding: PackageResources.comparison_js, as: UTF8.self)
    ).html()
  }

  private func plans(_ comparison: PlanComparison) -> [[String: any Sendable]] {
    zip(comparison.plans, comparison.totals).enumerated().map { index, pair in
      let (item, cell) = pair
      return [
        "index": index, "label": item.label, "kind": item.plan.plan.kind.words,
        "date": item.plan.plan.date?.text ?? "", "actions": cell.actions, "lead": share(cell.withLead, cell),
        "deadline": share(cell.withDeadline, cell), "measure": share(cell.withMeasure, cell),
        "rating": share(cell.withRating, cell), "indicators": item.plan.indicators.count,
        "file": item.plan.document.file, "link": RelativeLink.encoded(item.plan.document.file),
      ]
    }
  }

  private func share(_ part: Int, _ cell: ThemeCell) -> String {
    cell.actions == 0 ? "–" : "\(part) (\(Int(saturating: (Double(part) * 100 / Double(cell.actions)).rounded()))%)"
  }

  private func conflicts(_ comparison: PlanComparison) -> [[String: any Sendable]] {
    comparison.colourConflicts.map { conflict in
      [
        "colour": conflict.colour.rawValue,
        "meanings": conflict.meanings.map { meaning in
          let words = meaning.words.map { "“\($0)”" } ?? "no key; the usual reading"
          return "\(comparison.plans[meaning.plan].label): \(meaning.status.words) (\(words))"
        },
      ]
    }
  }

  private func matrix(_ comparison: PlanComparison) -> [String: any Sendable] {
    let themes = comparison.themes.enumerated().map { index, theme in
      Heading(name: theme.title, target: "data-filter=\"theme\" data-value=\"\(index)\"")
    }
    let plans = comparison.plans.enumerated().map { index, plan in
      Heading(name: plan.label, target: "data-filter=\"plan\" data-value=\"\(index)\"")
    }
    let matrix = comparison.matrix
    let hasPlansInRows = plans.count > Self.widest
    let rows: [[String: any Sendable]] = (hasPlansInRows ? plans : themes).enumerated().map { row, heading in
      let cells = (hasPlansInRows ? themes : plans).indices.map { column in
        cell(hasPlansInRows ? matrix[column][row] : matrix[row][column])
      }
      return ["name": heading.name, "target": heading.target, "cells": cells]
    }
    return [
      "corner": hasPlansInRows ? "Authority" : "Theme", "rows": rows,
      "columns": (hasPlansInRows ? themes : plans).map { heading -> [String: any Sendable] in
        ["name": heading.name, "target": heading.target]
      },
    ]
  }

  private func cell(_ cell: ThemeCell) -> [String: any Sendable] {
    guard cell.actions > 0 else { return ["count": "–"] }
    return [
      "count": String(cell.actions),
      "values": "\(cell.actions) \(cell.withLead) \(cell.withDeadline) \(cell.withMeasure) \(cell.withRating)",
    ]
  }
}

/// A row's or column's name and what its button sets.
private struct Heading {
  let name: String
  /// Attributes of the button, HTML.
  let target: String
}
