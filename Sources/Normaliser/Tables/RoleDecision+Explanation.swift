// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

// What decided, for `commonplan explain`.
extension RoleDecision {
  func explain(_ layout: Layout, _ best: Hypothesis, evidence: RoleEvidence, grid: Grid) {
    let beside = KindEvidence(columns: evidence.columns, heads: layout.columns.map(\.words), isTitled: layout.isTitled)
      .pieces(best.kind, roles: best.roles, records: best.records)
    reading.explanation.note(
      "table \(grid.number)", layout.kind.rawValue,
      ["sum \(RoleDecision.figure(best.total)): " + RoleDecision.list(beside, else: "no kind of record")])
    for (index, column) in layout.columns.enumerated() {
      guard let role = column.role else { continue }
      var reasons = column.words.isEmpty ? [] : ["headed \"\(column.words)\""]
      let kind = best.kind == .decoy ? TableKind.actions : best.kind
      let ranked = RoleDecision.roles(kind)
        .map { (role: $0, sum: evidence.sum(index, $0, kind: kind, records: best.records)) }
        .sorted { ($0.sum, $1.role.rawValue) > ($1.sum, $0.role.rawValue) }
      for entry in ranked.prefix(3) where entry.sum > 0 {
        let pieces = evidence.pieces(index, entry.role, kind: kind, records: best.records)
        reasons.append(
          "\(entry.role.rawValue) \(RoleDecision.figure(entry.sum)): " + RoleDecision.list(pieces, else: "-"))
      }
      let fit = column.profile?.fit(role) ?? 0.5
      reading.explanation.note("table \(grid.number), column \(index + 1)", role.rawValue, confidence: fit, reasons)
      // Without a heading that speaks for the role, cells alone are weak evidence. Figures stand under dates.
      let isNamed = reading.headings.votes(column.words).contains { $0.role == role }
      if !isNamed, fit < 0.5, (column.profile?.filled ?? 0) > 0, !ColumnRole.ofFigures.contains(role) {
        reading.explanation.note(
          .doubtfulColumn(table: grid.number, column: index + 1, heading: column.words, role: role.rawValue))
      }
    }
  }

  private static func list(_ pieces: [EvidencePiece], else none: String) -> String {
    pieces.isEmpty ? none : pieces.map { "\($0.name) \(figure($0.value))" }.joined(separator: ", ")
  }

  /// A sum to one decimal.
  static func figure(_ value: Double) -> String {
    let tenths = Int(saturating: (value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
