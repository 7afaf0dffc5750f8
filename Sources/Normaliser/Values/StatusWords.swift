// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// What words say about the state of a piece of work.
enum StatusWords {
  /// The status that a legend's entry or a cell tells in words, nil where it tells none.
  static func status(_ tokens: some Collection<Token>) -> RatingStatus? {
    let words = tokens.filter { $0.kind == .word }.map(\.key)
    guard !words.isEmpty, words.count <= 40 else { return nil }
    func has(_ phrase: WordKey...) -> Bool {
      guard words.count >= phrase.count else { return false }
      return (0...(words.count - phrase.count)).contains { start in
        phrase.indices.allSatisfy { words[start + $0] == phrase[$0] }
      }
    }
    func any(_ list: Set<WordKey>) -> Bool { words.contains(where: list.contains) }
    let isNegated = has("not") || has("no") || has("yet", "to")
    let hasDone = any(done)

    if any(embedded) || has("business", "as", "usual") { return isNegated ? .notStarted : .embedded }
    if has("on", "track") || has("on", "target") || has("on", "schedule") || has("to", "plan") || has("on", "course") {
      if has("not", "on", "track") || has("not", "on", "target") || has("not", "on", "schedule") { return .offTrack }
      return any(concern) || has("at", "risk") ? .atRisk : .onTrack
    }
    if has("not", "started") || has("not", "yet", "started") || has("not", "begun") || has("not", "yet", "begun")
      || has("not", "due") || has("not", "yet", "due") || has("yet", "to", "start") || has("to", "start")
      || has("to", "be", "started") || has("not", "commenced") || has("not", "yet", "commenced")
      || has("yet", "to", "begin")
      || has("no", "action", "yet")
    {
      // "Red - not started and overdue" is worse than not started.
      return any(overdue) || any(grave) && any(trouble) ? .offTrack : .notStarted
    }
    if has("off", "track") || any(overdue) || any(grave) && any(trouble) || has("no", "progress") || has("not", "met")
      || has("not", "achieved") || has("not", "progressing") || has("no", "evidence") || has("not", "completed")
      || has("not", "complete") || has("not", "delivered") || any(failed)
    {
      return has("some", "progress") || has("but", "progressing") ? .atRisk : .offTrack
    }
    if has("as", "planned") || has("as", "expected") { return .onTrack }
    if words.count <= 2, has("planned") || has("planning") || has("scheduled") { return .notStarted }
    if has("at", "risk") || any(concern) { return .atRisk }
    if hasDone, !isNegated, !has("to", "be", "completed"), !has("nearly"), !has("almost") { return .completed }
    if any(going) || has("in", "progress") || has("under", "way") || has("good", "progress")
      || has("nearly", "complete")
    {
      return .onTrack
    }
    return nil
  }

  private static let done: Set<WordKey> = [
    "completed", "complete", "achieved", "done", "delivered", "met", "closed", "finished", "implemented",
  ]
  private static let embedded: Set<WordKey> = ["embedded", "sustained", "embedding", "bau"]
  private static let concern: Set<WordKey> = [
    "concern", "concerns", "slippage", "delay", "delays", "delayed", "partially", "partly", "partial", "minor", "risk",
    "risks", "behind", "slipped", "slow", "slower", "issues", "challenges", "slipping", "limited", "some",
  ]
  private static let overdue: Set<WordKey> = ["overdue", "missed", "late", "stalled", "critical"]
  private static let grave: Set<WordKey> = [
    "major", "significant", "significantly", "serious", "severe", "considerable",
  ]
  private static let trouble: Set<WordKey> = [
    "concern", "concerns", "delay", "delays", "delayed", "issues", "issue", "risk", "risks", "slippage", "behind",
    "problems", "barriers",
  ]
  private static let failed: Set<WordKey> = ["failed", "failing", "unachieved", "unmet"]
  private static let going: Set<WordKey> = [
    "progressing", "underway", "started", "ongoing", "commenced", "progress", "active", "open", "begun", "continuing",
  ]
}

extension RatingColour {
  /// The colour of a coloured circle or square (Unicode's geometric shapes and emoji), nil for any other character.
  init?(symbol: Unicode.Scalar) {
    switch symbol.value {
    case 0x1F7E2, 0x1F7E9: self = .green
    case 0x1F7E0, 0x1F7E1, 0x1F7E7, 0x1F7E8: self = .amber
    case 0x1F534, 0x1F7E5: self = .red
    case 0x1F535, 0x1F7E6: self = .blue
    case 0x1F7E3, 0x1F7EA: self = .purple
    case 0x26AA, 0x2B1C: self = .white
    default: return nil
    }
  }

  /// The colour that a word names, nil where it names none.
  init?(word key: WordKey) {
    switch key {
    case "blue": self = .blue
    case "green": self = .green
    case "amber", "orange", "yellow": self = .amber
    case "red": self = .red
    case "grey", "gray": self = .grey
    case "purple", "violet": self = .purple
    case "white": self = .white
    default: return nil
    }
  }

  /// The colour that a capital letter stands for in a RAG column, nil where it stands for none.
  init?(letter key: WordKey) {
    switch key {
    case "r": self = .red
    case "a", "o", "y": self = .amber
    case "g": self = .green
    case "b": self = .blue
    case "p": self = .purple
    case "w": self = .white
    default: return nil
    }
  }

  /// What the colour means where a plan has no legend.
  var usualStatus: RatingStatus {
    switch self {
    case .blue: .completed
    case .green: .onTrack
    case .amber: .atRisk
    case .red: .offTrack
    case .grey, .white: .notStarted
    case .purple: .embedded
    }
  }
}
