// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
public import Normaliser
import Numbers
public import PlanSchema

/// What a conversion gave.
public struct Conversion: Sendable {
  /// The plan.
  public var plan: CanonicalPlan
  /// Why each table and column was read as it was.
  public var explanation: Explanation
  /// Where the document's words went.
  public var ledger: LedgerSummary
  /// What the reader of the format noticed; the plan's findings say it too.
  public var notices: [Notice]

  /// Where the document's words went, in one line, as `convert --ledger` says it.
  public var ledgerSummary: String { ledger.line }

  /// Reader, ledger, findings and every decision of the reading, as `commonplan explain` prints them.
  public var explanationText: String {
    var text = "\(plan.document.file): read by \(plan.document.reader) as \(plan.document.mediaType)\n"
    text += ledger.line + "\n"
    for finding in plan.findings { text += "\(finding.severity.rawValue) \(finding.id): \(finding.message)\n" }
    return text + "\n" + explanation.text
  }
}

extension LedgerSummary {
  /// The ledger on one line, as `convert --ledger` says it; `coverage` is the share of the words that are placed.
  public var line: String {
    var line = "ledger: coverage \(fixed(coverage)), \(total) words: \(fields) in fields, \(narrative) in narrative, "
    line += "\(furniture) in furniture, \(unplaced) unplaced"
    if lost > 0 { line += ", \(lost) lost" }
    if doubledBytes > 0 { line += ", \(doubledBytes) bytes placed twice" }
    return line
  }

  /// Four decimals, rounded down, so that only a whole share reads as 1.
  private func fixed(_ share: Double) -> String {
    let digits = String(Int(saturating: share * 10000))
    let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    return padded.dropLast(4) + "." + padded.suffix(4)
  }
}

extension Explanation {
  /// The decisions as text, a subject a paragraph: what it was taken for, how sure that is, and why.
  public var text: String {
    var text = ""
    for decision in decisions {
      text += "\(decision.subject): \(decision.outcome)"
      if decision.confidence < 1 { text += " (\(Int(saturating: (decision.confidence * 100).rounded())) %)" }
      text += "\n"
      for reason in decision.reasons { text += "    \(reason)\n" }
    }
    return text
  }
}
