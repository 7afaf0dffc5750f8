// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Gives each column of a table its role: by the words of its head and by the profile of its cells, assigned together.
struct RoleAssignment {
  let reading: Reading

  /// The layout that a header of one or more rows announces, over the data rows that follow it.
  func layout(_ grid: Grid, header: Range<Int>, data: Range<Int>) -> Layout {
    var columns = heads(grid, header: header)
    for (index, profile) in ColumnProfile.profiles(grid, rows: data, reading: reading).enumerated() {
      columns[index].profile = profile
    }
    assign(&columns, grid: grid)
    settleSpannedNumbers(&columns)
    inheritSpans(&columns, grid: grid, header: header)
    let finder = HeaderFinder(reading: reading)
    var layout = Layout(kind: .decoy, columns: columns, signature: finder.signature(grid, row: header.lowerBound))
    refine(&layout)
    layout.kind = kind(of: layout)
    explain(layout, grid: grid)
    return layout
  }

  // MARK: Heads

  /// The heading of each column: its own head and the spanning heads above it.
  private func heads(_ grid: Grid, header: Range<Int>) -> [Layout.Column] {
    (0..<grid.columnCount).map { column in
      var heading = spanningHead(grid, header: header, column: column)
      var seen: Set<Int32> = []
      for row in header {
        guard let cell = grid.cell(row, column), !cell.paragraphs.isEmpty else { continue }
        let identity = cell.row * Int32(grid.columnCount) + cell.column
        if seen.insert(identity).inserted {
          for paragraph in cell.paragraphs { heading.append(paragraph.span) }
        }
      }
      let words = reading.string(heading)
      var entry = Layout.Column(role: nil, heading: heading, words: words)
      // "Saving 2025/26 (£k)" is a sum of money for a year, no report of that year.
      entry.date = RoleAssignment.speaksOfMoney(words) ? nil : DateReader.headingDate(words)?.when
      return entry
    }
  }

  /// The head of a spanning cell that a separated export left in its first column only.
  private func spanningHead(_ grid: Grid, header: Range<Int>, column: Int) -> Phrase {
    guard header.count > 1, grid.table.alignment != .exact else { return .empty }
    func words(_ row: Int, _ column: Int) -> [Paragraph] { grid.cell(row, column)?.paragraphs ?? [] }
    let top = header.lowerBound
    guard words(top, column).isEmpty, !words(top + 1, column).isEmpty,
      let owner = (0..<column).last(where: { !words(top, $0).isEmpty }), !words(top + 1, owner).isEmpty,
      (owner + 1..<column).allSatisfy({ !words(top + 1, $0).isEmpty })
    else { return .empty }
    return reading.phrase(words(top, owner))
  }

  /// In separated exports an empty place right of a spanning head belongs to it.
  private func inheritSpans(_ columns: inout [Layout.Column], grid: Grid, header: Range<Int>) {
    for index in columns.indices.dropFirst() where [nil, .update, .other].contains(columns[index].role) {
      guard grid.cell(header.lowerBound, index)?.paragraphs.isEmpty ?? true else { continue }
      guard let owner = columns[..<index].lastIndex(where: { $0.role != nil && !$0.words.isEmpty }) else { continue }
      let between = columns[(owner + 1)..<index].allSatisfy { $0.words.isEmpty || $0.date != nil }
      guard between, let role = columns[owner].role else { continue }
      switch role {
      case .reading, .target, .actual:
        columns[index].role = .reading
        columns[owner].role = .reading
      case .milestones where !columns[index].words.isEmpty: columns[index].role = .milestones
      case .lead, .contributors:
        if !columns[index].words.isEmpty, columns[index].date == nil { columns[index].role = role }
      default: break
      }
    }
  }

  /// A head over two columns, the numbers and their texts, that an export left over the numbers: it belongs to the texts.
  private func settleSpannedNumbers(_ columns: inout [Layout.Column]) {
    for index in columns.indices.dropLast() {
      guard let role = columns[index].role, let numbers = columns[index].profile,
        let texts = columns[index + 1].profile,
        numbers.filled > 1, numbers.references > 0.8, texts.references < 0.2, texts.filled * 2 >= numbers.filled,
        !columns[index + 1].words.utf8.contains(where: \.isWordByte)
      else { continue }
      switch role {
      case .action, .measure:
        guard !columns.contains(where: { $0.role == .reference }) else { continue }
        columns[index].role = .reference
      case .section, .outcome: columns[index].role = .sectionReference
      default: continue
      }
      columns[index + 1].role = role
      // What the head calls the sections; its place in the document stays with the column that it stands over.
      columns[index + 1].words = columns[index].words
    }
  }

  // MARK: Assignment

  private struct Candidate {
    var column: Int
    var role: ColumnRole
    var score: Double
  }

  private func assign(_ columns: inout [Layout.Column], grid: Grid) {
    var candidates: [Candidate] = []
    for (index, column) in columns.enumerated() {
      guard let profile = column.profile else { continue }
      if !column.words.utf8.contains(where: \.isWordByte) {
        if profile.filled > 0 { candidates += unheaded(index, profile: profile) }
        continue
      }
      let votes = reading.headings.votes(column.words)
      if index == 0, profile.references > 0.8, profile.filled > 1, !votes.contains(where: { $0.role == .section }) {
        // Numbers in front of each row are references, whatever a narrow column made of their head ("Action numb er").
        candidates.append(Candidate(column: index, role: .reference, score: 0.5))
      }
      for vote in votes {
        if vote.role == .rating { columns[index].isRatingHead = true }
        candidates.append(
          Candidate(column: index, role: vote.role, score: vote.weight * (0.62 + 0.38 * profile.fit(vote.role))))
      }
      if RoleAssignment.namesStage(column.words) {
        candidates.append(Candidate(column: index, role: .milestones, score: 0.7))
      }
      if column.date != nil {
        // A dated head is a series of updates, unless a spanning head says milestones, targets or actual figures.
        candidates.append(Candidate(column: index, role: .update, score: votes.isEmpty ? 0.6 : 0.3))
        // "By the end of term we will have …" over terms.
        if RoleAssignment.speaksOfFuture(column.words) {
          candidates.append(Candidate(column: index, role: .milestones, score: 0.75))
        }
      }
    }
    candidates.sort { ($0.score, -$0.column, $1.role.rawValue) > ($1.score, -$1.column, $0.role.rawValue) }
    var used: Set<ColumnRole> = []
    for candidate in candidates where columns[candidate.column].role == nil {
      if candidate.score < 0.28 { break }
      if used.contains(candidate.role), !candidate.role.canRepeat { continue }
      columns[candidate.column].role = candidate.role
      used.insert(candidate.role)
    }
    for index in columns.indices
    where columns[index].role == nil && columns[index].words.utf8.contains(where: \.isWordByte) {
      columns[index].role = .other
    }
  }

  /// Whether a head names a stage on the way: "3 months", "Month 6", "Within twelve weeks".
  static func namesStage(_ head: String) -> Bool {
    let words = HeadingVocabulary.words(head)
    guard words.count <= 4, words.contains(where: { ["month", "months", "weeks", "week"].contains($0) }) else {
      return false
    }
    return words.contains { word in
      word.utf8.allSatisfy { (0x30...0x39).contains($0) }
        || ["three", "six", "nine", "twelve", "eighteen"].contains(word)
    }
  }

  /// Roles of a column without a head, by its cells alone.
  private func unheaded(_ index: Int, profile: ColumnProfile) -> [Candidate] {
    var candidates: [Candidate] = []
    if profile.references > 0.6 || index == 0 && profile.shortReferences > 0.8 {
      candidates.append(
        Candidate(column: index, role: .reference, score: 0.9 * max(profile.references, profile.shortReferences * 0.8)))
    }
    if profile.dates > 0.6 { candidates.append(Candidate(column: index, role: .timescale, score: 0.5 * profile.dates)) }
    if profile.ratings > 0.6 {
      candidates.append(Candidate(column: index, role: .rating, score: 0.5 * profile.ratings))
    }
    if profile.length > 30, index > 0 { candidates.append(Candidate(column: index, role: .action, score: 0.3)) }
    return candidates
  }

  // MARK: What neighbours and the rest of the table decide

  private func refine(_ layout: inout Layout) {
    let action = layout.column(.action)
    settleOutcomes(&layout, action: action)
    settleMonitoring(&layout)
    settleSections(&layout, action: action)
    settleDatedColumns(&layout)
    if layout.column(.action) == nil, !isDocumentControl(layout) { promoteAction(&layout) }
    settleUnheadedLead(&layout)
    settleIndicators(&layout)
    settleStrangers(&layout)
  }

  /// Heads of indicator tables over a table of actions: what their cells say decides.
  private func settleStrangers(_ layout: inout Layout) {
    if layout.has(.action), !layout.has(.rating) {
      // "Progress" over nothing but Green and Amber, or over signs.
      for index in layout.columns.indices
      where layout.columns[index].role == .update && layout.columns[index].date == nil
        && layout.columns[index].profile.map({ $0.ratings > 0.75 || $0.symbols > 0.75 }) ?? false
      {
        layout.columns[index].role = .rating
      }
    }
    guard layout.has(.action), !layout.has(.measure) else { return }
    for index in layout.columns.indices {
      guard let role = layout.columns[index].role,
        role.marksIndicator || role == .memberRole || role == .term || role == .meaning || role == .memberName
      else { continue }
      let profile = layout.columns[index].profile
      if role == .measure || layout.columns[index].words.lowercased().hasPrefix("performance measure") {
        layout.columns[index].role = .successMeasures
        continue
      }
      layout.columns[index].role = profile.map { $0.ratings > 0.6 || $0.symbols > 0.7 } ?? false ? .rating : .other
    }
    for index in layout.columns.indices where layout.columns[index].role == .other {
      // "Complete? (Y/N)"
      let words = HeadingVocabulary.words(layout.columns[index].words)
      if words.contains(where: { ["complete", "completed", "achieved", "done"].contains($0) }),
        layout.columns[index].profile.map({ $0.answers > 0.7 }) ?? false
      {
        layout.columns[index].role = .rating
      }
    }
    if !layout.has(.rating), !layout.has(.milestones) {
      // Symbols alone in a column are ratings, whatever its head.
      for index in layout.columns.indices where layout.columns[index].role == .other {
        if layout.columns[index].profile.map({ $0.symbols > 0.7 }) ?? false { layout.columns[index].role = .rating }
      }
    }
  }

  /// "Outcomes" left of the actions heads the plan's outcomes, right of them the measures of success.
  private func settleOutcomes(_ layout: inout Layout, action: Int?) {
    guard let action else { return }
    for index in layout.columns.indices {
      let role = layout.columns[index].role
      let names = HeadingVocabulary.words(layout.columns[index].words)
      let speaksOfOutcomes = names.contains("outcome") || names.contains("outcomes")
      if role == .successMeasures, index < action, speaksOfOutcomes {
        layout.columns[index].role = .outcome
      } else if role == .outcome, index > action {
        layout.columns[index].role = .successMeasures
      }
    }
  }

  /// "How will we know?" is monitoring beside a column of success measures, and success measures alone.
  private func settleMonitoring(_ layout: inout Layout) {
    func asksHowWeKnow(_ column: Layout.Column) -> Bool {
      let words = HeadingVocabulary.words(column.words)
      return words.contains("know") && (words.contains("how") || words.contains("when"))
    }
    let successes = layout.columns.indices.filter { layout.columns[$0].role == .successMeasures }
    if successes.isEmpty {
      for index in layout.columns.indices
      where layout.columns[index].role == .monitoring && asksHowWeKnow(layout.columns[index]) {
        layout.columns[index].role = .successMeasures
      }
    } else if successes.count > 1, successes.contains(where: { !asksHowWeKnow(layout.columns[$0]) }) {
      for index in successes where asksHowWeKnow(layout.columns[index]) { layout.columns[index].role = .monitoring }
    }
  }

  /// A blank or numbered column left of a section column numbers the sections; a rank is no section; a second column
  /// left of the actions whose head names a kind of section holds the sections below.
  private func settleSections(_ layout: inout Layout, action: Int?) {
    guard let section = layout.column(.section) else { return }
    if let action, let acts = layout.columns[action].profile, section < action {
      for index in layout.columns.indices where index < action && layout.columns[index].role == .other {
        guard let vote = reading.headings.best(layout.columns[index].words), vote.role == .section,
          vote.weight >= 0.9, let profile = layout.columns[index].profile, profile.length >= 10, profile.filled > 0,
          profile.filled < acts.filled || profile.filled < 3 || index == section + 1
        else { continue }
        layout.columns[index].role = .section
      }
    }
    if let profile = layout.columns[section].profile, profile.filled > 0, action != nil, profile.ranks > 0.8 {
      layout.columns[section].role = .other
      return
    }
    if section > 0, layout.columns[section - 1].role == .reference, let reference = layout.columns[section - 1].profile,
      let named = layout.columns[section].profile, let action, let acts = layout.columns[action].profile,
      acts.filled > reference.filled, reference.filled <= max(1, named.filled)
    {
      layout.columns[section - 1].role = .sectionReference
    }
  }

  private func settleDatedColumns(_ layout: inout Layout) {
    for index in layout.columns.indices where layout.columns[index].date != nil {
      switch layout.columns[index].role {
      case .rating: layout.columns[index].role = .update
      case .timescale, .start, .other:
        // "Due December 2024" over a column of ticks is still a dated column.
        if layout.columns[index].profile.map({ $0.dates < 0.5 }) ?? true { layout.columns[index].role = .update }
      default: break
      }
    }
  }

  /// Whether the heads are those of version control, sign-off, contacts or meetings.
  private func isDocumentControl(_ layout: Layout) -> Bool {
    let marks = layout.columns.count { RoleAssignment.speaksOfControl($0.words) }
    return marks >= 2
      || marks >= 1
        && !layout.columns.contains { column in
          column.role == .action && (reading.headings.votes(column.words).first?.role == .action)
        }
  }

  /// Whether a head says what will have been done: "We will have …".
  static func speaksOfFuture(_ head: String) -> Bool {
    let words = HeadingVocabulary.words(head)
    return zip(words, words.dropFirst()).contains { $0 == "will" && ($1 == "have" || $1 == "be") }
  }

  /// Whether a head is one of sums of money.
  static func speaksOfMoney(_ head: String) -> Bool {
    head.unicodeScalars.contains("£") || HeadingVocabulary.words(head).contains { moneyWords.contains($0) }
  }

  private static let moneyWords: Set<String> = [
    "saving", "savings", "cost", "costs", "spend", "expenditure", "£k", "£m",
  ]

  /// Whether the heads are those of a register of risks: two of them, or how likely each risk is.
  private func isRiskRegister(_ layout: Layout) -> Bool {
    let heads = layout.columns.filter { RoleAssignment.speaksOfRisk($0.words) }
    return heads.count > 1
      || heads.count == 1 && layout.has(.risks)
        && heads.contains { HeadingVocabulary.words($0.words).contains { $0 == "likelihood" || $0 == "probability" } }
  }

  /// Whether a head is one of a register of risks.
  static func speaksOfRisk(_ head: String) -> Bool {
    HeadingVocabulary.words(head).contains { riskWords.contains($0) }
  }

  private static let riskWords: Set<String> = [
    "likelihood", "probability", "severity", "mitigation", "mitigations", "residual",
  ]

  /// Whether a head is one of version control, sign-off, contacts or meetings.
  static func speaksOfControl(_ head: String) -> Bool {
    HeadingVocabulary.words(head).contains { controlWords.contains($0) }
  }

  private static let controlWords: Set<String> = [
    "version", "author", "authors", "revision", "amendment", "amendments", "approved", "circulation", "distribution",
    "signature", "signed", "email", "telephone", "phone", "tel", "venue", "meeting", "edition", "change", "changes",
    "contact", "draft",
  ]

  /// A table with leads and deadlines is a table of actions, whatever the head of its text column says.
  private func promoteAction(_ layout: inout Layout) {
    guard layout.has(.lead) || layout.has(.timescale), !layout.has(.measure) else { return }
    if let head = layout.columns.indices.first(where: { index in
      let heading = SectionHeading.parse(layout.columns[index].words)
      return heading.kind != nil && heading.ref != nil && !heading.titleRange.isEmpty
    }) {
      layout.columns[head].role = .action
      layout.sectionHead = head
      return
    }
    let texts: Set<ColumnRole> = [.other, .meaning, .outcome, .update, .section, .theme, .measure]
    let candidates = layout.columns.indices.filter {
      // A column without a head is the actions' where it is the only one left for them.
      let mayBe = layout.columns[$0].role.map(texts.contains) ?? (layout.columns[$0].words.isEmpty && $0 > 0)
      return mayBe && (layout.columns[$0].profile?.length ?? 0) > 12 && layout.columns[$0].date == nil
    }
    let best = candidates.max {
      (layout.columns[$0].profile?.length ?? 0, -$0) < (layout.columns[$1].profile?.length ?? 0, -$1)
    }
    guard let best, layout.has(.timescale) else { return }
    // Numbers and deadlines beside texts without a head are as good a sign as leads are.
    let isNumbered = layout.columns[best].role == nil && layout.has(.reference)
    if layout.has(.lead) || isNumbered { layout.columns[best].role = .action }
  }

  /// A column without a head beside actions, short and full of parties, names the leads where no other column does.
  /// Parties are told from other short texts less surely than dates and ratings, so that it is asked last.
  private func settleUnheadedLead(_ layout: inout Layout) {
    guard !layout.has(.lead), let action = layout.column(.action), let acts = layout.columns[action].profile else {
      return
    }
    func parties(_ index: Int) -> Double {
      guard index > 0, layout.columns[index].role == nil, layout.columns[index].words.isEmpty,
        let profile = layout.columns[index].profile, profile.filled > 1, profile.length < acts.length
      else { return 0 }
      return profile.parties
    }
    let best = layout.columns.indices.max { (parties($0), -$0) < (parties($1), -$1) }
    if let best, parties(best) > 0.7 { layout.columns[best].role = .lead }
  }

  /// Heads that mean one thing among actions mean another among measures.
  private func settleIndicators(_ layout: inout Layout) {
    let marks = layout.columns.count { $0.role?.marksIndicator ?? false }
    guard !layout.has(.action), layout.has(.measure) || marks >= 2 else { return }
    for index in layout.columns.indices {
      switch layout.columns[index].role {
      case .milestones where layout.columns[index].date != nil: layout.columns[index].role = .target
      case .section where layout.has(.measure): layout.columns[index].role = .theme
      case .outcome where layout.has(.measure): layout.columns[index].role = .theme
      case .update where layout.columns[index].date != nil:
        // "Target" over several dates.
        layout.columns[index].role = PeriodLabel.leading(layout.columns[index].words)?.role ?? .reading
      case .timescale where !layout.has(.frequency) && layout.columns[index].date == nil:
        break
      default: break
      }
    }
    if !layout.has(.measure) {
      // The text column of a table with baselines and targets is its measure.
      let texts: Set<ColumnRole> = [.successMeasures, .outcome, .other, .section, .theme, .meaning, .monitoring]
      let best = layout.columns.indices.filter { layout.columns[$0].role.map(texts.contains) ?? false }
        .max { (layout.columns[$0].profile?.length ?? 0, -$0) < (layout.columns[$1].profile?.length ?? 0, -$1) }
      if let best { layout.columns[best].role = .measure }
    }
  }

  private func kind(of layout: Layout) -> TableKind {
    if isDocumentControl(layout) || isRiskRegister(layout) { return .decoy }
    let roles = layout.columns.compactMap(\.role)
    let actions = Set(roles.filter(\.marksAction)).count
    let indicators = Set(roles.filter(\.marksIndicator)).count
    if layout.has(.measure), indicators >= 2, !layout.has(.action) || indicators >= actions { return .indicators }
    if layout.has(.action), actions >= 2 || layout.has(.rating) { return .actions }
    // The actions themselves may stand in rows across the table.
    if layout.has(.lead), layout.has(.timescale), actions >= 3, !layout.has(.measure) { return .actions }
    if layout.has(.term), layout.has(.meaning) { return .glossary }
    if layout.has(.section) || layout.has(.group), layout.has(.lead), !layout.has(.timescale) { return .groups }
    if layout.has(.memberName), roles.count >= 2, layout.has(.memberRole) || layout.has(.lead) { return .membership }
    return .decoy
  }

  private func explain(_ layout: Layout, grid: Grid) {
    reading.explanation.note("table \(grid.number)", layout.kind.rawValue, [])
    for (index, column) in layout.columns.enumerated() {
      guard let role = column.role else { continue }
      var reasons: [String] = []
      if !column.words.isEmpty { reasons.append("headed \"\(column.words)\"") }
      let vote = reading.headings.votes(column.words).first { $0.role == role }
      if let vote {
        reasons.append("the words \"\(vote.term)\" speak for it")
      }
      if let profile = column.profile, profile.filled > 0 {
        func share(_ value: Double, _ name: String) -> String? {
          value >= 0.3 ? "\(Int((value * 100).rounded())) % of the cells are \(name)" : nil
        }
        reasons += [
          share(profile.dates, "dates"), share(profile.references, "references"), share(profile.parties, "parties"),
          share(profile.ratings, "ratings"), share(profile.fills, "coloured"),
        ].compactMap { $0 }
      }
      let fit = column.profile?.fit(role) ?? 0.5
      reading.explanation.note("table \(grid.number), column \(index + 1)", role.rawValue, confidence: fit, reasons)
      // Without a heading that speaks for the role, cells alone are weak evidence. Figures stand under dates.
      if vote == nil, fit < 0.5, (column.profile?.filled ?? 0) > 0, !ColumnRole.ofFigures.contains(role) {
        reading.explanation.note(
          .doubtfulColumn(table: grid.number, column: index + 1, heading: column.words, role: role.rawValue))
      }
    }
  }
}
