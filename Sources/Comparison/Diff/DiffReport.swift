// SPDX-License-Identifier: GPL-3.0-or-later

/// A diff as tables for readers, which Markdown and HTML write down.
struct DiffReport {
  /// One change.
  struct Row {
    /// The reference, or `old → new` where it differs.
    let ref: String
    /// The item's text, shortened.
    let item: String
    /// What happened, in words.
    let what: String
    /// The old value.
    let was: String
    /// The new value.
    let now: String
    /// The marked text in place of both values.
    let words: [WordRun]
  }

  /// A column of a table.
  enum Column: CaseIterable {
    case ref, item, what, was, now
  }

  /// What stands in a cell.
  enum Cell {
    case text(String)
    /// A text with the words that came and went.
    case marked([WordRun])

    var isEmpty: Bool {
      switch self {
      case .text(let text): text.isEmpty
      case .marked(let runs): runs.isEmpty
      }
    }
  }

  /// The changes of one topic.
  struct Table {
    let topic: ChangeTopic
    let rows: [Row]

    /// The columns that have something in them.
    var columns: [Column] { Column.allCases.filter { column in rows.contains { !cell(column, $0).isEmpty } } }

    /// Whether any text shows words that came and went.
    var isMarked: Bool { rows.contains { !$0.words.isEmpty } }

    /// The head of a column.
    func head(_ column: Column) -> String {
      switch column {
      case .ref: "Ref"
      case .item: topic == .sections ? "Section" : topic == .indicators ? "Indicator" : "Action"
      case .what: "What"
      case .was: "Was"
      case .now: "Now"
      }
    }

    /// What stands in a column. Of an action that was added or dropped the text says all.
    func cell(_ column: Column, _ row: Row) -> Cell {
      let isWhole = topic == .added || topic == .dropped
      switch column {
      case .ref: return .text(row.ref)
      case .item: return .text(row.item)
      case .what: return .text(isWhole ? "" : row.what)
      case .was: return .text(isWhole || !row.words.isEmpty ? "" : row.was)
      case .now: return isWhole ? .text("") : row.words.isEmpty ? .text(row.now) : .marked(row.words)
      }
    }
  }

  /// The heading.
  let title: String
  /// Lines on the two editions.
  let editions: [String]
  /// What is said in one look: a label and a number each.
  let summary: [(label: String, count: Int)]
  /// What the summary does not count.
  let note: String
  let tables: [Table]

  /// A report on a diff.
  init(_ diff: PlanDiff) {
    title = "What changed: " + (diff.new.title ?? diff.old.title ?? diff.new.file)
    func edition(_ edition: DiffEdition) -> String {
      let date = edition.date.map { ", \($0)" } ?? ""
      return "\(edition.file)\(date) (\(DiffReport.count(edition.actions, "action")), "
        + "\(DiffReport.count(edition.indicators, "indicator")))"
    }
    editions = ["Old edition: \(edition(diff.old))", "New edition: \(edition(diff.new))"]
    var rows: [ChangeTopic: [Row]] = [:]
    for change in diff.changes { rows[ChangeTopic(change), default: []].append(DiffReport.row(change)) }
    // Regressions before other ratings; the order is otherwise that of the documents.
    rows[.ratings] = [true, false].flatMap { isWorse in
      diff.changes.filter { ChangeTopic($0) == .ratings && $0.isRegression == isWorse }.map(DiffReport.row)
    }
    tables = ChangeTopic.allCases.compactMap { topic in
      rows[topic].flatMap { $0.isEmpty ? nil : Table(topic: topic, rows: $0) }
    }
    summary = DiffReport.summary(diff)
    note =
      diff.formal == 0
      ? "Differences in white space, letter case and punctuation, and other ways to write the same date, are not counted."
      : "\(DiffReport.count(diff.formal, "difference")) in white space, letter case, punctuation or the way a date is "
        + "written \(diff.formal == 1 ? "is" : "are") not counted."
  }

  private static func summary(_ diff: PlanDiff) -> [(label: String, count: Int)] {
    func of(_ isMeant: (PlanChange) -> Bool) -> Int { diff.changes.count(where: isMeant) }
    func kind(_ kinds: ChangeKind...) -> Int { of { kinds.contains($0.kind) } }
    let deadline = { (change: PlanChange) in change.kind == .deadlineChanged }
    return [
      ("Actions without any change", diff.unchangedActions),
      ("Deadlines later", of { deadline($0) && $0.shift?.direction == .later }),
      ("Deadlines dropped", of { deadline($0) && $0.shift?.direction == .dropped }),
      ("Deadlines without an end now", of { deadline($0) && $0.shift?.direction == .openEnded }),
      ("Deadlines earlier", of { deadline($0) && $0.shift?.direction == .earlier }),
      ("Deadlines newly given", of { deadline($0) && $0.shift?.direction == .given }),
      (
        "Deadlines otherwise changed",
        of { deadline($0) && ($0.shift?.direction == .bounded || $0.shift?.direction == .changed) }
      ),
      ("Actions with other leads", kind(.leadsChanged)),
      ("Ratings worse", of { $0.kind == .ratingChanged && $0.isRegression }),
      ("Ratings better", of { $0.kind == .ratingChanged && $0.rating?.direction == .improved }),
      (
        "Ratings otherwise changed",
        of {
          $0.kind == .ratingChanged && !$0.isRegression && $0.rating?.direction != .improved
        }
      ),
      ("Milestones ticked off", kind(.milestoneCompleted)),
      ("Milestones with another date", kind(.milestoneDateChanged)),
      ("Milestones dropped", kind(.milestoneDropped)),
      ("Milestones added", kind(.milestoneAdded)),
      ("Measures weakened", kind(.measureWeakened)),
      ("Measures dropped", kind(.measureDropped)),
      ("Measures strengthened", kind(.measureStrengthened)),
      ("Measures added", kind(.measureAdded)),
      ("Baselines changed", kind(.baselineChanged)),
      ("Targets changed", kind(.targetChanged)),
      ("Actual figures new or changed", kind(.actualChanged)),
      ("Actions added", kind(.actionAdded)),
      ("Actions dropped", kind(.actionDropped)),
      ("Actions merged", kind(.actionMerged)),
      ("Actions split", kind(.actionSplit)),
      ("Actions reworded", kind(.actionReworded)),
      ("Actions renumbered", kind(.actionRenumbered)),
      ("Actions moved", kind(.actionMoved)),
      ("Progress reports added", kind(.updateAdded)),
    ].filter { $0.1 > 0 }
  }

  private static func row(_ change: PlanChange) -> Row {
    let refs = (label(change.old), label(change.new))
    let ref = change.old.isEmpty ? refs.1 : change.new.isEmpty || refs.0 == refs.1 ? refs.0 : "\(refs.0) → \(refs.1)"
    let texts = change.new.isEmpty ? change.old : change.new
    let isWhole = change.kind == .actionMerged || change.kind == .actionSplit
    let marked = change.words.isEmpty || isWhole ? [] : change.words
    return Row(
      ref: ref, item: short(texts.map(\.text).joined(separator: " / "), words: 24), what: what(change),
      was: change.before ?? "", now: change.after ?? "", words: marked)
  }

  private static func label(_ items: [DiffItem]) -> String {
    items.map { $0.ref ?? $0.id }.joined(separator: " + ")
  }

  private static func what(_ change: PlanChange) -> String {
    var what = ChangeWords.of(change)
    if let part = change.part, change.kind != .measureAdded, change.kind != .measureDropped,
      change.kind != .milestoneAdded, change.kind != .milestoneDropped, !change.kind.rawValue.hasSuffix("reworded"),
      change.kind != .measureWeakened, change.kind != .measureStrengthened, change.kind != .outcomeAdded,
      change.kind != .outcomeDropped
    {
      what += ": \(short(part, words: 16))"
    }
    return what
  }

  private static func short(_ text: String, words: Int) -> String {
    let parts = text.split(whereSeparator: \.isWhitespace)
    return parts.count <= words ? parts.joined(separator: " ") : parts.prefix(words).joined(separator: " ") + " …"
  }

  private static func count(_ number: Int, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
}
