// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// What only the conversion can know and the plan alone does not show. It stands in ``CanonicalPlan/findings`` and is kept
/// there; everything else is found anew from the plan, by a ``Rule``.
public enum ReadingFinding: String, CaseIterable, Sendable {
  /// JSON that breaks the contract.
  case schemaViolation = "CP101"
  /// Words of the document that are nowhere in the plan.
  case textLost = "CP102"
  /// A column whose cells do not look like what it was taken for.
  case doubtfulColumn = "CP107"
  /// Pages or parts that could not be read.
  case partUnread = "CP109"
  /// A row whose cells were put back under their columns.
  case rowShifted = "CP111"
  /// Where the document's words went.
  case ledger = "CP112"
  /// Parts that were read, but less well than they should be.
  case readDegraded = "CP113"
  /// Text that is no part of the plan and was left out.
  case textLeftOut = "CP114"
  /// Text that a reader of the document does not see and that was read.
  case hiddenTextRead = "CP115"
  /// Something about the file that had to be assumed.
  case assumed = "CP116"
  /// What a person corrected, refused or signed off.
  case corrected = "CP117"

  /// The kind of a finding that a plan holds; nil for one of a rule. What has no id of this catalogue was left there by a
  /// correction, under a name of its own.
  init?(of finding: Finding) {
    if let kind = ReadingFinding(rawValue: finding.id) {
      self = kind
    } else if finding.id.hasPrefix("CP") {
      return nil
    } else {
      self = .corrected
    }
  }

  /// A finding of this kind.
  public func finding(_ message: String, severity: Finding.Severity? = nil, source: Source? = nil) -> Finding {
    Finding(id: rawValue, severity: severity ?? about.severity, message: message, source: source)
  }

  /// What it looks at and why, as for a rule.
  public var about: RuleDescription {
    switch self {
    case .schemaViolation:
      RuleDescription(
        id: rawValue, name: "schema-violation", severity: .error,
        looksAt: "JSON that is validated, against the JSON Schema of canonical plans.",
        why: "Programs that read the plan rely on its schema; a field that breaks it is read wrongly or not at all.",
        fix: "Convert the document anew, or mend the field; `commonplan schema` prints the schema.",
        example: "`\"severity\": \"grave\"`; `\"severity\": \"warning\"` would do.")
    case .textLost:
      RuleDescription(
        id: rawValue, name: "text-lost", severity: .error,
        looksAt: "Whether each word of the document is in a field, in narrative, in furniture or in unplaced.",
        why: "A plan that leaves words out cannot be relied on. This is an error of commonplan.",
        fix: "Please report it, with the smallest piece of the document that shows it.",
        example: "A document of 400 words of which 398 are in the plan.")
    case .doubtfulColumn:
      RuleDescription(
        id: rawValue, name: "doubtful-column-role", severity: .note,
        looksAt: "Columns of tables, and how well their cells fit what the column was taken for.",
        why: "Where the heading is unusual or the cells are mixed, the column may have been taken for something else.",
        fix: "Compare the column with the plan; `commonplan explain` says why it was read so. A plainer heading helps.",
        example:
          "A column headed “Notes” that was taken for success measures; one headed “Success measures” is certain.")
    case .partUnread:
      RuleDescription(
        id: rawValue, name: "part-unread", severity: .warning,
        looksAt: "Pages, parts, drawings and sheets that could not be read.",
        why: "What stands there is missing from the plan.",
        fix: "Do as the message says, and convert the document again.",
        example: "A scanned page where no OCR program is installed.")
    case .rowShifted:
      RuleDescription(
        id: rawValue, name: "row-shifted", severity: .note,
        looksAt: "Rows of exported tables whose cells stand under the wrong columns.",
        why: "The cells were put where they fit best; that may be wrong for some.",
        fix: "Compare the row with the plan, and mend the export.",
        example: "A row that begins with the action because the export dropped an empty reference.")
    case .ledger:
      RuleDescription(
        id: rawValue, name: "ledger", severity: .note,
        looksAt: "Where the words of the document went: fields, narrative, furniture, unplaced.",
        why: "It shows how much of a document is a plan that could be read, and that nothing was lost.",
        fix: "Nothing needs mending; where few words are in fields, see `commonplan explain`.",
        example: "412 words: 380 in fields, 20 in narrative, 12 in furniture, none unplaced.")
    case .readDegraded:
      RuleDescription(
        id: rawValue, name: "reading-degraded", severity: .warning,
        looksAt:
          "Parts that were read without something that helps: lines of tables, places of characters, whole quotes.",
        why: "Tables may have been cut wrongly there, or letters be missing.",
        fix: "Save or export the document anew from the program that made it, and compare those parts with the plan.",
        example: "A CSV file in which a quote opens and never closes.")
    case .textLeftOut:
      RuleDescription(
        id: rawValue, name: "text-left-out", severity: .note,
        looksAt: "Comments, deleted passages, scripts, footnote marks and other text that is no part of the plan.",
        why: "It is not in the plan, on purpose; you may have expected it there.",
        fix: "Move what belongs into the plan from the comment into the text.",
        example: "A Word file with three comments.")
    case .hiddenTextRead:
      RuleDescription(
        id: rawValue, name: "hidden-text-read", severity: .note,
        looksAt: "Sheets, rows and parts of a page that are hidden and were read.",
        why: "Hidden rows may be outdated, or not meant to be published.",
        fix: "Delete what should not be there, or show it.",
        example: "A workbook whose sheet of last year's actions is hidden.")
    case .assumed:
      RuleDescription(
        id: rawValue, name: "reading-assumed", severity: .note,
        looksAt: "Encodings, formats and colours that the file does not state plainly.",
        why: "A wrong assumption shows as wrong letters, figures or ratings.",
        fix: "Compare some values with the document; save text as UTF-8.",
        example: "A text file that is no UTF-8.")
    case .corrected:
      RuleDescription(
        id: rawValue, name: "corrected-by-hand", severity: .note,
        looksAt: "What a patch of `commonplan review` changed, could not change, and who signed it off.",
        why: "The plan says there what a person read, not what the program did.",
        fix: "Where a correction no longer fits, review the document once more.",
        example: "A deadline that a person corrected.")
    }
  }

  /// What tells a finding of this kind from others of its kind: its words, except where they are counts alone.
  func key(of finding: Finding) -> String { self == .ledger ? "" : finding.message }
}
