// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// What the well-read tables of a document teach about its columns: their headings, who is named in them, how their
/// cells begin. Nothing in it is known beforehand.
struct RunLexicon {
  /// Words of a value, small letters.
  typealias Words = [[UInt8]]

  struct PartyEntry {
    var words: Words
    var isPerson: Bool
    /// How often it leads, and how often it contributes.
    var leads = 0
    var contributes = 0
  }

  /// Headings of the columns.
  private(set) var headings: [Words] = []
  private(set) var parties: [PartyEntry] = []
  private var partyIndex: [Words: Int] = [:]
  private(set) var groups: [Words] = []
  /// Verbs that actions begin with, behind "To" or alone.
  private(set) var verbs: Set<[UInt8]> = []
  /// How many actions begin with "To".
  private(set) var toShare = 0.0
  /// Whether success measures open with codes such as "1g".
  private(set) var hasCodes = false
  /// How often a mark separates leads, and contributors.
  private var separators: [UInt8: (leads: Double, contributors: Double)] = [:]
  /// Success measures without their codes.
  private(set) var measures: [Words] = []
  let roles: Set<ColumnRole>

  init(layout: Layout, actions: [RawAction], reading: Reading) {
    roles = Set(layout.columns.compactMap(\.role))
    for column in layout.columns {
      let words = RunLexicon.words(column.words)
      if !words.isEmpty { headings.append(words) }
    }
    var openings = (to: 0, all: 0)
    var codes = 0
    for action in actions {
      let text = RunLexicon.words(reading.string(action.text))
      if let first = text.first {
        openings.all += 1
        if first == Array("to".utf8) {
          openings.to += 1
          if text.count > 1 { verbs.insert(text[1]) }
        }
      }
      for value in action.values where !value.isReferred {
        let words = reading.string(value.paragraphs)
        switch value.role {
        case .lead, .contributors:
          for mark in [Mark.comma, Mark.slash, Mark.semicolon] {
            let count = Double(words.utf8.count { $0 == mark })
            if value.role == .lead {
              separators[mark, default: (leads: 0, contributors: 0)].leads += count
            } else {
              separators[mark, default: (leads: 0, contributors: 0)].contributors += count
            }
          }
          let parts =
            value.role == .lead ? PartyReader.split([words], known: KnownParties()) : PartyReader.commaList(words)
          for part in parts {
            add(part.party, role: value.role)
            addAcronyms(part.party, role: value.role)
          }
        case .group: add(group: RunLexicon.words(words))
        case .successMeasures:
          if RunLexicon.opensWithCode(words) { codes += 1 }
          for paragraph in value.paragraphs { add(measures: reading.string(paragraph)) }
        default: break
        }
      }
    }
    toShare = openings.all > 0 ? Double(openings.to) / Double(openings.all) : 0
    hasCodes = codes >= 2
  }

  mutating func add(_ party: Party, role: ColumnRole) {
    add(words: RunLexicon.words(party.text), isPerson: party.name != nil && party.name == party.text, role: role)
  }

  mutating func add(words: Words, isPerson: Bool, role: ColumnRole?) {
    guard !words.isEmpty, words.count <= 8 else { return }
    let index: Int
    if let known = partyIndex[words] {
      index = known
    } else {
      index = parties.count
      parties.append(PartyEntry(words: words, isPerson: isPerson))
      partyIndex[words] = index
    }
    if role == .lead { parties[index].leads += 1 }
    if role == .contributors { parties[index].contributes += 1 }
  }

  /// Bodies written as letters within a party's words.
  private mutating func addAcronyms(_ party: Party, role: ColumnRole) {
    let phrase = PartyPhrase(tokens: Token.scan(party.text))
    guard phrase.tokens.count > 1 else { return }
    let bytes = Array(party.text.utf8)
    for index in phrase.tokens.indices where phrase.isAcronym(index) {
      // In "SEND team" the letters are no body of their own.
      guard index + 1 == phrase.tokens.count || phrase.isAcronym(index + 1) else { continue }
      add(words: [RunText.folded(bytes[phrase.tokens[index].range])], isPerson: false, role: role)
    }
  }

  /// The measures of a cell, cut at the codes that open them.
  private mutating func add(measures text: String) {
    let tokens = Token.scan(text)
    let bytes = Array(text.utf8)
    var measure: Words = []
    func isCode(_ index: Int) -> Bool {
      tokens[index].kind == .number && tokens[index].digits == 1 && index + 1 < tokens.count && !tokens[index + 1].gapBefore
        && tokens[index + 1].kind == .word && tokens[index + 1].range.count == 1
    }
    for index in tokens.indices {
      if isCode(index) {
        if measure.count >= 6, !measures.contains(measure) { measures.append(measure) }
        measure = []
      } else if tokens[index].kind == .word, tokens[index].range.count > 1 {
        measure.append(RunText.folded(bytes[tokens[index].range]))
      }
    }
    if measure.count >= 6, !measures.contains(measure) { measures.append(measure) }
  }

  mutating func add(group words: Words) {
    if words.count >= 2, !groups.contains(words) { groups.append(words) }
  }

  /// Whether a mark separates leads (1) rather than contributors (-1) in this document.
  func lean(_ separator: UInt8) -> Double {
    var all = (leads: 0.0, contributors: 0.0)
    for counts in separators.values {
      all.leads += counts.leads
      all.contributors += counts.contributors
    }
    let counts = separators[separator] ?? (leads: 0, contributors: 0)
    let leads = counts.leads / max(1, all.leads)
    let contributors = counts.contributors / max(1, all.contributors)
    guard leads + contributors > 0 else { return separator == Mark.slash ? 0.5 : -0.5 }
    return (leads - contributors) / (leads + contributors)
  }

  func isVerb(_ word: [UInt8]) -> Bool { verbs.contains(word) || RunLexicon.commonVerbs.contains(word) }

  static func words(_ text: String) -> Words {
    Token.scan(text).filter { $0.kind != .mark }.map { folded(text, $0) }
  }

  private static func folded(_ text: String, _ token: Token) -> [UInt8] {
    RunText.folded(Array(text.utf8)[token.range])
  }

  /// "1g Parents …", "2A …": a figure and a letter before the words.
  static func opensWithCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(4))
    return bytes.count == 4 && (0x30...0x39).contains(bytes[0]) && (0x61...0x7A).contains(bytes[1] | 0x20)
      && (bytes[2] == 0x20 || bytes[3] == 0x20)
  }

  /// Verbs with which actions commonly begin.
  private static let commonVerbs: Set<[UInt8]> = Set(
    [
      "agree", "align", "analyse", "assess", "attend", "audit", "build", "collect", "commission", "complete", "conduct",
      "consult", "create", "define", "deliver", "describe", "design", "determine", "develop", "embed", "engage", "ensure",
      "establish", "evaluate", "expand", "explore", "extend", "finalise", "gather", "hold", "identify", "implement",
      "improve", "increase", "introduce", "investigate", "launch", "maintain", "map", "monitor", "offer", "plan",
      "prepare", "produce", "promote", "provide", "publish", "put", "raise", "realign", "recruit", "redesign", "reduce",
      "refresh", "reorganise", "report", "review", "revise", "roll", "run", "secure", "set", "share", "strengthen",
      "support", "train", "understand", "undertake", "update", "use", "work", "write", "give", "make", "help",
      "enable", "recommission", "simplify", "shape", "bring", "keep", "open", "hear", "meet",
    ].map { Array($0.utf8) })
}
