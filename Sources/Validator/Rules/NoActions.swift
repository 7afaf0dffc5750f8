// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP104: a document in which no action was found.
struct NoActions: Rule {
  let about = RuleDescription(
    id: "CP104", name: "no-actions", severity: .warning,
    looksAt: "Whether the document has any action.",
    why: "It may be no action plan, or one of a layout that is not known; its words are in narrative and unplaced.",
    fix: "Check that it is the right file; `commonplan explain` says how its tables were read.",
    example: "Minutes of a meeting; a plan with one action would do.")

  func check(_ subject: Subject) -> [Violation] {
    // An inspection report has none, and need not.
    guard subject.plan.actions.isEmpty, subject.plan.plan.kind != .inspectionReport, !NoText.isEmpty(subject.plan)
    else { return [] }
    return [
      Violation(
        message: "No action was found: this may be no action plan, or one of a layout that is not known. "
          + "All its words are in narrative and unplaced; `commonplan explain` says how its tables were read.",
        pointer: "/actions", source: nil, key: "")
    ]
  }
}
