// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanSchema
import TestSupport

/// Plans to make editions of.
enum FurnishedPlan {
  /// The golden files of the samples.
  static let samples: [String] = {
    let folder = Repository.root.appendingPathComponent("samples/golden").path
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".json") }
    // Reports of inspections are among them: they have no actions that an edition could change.
    return names.sorted().filter { (try? sample($0).actions.isEmpty) == false }
  }()

  static func sample(_ name: String) throws -> CanonicalPlan {
    let file = Repository.root.appendingPathComponent("samples/golden/\(name)")
    return try CanonicalPlan(json: Array(try Data(contentsOf: file)))
  }

  /// A sample with what it lacks for edits of every kind: ratings, milestones, measures with numbers, indicators.
  static func furnished(_ name: String) throws -> CanonicalPlan { furnish(try sample(name), seed: 11) }

  static func furnish(_ plan: CanonicalPlan, seed: UInt64) -> CanonicalPlan {
    var plan = plan
    var numbers = SeededNumbers(seed: seed)
    let scale: [RatingStatus] = [.offTrack, .atRisk, .onTrack, .completed]
    for index in plan.actions.indices {
      if plan.actions[index].rating == nil {
        let status = numbers.pick(scale)
        plan.actions[index].rating = Rating(text: status.rawValue, status: status)
      }
      if plan.actions[index].milestones.isEmpty {
        for _ in 0..<(1 + numbers.below(3)) { plan.actions[index].milestones.append(EditionWriter.milestone(&numbers)) }
      }
      var writer = EditionWriter(plan, seed: numbers.next())
      plan.actions[index].successMeasures.append(writer.measure())
    }
    for index in plan.indicators.indices where plan.indicators[index].readings.isEmpty {
      plan.indicators[index].readings = [Reading(period: When(text: "2031", edtf: "2031"), target: "55%")]
    }
    for index in 0..<3 where plan.indicators.count < 3 {
      var indicator = Indicator(id: "made-\(index)", measure: Vocabulary.sentence(7, &numbers))
      indicator.section = plan.sections.first?.id
      indicator.baseline = "\(numbers.below(30))"
      for year in 2030...2032 {
        let period = When(text: "\(year)", edtf: "\(year)")
        indicator.readings.append(Reading(period: period, target: "\(40 + numbers.below(50))%"))
      }
      plan.indicators.append(indicator)
    }
    return plan
  }

  /// A plan made of nothing: sections of actions, some of which have the same words.
  static func generated(actions count: Int, seed: UInt64) -> CanonicalPlan {
    let document = DocumentInfo(
      file: "made.json", mediaType: "text/plain", sha256: String(repeating: "0", count: 64), pages: nil, reader: "test",
      readerVersion: "0", ocr: false)
    var plan = CanonicalPlan(document: document)
    var numbers = SeededNumbers(seed: seed)
    let isNumbered = numbers.below(2) == 0
    for section in 1...max(1, count / 8) {
      let title = Vocabulary.sentence(6, &numbers)
      plan.sections.append(Section(id: "\(section)", kind: .priority, ref: "\(section)", title: title))
    }
    var writer = EditionWriter(plan, seed: numbers.next())
    for index in 0..<count {
      let section = plan.sections[index * plan.sections.count / max(1, count)].id
      var action = writer.invented(in: section)
      if index > 0, numbers.below(8) == 0 { action.text = plan.actions[numbers.below(index)].text }
      if isNumbered { action.ref = "\(section).\(index + 1)" }
      action.id = action.ref ?? "\(section)-\(index + 1)"
      plan.actions.append(action)
    }
    return furnish(plan, seed: numbers.next())
  }
}
