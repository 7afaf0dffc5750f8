// SPDX-License-Identifier: GPL-3.0-or-later

import CSV
import PlanSchema

/// Writes inspections side by side as one table, a row a report.
public struct InspectionOverviewCSVEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The table.
  public func emit(_ overview: InspectionOverview) -> [UInt8] {
    var bytes: [UInt8] = []
    CSVRecord.append(
      [
        "file", "authority", "gss", "framework", "grade", "dates", "dates_edtf", "previous", "previous_edtf", "next",
        "priority_actions", "improvements", "significant_weaknesses", "themes", "bodies",
      ], to: &bytes)
    for row in overview.rows {
      let plan = row.report
      let inspection = row.inspection
      let grade = inspection.outcome?.grade.map { String($0) } ?? ""
      let identity: [String] = [
        plan.document.file, plan.plan.authority?.name ?? "", plan.plan.authority?.gss ?? "",
        inspection.framework?.rawValue ?? "", grade,
      ]
      let dates: [String] = [
        inspection.dates?.text ?? "", inspection.dates?.edtf ?? "", inspection.previous?.text ?? "",
        inspection.previous?.edtf ?? "", inspection.next.joined(separator: "\n"),
      ]
      let counts = [InspectionArea.Kind.priorityAction, .improvement, .significantWeakness].map {
        String(row.count($0))
      }
      CSVRecord.append(
        identity + dates + counts + [overview.themeWords(row), row.bodies.joined(separator: "\n")], to: &bytes)
    }
    return bytes
  }
}
