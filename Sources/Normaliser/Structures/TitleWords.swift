// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of titles of plans.
enum TitleWords {
  /// Beginnings of words by which plans call themselves.
  private static let beginnings = [
    "plan", "strateg", "roadmap", "priorit", "improv", "action", "ambition", "commitment", "pledge", "promise",
    "transformation", "wsoa", "programme", "objective", "recovery", "charter", "timeline", "deliver", "progress",
    "outcomes", "vision",
  ]

  /// Whether a line of a few words may be a plan's name: narrower than ``speakOfPlan(_:)``, for lines that no format marks.
  static func namePlan(_ words: String) -> Bool {
    let parts = HeadingVocabulary.words(words, limit: 14)
    return parts.count > 1 && parts.count < 13
      && parts.contains { word in names.contains { word.hasPrefix($0) } }
  }

  private static let names = [
    "plan", "strateg", "roadmap", "priorities", "improvement", "ambitions", "pledge", "programme",
  ]

  static func speakOfPlan(_ words: String) -> Bool {
    HeadingVocabulary.words(words).contains { word in beginnings.contains { word.hasPrefix($0) } }
  }
}
