// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Emitters
import Foundation
import Normaliser
import PlanSchema
import TestSupport
import Testing

/// What holds for each sample, whatever its golden file says.
@Suite struct SampleTests {
  @Test func thereAreSamples() { #expect(Repository.samples.count >= 5) }

  @Test(arguments: Repository.samples) func noWordIsLostOrPlacedTwice(sample: URL) throws {
    let ledger = try PlanConverter().convert(file: sample.path).ledger
    #expect(ledger.total > 100)
    #expect(ledger.lost == 0)
    #expect(ledger.doubledBytes == 0)
  }

  @Test(.enabled(if: Validator.isInstalled, "run make setup")) func whatIsEmittedIsValid() throws {
    let plans = try Repository.samples.map { try PlanConverter().convert(file: $0.path).plan }
    let faults = try Validator.faults(ofJSON: plans.map { JSONEmitter().emit($0) })
    for (sample, fault) in zip(Repository.samples, faults) { #expect(fault == nil, "\(sample.lastPathComponent)") }
    let emitter = CSVEmitter()
    var tables = emitter.headers()
    for (name, plan) in zip(OutputNames.make(for: Repository.samples.map(\.path)), plans) {
      emitter.append(plan, key: name, to: &tables)
    }
    try withTemporaryFolder { folder in
      for file in tables + emitter.metadata() {
        try Data(file.bytes).write(to: folder.appendingPathComponent(file.name))
      }
      let result = try Validator.run("validate_csv.py", [folder.path])
      #expect(result.status == 0, "\(result.output)")
    }
  }

  @Test(arguments: Repository.samples) func whatIsReadBackIsWrittenTheSame(sample: URL) throws {
    let written = JSONEmitter().emit(try PlanConverter().convert(file: sample.path).plan)
    #expect(JSONEmitter().emit(try CanonicalPlan(json: written)) == written)
  }
}
