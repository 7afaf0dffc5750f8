// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Normaliser
import PlanSchema
import Validator

/// What a person should know about a reading before relying on the plan, as far as the plan itself does not show it. What
/// it shows, the validator's rules find.
enum ReadingFindings {
  /// The extractor's notices, then what the normaliser doubted, then the ledger.
  static func make(_ document: SourceDocument, _ explanation: Explanation, _ ledger: LedgerSummary) -> [Finding] {
    var findings = document.notices.map(Finding.init)
    findings += concerns(explanation)
    if ledger.lost > 0 || ledger.doubledBytes > 0 {
      findings.append(
        ReadingFinding.textLost.finding(
          "\(ledger.lost) of \(ledger.total) words of the document are not in the plan and \(ledger.doubledBytes) bytes are "
            + "there twice. This is an error of commonplan; please report it."))
    }
    if ledger.total > 0 {
      findings.append(
        ReadingFinding.ledger.finding(
          "\(ledger.total) words: \(ledger.fields) in fields, \(ledger.narrative) in narrative, "
            + "\(ledger.furniture) in furniture, \(ledger.unplaced) unplaced."))
    }
    return findings
  }

  /// What the normaliser doubted; rows that follow one another are one finding.
  private static func concerns(_ explanation: Explanation) -> [Finding] {
    var findings: [Finding] = []
    var shifted: (table: Int, rows: ClosedRange<Int>)?
    func finishRows() {
      guard let run = shifted else { return }
      let rows =
        run.rows.count == 1
        ? "row \(run.rows.lowerBound): its" : "rows \(run.rows.lowerBound) to \(run.rows.upperBound): their"
      findings.append(
        ReadingFinding.rowShifted.finding(
          "Table \(run.table), \(rows) cells were put back under their columns; compare them with the document.",
          source: Source(table: run.table, row: run.rows.lowerBound)))
      shifted = nil
    }
    for concern in explanation.concerns {
      switch concern {
      case .rowShifted(let table, let row):
        if let run = shifted, run.table == table, row == run.rows.upperBound + 1 {
          shifted = (table, run.rows.lowerBound...row)
        } else {
          finishRows()
          shifted = (table, row...row)
        }
      case .doubtfulColumn(let table, let column, let heading, let role):
        finishRows()
        let headed = heading.isEmpty ? ", without a heading," : ", headed “\(heading)”,"
        findings.append(
          ReadingFinding.doubtfulColumn.finding(
            "Column \(column) of table \(table)\(headed) was taken for \(role), though neither heading nor cells show it "
              + "plainly; `commonplan explain` says why.", source: Source(table: table)))
      }
    }
    finishRows()
    return findings
  }
}
