// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Many inspections side by side: grade, dates, areas and their themes, bodies.
public struct InspectionOverview: Sendable {
  /// One report.
  public struct Row: Sendable {
    /// The converted report.
    public var report: CanonicalPlan
    /// What it says; empty where the document tells of no inspection.
    public var inspection: Inspection
    /// Themes of its areas, the commonest first, as positions in ``InspectionOverview/themes`` with the number of areas.
    public var themes: [(theme: Int, areas: Int)]

    /// What the row is called: the authority, else the file.
    public var label: String { report.plan.authority?.name ?? report.document.file }

    /// How many areas there are of a kind.
    public func count(_ kind: InspectionArea.Kind) -> Int { inspection.areas.count { $0.kind == kind } }

    /// The bodies of the partnership; where the report lists none, those responsible for areas.
    public var bodies: [String] {
      if !inspection.partners.isEmpty { return inspection.partners.map(\.name) }
      var names: [String] = []
      for name in inspection.areas.flatMap({ $0.responsible.map(\.text) }) where !names.contains(name) {
        names.append(name)
      }
      return names
    }
  }

  /// The themes that areas are sorted by.
  public let themes: [Theme]
  /// The reports, by name.
  public let rows: [Row]

  /// Puts reports side by side.
  public init(_ reports: [CanonicalPlan], themes set: ThemeSet) {
    var classifier = ThemeClassifier(set)
    themes = set.themes
    var rows: [Row] = []
    for report in reports {
      let inspection = report.inspection ?? Inspection()
      var counts: [Int: Int] = [:]
      for area in inspection.areas {
        for match in classifier.themes(of: area.text, titles: [], measures: []) { counts[match.theme, default: 0] += 1 }
      }
      let themes = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (theme: $0.key, areas: $0.value) }
      rows.append(Row(report: report, inspection: inspection, themes: themes))
    }
    self.rows = rows.sorted {
      ($0.label, $0.inspection.dates?.edtf ?? "") < ($1.label, $1.inspection.dates?.edtf ?? "")
    }
  }

  /// The themes of a row in words, with the number of areas of each.
  func themeWords(_ row: Row) -> String {
    row.themes.map { "\(themes[$0.theme].title) (\($0.areas))" }.joined(separator: "; ")
  }
}
