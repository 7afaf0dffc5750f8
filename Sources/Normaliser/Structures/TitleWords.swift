// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of titles of plans.
enum TitleWords {
  /// Beginnings of words by which plans call themselves.
  private static let beginnings = [
    "plan", "strateg", "roadmap", "priorit", "improv", "action", "ambition", "commitment", "pledge", "promise",
    "transformation", "wsoa", "programme", "objective", "recovery", "charter", "timeline", "deliver", "progress",
    "outcomes", "vision",
  ]

  static func speakOfPlan(_ words: String) -> Bool {
    HeadingVocabulary.words(words).contains { word in beginnings.contains { word.hasPrefix($0) } }
  }
}
