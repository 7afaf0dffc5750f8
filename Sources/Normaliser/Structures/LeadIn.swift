// SPDX-License-Identifier: GPL-3.0-or-later

/// A sentence that breaks off before a list: "Over the next year we will:", "You told us that:".
enum LeadIn {
  /// What the list is to be, by how the sentence ends; nil where its end says nothing.
  static func role(_ words: String) -> LabelRole? {
    guard
      words.utf8.last == UInt8(ascii: ":") || words.utf8.suffix(3).elementsEqual("…".utf8)
        || !words.utf8.contains(UInt8(ascii: "."))
    else { return nil }
    let parts = HeadingVocabulary.words(words)
    guard let last = parts.last, parts.count > 1 else { return nil }
    if parts.contains("told") || parts.contains("said") || parts.contains("asked") || parts.contains("found") {
      return .narrative
    }
    let speaker = parts.contains { speakers.contains($0) }
    let beneficiary = parts.contains { beneficiaries.contains($0) }
    switch last {
    case "will", "well":
      return beneficiary && !speaker ? .field(.successMeasures) : .field(.action)
    case "to":
      let before = parts.dropLast().last ?? ""
      return intentions.contains(before) && (speaker || parts.count <= 4) ? .field(.action) : nil
    case "by" where parts.contains("this") && speaker && parts.contains("will"): return .field(.action)
    case "have", "has", "weve": return speaker ? .field(.update) : nil
    case "that" where parts.contains("mean") || parts.contains("means") || parts.contains("see"):
      return .field(.successMeasures)
    case "see", "notice", "means": return .field(.successMeasures)
    case "following" where speaker && (parts.contains("will") || parts.contains("do")): return .field(.action)
    default: return nil
    }
  }

  private static let speakers: Set<String> = [
    "we", "council", "partnership", "partners", "icb", "our", "area", "services", "leaders", "together", "well", "weve",
    "were", "board",
  ]
  private static let beneficiaries: Set<String> = [
    "families", "children", "you", "parents", "people", "pupils", "carers", "young", "everyone", "schools",
  ]
  private static let intentions: Set<String> = [
    "want", "going", "plan", "planning", "aim", "agreed", "committed", "need", "intend", "are", "promise", "continue",
    "commit", "us", "asking", "working", "hope", "pledge", "able",
  ]
}

/// A heading that says when: "March 2025", "By the end of summer term 2024", "Phase 2: April to June 2025".
enum PeriodHeading {
  static func reads(_ words: String, reading: Reading) -> Bool {
    guard words.utf8.count <= 70, mentionsTime(words) else { return false }
    if reading.dateScore(trimmed(words)) >= 0.75 { return true }
    guard let found = DateReader.headingDate(words) else { return false }
    // What is left beside the date may say how far away it is, nothing else.
    let rest = HeadingVocabulary.words(
      words.utf8Slice(0..<found.range.lowerBound) + " " + words.utf8Slice(found.range.upperBound..<words.utf8.count))
    return rest.allSatisfy { asides.contains($0) || $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// The part of a heading that says when: without "we will have:" behind it.
  static func date(in words: String) -> Range<Int> {
    guard let found = DateReader.headingDate(words) else { return 0..<words.utf8.count }
    let rest = HeadingVocabulary.words(words.utf8Slice(found.range.upperBound..<words.utf8.count))
    let isTail = rest.contains("we") || rest.contains("will") || rest.contains("have") || rest.isEmpty
    return 0..<(isTail ? found.range.upperBound : words.utf8.count)
  }

  private static func trimmed(_ words: String) -> String {
    words.utf8.last == UInt8(ascii: ":") ? words.utf8Slice(0..<words.utf8.count - 1) : words
  }

  private static func mentionsTime(_ words: String) -> Bool {
    let parts = HeadingVocabulary.words(words, limit: 12)
    return parts.contains { HeadingVocabulary.months.contains($0) || seasons.contains($0) }
      || words.utf8.count(where: { (0x30...0x39).contains($0) }) >= 4
  }

  private static let seasons: Set<String> = [
    "spring", "summer", "autumn", "winter", "term", "quarter", "q1", "q2", "q3", "q4", "ongoing",
  ]
  private static let asides: Set<String> = [
    "by", "the", "end", "of", "from", "to", "until", "phase", "term", "in", "and", "onwards", "before", "start",
    "beginning", "early", "late", "mid", "between", "during", "year", "academic", "financial", "stage", "quarter",
    "complete", "completed", "ongoing", "what", "happens", "we", "will", "have", "q1", "q2", "q3", "q4", "half",
    "school", "next", "milestones", "summer", "spring", "autumn", "winter", "due",
  ]
}
