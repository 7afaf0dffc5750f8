// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Several plans side by side: their actions and indicators under shared themes, each with its closest counterparts.
///
/// Positions in these lists name their members everywhere: `actions[3].plan` is a position in `plans`.
public struct PlanComparison: Hashable, Sendable {
  /// The themes of the comparison.
  public var themes: [Theme]
  /// The plans, in the order they were given.
  public var plans: [ComparedPlan]
  /// The actions of all plans, in document order, plan after plan.
  public var actions: [ComparedAction]
  /// The indicators of all plans, in the same order.
  public var indicators: [ComparedIndicator]
  /// Colours that mean one thing in one plan and another in the next.
  public var colourConflicts: [ColourConflict]
  /// Who leads, the most actions first.
  public var leads: [LeadCount]

  /// The matrix of themes and plans: one row a theme, one cell a plan.
  public var matrix: [[ThemeCell]] {
    var rows = Array(repeating: Array(repeating: ThemeCell(), count: plans.count), count: themes.count)
    for action in actions { for match in action.themes { rows[match.theme][action.plan].count(action) } }
    return rows
  }

  /// What each plan has in all: one cell a plan.
  public var totals: [ThemeCell] {
    var cells = Array(repeating: ThemeCell(), count: plans.count)
    for action in actions { cells[action.plan].count(action) }
    return cells
  }
}

/// One plan of a comparison.
public struct ComparedPlan: Hashable, Sendable {
  /// What the plan is called beside the others: the authority's name, with the kind, date or file where that is not enough.
  public var label: String
  /// The plan.
  public var plan: CanonicalPlan

  /// A link to the document or a place in it, relative to the folder that holds it; only a PDF opens at the place.
  public func link(to source: Source) -> String {
    RelativeLink.encoded(plan.document.file) + (source.fragment ?? "")
  }

  /// A place in the document, in words: the file's name and what is known of the place.
  public func place(of source: Source) -> String {
    source.label.map { "\(plan.document.file), \($0)" } ?? plan.document.file
  }
}

/// One action of a comparison.
public struct ComparedAction: Hashable, Sendable {
  /// Position of its plan.
  public var plan: Int
  /// The action.
  public var action: Action
  /// The titles of the sections it stands in, the outermost first.
  public var sections: [String]
  /// Its themes, the strongest first.
  public var themes: [ThemeMatch]
  /// The days that its deadline may mean; of its milestones the last, where it has no date of its own.
  public var due: DayRange?
  /// Its closest counterparts in the other plans, the most alike first.
  public var counterparts: [Counterpart]

  /// The status of the action as a whole: its own rating, else that of its latest update that has one.
  public var rating: Rating? { action.rating ?? action.updates.last { $0.rating != nil }?.rating }

  /// Whether a rating stands on the action, an update or a milestone.
  public var isRated: Bool { rating != nil || action.milestones.contains { $0.rating != nil } }

  /// The year in which it is due; nil where it has no date.
  public var year: Int? { due.map { ($0.last ?? $0.first).year } }
}

/// One indicator of a comparison.
public struct ComparedIndicator: Hashable, Sendable {
  /// Position of its plan.
  public var plan: Int
  /// The indicator.
  public var indicator: Indicator
  /// Its themes, the strongest first.
  public var themes: [ThemeMatch]
}

/// What the actions of one theme in one plan have.
public struct ThemeCell: Hashable, Sendable {
  /// How many actions there are.
  public var actions = 0
  /// How many say who leads.
  public var withLead = 0
  /// How many have a date by when, of their own or of a milestone.
  public var withDeadline = 0
  /// How many say how success shows.
  public var withMeasure = 0
  /// How many have a rating, of their own or of a milestone or update.
  public var withRating = 0

  mutating func count(_ action: ComparedAction) {
    actions += 1
    if !action.action.leads.isEmpty { withLead += 1 }
    if action.due != nil { withDeadline += 1 }
    if !action.action.successMeasures.isEmpty { withMeasure += 1 }
    if action.isRated { withRating += 1 }
  }
}

/// A colour that does not mean the same in all plans.
public struct ColourConflict: Hashable, Sendable {
  /// What one plan means by the colour.
  public struct Meaning: Hashable, Sendable {
    /// Position of the plan.
    public var plan: Int
    /// What it stands for there.
    public var status: RatingStatus
    /// The words of the plan's key; nil where the plan has none and the usual reading holds.
    public var words: String?
  }

  /// The colour.
  public var colour: RatingColour
  /// What it means, plan by plan.
  public var meanings: [Meaning]
}

/// How often a role, body or person leads.
public struct LeadCount: Hashable, Sendable {
  /// The role; the organisation or person where no role is given.
  public var name: String
  /// Actions by plan.
  public var actions: [Int]
  /// Actions in all plans.
  public var total: Int { actions.reduce(0, +) }
}
