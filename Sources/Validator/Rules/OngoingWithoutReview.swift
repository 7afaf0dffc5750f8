// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP203: an action that never ends and is never looked at.
struct OngoingWithoutReview: Rule {
  let about = RuleDescription(
    id: "CP203", name: "ongoing-without-review", severity: .warning,
    looksAt:
      "Actions whose timescale is ongoing: whether they have a milestone, a recurrence, monitoring, progress reports "
      + "or words such as review, monthly or survey.",
    why: "“Ongoing” alone is no deadline: such an action can neither be late nor done.",
    fix: "Add a date for a first result, or say how often the action is reviewed.",
    example: "“Ongoing” with no milestones; “Ongoing, reviewed every term” would do.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    return actions.indices.compactMap { index in
      guard let timescale = actions[index].timescale, timescale.ongoing == true, timescale.recurrence == nil else {
        return nil
      }
      guard !hasDate(timescale, subject.deadlines[index]), !actions[index].rating.isDone, !isReviewed(index, actions)
      else {
        return nil
      }
      let action = actions[index]
      return Violation(
        message:
          "\(action.title) is “\(timescale.text)” without a milestone or a review: say when a first result is due, "
          + "or how often it is reviewed.",
        pointer: "/actions/\(index)/timescale", source: action.source, key: action.id)
    }
  }

  /// Whether a date beside the word says when there is something to see: `May 2026 and ongoing`, but not `from May 2026`.
  private func hasDate(_ timescale: When, _ days: DayRange?) -> Bool {
    guard let days else { return false }
    return days.last != nil || !WordScan.contains(timescale.text, anyOf: OngoingWithoutReview.starts)
  }

  private func isReviewed(_ index: Int, _ actions: [Action]) -> Bool {
    if !actions[index].milestones.isEmpty || !actions[index].updates.isEmpty || actions[index].monitoring != nil {
      return true
    }
    func asksForReview(_ text: String) -> Bool { WordScan.contains(text, anyOf: OngoingWithoutReview.reviews) }
    if let timescale = actions[index].timescale, asksForReview(timescale.text) { return true }
    if asksForReview(actions[index].text) { return true }
    if let evidence = actions[index].evidence, asksForReview(evidence) { return true }
    return actions[index].successMeasures.contains { asksForReview($0) || DateTokens.saysByWhen($0) }
  }

  private static let starts: WordList = [
    "begin", "beginning", "begins", "commence", "commences", "commencing", "from", "onward", "onwards", "since",
    "start",
    "started", "starting", "starts",
  ]
  private static let reviews: WordList = [
    "annual", "annually", "audit", "audits", "fortnightly", "monitor", "monitored", "monitoring",
    "monthly", "quarterly", "review", "reviewed", "reviews", "survey", "surveys", "termly", "weekly", "yearly",
  ]
}
