// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension CSVTables {
  static let inspection = CSVTable(
    "inspection", "Inspections", "One row a document that tells of an inspection.", key: ["plan"],
    columns: [
      CSVField(
        column: CSVColumn(
          name: "plan", title: "Plan", description: "Key of the plan that the row belongs to.", isRequired: true,
          isUnique: true, reference: ("plan", "plan")),
        value: { $0.plan }),
      .text("framework", "Framework", "Framework of the inspection.") { $0.framework?.rawValue },
    ] + CSVField.when("dates", "Dates", "When the inspectors visited.") { $0.dates }
      + CSVField.when("previous", "Previous inspection", "When the previous inspection was.") { $0.previous } + [
        .integer("grade", "Grade", "Grade of the outcome: 1 the best, 3 the worst.") { $0.outcome?.grade },
        .text("outcome", "Outcome", "The paragraph that gives the outcome.") { $0.outcome?.text },
      ],
    items: { plan in plan.inspection.map { [$0] } ?? [] })

  static let areas = CSVTable(
    "areas", "Areas", "What inspectors ask a partnership to put right, one row an area.", key: ["key"],
    columns: CSVField.key("area") { $0.item.id } + [
      .text("kind", "Kind", "priority-action, improvement or significant-weakness.", required: true) {
        $0.kind.rawValue
      },
      .text("text", "Text", "The whole area with its bullets.", required: true) { $0.text },
      .text("responsible", "Responsible", "The bodies responsible, a line each.") { (area: InspectionArea) -> String? in
        area.responsible.isEmpty ? nil : area.responsible.map(\.text).joined(separator: "\n")
      },
    ] + CSVField.source { $0.source },
    items: { plan in plan.inspection?.areas ?? [] })

  /// A list of an inspection, by its key in the contract, with the texts in it.
  struct InspectionText: Sendable {
    let list: String
    let text: String
  }

  static let inspectionTexts = CSVTable(
    "inspection-texts", "Texts of inspections",
    "What follows, what is effective, what needs to improve: one row a text.",
    key: ["plan", "position"],
    columns: [
      .plan, .position,
      .text("list", "List", "next, effective or needsImprovement.", required: true) { $0.list },
      .text("text", "Text", "The words.", required: true) { $0.text },
    ],
    items: { (plan: CanonicalPlan) -> [InspectionText] in
      guard let inspection = plan.inspection else { return [] }
      let lists: [(String, [String])] = [
        ("next", inspection.next), ("effective", inspection.effective),
        ("needsImprovement", inspection.needsImprovement),
      ]
      return lists.flatMap { list, texts in texts.map { InspectionText(list: list, text: $0) } }
    })

  /// Someone whom a report names, with the part that they take.
  struct InspectionParty: Sendable {
    let part: String
    let body: InspectionPartner?
    let party: Party?
  }

  static let inspectionParties = CSVTable(
    "inspection-parties", "Bodies and people of inspections",
    "One row a leader of a partner (or a partner without leaders) or an inspector.", key: ["plan", "position"],
    columns: [
      .plan, .position,
      .text("part", "Part", "local-authority, health-body or inspector.", required: true) { $0.part },
      .text("body", "Body", "The partner's name, as printed.") { $0.body?.name },
      .text("website", "Website", "The partner's website, as printed.") { $0.body?.website },
      .text("text", "Text", "The words on the person.") { $0.party?.text },
      .text("name", "Name", "The person's name.") { $0.party?.name },
      .text("role", "Role", "The person's post.") { $0.party?.role },
      .text("organisation", "Organisation", "The person's employer.") { $0.party?.organisation },
    ],
    items: { (plan: CanonicalPlan) -> [InspectionParty] in
      guard let inspection = plan.inspection else { return [] }
      let bodies = inspection.partners.flatMap { (partner: InspectionPartner) -> [InspectionParty] in
        let leaders: [Party?] = partner.leaders.isEmpty ? [nil] : partner.leaders
        return leaders.map { InspectionParty(part: partner.kind.rawValue, body: partner, party: $0) }
      }
      return bodies + inspection.team.map { InspectionParty(part: "inspector", body: nil, party: $0) }
    })
}
