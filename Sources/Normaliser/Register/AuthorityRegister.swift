// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// A place where a text names an authority.
struct AuthorityMention: Sendable {
  /// The authority.
  var authority: Authority
  /// UTF-8 byte offsets of its words.
  var range: Range<Int>
  /// How much the mention says, by the words beside it: 1 is a plain mention, 0.1 that of a partner's name.
  var weight: Double
  /// Index in the register.
  var index: Int
}

/// The English authorities with education duties, current and ended.
enum AuthorityRegister {
  /// The register laid out for looking up.
  static let table = RegisterTable(data)

  /// All mentions of authorities in a text, in order; time is linear in the text.
  static func find(in text: String) -> [AuthorityMention] {
    var text = text
    return text.withUTF8 { bytes in
      var finder = MentionFinder(bytes: bytes, table: table)
      return finder.mentions()
    }
  }

  /// The authority whose plan this is: title lines say most, earlier ones more than later ones, then the text.
  ///
  /// Partners are named as well: what counts is who is named as the council, in "the ... local area", and how often.
  static func decide(title: [String], body: some Sequence<String>) -> Authority? {
    var scores: [Int: Double] = [:]
    for (position, line) in title.enumerated() {
      // In a title a common word is a name, too: "Reading SEND Strategy".
      for mention in find(in: line) {
        scores[mention.index, default: 0] += max(mention.weight, 0.5) * 40 / Double(position + 1)
      }
    }
    var frequency: [Int: Double] = [:]
    for text in body {
      for mention in find(in: text) { frequency[mention.index, default: 0] += mention.weight }
    }
    return decide(titleScores: scores, frequency: frequency)
  }

  /// The authority of the best total; a live one before an ended one of equal total, the register's order after that.
  private static func decide(titleScores: [Int: Double], frequency: [Int: Double]) -> Authority? {
    var best: (score: Double, index: Int)?
    for index in Set(titleScores.keys).union(frequency.keys).sorted() {
      var score = (titleScores[index] ?? 0) + (frequency[index] ?? 0)
      if !table.isLive[index] { score *= 0.9 }
      if score > best?.score ?? 0.45 { best = (score, index) }
    }
    return best.map { table.authorities[$0.index] }
  }
}

/// Walks over a text and looks up each capitalised word that a name begins with.
private struct MentionFinder {
  let bytes: UnsafeBufferPointer<UInt8>
  let table: RegisterTable

  mutating func mentions() -> [AuthorityMention] {
    var found: [AuthorityMention] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index].isLetter else {
        index += 1
        continue
      }
      let end = endOfWord(index)
      if isCapital(bytes[index]), let forms = table.forms[WordKey(bytes, index..<end)],
        let (form, stop) = match(forms, from: end)
      {
        let weight = weight(of: form, at: index..<stop)
        if weight > 0 {
          found.append(
            AuthorityMention(
              authority: table.authorities[form.authority], range: index..<stop, weight: weight, index: form.authority))
        }
        index = stop
      } else {
        index = end
      }
    }
    return found
  }

  /// The longest form whose further words follow, and where they end.
  private func match(_ forms: [RegisterTable.Form], from end: Int) -> (RegisterTable.Form, Int)? {
    for form in forms {
      var stop = end
      var matches = true
      for word in form.rest {
        guard let next = nextWord(stop), WordKey(bytes, next) == word || (word == "and" && isAmpersand(next)) else {
          matches = false
          break
        }
        stop = next.upperBound
      }
      if matches { return (form, stop) }
    }
    return nil
  }

  /// What a mention says, by the words around it.
  private func weight(of form: RegisterTable.Form, at range: Range<Int>) -> Double {
    var next: [WordKey] = []
    var stop = range.upperBound
    while next.count < 4, let word = nextWord(stop, possessive: true) {
      next.append(WordKey(bytes, word))
      stop = word.upperBound
    }
    let before = previousWord(range.lowerBound)
    let beforeKey = before.map { WordKey(bytes, $0) }
    // "Greater Manchester", "University of Kent", "West Kent CCG", "Sarah Bolton": other bodies and people.
    if let beforeKey, let before {
      if beforeKey == "greater" || beforeKey == "new" { return 0 }
      if isCapital(bytes[before.lowerBound]),
        PartyWord.flags(beforeKey).contains(.givenName) || PartyWord.flags(beforeKey).contains(.title)
      {
        return 0
      }
      if beforeKey == "of", let first = previousWord(before.lowerBound), WordKey(bytes, first) == "university" {
        return 0.1
      }
    }
    if next.first.map(MentionFinder.partners.contains) ?? false { return 0.1 }
    if next.count > 1, MentionFinder.partners.contains(next[1]), next[0] != "council" { return 0.1 }
    // The same place as a compass half of itself is a partner's district.
    if let beforeKey, MentionFinder.directions.contains(beforeKey) { return 0.3 }
    let isCouncil =
      form.isOfficial || next.first.map(MentionFinder.councils.contains) ?? false
      || (next.count > 1 && next[1] == "council")
    let isArea =
      next.count > 1 && next[0] == "local" && (next[1] == "area" || next[1] == "authority" || next[1] == "offer")
    if isCouncil || isArea { return 4 }
    let isSubject = next.first.map(MentionFinder.subjects.contains) ?? false
    let isPlace = beforeKey.map(MentionFinder.prepositions.contains) ?? false
    switch form.strength {
    case .full: return isSubject ? 2 : 1
    case .short: return isSubject || isPlace ? 1 : 0.5
    // "Reading is fun" names nobody; "in Reading" and "Reading SEND Board" do, unless a sentence begins there.
    case .common:
      if isSubject { return 1.5 }
      if let beforeKey, beforeKey == "in" || beforeKey == "across" || beforeKey == "within", isWholePhrase(next) {
        return 1
      }
      return before == nil && next.isEmpty ? 1 : 0
    }
  }

  /// Whether what follows a common word is no object of it: "in Reading and writing" is school work.
  private func isWholePhrase(_ next: [WordKey]) -> Bool {
    guard let first = next.first else { return true }
    return !["and", "skills", "writing", "maths", "ages", "age", "comprehension"].contains(first)
  }

  private static let partners: Set<WordKey> = [
    "ccg", "ccgs", "icb", "ics", "nhs", "university", "hospital", "hospitals", "police", "college", "clinical",
    "integrated",
    "stp", "healthcare", "community", "partnership", "foundation", "trust", "fc", "road", "street",
  ]
  private static let directions: Set<WordKey> = [
    "north", "south", "east", "west", "mid", "central", "northern", "southern",
  ]
  private static let councils: Set<WordKey> = ["council", "borough", "county", "metropolitan", "city", "unitary"]
  private static let subjects: Set<WordKey> = [
    "send", "sen", "special", "written", "strategy", "action", "improvement", "children", "children's", "priority",
    "joint",
    "local", "area", "inclusion", "district", "borough", "accelerated", "wsoa", "parent", "parents", "safeguarding",
    "schools",
  ]
  private static let prepositions: Set<WordKey> = ["in", "across", "of", "for", "within", "to"]

  // MARK: Bytes

  /// The next word behind an offset, across spaces, hyphens and a point; nil where anything else stands between.
  private func nextWord(_ offset: Int, possessive: Bool = false) -> Range<Int>? {
    var index = offset
    if possessive, index < bytes.count {
      // "Kent's schools"
      if bytes[index] == 0x27 {
        index += 1
      } else if index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        index += 3
      }
      if index > offset, index < bytes.count, bytes[index] | 0x20 == 0x73 { index += 1 }
    }
    while index < bytes.count,
      bytes[index] == 0x20 || bytes[index] == 0x2D || bytes[index] == 0x2C
        || (bytes[index] == 0x2E && index == offset && index + 1 < bytes.count && bytes[index + 1] == 0x20
          && offset >= 2
          && bytes[offset - 1] == 0x74)
    {
      index += 1
    }
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x26 { return index..<index + 1 }
    guard index > offset || (offset > 0 && bytes[offset - 1] == 0x26), bytes[index].isLetter else { return nil }
    return index..<endOfWord(index)
  }

  private func isAmpersand(_ range: Range<Int>) -> Bool { range.count == 1 && bytes[range.lowerBound] == 0x26 }

  /// The word before an offset, across one space or hyphen.
  private func previousWord(_ offset: Int) -> Range<Int>? {
    var end = offset
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2D { end -= 1 }
    guard end < offset else { return nil }
    var start = end
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    return start < end ? start..<end : nil
  }

  private func endOfWord(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isLetter { index += 1 }
    return index
  }
  private func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
}
