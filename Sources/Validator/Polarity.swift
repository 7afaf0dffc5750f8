// SPDX-License-Identifier: GPL-3.0-or-later

/// Which way a measure should move.
enum Polarity {
  /// More is better.
  case higher
  /// Less is better.
  case lower

  /// Whether going from one value to another goes the wrong way.
  func isWorse(_ value: Double, than other: Double) -> Bool { self == .higher ? value < other : value > other }

  /// The way that a measure's words say: the first verb of direction (`reduced`, `increase in`), else what it counts,
  /// where that is good (attendance) or bad (exclusions) and not both. Nil where the words do not say.
  init?(measure: String) {
    var topics: Set<Polarity> = []
    var direction: Polarity?
    var last = ""
    WordScan.each(measure) { (word: String) in
      if Polarity.up.contains(word) {
        direction = .higher
      } else if Polarity.down.contains(word) {
        direction = .lower
      } else if Polarity.good.contains(word) || (word == "time" && last == "on") {
        topics.insert(.higher)
      } else if Polarity.bad.contains(word) {
        topics.insert(.lower)
      }
      last = word
      return direction == nil
    }
    if let direction {
      self = direction
    } else if topics.count == 1, let topic = topics.first {
      self = topic
    } else {
      return nil
    }
  }

  /// Whether a measure is to stay where it is, so that no target of it has to move.
  static func isKept(_ measure: String) -> Bool { WordScan.contains(measure, anyOf: keeping) }

  private static let up: Set = [
    "increase", "increased", "increases", "increasing", "improve", "improved", "improves", "improving", "improvement",
    "raise", "raised", "raising", "rise", "rising", "grow", "growth", "higher", "maximise", "widen", "expand",
  ]
  private static let down: Set = [
    "reduce", "reduced", "reduces", "reducing", "reduction", "decrease", "decreased", "decreases", "decreasing",
    "fewer",
    "fall", "falling", "lower", "lowered", "decline", "minimise", "narrow", "narrows", "narrowed", "narrowing",
    "shorten",
    "cut",
  ]
  private static let good: Set = [
    "achieve", "achieved", "achieving", "agree", "attend", "attendance", "attaining", "attainment", "completed",
    "confidence", "confident", "meeting", "met", "participation", "pass", "passing", "resolved", "satisfaction",
    "satisfied", "timely", "timeliness", "trained", "uptake", "within", "good", "outstanding", "happy", "helpful",
  ]
  private static let bad: Set = [
    "absence", "absences", "absent", "appeals", "appeal", "backlog", "breaches", "complaint", "complaints", "delay",
    "delays", "delayed", "excluded", "exclusion", "exclusions", "gap", "late", "missed", "neet", "overdue",
    "suspension", "suspensions", "tribunal", "tribunals", "vacancies", "waiting", "waits",
  ]
  private static let keeping: WordList = [
    "keep", "kept", "maintain", "maintained", "maintaining", "maintains", "remain", "remains", "stay", "stays",
    "sustain",
    "sustained",
  ]
}
