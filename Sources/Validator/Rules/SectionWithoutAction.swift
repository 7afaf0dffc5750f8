// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP222: a weakness or priority that nothing is done about.
struct SectionWithoutAction: Rule {
  let about = RuleDescription(
    id: "CP222", name: "section-without-action", severity: .warning,
    looksAt:
      "Sections with neither actions nor indicators, in themselves or in the sections below them, in plans where others "
      + "of their kind have some. Outcomes, themes and workstreams are a note.",
    why: "Inspectors look for an action under each weakness they named.",
    fix: "Add an action, or say in which other section the work is done.",
    example:
      "A third area of weakness with a heading and no rows; a heading whose sub-headings have the actions will do.")

  func check(_ subject: Subject) -> [Violation] {
    let plan = subject.plan
    var isFilled = Array(repeating: false, count: plan.sections.count)
    func fill(_ section: Int?) {
      guard let section else { return }
      for above in subject.sectionPaths[section] { isFilled[above] = true }
    }
    for section in subject.sectionOfAction { fill(section) }
    for indicator in plan.indicators { fill(indicator.section.flatMap { subject.sectionIndex[$0] }) }
    let kinds = Set(plan.sections.indices.filter { isFilled[$0] }.map { plan.sections[$0].kind })
    return plan.sections.enumerated().compactMap { index, section in
      guard !isFilled[index], section.kind != .other, kinds.contains(section.kind) else { return nil }
      // The heading above says it already.
      let path = subject.sectionPaths[index]
      if path.count > 1, !isFilled[path[1]], plan.sections[path[1]].kind != .other { return nil }
      return Violation(
        severity: isGrave(section.kind) ? nil : .note,
        message: "\(section.titleInWords) has no action: add one, or say where the work is done.",
        pointer: "/sections/\(index)", source: section.source, key: section.id)
    }
  }

  private func isGrave(_ kind: SectionKind) -> Bool {
    switch kind {
    case .weakness, .priority, .proposal, .objective: true
    case .theme, .workstream, .outcome, .other: false
    }
  }
}
