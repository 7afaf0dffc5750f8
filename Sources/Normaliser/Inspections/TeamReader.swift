// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads the inspectors: a column or a list for each inspectorate, a person a line or several in one.
struct TeamReader {
  let reading: Reading

  static let ofsted = "Ofsted"
  static let commission = "Care Quality Commission"

  /// Words that posts of inspectors are made of. A capitalised word that is none of them begins a name.
  private static let roles: Set<String> = [
    "ofsted", "cqc", "hmi", "her", "his", "majestys", "hmis", "inspector", "inspectors", "lead", "childrens",
    "children",
    "services", "service", "social", "care", "quality", "commission", "education", "team", "health", "senior",
    "principal", "specialist", "adviser", "advisor", "send", "shadow", "shadowing", "observer", "regional", "director",
    "deputy", "assistant", "national", "manager", "regulatory", "additional", "associate", "ofsteds", "schools",
    "early",
    "years", "of", "for", "and", "the", "in", "on", "an", "a", "s", "analyst", "officer", "head", "operations",
    "nursing",
    "reg", "phase", "fe", "skills", "further", "designated", "quality", "assurance", "seconded", "to", "trainee",
  ]

  /// The inspectors that the lines name, those of the first column first.
  func read(_ lines: [ReportLine]) -> [Party] {
    var organisations: [Int: String] = [:]
    var current: String?
    var people: [(order: Int, party: Party)] = []
    for line in lines {
      let heads = self.heads(line.words)
      if !heads.isEmpty {
        reading.furnish(Phrase(line.span), kind: "label")
        if heads.count == 1 {
          if let cell = line.cell { organisations[cell.column] = heads[0] } else { current = heads[0] }
        }
        continue
      }
      let column = line.cell?.column ?? 0
      let body = line.cell.flatMap { organisations[$0.column] } ?? current
      read(line, body: body, column: column, into: &people)
    }
    let order = people.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
    return order.map(\.element.party)
  }

  private func read(
    _ line: ReportLine, body: String?, column: Int, into people: inout [(order: Int, party: Party)]
  ) {
    let phrase = reading.content(line.paragraph)
    let words = reading.string(phrase)
    guard words.utf8.holdsWord else { return }
    let found = TeamReader.people(words)
    guard words.utf8.count < 60 * max(1, found.count) + 60, !(words.hasSuffix(".") && words.utf8.count > 90) else {
      return
    }
    var place = 0
    for range in found {
      let text = TeamReader.trimmed(words.utf8Slice(range))
      if range.lowerBound > 0, place == 0 { place = range.lowerBound }
      let said = TeamReader.organisation(text)
      let organisation = said ?? body
      let order = organisation == TeamReader.commission ? 1 : 0
      people.append((order, TeamReader.party(text, organisation: organisation)))
    }
    // Words of a post before the first name go on with the person above.
    let first = found.first?.lowerBound ?? words.utf8.count
    if first > 0, let last = people.indices.last(where: { $0 < people.count - found.count }) {
      let more = TeamReader.trimmed(words.utf8Slice(0..<first))
      if more.utf8.holdsWord {
        let party = people[last].party
        people[last].party = TeamReader.party(party.text + " " + more, organisation: party.organisation)
      }
    }
    guard !found.isEmpty || first > 0, !people.isEmpty else { return }
    reading.ledger.place(phrase, as: .field)
  }

  /// The inspectorates that a line names and nothing else.
  private func heads(_ words: String) -> [String] {
    let words = HeadingVocabulary.words(words, limit: 12)
    switch words {
    case ["ofsted"], ["ofsted", "inspectors"], ["ofsted", "team"], ["from", "ofsted"]: return [TeamReader.ofsted]
    case ["care", "quality", "commission"], ["care", "quality", "commission", "cqc"], ["cqc"], ["cqc", "inspectors"],
      ["quality", "care", "commission"], ["from", "the", "care", "quality", "commission"]:
      return [TeamReader.commission]
    case ["ofsted", "care", "quality", "commission"], ["ofsted", "cqc"],
      ["ofsted", "care", "quality", "commission", "cqc"]:
      return [TeamReader.ofsted, TeamReader.commission]
    default: return []
    }
  }

  /// The inspectorate that a person's own words name.
  private static func organisation(_ text: String) -> String? {
    let words = HeadingVocabulary.words(text)
    if words.contains("cqc") { return commission }
    return words.contains("ofsted") || words.contains("hmi") ? ofsted : nil
  }

  /// Where the people of a text stand: each from a name to the next, as byte offsets.
  static func people(_ text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var starts: [Int] = []
    var index = 0
    var inRole = true
    var depth = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      guard bytes[index].isWordByte, bytes[index] != 0xE2 else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count,
        bytes[end].isWordByte || bytes[end] == UInt8(ascii: "'") || bytes[end] == UInt8(ascii: "-")
      {
        end += 1
      }
      let word = String(decoding: bytes[index..<end], as: UTF8.self)
      let plain = HeadingVocabulary.words(word).joined()
      let isRole = roles.contains(plain) || plain.isEmpty
      let isName = !isRole && (bytes[index] < 0x61 || bytes[index] >= 0x80) && bytes[index] > 0x39
      if isName, inRole, depth <= 0 {
        starts.append(index)
        inRole = false
      } else if isRole, !inRole, plain.utf8.count > 2 {
        inRole = true
      }
      index = end
    }
    return starts.enumerated().map { place, start in
      start..<(place + 1 < starts.count ? starts[place + 1] : bytes.count)
    }
  }

  /// A person with name and post; the inspectorate's name is no part of the post.
  private static func party(_ text: String, organisation: String?) -> Party {
    let bytes = Array(text.utf8)
    var end = bytes.count
    var index = 0
    scan: while index < bytes.count {
      if bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "(") && index > 0 {
        end = index
        break
      }
      // A dash with spaces around it.
      if bytes[index] == 0x20, index + 1 < bytes.count, bytes[index + 1] == 0xE2 || starts(bytes, index, " - ") {
        end = index
        break
      }
      if index == 0 || bytes[index - 1] == 0x20 {
        var stop = index
        while stop < bytes.count, bytes[stop] != 0x20, bytes[stop] != UInt8(ascii: ",") { stop += 1 }
        let word = HeadingVocabulary.words(String(decoding: bytes[index..<stop], as: UTF8.self)).joined()
        if index > 0, roles.contains(word), word.utf8.count > 2 {
          end = index
          break scan
        }
      }
      index += 1
    }
    var party = Party(text: text, organisation: organisation)
    party.name = trimmed(String(decoding: bytes[..<end], as: UTF8.self))
    let kept = String(decoding: bytes[end...], as: UTF8.self).split(separator: " ").filter { word in
      let plain = HeadingVocabulary.words(String(word)).joined()
      return plain != "ofsted" && plain != "cqc"
    }
    let role = trimmed(kept.joined(separator: " "))
    if role.utf8.holdsWord { party.role = role }
    return party
  }

  private static func starts(_ bytes: [UInt8], _ index: Int, _ word: StaticString) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == word.utf8Start[$0] }
  }

  private static func trimmed(_ words: String) -> String {
    var bytes = Array(words.utf8)[...]
    let signs: Set<UInt8> = [0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-")]
    while let first = bytes.first {
      if signs.contains(first) {
        bytes = bytes.dropFirst()
      } else if bytes.starts(with: [0xE2, 0x80, 0x93]) || bytes.starts(with: [0xE2, 0x80, 0x94]) {
        bytes = bytes.dropFirst(3)
      } else {
        break
      }
    }
    while let last = bytes.last, signs.contains(last) { bytes = bytes.dropLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
