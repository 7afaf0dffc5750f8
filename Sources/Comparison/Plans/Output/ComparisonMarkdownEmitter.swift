// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers
import PlanSchema

/// Writes a comparison as Markdown (GitHub tables), for a committee paper or a message.
public struct ComparisonMarkdownEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The comparison as Markdown.
  public func emit(_ comparison: PlanComparison) -> String {
    var page = MarkdownPage()
    page.heading(1, "Plans compared: \(comparison.plans.map(\.label).joined(separator: ", "))")
    plans(comparison, &page)
    matrix(comparison, &page)
    colours(comparison, &page)
    leads(comparison, &page)
    for (position, theme) in comparison.themes.enumerated() { actions(position, theme, comparison, &page) }
    let rest = comparison.actions.filter(\.themes.isEmpty)
    if !rest.isEmpty {
      page.heading(2, "Actions with no theme")
      table(of: rest, comparison, &page) { _ in "" }
    }
    indicators(comparison, &page)
    return page.text
  }

  private func plans(_ comparison: PlanComparison, _ page: inout MarkdownPage) {
    page.heading(2, "The plans")
    let totals = comparison.totals
    page.table(
      [
        "Plan", "Kind", "Date", "Actions", "With lead", "With deadline", "With measure", "With rating", "Indicators",
        "File",
      ],
      comparison.plans.enumerated().map { position, item in
        let cell = totals[position]
        return [
          item.label, item.plan.plan.kind.words, item.plan.plan.date?.text ?? "", String(cell.actions),
          share(cell.withLead, cell), share(cell.withDeadline, cell), share(cell.withMeasure, cell),
          share(cell.withRating, cell), String(item.plan.indicators.count), item.plan.document.file,
        ]
      })
  }

  private func matrix(_ comparison: PlanComparison, _ page: inout MarkdownPage) {
    page.heading(2, "Themes")
    page.paragraph("Actions by theme; an action may have several.")
    page.table(
      ["Theme"] + comparison.plans.map(\.label),
      zip(comparison.themes, comparison.matrix).map { theme, row in
        [theme.title] + row.map { $0.actions == 0 ? "–" : String($0.actions) }
      })
  }

  private func colours(_ comparison: PlanComparison, _ page: inout MarkdownPage) {
    guard !comparison.colourConflicts.isEmpty else { return }
    page.heading(2, "Colours that do not mean the same")
    page.table(
      ["Colour", "Plan", "Means", "In the key's words"],
      comparison.colourConflicts.flatMap { conflict in
        conflict.meanings.map { meaning in
          [
            conflict.colour.rawValue, comparison.plans[meaning.plan].label, meaning.status.words,
            meaning.words ?? "no key; the usual reading",
          ]
        }
      })
  }

  private func leads(_ comparison: PlanComparison, _ page: inout MarkdownPage) {
    guard !comparison.leads.isEmpty else { return }
    page.heading(2, "Who leads")
    let shown = comparison.leads.prefix(20)
    page.table(
      ["Lead"] + comparison.plans.map(\.label),
      shown.map { lead in [lead.name] + lead.actions.map { $0 == 0 ? "–" : String($0) } })
    if shown.count < comparison.leads.count {
      page.paragraph("The \(shown.count) that lead most, of \(comparison.leads.count).")
    }
  }

  private func actions(_ position: Int, _ theme: Theme, _ comparison: PlanComparison, _ page: inout MarkdownPage) {
    let members = comparison.actions.filter { item in item.themes.contains { $0.theme == position } }
    guard !members.isEmpty else { return }
    page.heading(2, theme.title)
    page.paragraph(theme.about)
    table(of: members, comparison, &page) { item in
      let evidence = item.themes.first { $0.theme == position }?.evidence.prefix(3) ?? []
      return evidence.map(\.words).joined(separator: ", ")
    }
  }

  private func table(
    of items: [ComparedAction], _ comparison: PlanComparison, _ page: inout MarkdownPage,
    why: (ComparedAction) -> String
  ) {
    page.table(
      ["Plan", "Action", "Lead", "By when", "Status", "Closest counterpart", "Why here", "Place"],
      items.map { item in
        let plan = comparison.plans[item.plan]
        let counterpart = item.counterparts.first.map { found in
          let other = comparison.actions[found.action]
          return
            "\(comparison.plans[other.plan].label) \(other.action.ref ?? other.action.id) (\(percent(found.score)))"
        }
        return [
          plan.label, [item.action.ref, item.action.text].compactMap { $0 }.joined(separator: " "),
          item.action.leads.map(\.text).joined(separator: "; "),
          item.action.timescale?.text ?? item.due?.first.iso ?? "",
          item.rating?.status.words ?? "", counterpart ?? "", why(item), plan.place(of: item.action.source),
        ]
      })
  }

  private func indicators(_ comparison: PlanComparison, _ page: inout MarkdownPage) {
    guard !comparison.indicators.isEmpty else { return }
    page.heading(2, "Indicators")
    let ordered = comparison.indicators.enumerated().sorted { left, right in
      let themes = (left.element.themes.first?.theme ?? Int.max, right.element.themes.first?.theme ?? Int.max)
      return (themes.0, left.offset) < (themes.1, right.offset)
    }
    page.table(
      ["Theme", "Plan", "Measure", "Baseline", "Targets", "Place"],
      ordered.map { _, item in
        let plan = comparison.plans[item.plan]
        let targets = item.indicator.readings.compactMap { reading in
          reading.target.map { target in reading.period.map { "\($0.text): \(target)" } ?? target }
        }
        return [
          item.themes.first.map { comparison.themes[$0.theme].title } ?? "", plan.label, item.indicator.measure,
          item.indicator.baseline ?? "", targets.joined(separator: "; "), plan.place(of: item.indicator.source),
        ]
      })
  }

  private func share(_ part: Int, _ cell: ThemeCell) -> String {
    cell.actions == 0 ? "–" : "\(part) (\(percent(Double(part) / Double(cell.actions))))"
  }

  private func percent(_ share: Double) -> String { "\(Int(saturating: (share * 100).rounded()))%" }
}
