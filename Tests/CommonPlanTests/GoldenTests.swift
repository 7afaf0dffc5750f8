// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Emitters
import Foundation
import PlanSchema
import TestSupport
import Testing

/// Each sample becomes what its golden file says, byte for byte.
@Suite struct GoldenTests {
  static let samples = Repository.root.appendingPathComponent("samples")

  static let goldenFiles: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: samples.appendingPathComponent("golden").path))?
    .filter { $0.hasSuffix(".json") }.sorted() ?? []

  @Test(arguments: goldenFiles) func samplesBecomeWhatTheyBecame(golden: String) throws {
    let written = try [UInt8](Data(contentsOf: GoldenTests.samples.appendingPathComponent("golden/\(golden)")))
    let sample = GoldenTests.samples.appendingPathComponent(String(golden.dropLast(".json".count)))
    var plan = try PlanConverter().convert(file: sample.path).plan
    // The version is no property of the reading: a golden file outlives it.
    plan.document.readerVersion = try CanonicalPlan(json: written).document.readerVersion
    let lines = JSONEmitter().emit(plan).split(separator: 0x0A, omittingEmptySubsequences: false)
    let expected = written.split(separator: 0x0A, omittingEmptySubsequences: false)
    let different = zip(lines, expected).enumerated().first { $0.element.0 != $0.element.1 }
    if let different {
      let (line, (made, golden)) = different
      let (said, wanted) = (String(decoding: made, as: UTF8.self), String(decoding: golden, as: UTF8.self))
      Issue.record("line \(line + 1): \(said) was \(wanted); if that is meant: make golden")
    } else {
      #expect(lines.count == expected.count)
    }
  }

  @Test func goldenFilesAreNotWrittenByTests() {
    #expect(ProcessInfo.processInfo.environment["COMMONPLAN_WRITE_GOLDEN"] == nil)
  }
}
