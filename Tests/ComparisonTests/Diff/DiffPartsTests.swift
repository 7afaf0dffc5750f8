// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import TestSupport
import Testing

@testable import Comparison

@Suite("Words, dates, ratings and numbers of two editions")
struct DiffPartsTests {
  private func marks(_ old: String, _ new: String) -> String {
    WordDiff.runs(from: old, to: new).map { run in
      switch run.fate {
      case .kept: run.text
      case .deleted: "[-\(run.text)-]"
      case .inserted: "{+\(run.text)+}"
      }
    }.joined(separator: " ")
  }

  @Test("runs of words, the deleted ones first") func words() {
    #expect(marks("Open two new units", "Open three small units") == "Open [-two new-] {+three small+} units")
    #expect(marks("Wind the clock.", "Wind the old clock!") == "Wind the {+old+} clock!")
    #expect(marks("", "All new") == "{+All new+}")
    #expect(marks("co-production plan", "Co production, plan") == "Co production, plan")
  }

  @Test("kept and new words are the new text, kept and deleted ones the old", arguments: 0..<50)
  func wordsAreComplete(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let old = Vocabulary.sentence(1 + numbers.below(30), &numbers)
    let new =
      numbers.below(3) == 0
      ? Vocabulary.sentence(12, &numbers)
      : old.split(separator: " ").shuffled(using: &numbers)
        .joined(separator: " ")
    let runs = WordDiff.runs(from: old, to: new)
    #expect(runs.filter { $0.fate != .deleted }.map(\.text).joined(separator: " ") == new)
    #expect(Words.of(runs.filter { $0.fate != .inserted }.map(\.text).joined(separator: " ")) == Words.of(old))
  }

  @Test(
    "dates",
    arguments: [
      ("2031-05", "2031-08", "3 months later"), ("2031-05", "2031-04", "1 month earlier"),
      ("2031-05-14", "2031-05-15", "1 day later"), ("2031-05-14", "2031-07-14", "2 months later"),
      ("2031", "2031-12", "changed, not moved"), ("2031-05/2031-06", "2031-05/2031-07", "1 month later"),
      ("2031-05", "2031-05/..", "without an end now"), ("2031-05/..", "2032-01", "has an end now"),
      ("2031-01-31", "2031-02-28", "1 month later"), ("2031-22", "2031-09", "1 month later"),
    ])
  func dates(old: String, new: String, words: String) {
    let shift = DateShift(from: When(text: "old", edtf: old), to: When(text: "new", edtf: new))
    #expect(shift?.words == words)
  }

  @Test("dates that say the same, and words in their place") func wordsAsDates() {
    let date = When(text: "May 2031", edtf: "2031-05")
    #expect(DateShift(from: date, to: When(text: "05/2031", edtf: "2031-05")) == nil)
    #expect(DateShift(from: When(text: "TBC"), to: When(text: "tbc.")) == nil)
    #expect(DateShift(from: When(text: "TBC"), to: When(text: "When funded"))?.direction == .changed)
    #expect(DateShift(from: date, to: When(text: "TBC"))?.direction == .dropped)
    #expect(DateShift(from: date, to: When(text: "ongoing", ongoing: true))?.direction == .openEnded)
    #expect(DateShift(from: When(text: "TBC"), to: date)?.direction == .given)
    #expect(DateShift(from: nil, to: date)?.isSlip == false)
    #expect(DateShift(from: date, to: nil)?.isSlip == true)
    #expect(DateShift(from: nil, to: nil) == nil)
  }

  @Test("ratings through each edition's own key") func ratings() {
    func key(_ status: RatingStatus) -> [RatingKeyEntry] { [RatingKeyEntry(colour: .green, text: "G", status: status)] }
    func shift(_ old: RatingStatus, _ new: RatingStatus) -> RatingShift.Direction? {
      RatingShift(from: Rating(status: old), to: Rating(status: new), oldKey: [], newKey: [])?.direction
    }
    #expect(shift(.onTrack, .offTrack) == .regressed)
    #expect(shift(.completed, .atRisk) == .regressed)
    #expect(shift(.atRisk, .onTrack) == .improved)
    #expect(shift(.notStarted, .onTrack) == .improved)
    #expect(shift(.notStarted, .atRisk) == .unclear)
    #expect(shift(.onTrack, .notStarted) == .regressed)
    #expect(shift(.onTrack, .onTrack) == nil)
    let green = Rating(colour: .green, status: .unknown)
    let byKey = RatingShift(from: green, to: green, oldKey: key(.completed), newKey: key(.onTrack))
    #expect(byKey?.direction == .regressed)
    #expect(byKey?.isByKey == true)
    let words = Rating(text: "Green", colour: .green, status: .onTrack)
    let fill = Rating(colour: .green, status: .onTrack)
    #expect(RatingShift(from: words, to: fill, oldKey: [], newKey: []) == nil)
    #expect(RatingShift(from: words, to: nil, oldKey: [], newKey: [])?.direction == .dropped)
  }

  @Test(
    "numbers of measures",
    arguments: [
      ("80% of schools", "70% of schools", true), ("80% of schools", "90 % of schools", false),
      ("Plans in 20 weeks", "Plans in 26 weeks", true), ("Plans in twenty weeks", "Plans in 18 weeks", false),
      ("Fewer than 5 appeals", "Fewer than 9 appeals", true), ("No more than 12 days", "No more than 10 days", false),
      ("Exclusions reduced to 4", "Exclusions reduced to 6", true),
      ("At least 1,600 visits", "At least 900 visits", true),
      ("Meetings every 2 months", "Meetings every 3 months", true), ("A score of 3.5", "A score of 3.9", false),
      ("More than 40 staff trained", "More than 30 staff trained", true),
    ])
  func numbers(old: String, new: String, isWeaker: Bool) {
    let shifts = Quantity.shifts(from: old, to: new)
    #expect(shifts?.count == 1)
    #expect(shifts?.first?.isWeaker == isWeaker)
  }

  @Test(
    "what is no number",
    arguments: ["In 2031", "By 14 July", "KS2 results", "By 14/07/2031", "Action 1.2.3", "One of them", "1st visit"])
  func noNumbers(text: String) { #expect(Quantity.all(in: text).map(\.value) == []) }

  @Test("a sign counts in figures, white space and a range's dash do not") func figures() {
    #expect(Folded.figure("Area: - 1.0") == Folded.figure("Area: -1.0"))
    #expect(Folded.figure("-5") != Folded.figure("5"))
    #expect(Folded.figure("<5%") != Folded.figure("5%"))
    #expect(Folded.figure("10-15%") == Folded.figure("10 – 15%"))
    #expect(Folded.key("  Wind, the CLOCK! ") == Folded.key("wind the clock"))
    #expect(Folded.key("✓") != Folded.key("✗"))
  }
}
