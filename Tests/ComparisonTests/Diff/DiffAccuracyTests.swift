// SPDX-License-Identifier: GPL-3.0-or-later

import Comparison
import PlanSchema
import TestSupport
import Testing

@Suite("What a diff says about editions made by known edits")
struct DiffAccuracyTests {
  /// Edits a sample has to bear, over as many editions as that takes.
  private static let edits = 200

  @Test("200 edits of every kind are described", arguments: FurnishedPlan.samples)
  func edits(sample: String) throws {
    let old = try FurnishedPlan.furnished(sample)
    var counts = (right: 0, said: 0, true: 0, edits: 0)
    var kinds: [String: Int] = [:]
    var numbers = SeededNumbers(seed: 2026)
    var faults: [String] = []
    while counts.edits < DiffAccuracyTests.edits {
      var writer = EditionWriter(old, seed: numbers.next())
      let room = min(8 + numbers.below(8), DiffAccuracyTests.edits - counts.edits)
      let done = writer.edit(room)
      #expect(done > 0)
      guard done > 0 else { return }
      counts.edits += done
      kinds.merge(writer.edits) { $0 + $1 }
      let (new, truth) = writer.finish()
      let said = PlanDiff(from: old, to: new).changes.map { Fact($0) }
      var left = truth
      for fact in said {
        if let index = left.firstIndex(of: fact) {
          left.remove(at: index)
          counts.right += 1
        } else {
          faults.append("  said:   \(fact)")
        }
      }
      faults += left.map { "  missed: \($0)" }
      if !faults.isEmpty, faults.last != "--" { faults.append("--") }
      counts.said += said.count
      counts.true += truth.count
    }
    let precision = Double(counts.right) / Double(counts.said)
    let recall = Double(counts.right) / Double(counts.true)
    print("diff of \(sample): \(counts.edits) edits, \(counts.true) facts, precision \(precision), recall \(recall)")
    if !faults.isEmpty { print(faults.joined(separator: "\n")) }
    #expect(precision >= 0.97 && recall >= 0.97, "\n\(faults.joined(separator: "\n"))")
    #expect(kinds.count == EditionWriter.edits.count, "an edit was never applied: \(kinds.keys.sorted())")
  }
}
