// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// A plan's own legend.
struct RatingKey: Sendable {
  /// One entry and where it stands.
  struct Item: Sendable {
    /// The entry.
    var entry: RatingKeyEntry
    /// Index of the line it stands in.
    var line: Int
    /// UTF-8 byte offsets of the entry's words into that line.
    var range: Range<Int>
    /// The symbol or letter it explains, where it has one.
    var symbol: String?
    /// What the entry says about its colour or symbol: "on track".
    var meaning: String
    /// The fill behind it, where it has one.
    var swatch: Colour?
  }

  /// The entries in document order.
  var items: [Item] = []

  /// The entries as the plan shows them.
  var entries: [RatingKeyEntry] { items.map(\.entry) }

  /// No legend.
  static let none = RatingKey()

  /// The status of a colour: by the legend, or as usual.
  func status(of colour: RatingColour) -> RatingStatus {
    items.first { $0.entry.colour == colour }?.entry.status ?? colour.usualStatus
  }
}

/// Reads ratings and the legends that explain them.
enum RatingReader {
  /// The rating that a cell shows by its words and its fill; nil where it shows none.
  ///
  /// Where the words are no rating and the fill is one, the rating has no text.
  static func rating(text: String, fill: Colour?, key: RatingKey) -> Rating? {
    if let rating = worded(text, key: key, fill: fill) { return rating }
    guard let fill else { return nil }
    if let item = RatingFill.entry(of: fill, in: key) {
      return Rating(colour: item.entry.colour, status: item.entry.status)
    }
    return RatingFill.colour(of: fill, in: key).map { Rating(colour: $0, status: key.status(of: $0)) }
  }

  /// The rating that a cell's words tell.
  private static func worded(_ text: String, key: RatingKey, fill: Colour?) -> Rating? {
    guard !text.isEmpty, text.utf8.count <= 120 else { return nil }
    if let item = key.items.first(where: { $0.symbol == text }) {
      return Rating(text: text, colour: item.entry.colour, status: item.entry.status)
    }
    if let rating = symbol(text, key: key) { return rating }
    let tokens = Token.scan(text)
    if let colour = colour(tokens) { return Rating(text: text, colour: colour, status: key.status(of: colour)) }
    let words = tokens.filter { $0.kind == .word }
    // "Completed July 2024": the date says when, not what.
    if tokens.contains(where: { $0.kind == .number }), words.count <= 4, let first = words.first,
      isStatusPhrase([first]), let found = DateReader.embedded(in: text), found.range.upperBound >= text.utf8.count - 1,
      let status = StatusWords.status([first])
    {
      return Rating(text: text, status: status)
    }
    guard words.count == tokens.count(where: { $0.kind != .mark }), words.count <= 6 else { return nil }
    // The legend's own words for a status: "Completed" for "Blue - Completed".
    let keys = words.map(\.key)
    if let item = key.items.first(where: { Token.scan($0.meaning).filter { $0.kind == .word }.map(\.key) == keys }) {
      return Rating(text: text, colour: item.entry.colour, status: item.entry.status)
    }
    // "Complete – Blue", "On track (Green)": the colour is what the legend explains.
    if words.count > 1, let last = words.last, let colour = RatingColour(word: last.key),
      isStatusPhrase(words.dropLast())
    {
      return Rating(text: text, colour: colour, status: key.status(of: colour))
    }
    guard isStatusPhrase(words), let status = StatusWords.status(words) else { return nil }
    let colour = fill.flatMap { RatingFill.entry(of: $0, in: key)?.entry.colour ?? RatingFill.colour(of: $0, in: key) }
    return Rating(text: text, colour: colour, status: status)
  }

  /// A coloured circle or square, or a tick, alone in a cell.
  private static func symbol(_ text: String, key: RatingKey) -> Rating? {
    let scalars = text.unicodeScalars.filter { $0.value != 0xFE0F && $0.value != 0x20 }
    guard scalars.count == 1, let scalar = scalars.first else { return nil }
    if let item = key.items.first(where: { $0.symbol?.unicodeScalars.first == scalar }) {
      return Rating(text: text, colour: item.entry.colour, status: item.entry.status)
    }
    if let colour = RatingColour(symbol: scalar) { return Rating(text: text, colour: colour, status: key.status(of: colour)) }
    switch scalar.value {
    case 0x2713, 0x2714, 0x2705, 0x2611: return Rating(text: text, status: .completed)
    case 0x2717, 0x2718, 0x274C, 0x2612: return Rating(text: text, status: .offTrack)
    default: return nil
    }
  }

  /// The colour that a cell names: by a word with at most a remark behind it, or by a capital letter alone.
  private static func colour(_ tokens: [Token]) -> RatingColour? {
    let words = tokens.filter { $0.kind != .mark }
    guard let first = words.first, first.kind == .word else { return nil }
    if words.count == 1, first.end - first.start == 1, first.isCapitalised { return RatingColour(letter: first.key) }
    guard let colour = RatingColour(word: first.key) else {
      // "RAG: Green", "Rated amber"
      if words.count == 2, let second = RatingColour(word: words[1].key) {
        switch first.key {
        case "rag", "brag", "rated", "status", "now", "still", "light", "dark", "currently": return second
        default: return nil
        }
      }
      return nil
    }
    guard words.count > 1, let next = tokens.firstIndex(where: { $0.start >= first.end }) else { return colour }
    // "Green - complete", "Amber (slippage)", "Amber/Green", "Green complete"; not "Green spaces are ...".
    if tokens[next].kind == .mark { return words.count <= 9 ? colour : nil }
    return words.count <= 4 && (StatusWords.status(words.dropFirst()) != nil || RatingColour(word: words[1].key) != nil)
      ? colour : nil
  }

  /// Whether words speak of nothing but a status.
  private static func isStatusPhrase(_ words: some Collection<Token>) -> Bool {
    !words.isEmpty && words.allSatisfy { statusVocabulary.contains($0.key) }
  }

  private static let statusVocabulary: Set<WordKey> = [
    "complete", "completed", "achieved", "done", "delivered", "met", "closed", "finished", "implemented", "embedded",
    "sustained", "on", "off", "track", "target", "schedule", "not", "yet", "started", "due", "at", "risk", "delayed",
    "delay", "overdue", "in", "progress", "underway", "under", "way", "ongoing", "partially", "partly", "some",
    "slippage", "concerns", "behind", "no", "major", "minor", "significant", "and", "but", "to", "be", "start", "begun",
    "commenced", "progressing", "missed", "stalled", "good", "slow", "action", "fully", "nearly", "almost", "plan",
    "limited", "evidence", "open", "planned", "planning", "slipped", "bau", "scheduled", "active", "with", "going", "well", "issues", "late", "failed",
  ]

  /// How much a cell looks like a rating, 0 to 1.
  static func score(_ text: String) -> Double {
    guard !text.isEmpty, text.utf8.count <= 80 else { return 0 }
    if text.utf8.count <= 8, symbol(text, key: .none) != nil { return 1 }
    let tokens = Token.scan(text)
    if colour(tokens) != nil { return 1 }
    let words = tokens.filter { $0.kind == .word }
    guard !words.isEmpty, words.count <= 6, words.count == tokens.count(where: { $0.kind != .mark }),
      isStatusPhrase(words),
      StatusWords.status(words) != nil
    else { return 0 }
    return 0.9
  }
}
