// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP108: text that a program recognised in pictures.
struct TextRecognised: Rule {
  let about = RuleDescription(
    id: "CP108", name: "text-recognised", severity: .note,
    looksAt: "Whether any of the text comes from OCR.",
    why: "Recognised text has wrong letters and figures here and there, and so has what is made of it.",
    fix: "Compare figures, dates and names with the document, or convert the document that the scan was made from.",
    example: "A scanned PDF; a PDF saved from Word has its text.")

  func check(_ subject: Subject) -> [Violation] {
    guard subject.plan.document.ocr else { return [] }
    return [
      Violation(
        message: "Text was recognised by OCR: compare figures, dates and names with the document.",
        pointer: "/document/ocr", source: nil, key: "")
    ]
  }
}
