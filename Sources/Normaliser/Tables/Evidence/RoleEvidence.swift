// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// One reason for or against a role, by name.
struct EvidencePiece: Equatable, Sendable {
  var name: String
  var value: Double
}

/// What speaks for a column having a role: its head, its cells, its place, and the rest of the document.
///
/// Each piece is a function of its own that knows one thing; nothing here decides.
struct RoleEvidence {
  /// One column as the evidence sees it.
  struct Column {
    var words: [String]
    var votes: [ColumnRole: Double]
    var leanings: [ColumnRole: Double]
    var profile: ColumnProfile
    /// Whether the head is a date, or holds one.
    var isDated: Bool
    /// Whether the head says what will be: "By July we will have …".
    var speaksOfFuture = false
    /// Whether the head names a stage: "3 months".
    var namesStage = false
    /// Whether the head is a section's heading: "Priority 1: Inclusion" over the actions.
    var headsSection = false
    /// The figures that a dated head announces: "Target March 2024".
    var figures: ColumnRole?
    /// What equal heads meant before, and what the same place of the same grid held before.
    var elsewhere: ColumnRole?
    var sameGrid: ColumnRole?
    var isHeaded: Bool { !words.isEmpty }

    /// Whether an export left the head of the texts beside them over these numbers.
    var numbersNext = false

    func vote(_ role: ColumnRole) -> Double { votes[role] ?? 0 }
    /// Whether the head names the role, and no other more.
    func names(_ role: ColumnRole) -> Bool {
      if let most = votes.values.max() { return vote(role) >= max(0.4, most - 0.2) }
      return (leanings[role] ?? 0) >= 0.4
    }
    /// Whether any word of the head is one of these.
    func says(_ list: String...) -> Bool { words.contains { list.contains($0) } }
  }

  let columns: [Column]
  /// The length of the longest column's texts, found once: tables may have thousands of columns.
  private let longest: Double

  init(columns: [Column]) {
    self.columns = columns
    longest = columns.lazy.map(\.profile.length).max() ?? 1
  }

  /// What all pieces together say for a role.
  func sum(_ column: Int, _ role: ColumnRole, kind: TableKind, records: Int?) -> Double {
    pieces(column, role, kind: kind, records: records).reduce(0) { $0 + $1.value }
  }

  /// The pieces that speak for or against a role.
  func pieces(_ index: Int, _ role: ColumnRole, kind: TableKind, records: Int?) -> [EvidencePiece] {
    let column = columns[index]
    if role == .other { return [EvidencePiece(name: "headed", value: EvidenceWeights.other)] }
    let pieces = [
      EvidencePiece(name: "head", value: head(column, role, kind: kind, records: records, at: index)),
      EvidencePiece(name: "cells", value: EvidenceWeights.cells * (column.profile.fit(role) - 0.5)),
      EvidencePiece(name: "values", value: values(column, role)),
      EvidencePiece(name: "length", value: length(index, role)),
      EvidencePiece(name: "dated head", value: dated(column, role, kind: kind)),
      EvidencePiece(name: "place", value: records.map { place(index, role, records: $0) } ?? 0),
      EvidencePiece(name: "rows", value: rows(index, role, records: records)),
      EvidencePiece(name: "elsewhere", value: elsewhere(column, role)),
    ]
    return pieces.filter { $0.value != 0 }
  }

  // MARK: The head

  /// The head's phrase, else its stems.
  private func head(_ column: Column, _ role: ColumnRole, kind: TableKind, records: Int?, at index: Int) -> Double {
    guard column.isHeaded else { return 0 }
    let (phrase, stems) = words(column, role, kind: kind, records: records, at: index)
    // "Action leads" speaks of actions by the way.
    let isOutvoted = column.votes.values.contains { $0 > phrase + 0.2 }
    return max(
      EvidenceWeights.head * phrase * (isOutvoted ? EvidenceWeights.outvoted : 1), EvidenceWeights.stems * stems)
  }

  /// How strongly a head speaks for a role as a phrase and by its stems: what it says depends on the table's kind and on
  /// the side of the actions that it stands on.
  private func words(
    _ column: Column, _ role: ColumnRole, kind: TableKind, records: Int?, at index: Int
  ) -> (phrase: Double, stems: Double) {
    func both(_ role: ColumnRole) -> (Double, Double) { (column.vote(role), column.leanings[role] ?? 0) }
    func best(_ one: (Double, Double), _ other: (Double, Double), share: Double = 1) -> (Double, Double) {
      (max(one.0, other.0 * share), max(one.1, other.1 * share))
    }
    let saysOutcome = column.says("outcome", "outcomes")
    let isBefore = records.map { index < $0 } ?? false
    switch role {
    case .outcome where isBefore && saysOutcome: return best(both(.outcome), both(.successMeasures))
    case .successMeasures:
      var said = both(.successMeasures)
      if isBefore, saysOutcome { said = (0, said.1) }
      if records != nil, !isBefore { said = best(said, both(.outcome)) }
      // Heads of indicators beside actions name what success is measured by.
      if kind == .actions, column.words != ["measure"] { said = best(said, both(.measure), share: 0.9) }
      return asksHowWeKnow(column) && !namesSuccess(besides: index, records: records)
        ? best(said, both(.monitoring)) : said
    case .monitoring:
      let asks = asksHowWeKnow(column)
      if asks, !namesSuccess(besides: index, records: records) { return (0, 0) }
      return asks ? best(both(.monitoring), both(.successMeasures)) : both(.monitoring)
    case .theme: return best(both(.theme), best(both(.section), both(.outcome)), share: 0.9)
    case .measure where kind == .indicators: return best(both(.measure), both(.successMeasures), share: 0.6)
    case .subAction:
      // Tasks, steps and actions beside the actions themselves.
      guard records.map({ $0 < index }) ?? false, column.profile.parties < 0.5 || column.profile.length > 60 else {
        return (0, 0)
      }
      if column.says("sub", "subtask", "subtasks", "subaction", "subactions") { return (1, 0) }
      return column.names(.action) && !column.names(.lead) && !column.names(.timescale) ? both(.action) : (0, 0)
    case .milestones:
      // "What we will do and when": steps with their dates.
      return column.says("when", "dates") && column.says("do", "what", "steps") && column.words.count > 2
        ? (0.9, 0) : both(.milestones)
    default: return both(role)
    }
  }

  /// "How will we know?", "How we measure it": what success is measured by where nothing else is, and else its monitoring.
  private func asksHowWeKnow(_ column: Column) -> Bool {
    column.says("know") && column.says("how", "when")
      || column.says("how") && column.says("measure", "measured") && !column.says("progress", "monitored", "monitor")
  }

  /// Whether another head names measures of success; outcomes left of the actions are the plan's.
  private func namesSuccess(besides index: Int, records: Int?) -> Bool {
    columns.indices.contains { other in
      other != index && !(records.map { other < $0 } ?? false && columns[other].says("outcome", "outcomes"))
        && !asksHowWeKnow(columns[other])
        && (columns[other].vote(.successMeasures) >= 0.6 || (columns[other].leanings[.successMeasures] ?? 0) >= 0.6)
    }
  }

  // MARK: The cells

  /// Cells that are nothing but the values of a role.
  private func values(_ column: Column, _ role: ColumnRole) -> Double {
    let profile = column.profile
    // "Progress" over nothing but Green and Amber, or over signs, reports nothing.
    if role == .update, !column.isDated, max(profile.ratings, profile.symbols) > 0.75 { return -2.5 }
    // A target that is a date is a deadline.
    if ColumnRole.ofFigures.contains(role), role != .update, role != .other, !column.isDated, profile.dates > 0.6 {
      return -3
    }
    guard let weight = EvidenceWeights.values[role], profile.filled > 0 || role == .rating else { return 0 }
    // One cell may be anything.
    let trust = profile.filled > 1 ? 1 : 0.5
    switch role {
    case .timescale: return profile.dates > 0.5 && !column.isDated ? weight * profile.dates * trust : 0
    case .reference:
      let share = max(profile.references, profile.length <= 12 ? profile.shortReferences * 0.8 : 0)
      return share > 0.5 ? weight * share * trust : 0
    case .rating:
      let signs = max(profile.ratings, profile.symbols)
      let answers = column.says("complete", "completed", "achieved", "done") ? profile.answers : 0
      let fills = profile.length <= 40 && profile.fills > 0.6 ? profile.fills * 0.8 : 0
      let share = max(signs, max(answers, fills))
      return share > 0.6 ? weight * share : 0
    case .lead: return profile.parties > 0.6 && profile.length < 120 ? weight * profile.parties * trust : 0
    case .memberName: return profile.people > 0.5 ? weight * profile.people : 0
    case .term: return profile.abbreviations > 0.5 ? weight * profile.abbreviations * trust : 0
    case .target: return profile.figures > 0.6 ? weight * profile.figures : 0
    default: return 0
    }
  }

  /// The longest text of a table is what its rows are about.
  private func length(_ index: Int, _ role: ColumnRole) -> Double {
    guard role == .action || role == .measure || role == .meaning else { return 0 }
    let profile = columns[index].profile
    guard profile.filled > 0, !columns[index].isDated else { return -1 }
    guard longest > 0 else { return 0 }
    // Texts to the left are what the rows are about; reports to the right may well be longer.
    let early = 0.3 * (1 - Double(index) / Double(columns.count))
    return EvidenceWeights.longest * min(1, 1.3 * profile.length / longest) * (profile.length < 12 ? 0 : 1) + early
  }

  // MARK: The place

  private func dated(_ column: Column, _ role: ColumnRole, kind: TableKind) -> Double {
    if column.namesStage, role == .milestones { return 2.8 }
    guard column.isDated else { return 0 }
    if kind == .indicators {
      if role == .rating { return -8 }
      if let figures = column.figures { return role == figures ? EvidenceWeights.dated + 0.8 : 0 }
      if role == .target, column.vote(.milestones) > 0.6 { return EvidenceWeights.dated + 0.8 }
      return role == .reading ? EvidenceWeights.dated + 0.2 : 0
    }
    switch role {
    case .update: return column.votes.isEmpty || column.profile.dates < 0.5 ? EvidenceWeights.dated : 1.2
    case .milestones: return column.speaksOfFuture ? 3 : 0
    case .rating: return -8
    case .timescale, .start, .other: return column.profile.dates < 0.5 ? -3 : 0
    default: return 0
    }
  }

  private func place(_ index: Int, _ role: ColumnRole, records: Int) -> Double {
    switch role {
    case .outcome where index > records: return 2 * EvidenceWeights.wrongSide
    case .section, .sectionReference: return index > records ? EvidenceWeights.wrongSide : 0.1
    case .reference: return index > records ? EvidenceWeights.wrongSide / 3 : 0.2
    case .lead, .timescale, .update, .rating, .successMeasures, .milestones:
      return index < records ? EvidenceWeights.unusualSide : 0
    default: return 0
    }
  }

  /// How the column's cells lie beside the rows of the records.
  private func rows(_ index: Int, _ role: ColumnRole, records: Int?) -> Double {
    let profile = columns[index].profile
    switch role {
    case .section, .outcome, .theme:
      if profile.filled > 0, records != nil, profile.ranks > 0.8 { return 2 * EvidenceWeights.changesEachRow }
      guard role != .theme, let records, let acts = Optional(columns[records].profile) else { return 0 }
      let isContext =
        acts.filled >= 4 && profile.filled * 10 >= acts.filled * 9 && profile.distinct > 0.9 && profile.spans == 0
        && profile.leadingReferences < 0.5 && profile.references < 0.5
      return isContext ? EvidenceWeights.changesEachRow : 0
    case .reference:
      // A number is short, and each row has its own.
      if profile.filled > 0, profile.references < 0.3, profile.length > 12 { return EvidenceWeights.wrongSide }
      return profile.spans > 0.5 && records.map { columns[$0].profile.spans < 0.2 } ?? false
        ? EvidenceWeights.wrongSide : 0
    case .subAction:
      // More of them than actions, most with a row of their own.
      guard let records, records < index, profile.filled > 1, columns[index].isHeaded else { return -9 }
      if columns[index].says("sub", "subtask", "subtasks", "subaction", "subactions") { return 1.5 }
      let acts = columns[records].profile
      return profile.filled * 4 > acts.filled * 5 || acts.spans > 0.5 && profile.spans < 0.2 ? 1.5 : -9
    case .sectionReference:
      // Numbers beside the sections, which begin where these do.
      if columns[index].numbersNext, columns[index + 1].names(.section) || columns[index + 1].names(.outcome) {
        return 6
      }
      guard let records, index + 1 < records, columns[index + 1].names(.section), profile.references > 0.5,
        profile.filled <= max(1, columns[index + 1].profile.filled), profile.filled < columns[records].profile.filled
      else { return -9 }
      return 6
    default: return 0
    }
  }

  // MARK: The document

  private func elsewhere(_ column: Column, _ role: ColumnRole) -> Double {
    if column.elsewhere == role { return EvidenceWeights.elsewhere }
    guard column.sameGrid == role else { return 0 }
    // A head that names another role says so itself.
    let own = max(column.votes.values.max() ?? 0, column.leanings.values.max() ?? 0)
    return EvidenceWeights.sameGrid * (column.isHeaded ? max(0.2, 1 - own) : 1)
  }
}
