// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Comparison

@Suite("Plans compared")
struct PlanComparerTests {
  @Test("the closest counterpart is the action about the same thing, whatever its words and place")
  func counterparts() throws {
    let comparison = try compared(ComparisonSamples.two)
    let first = try #require(comparison.actions[0].counterparts.first)
    let second = try #require(comparison.actions[1].counterparts.first)
    #expect(comparison.actions[first.action].action.id == "b")
    #expect(comparison.actions[second.action].action.id == "a")
    #expect(first.words.contains("theme Autism and neurodevelopment"))
    #expect((0...1).contains(first.score))
    #expect(comparison.actions[4].counterparts.isEmpty, "an action like no other has no counterpart")
  }

  @Test("the same plan twice: each action's counterpart is itself, with a score of 1")
  func twins() throws {
    let north = ComparisonSamples.two[0]
    let comparison = try compared([north, north])
    #expect(comparison.plans.map(\.label) == ["Northshire (north plan.pdf)", "Northshire (north plan.pdf) 2"])
    for index in 0..<2 {
      let twin = try #require(comparison.actions[index].counterparts.first)
      #expect(twin.action == index + 2)
      #expect(abs(twin.score - 1) < 1e-9)
    }
  }

  @Test("counterparts stand in other plans only, one a plan, the most alike first, no more than asked")
  func shape() throws {
    let plans = (0..<6).map { number in
      ComparisonSamples.plan(
        "p\(number).pdf", authority: "Shire \(number)",
        (0...number).map { ComparisonSamples.action("\($0)", "Train SENCOs in autism \($0)") })
    }
    var comparer = PlanComparer(themes: try .standard())
    comparer.counterparts = 3
    for item in try comparer.compare(plans).actions {
      let others = item.counterparts.map { found in found.action }
      #expect(item.counterparts.count <= 3)
      #expect(Set(others).count == others.count)
      #expect(item.counterparts.map(\.score) == item.counterparts.map(\.score).sorted(by: >))
    }
  }

  @Test("a plan's own glossary says what its abbreviations mean")
  func glossary() throws {
    var north = ComparisonSamples.plan(
      "n.pdf", authority: "N", [ComparisonSamples.action("1", "Extend the QXT to the coast")])
    let south = ComparisonSamples.plan(
      "s.pdf", authority: "S", [ComparisonSamples.action("1", "Nobody knows quicksilver xylophone tutors yet")])
    #expect(try compared([north, south]).actions[0].counterparts.isEmpty)
    north.glossary = [GlossaryEntry(term: "QXT", meaning: "Quicksilver Xylophone Tutors, who teach at home")]
    #expect(try compared([north, south]).actions[0].counterparts.count == 1)
  }

  @Test("the matrix counts what the actions of a theme have")
  func matrix() throws {
    let comparison = try compared(ComparisonSamples.two)
    let row = try #require(comparison.themes.firstIndex { $0.id == "neurodevelopment" })
    #expect(
      comparison.matrix[row] == [
        ThemeCell(actions: 1, withLead: 1, withDeadline: 1, withMeasure: 1, withRating: 1),
        ThemeCell(actions: 1, withLead: 1, withDeadline: 1, withMeasure: 0, withRating: 0),
      ])
    #expect(comparison.totals.map(\.actions) == [2, 3])
  }

  @Test("a colour that means one thing here and another there is reported, one that agrees is not")
  func colours() throws {
    var plans = ComparisonSamples.two
    plans[0].plan.ratingKey.append(RatingKeyEntry(colour: .red, text: "Red: late", status: .offTrack))
    plans[1].plan.ratingKey.append(RatingKeyEntry(colour: .red, text: "Red: trouble", status: .offTrack))
    let conflicts = try compared(plans).colourConflicts
    #expect(conflicts.map(\.colour) == [.green])
    #expect(conflicts.first?.meanings.map(\.status) == [.completed, .onTrack])
    #expect(conflicts.first?.meanings.map(\.words) == ["Green: done", "Green: going well"])
  }

  @Test("a plan without a key counts by what its ratings were read as")
  func noKey() throws {
    var plans = ComparisonSamples.two
    plans[1].plan.ratingKey = []
    plans[1].actions[0].rating = Rating(colour: .green, status: .onTrack)
    let meanings = try compared(plans).colourConflicts.first?.meanings
    #expect(meanings?.map(\.words) == ["Green: done", nil])
  }

  @Test("leads are counted by role, once an action")
  func leads() throws {
    let leads = try compared(ComparisonSamples.two).leads
    #expect(leads.map(\.name) == ["Head of Therapies", "Inclusion Lead"])
    #expect(leads.map(\.actions) == [[1, 1], [1, 0]])
  }

  @Test("an action without a date of its own is due at its last milestone")
  func milestones() throws {
    var plans = ComparisonSamples.two
    plans[0].actions[1].milestones = [
      Milestone(text: "b", due: When(text: "May 2026", edtf: "2026-05")),
      Milestone(text: "a", due: When(text: "2025", edtf: "2025")),
    ]
    let comparison = try compared(plans)
    #expect(comparison.actions[1].due?.last?.iso == "2026-05-31")
    #expect(comparison.actions.map(\.year) == [2025, 2026, 2025, 2026, nil])
  }

  private func compared(_ plans: [CanonicalPlan]) throws -> PlanComparison {
    try PlanComparer(themes: .standard()).compare(plans)
  }
}
