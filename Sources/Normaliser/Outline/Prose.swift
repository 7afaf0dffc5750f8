// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A paragraph outside the tables, while it waits for what comes after it.
struct ProseItem {
  var paragraph: Paragraph
  /// Level of a heading that the format marks as one.
  var headingLevel: Int?
  /// Whether a page break stands before it.
  var isAfterBreak: Bool
}

/// Tells headings from other prose.
struct ProseReader {
  let reading: Reading

  /// Longest line that is taken for a heading without being marked as one, in bytes.
  static let longestLine = 130

  /// Whether a paragraph is a heading: marked as one, or short, capitalised and without a full stop.
  func isHeadingLike(_ item: ProseItem) -> Bool {
    if item.headingLevel != nil { return true }
    let bytes = reading.text.bytes[item.paragraph.span.range]
    guard item.paragraph.marker != .bullet, bytes.count <= ProseReader.longestLine, let first = bytes.first,
      let last = bytes.last
    else { return false }
    if (0x61...0x7A).contains(first) { return false }
    if [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ",")].contains(last) { return false }
    // A line that ends in a colon leads to a list, unless it names a kind of section ("Proposal 1:").
    if last == UInt8(ascii: ":") { return SectionHeading.parse(reading.string(item.paragraph)).kind != nil }
    return first.isWordByte || first == UInt8(ascii: "\"") || first == UInt8(ascii: "(")
  }

  /// Words of headings that head a table or the whole document, not a section of the plan.
  private static let generic: Set<String> = [
    "introduction", "appendix", "annex", "contents", "glossary", "overview", "summary", "background", "context",
    "foreword", "governance", "key", "note", "notes", "plan", "plans", "table", "version", "document", "membership",
    "performance", "scorecard", "dashboard", "kpis", "kpi", "indicators", "continued", "rag", "legend", "abbreviations",
    "acronyms", "monitoring", "statement", "apologies", "present", "attendees", "attendance",
  ]

  /// Words of headings that only say how far the actions below have come.
  private static let states: Set<String> = [
    "actions", "progress", "completed", "complete", "outstanding", "in", "ongoing", "current", "new", "closed", "open",
    "next", "remaining", "the", "our", "planned", "future", "on", "delayed", "and", "summary", "of", "previous",
  ]

  /// Whether an unlabelled heading says only what kind of table follows.
  func isGeneric(_ words: String) -> Bool {
    if let vote = reading.headings.best(words), vote.weight >= 0.72 { return true }
    if PlanKindReader.kind(words) != nil || SectionKindWords.announced(words) != nil { return true }
    let parts = HeadingVocabulary.words(words)
    if parts.contains(where: { $0 == "actions" || $0 == "progress" }),
      parts.allSatisfy({ ProseReader.states.contains($0) })
    {
      return true
    }
    if let last = parts.last, let first = parts.first, parts.count <= 3, last == "plan" || last == "table",
      ["action", "delivery", "improvement", "implementation", "our", "the", "work", "project"].contains(first)
    {
      return true
    }
    return parts.first.map { ProseReader.generic.contains($0) } ?? false
  }

  /// Whether a heading begins a part of the document that no section of the plan reaches into.
  func leavesSections(_ words: String) -> Bool {
    guard let first = HeadingVocabulary.words(words, limit: 1).first else { return false }
    return ["appendix", "annex", "glossary", "governance", "performance"].contains(first)
  }
}
