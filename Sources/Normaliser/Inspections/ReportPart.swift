// SPDX-License-Identifier: GPL-3.0-or-later

/// The parts of an inspection report, told by the words of their headings.
enum ReportPart: Hashable, Sendable {
  /// Title and dates.
  case front
  /// The outcome and what follows from it.
  case outcome
  /// What is effective, in bullets.
  case effective
  /// What needs to improve, in bullets.
  case needsImprovement
  /// Areas for priority action.
  case priorityActions
  /// Areas for improvement.
  case improvements
  /// Areas of significant weakness, as outcome letters before 2023 list them.
  case weaknesses
  /// The bodies of the partnership and who leads them.
  case partners
  /// The inspectors.
  case team
  /// Who responds for what, how the inspection was made, what it is like: prose.
  case prose
  /// What the inspectorates say of themselves at the end.
  case imprint

  /// Whether the part lists areas.
  var listsAreas: Bool { self == .priorityActions || self == .improvements || self == .weaknesses }

  /// Longest heading, in words. A sentence that speaks of an area for improvement is longer or ends with a full stop.
  private static let longestHeading = 22

  /// The part that a line opens as its heading; nil for any other line.
  static func heading(_ line: String) -> ReportPart? {
    guard line.utf8.count <= 180, !line.hasSuffix("."), !line.hasSuffix(";"), !line.hasSuffix(",") else { return nil }
    let words = HeadingVocabulary.words(line, limit: longestHeading + 1)
    guard let first = words.first, words.count <= longestHeading else { return nil }
    let set = Set(words)
    if let areas = areaHeading(words, set) { return areas }
    if let question = question(words, set) { return question }
    if words.count <= 6, words.contains("outcome"), set.isSubset(of: outcomeWords) { return .outcome }
    if words.count <= 3, set.contains("team"), set.contains("inspection") || first == "the" { return .team }
    if words.count <= 3, words.last == "inspectors", set.isSubset(of: ["the", "lead", "our", "inspectors"]) {
      return .team
    }
    if words.count <= 8, words.last == "details", set.contains("partnership") || set.contains("area") {
      return .partners
    }
    if words.count <= 9, set.contains("about") || first == "how" {
      if set.contains("inspection") || set.contains("partnership") || set.contains("area") { return .prose }
    }
    return nil
  }

  private static let outcomeWords: Set<String> = [
    "outcome", "inspection", "the", "of", "overall", "our", "area", "send", "local", "this",
  ]

  /// "Areas for priority action", "What are the areas for improvement?"
  private static func areaHeading(_ words: [String], _ set: Set<String>) -> ReportPart? {
    guard set.contains("areas") || set.contains("area"), words.count <= 9 else { return nil }
    // "Area for improvement 3" heads one area.
    if set.contains("priority"), set.contains("action") || set.contains("actions"), !set.contains("plan") {
      return .priorityActions
    }
    if set.contains("significant"), !set.isDisjoint(with: ["weakness", "weaknesses", "concern", "concerns"]) {
      return .weaknesses
    }
    if set.contains("improvement") || set.contains("improve") { return words.count <= 6 ? .improvements : nil }
    if set.contains("development") { return words.count <= 4 ? .needsImprovement : nil }
    return nil
  }

  /// "What is the area partnership doing that is effective?", "What does it need to do better?", "What is it like …?"
  private static func question(_ words: [String], _ set: Set<String>) -> ReportPart? {
    // A question begins with its word; a sentence that only has it within tells of something else.
    let asks = ["what", "where", "how"].contains(words[0]) && words.count <= 16
    if asks, !set.isDisjoint(with: ["better", "improve"]), !set.isDisjoint(with: ["need", "needs", "must", "should"]) {
      return .needsImprovement
    }
    if asks, set.contains("effective") || set.contains("well") || set.contains("effectively"),
      !set.isDisjoint(with: ["doing", "does", "is", "works", "working", "do"]), !set.contains("like")
    {
      return .effective
    }
    if words.count <= 3, words.first == "strengths" || words.last == "strengths" { return .effective }
    if words.count >= 4, words[0] == "what", words[1] == "is" || words[1] == "its", set.contains("like") {
      return .prose
    }
    return nil
  }

  /// Whether a line begins what the inspectorates print about themselves, or what only the letter's form asks for.
  static func opensImprint(_ line: String) -> Bool {
    let words = HeadingVocabulary.words(line, limit: 14)
    if words.starts(with: ["if", "you", "are", "not", "happy"]) { return true }
    if words.starts(with: ["yours", "sincerely"]) || words.starts(with: ["yours", "faithfully"]) { return true }
    if words.starts(with: ["the", "office", "for", "standards", "in", "education"]) { return line.utf8.count > 120 }
    return line.hasPrefix("© Crown")
  }
}
