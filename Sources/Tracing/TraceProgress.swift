// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// How far the actions are that answer an area.
public struct TraceProgress: Sendable {
  /// How many actions have each status, in the order of ``PlanSchema/RatingStatus``; actions without a rating are `unknown`.
  public let statuses: [(status: RatingStatus, count: Int)]
  /// The next deadline of an action that is not done, from the given day on.
  public let next: DayRange.Day?
  /// Positions of actions whose deadline is past on the given day and that are not done.
  public let overdue: [Int]
  /// Actions without a deadline that can be read as a date.
  public let undated: Int

  init(_ plan: CanonicalPlan, _ actions: [Int], asOf: DayRange.Day?) {
    var counts: [RatingStatus: Int] = [:]
    var next: DayRange.Day?
    var overdue: [Int] = []
    var undated = 0
    for index in actions {
      let status = plan.actions[index].rating?.status ?? .unknown
      counts[status, default: 0] += 1
      let isDone = status == .completed || status == .embedded
      guard let range = plan.actions[index].timescale?.edtf.flatMap({ DayRange(edtf: $0) }) else {
        undated += 1
        continue
      }
      guard !isDone, let last = range.last else { continue }
      if let asOf, last < asOf {
        overdue.append(index)
      } else {
        next = next.map { min($0, last) } ?? last
      }
    }
    statuses = RatingStatus.allCases.compactMap { status in counts[status].map { (status, $0) } }
    self.next = next
    self.overdue = overdue
    self.undated = undated
  }
}

/// Which bodies lead which actions.
struct TraceBodies {
  private let leads: [Set<String>]
  private static let council: Set<String> = [
    "council", "la", "authority", "lba", "borough", "childrens", "dcs", "education", "inclusion", "schools", "school",
  ]
  private static let health: Set<String> = [
    "icb", "ccg", "nhs", "health", "clinical", "nurse", "dco", "dmo", "trust", "camhs", "therapy", "therapies", "icp",
  ]

  init(_ plan: CanonicalPlan) {
    let sections = Dictionary(
      plan.sections.map { ($0.id, $0.leads) }, uniquingKeysWith: { first, _ in first })
    leads = plan.actions.map { action in
      let all =
        action.leads + action.contributors + (action.leads.isEmpty ? action.section.flatMap { sections[$0] } ?? [] : [])
      return Set(all.flatMap { TraceWords.words($0.text) })
    }
  }

  /// Whether an action's leads name a body, or someone of a body of its kind.
  func leads(_ body: String, _ action: Int) -> Bool {
    let words = Set(TraceWords.words(body))
    let isHealth = !words.isDisjoint(with: TraceBodies.health)
    let isCouncil = !isHealth && !words.isDisjoint(with: TraceBodies.council)
    if isHealth { return !leads[action].isDisjoint(with: TraceBodies.health) }
    if isCouncil {
      return !leads[action].isDisjoint(with: TraceBodies.council.union(["director", "head", "send", "sen"]))
    }
    return !leads[action].isDisjoint(with: words.filter { $0.utf8.count > 3 })
  }
}
