// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Normaliser
import PlanSchema
import Testing

/// What holds for the plan of any document, whatever is in it.
@Suite struct LedgerPropertyTests {
  /// Random documents of one run of a test; each of the runs has seeds of its own. More with `COMMONPLAN_FUZZ`.
  static let documentsPerRun = ProcessInfo.processInfo.environment["COMMONPLAN_FUZZ"].flatMap { Int($0) } ?? 40

  @Test(arguments: 0..<10) func nothingIsLostNothingIsInvented(run: Int) {
    check(run: run, fault: LedgerPropertyTests.fault)
  }

  @Test func theSameDocumentGivesTheSamePlan() {
    check(run: 100) { draft in
      let document = draft.document()
      return Normaliser().normalise(document).plan == Normaliser().normalise(document).plan ? nil : "plans differ"
    }
  }

  @Test func whatRefersExists() {
    check(run: 200) { draft in
      let plan = Normaliser().normalise(draft.document()).plan
      let sections = Set(plan.sections.map(\.id))
      let actions = Set(plan.actions.map(\.id))
      if sections.count < plan.sections.count { return "two sections have one identifier" }
      if actions.count < plan.actions.count { return "two actions have one identifier" }
      if Set(plan.indicators.map(\.id)).count < plan.indicators.count { return "two indicators have one identifier" }
      if !(plan.sections.compactMap(\.parent) + plan.actions.compactMap(\.section)
        + plan.indicators.compactMap(\.section))
        .allSatisfy(sections.contains)
      {
        return "a section that is none"
      }
      if !plan.actions.compactMap(\.parent).allSatisfy(actions.contains) { return "a parent that is no action" }
      if plan.sections.contains(where: { $0.parent == $0.id }) || plan.actions.contains(where: { $0.parent == $0.id }) {
        return "its own parent"
      }
      return nil
    }
  }

  /// What is still wrong now and then: nothing, or the words that ``fault(_:)`` says it with.
  static let known: Set<String> = []

  /// What is wrong with the words of a document's plan, nil where nothing is.
  static func fault(_ draft: DraftDocument) -> String? {
    let document = draft.document()
    let normalisation = Normaliser().normalise(document)
    if normalisation.ledger.lost > 0 { return "lost" }
    if normalisation.ledger.doubledBytes > 0 { return "doubled" }
    let before = WordCount(document)
    let after = WordCount(normalisation.plan)
    if !before.missing(in: after).isEmpty { return "not in the plan" }
    if !after.unknown(to: before).isEmpty { return "not in the document" }
    return nil
  }

  private func check(run: Int, fault: (DraftDocument) -> String?) {
    var failures: [String: DraftDocument] = [:]
    for number in 0..<LedgerPropertyTests.documentsPerRun {
      var random = RandomDraft(seed: UInt64(run * 1_000_000 + number))
      let draft = random.draft()
      guard let found = fault(draft), failures[found] == nil else { continue }
      if LedgerPropertyTests.known.contains(found) {
        withKnownIssue(isIntermittent: true) { Issue.record("seed \(run * 1_000_000 + number): \(found)") }
        continue
      }
      let smallest = draft.shrunk { fault($0) == found }
      failures[found] = smallest
      let plan = Normaliser().normalise(smallest.document()).plan
      Issue.record("seed \(run * 1_000_000 + number): \(found)\n\(smallest)\n\(PlanDump(furniture: true).text(plan))")
    }
  }
}
