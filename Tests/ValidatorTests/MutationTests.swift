// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import TestSupport
import Testing

@testable import Validator

@Suite("Faults put into a clean plan")
struct MutationTests {
  private static let count = 500

  @Test("nothing is found in the clean plan")
  func clean() {
    let found = PlanValidator().validate(SamplePlan.make())
    #expect(found.map { "\($0.rule.id) \($0.violation.message)" } == [])
  }

  @Test("98 of 100 faults are found by the right rule at the right place")
  func found() {
    let clean = SamplePlan.make()
    var numbers = SeededNumbers(seed: 20_251_124)
    var missed: [String] = []
    var byKind: [String: (found: Int, all: Int)] = [:]
    for round in 0..<MutationTests.count {
      let (kind, make) = Mutation.kinds[round % Mutation.kinds.count]
      let mutation = make(clean, &numbers)
      #expect(mutation.plan != clean, "\(kind) changes nothing")
      let rules = Rules.all.filter { $0.about.id == mutation.rule }
      let isFound = PlanValidator(rules: rules).validate(mutation.plan).contains {
        $0.violation.pointer.hasPrefix(mutation.pointer)
      }
      byKind[kind, default: (0, 0)].all += 1
      if isFound {
        byKind[kind, default: (0, 0)].found += 1
      } else {
        missed.append("\(kind) \(mutation.name) at \(mutation.pointer)")
      }
    }
    let found = MutationTests.count - missed.count
    print("Mutations found by the right rule: \(found) of \(MutationTests.count), of \(byKind.count) kinds")
    for miss in missed { print("  missed: \(miss)") }
    #expect(byKind.values.allSatisfy { $0.found > 0 })
    #expect(found * 100 >= MutationTests.count * 98)
  }

  @Test("a plan that no rule was made for brings no rule down")
  func emptyAndCircular() {
    let empty = SamplePlan.make().with {
      $0.actions = []
      $0.sections = []
      $0.indicators = []
      $0.glossary = []
    }
    #expect(PlanValidator().validate(empty, weaknesses: []).map(\.rule.id) == ["CP104"])
    let circular = SamplePlan.make().with {
      $0.sections[0].parent = "2"
      $0.sections[1].parent = "1"
      $0.actions[0].parent = $0.actions[0].id
      $0.actions[1].leads = []
    }
    #expect(PlanValidator().validate(circular).contains { $0.rule.id == "CP201" })
  }

  @Test("ids and names are one each, in order, and every rule explains itself")
  func rules() {
    let about = Rules.all.map(\.about)
    #expect(about.map(\.id) == about.map(\.id).sorted())
    #expect(Set(about.map(\.id)).count == about.count && Set(about.map(\.name)).count == about.count)
    for rule in about {
      for text in [rule.looksAt, rule.why, rule.fix, rule.example] { #expect(text.count > 20, "\(rule.id)") }
    }
  }
}
