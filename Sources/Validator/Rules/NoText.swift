// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP103: a document without a word.
struct NoText: Rule {
  let about = RuleDescription(
    id: "CP103", name: "no-text", severity: .warning,
    looksAt: "Whether there is any text in the document.",
    why: "A plan whose pages are pictures is empty for everybody who reads it with a program, screen readers included.",
    fix: "Install tesseract and convert it again, or publish the document from the program that it was written in.",
    example: "A scan, where no OCR program is installed.")

  func check(_ subject: Subject) -> [Violation] {
    guard NoText.isEmpty(subject.plan) else { return [] }
    return [
      Violation(
        message: "The document has no text. If its pages are pictures, install tesseract and convert it again.",
        pointer: "", source: nil, key: "")
    ]
  }

  /// Whether nothing at all was read.
  static func isEmpty(_ plan: CanonicalPlan) -> Bool {
    plan.sections.isEmpty && plan.actions.isEmpty && plan.indicators.isEmpty && plan.groups.isEmpty
      && plan.glossary.isEmpty && plan.narrative.isEmpty && plan.unplaced.isEmpty && plan.furniture.isEmpty
      && plan.plan.title == nil
  }
}
