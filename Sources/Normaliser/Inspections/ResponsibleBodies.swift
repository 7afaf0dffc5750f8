// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads the names of bodies in a cell, split between bodies but not inside their names.
///
/// A name ends where its kind stands ("… Council", "… Integrated Care Board"); what comes before without a kind of its own
/// belongs to the next that has one ("Telford and Wrekin Council").
struct ResponsibleBodies {
  let reading: Reading

  private static let councils: Set<String> = ["council", "borough", "authority", "authorities", "councils", "la"]
  private static let health: Set<String> = [
    "icb", "icbs", "board", "boards", "trust", "trusts", "ccg", "ccgs", "ics", "group", "nhs", "icp",
  ]
  private static let others: Set<String> = [
    "partnership", "leaders", "providers", "schools", "settings", "service", "services", "forum", "college", "colleges",
    "partners", "commissioners", "department", "team",
  ]

  /// Whether a cell's words are names of bodies: short, with a kind of body in them and no sentence.
  static func isLike(_ words: String) -> Bool {
    let words = HeadingVocabulary.words(words, limit: 60)
    guard words.count < 40, !words.contains("should"), !words.contains("must") else { return false }
    return words.contains { councils.contains($0) || health.contains($0) }
  }

  /// The bodies that the lines of a cell name.
  func read(_ lines: [ReportLine]) -> [Party] {
    var phrase = Phrase.empty
    for line in lines where !reading.ledger.isTouched(line.span) { phrase.append(reading.content(line.paragraph)) }
    guard !phrase.isEmpty else { return [] }
    let text = reading.string(phrase)
    var breaks: Set<Int> = []
    var offset = 0
    for span in phrase.spans {
      offset += span.count + 1
      breaks.insert(offset - 1)
    }
    let names = ResponsibleBodies.names(text, breaks: breaks)
    place(names, of: phrase, text: Array(text.utf8))
    return names.map { name in
      let words = HeadingVocabulary.words(name)
      let isBody =
        words.contains { ResponsibleBodies.councils.contains($0) || ResponsibleBodies.health.contains($0) }
        || ResponsibleBodies.isNamed(name)
      return Party(text: name, organisation: isBody ? name : nil)
    }
  }

  /// Places the names; the words that only part them ("and") are set aside.
  private func place(_ names: [String], of phrase: Phrase, text: [UInt8]) {
    var end = 0
    for name in names {
      let bytes = Array(name.utf8)
      var start = end
      while start + bytes.count <= text.count, !text[start..<start + bytes.count].elementsEqual(bytes) { start += 1 }
      guard start + bytes.count <= text.count else { break }
      let gap = end..<start
      if end > 0, let first = gap.first(where: { text[$0].isWordByte }),
        let last = gap.last(where: { text[$0].isWordByte })
      {
        reading.furnish(phrase.part(first..<last + 1), kind: "separator")
      }
      end = start + bytes.count
    }
    for span in phrase.spans.flatMap(reading.ledger.remainder) { reading.ledger.place(Phrase(span), as: .field) }
  }

  /// Whether every longer word of a name is capitalised.
  private static func isNamed(_ name: String) -> Bool {
    name.split(separator: " ").allSatisfy {
      $0.utf8.count < 4 || $0.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
    }
  }

  /// The names in a text; `breaks` are the offsets at which a line of the cell ends.
  static func names(_ text: String, breaks: Set<Int> = []) -> [String] {
    var names: [String] = []
    var open = ""
    for piece in pieces(text, breaks: breaks) {
      if open.isEmpty {
        open = piece.words
      } else if isComplete(open, before: piece.words) {
        names.append(open)
        open = piece.words
      } else {
        open += piece.separator + piece.words
      }
    }
    if !open.isEmpty { names.append(open) }
    return names.map(trimmed).filter { $0.utf8.holdsWord }
  }

  /// Whether a name is whole although it goes on with other words behind a separator.
  private static func isComplete(_ name: String, before next: String) -> Bool {
    let words = HeadingVocabulary.words(name)
    let following = HeadingVocabulary.words(next)
    let isHealth = words.contains { health.contains($0) && $0 != "nhs" }
    let isCouncil = words.contains { councils.contains($0) }
    let nextIsHealth = following.contains { health.contains($0) }
    let nextIsCouncil = following.contains { councils.contains($0) }
    if words.first == "nhs", !isHealth {
      // "NHS Buckinghamshire, Oxfordshire and Berkshire West ICB" goes on; "NHS Sussex and Hove Council" does not.
      return following.first == "nhs" || nextIsCouncil
    }
    // "London Borough of Barking and Dagenham"
    if words.contains("borough"), words.contains("of"), !words.contains("council") {
      return nextIsHealth || nextIsCouncil || following.count > 1
    }
    if isHealth || isCouncil { return true }
    if following.first == "nhs" { return true }
    return others.contains(words.last ?? "") || false
  }

  private struct Piece {
    var separator: String
    var words: String
  }

  /// The text cut at commas, semicolons, slashes, "and", "&" and the ends of lines.
  private static func pieces(_ text: String, breaks: Set<Int>) -> [Piece] {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var start = 0
    var separator = ""
    func add(_ end: Int) {
      let words = trimmed(String(decoding: bytes[start..<max(start, end)], as: UTF8.self))
      if words.utf8.holdsWord { pieces.append(Piece(separator: pieces.isEmpty ? "" : separator, words: words)) }
    }
    var index = 0
    while index < bytes.count {
      var length = 0
      if [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/")].contains(bytes[index]) {
        length = 1
      } else if breaks.contains(index) {
        length = 1
      } else if bytes[index] == 0x20, starts(bytes, index, " and ") {
        length = 5
      } else if bytes[index] == 0x20, starts(bytes, index, " & ") {
        length = 3
      }
      guard length > 0 else {
        index += 1
        continue
      }
      // ", and " is one separator.
      if bytes[index] != 0x20, starts(bytes, index + 1, " and ") { length = 6 }
      add(index)
      let isNew = !pieces.isEmpty
      let sign = String(decoding: bytes[index..<index + length], as: UTF8.self)
      separator = isNew ? (sign == "," || sign == ";" ? sign + " " : sign) : ""
      index += length
      start = index
    }
    add(bytes.count)
    return pieces
  }

  private static func starts(_ bytes: [UInt8], _ index: Int, _ word: StaticString) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { $0.indices.allSatisfy { bytes[index + $0] == word.utf8Start[$0] } }
  }

  static func trimmed(_ words: String) -> String {
    var bytes = Array(words.utf8)[...]
    let signs: Set<UInt8> = [0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":")]
    while let first = bytes.first, signs.contains(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, signs.contains(last) || last == UInt8(ascii: ".") { bytes = bytes.dropLast() }
    if bytes.count > 4, String(decoding: bytes.prefix(4), as: UTF8.self) == "and " { bytes = bytes.dropFirst(4) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
