// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Normaliser
import PlanSchema

/// What a person should know about a reading before relying on the plan.
enum ReadingFindings {
  /// Above this share of words that no rule could place, the reading as a whole is doubtful.
  private static let doubtfulShare = 0.1

  /// The extractor's notices, then what the plan lacks.
  static func make(_ document: SourceDocument, _ plan: CanonicalPlan, _ ledger: LedgerSummary) -> [Finding] {
    var findings = document.notices.map(Finding.init)
    if ledger.total == 0 {
      findings.append(
        Finding(
          id: "no-text", severity: .warning,
          message: "The document has no text. If its pages are pictures, install tesseract and convert it again."))
    } else if plan.actions.isEmpty {
      findings.append(
        Finding(
          id: "no-actions", severity: .warning,
          message: "No action was found: this may be no action plan, or one of a layout that is not known. "
            + "All its words are in narrative and unplaced; `commonplan explain` says how its tables were read."))
    }
    if ledger.unplaced > 0 {
      let share = Double(ledger.unplaced) / Double(max(1, ledger.total))
      findings.append(
        Finding(
          id: "text-unplaced", severity: share > doubtfulShare ? .warning : .note,
          message: "\(ledger.unplaced) of \(ledger.total) words of the document could not be placed; see unplaced."))
    }
    return findings
  }
}
