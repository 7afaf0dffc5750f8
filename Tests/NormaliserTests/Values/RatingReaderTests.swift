// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema
import Testing

@testable import Normaliser

@Suite("Ratings and legends")
struct RatingReaderTests {
  private func key(_ lines: String...) -> RatingKey? { RatingReader.key(lines.map { ($0, nil) }) }

  @Test("A legend of lines and one that is glued together read alike")
  func legend() throws {
    let lines = try #require(
      key("Green – step achieved", "Amber – not yet achieved, but on track", "Red – step not achieved"))
    #expect(lines.entries.map(\.status) == [.completed, .onTrack, .offTrack])
    let glued = try #require(key("Blue - Done Green – On Track Amber - On Track; minor issues Red – No Progress"))
    #expect(
      glued.entries.map(\.text) == [
        "Blue - Done", "Green – On Track", "Amber - On Track; minor issues", "Red – No Progress",
      ])
    #expect(glued.entries.map(\.status) == [.completed, .onTrack, .atRisk, .offTrack])
    #expect(glued.items.map(\.range) == [0..<11, 12..<30, 31..<61, 62..<81])
  }

  @Test("Letters, symbols and swatches")
  func signs() throws {
    let letters = try #require(key("Key", "R = overdue, A = slippage, G = on track"))
    #expect(letters.entries.map(\.colour) == [.red, .amber, .green])
    let symbols = try #require(key("● Complete", "○ Not started"))
    #expect(symbols.entries.map(\.colour) == [nil, nil])
    #expect(RatingReader.rating(text: "○", fill: nil, key: symbols) == Rating(text: "○", status: .notStarted))
    let teal = Colour(red: 60, green: 160, blue: 150)
    let swatches = try #require(
      RatingReader.key([("Complete", teal), ("Not started", Colour(red: 217, green: 217, blue: 217))]))
    #expect(swatches.entries.map(\.status) == [.completed, .notStarted])
    let near = Colour(red: 64, green: 158, blue: 148)
    #expect(RatingReader.rating(text: "", fill: near, key: swatches)?.status == .completed)
  }

  @Test("What is no legend")
  func noLegend() {
    #expect(key("Green spaces are open") == nil)
    #expect(key("• Complete", "• Not started") == nil)
    #expect(key("Green – good", "Green – also good") == nil)
    #expect(key("The red team met. Amber was late.", "Plan the day") == nil)
  }

  @Test("The plan's own legend decides what a colour means")
  func throughKey() throws {
    let legend = try #require(key("Green – complete", "Amber – on track"))
    #expect(
      RatingReader.rating(text: "Orange", fill: nil, key: legend)
        == Rating(text: "Orange", colour: .amber, status: .onTrack))
    #expect(
      RatingReader.rating(text: "On track", fill: nil, key: legend)
        == Rating(text: "On track", colour: .amber, status: .onTrack))
    #expect(RatingReader.rating(text: "Orange", fill: nil, key: .none)?.status == .atRisk)
  }

  @Test(
    "Words and letters without a legend",
    arguments: [
      ("G", .green, .onTrack), ("B", .blue, .completed), ("Red – overdue", .red, .offTrack),
      ("RAG: Green", .green, .onTrack),
      ("Complete", nil, .completed), ("Not started", nil, .notStarted), ("Delayed", nil, .atRisk),
      ("In progress", nil, .onTrack),
    ] as [(String, RatingColour?, RatingStatus)])
  func words(text: String, colour: RatingColour?, status: RatingStatus) {
    #expect(
      RatingReader.rating(text: text, fill: nil, key: .none) == Rating(text: text, colour: colour, status: status))
  }

  @Test(
    "What is no rating",
    arguments: ["", "Green spaces are open to all", "Plan the day", "2021", "N/A", "amber necklace"])
  func none(text: String) {
    #expect(RatingReader.rating(text: text, fill: nil, key: .none) == nil)
    #expect(RatingReader.score(text) == 0)
  }

  @Test("Fills: usual colours have names, greys and white only where the legend lists them")
  func fills() throws {
    func colour(_ hexadecimal: String, _ key: RatingKey = .none) -> RatingColour? {
      Colour(hexadecimal: hexadecimal).flatMap { RatingReader.rating(text: "", fill: $0, key: key)?.colour }
    }
    #expect(colour("92D050") == .green)
    #expect(colour("FFC000") == .amber)
    #expect(colour("FE0000") == .red)
    #expect(colour("00B0F0") == .blue)
    #expect(colour("7030A0") == .purple)
    #expect(colour("D9D9D9") == nil)
    #expect(colour("FFFFFF") == nil)
    let legend = try #require(key("White – not due", "Grey – closed"))
    #expect(colour("FFFFFF", legend) == .white)
    #expect(colour("D9D9D9", legend) == .grey)
    #expect(
      RatingReader.rating(text: "Ten staff were trained.", fill: Colour(red: 255, green: 192, blue: 0), key: .none)
        == Rating(colour: .amber, status: .atRisk))
  }
}
