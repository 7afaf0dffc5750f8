// SPDX-License-Identifier: GPL-3.0-or-later

import Comparison
import PlanSchema
import Testing

@Suite("What holds for any two editions")
struct DiffPropertyTests {
  @Test("the samples are there") func samples() { #expect(FurnishedPlan.samples.count >= 14) }

  @Test("a sample has not changed from itself", arguments: FurnishedPlan.samples)
  func sampleAgainstItself(sample: String) throws {
    for plan in [try FurnishedPlan.sample(sample), try FurnishedPlan.furnished(sample)] {
      let diff = PlanDiff(from: plan, to: plan)
      #expect(diff.changes == [])
      #expect(diff.formal == 0)
      #expect(diff.unchangedActions == plan.actions.count)
    }
  }

  @Test("a generated plan has not changed from itself, duplicated texts or not", arguments: 0..<60)
  func generatedAgainstItself(seed: Int) {
    let plan = FurnishedPlan.generated(actions: seed * 2, seed: UInt64(seed))
    #expect(PlanDiff(from: plan, to: plan).changes == [])
  }

  @Test("exchanged editions exchange what was added and dropped, and what was merged and split", arguments: 0..<40)
  func mirror(seed: Int) {
    let old = FurnishedPlan.generated(actions: 12 + seed, seed: UInt64(seed))
    var writer = EditionWriter(old, seed: UInt64(seed) + 99)
    #expect(writer.edit(20) > 10)
    let new = writer.finish().plan
    let (there, back) = (PlanDiff(from: old, to: new), PlanDiff(from: new, to: old))
    func items(_ diff: PlanDiff, _ kind: ChangeKind, _ items: (PlanChange) -> [DiffItem]) -> Set<[String]> {
      Set(diff.changes.filter { $0.kind == kind }.map { items($0).map(\.id) })
    }
    #expect(items(there, .actionAdded, \.new) == items(back, .actionDropped, \.old))
    #expect(items(there, .actionDropped, \.old) == items(back, .actionAdded, \.new))
    #expect(items(there, .actionMerged, \.old) == items(back, .actionSplit, \.new))
    #expect(items(there, .actionSplit, \.new) == items(back, .actionMerged, \.old))
    #expect(there.changes.count { $0.kind == .deadlineChanged } == back.changes.count { $0.kind == .deadlineChanged })
    #expect(PlanDiff(from: old, to: new) == there)
  }

  @Test("two generated plans share nothing, and the diff says so")
  func strangers() {
    let old = FurnishedPlan.generated(actions: 20, seed: 1)
    var new = old
    for index in new.actions.indices {
      new.actions[index].text = "Zebra \(index) quokka \(index) walrus"
      new.actions[index].successMeasures = []
      new.actions[index].milestones = []
    }
    let diff = PlanDiff(from: old, to: new)
    #expect(diff.changes.count { $0.kind == .actionAdded } == 20)
    #expect(diff.changes.count { $0.kind == .actionDropped } == 20)
  }

  @Test("empty plans") func empty() {
    let empty = FurnishedPlan.generated(actions: 0, seed: 3)
    var full = FurnishedPlan.generated(actions: 5, seed: 3)
    full.sections = empty.sections
    full.indicators = empty.indicators
    #expect(PlanDiff(from: empty, to: full).changes.map(\.kind) == Array(repeating: .actionAdded, count: 5))
  }
}
