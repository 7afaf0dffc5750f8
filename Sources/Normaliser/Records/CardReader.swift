// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads tables that describe one action each: labels on the left, what they label on the right.
struct CardReader {
  let reading: Reading
  let grid: Grid

  /// A label and the cell beside it.
  struct Pair {
    var row: Int
    var label: Grid.Entry
    var value: Grid.Entry?
    var vote: HeadingVocabulary.Vote
  }

  /// The line above a card that belongs to its action.
  enum Title {
    /// Nothing but the action's number.
    case reference(Phrase)
    /// The action's text.
    case action(Paragraph)
  }

  private func isHead(_ entry: Grid.Entry) -> Bool {
    let words = reading.string(grid.paragraphs(entry))
    // "By October 2022" is a value beside its label, not a head like "By when".
    return words.utf8.count <= 40 && DateReader.embedded(in: words) == nil
      && (reading.headings.best(words)?.weight ?? 0) >= 0.9
  }

  /// What a label names among the labels of actions: "Latest progress" is no figure of an indicator.
  ///
  /// - Parameter amongLabels: whether phrases name other labels of the column, so that stems are enough for this one.
  private func label(_ words: String, amongLabels: Bool) -> HeadingVocabulary.Vote? {
    let votes = reading.headings.votes(words)
    if let vote = votes.first(where: { $0.weight >= 0.65 && RoleDecision.roles(.actions).contains($0.role) }) {
      return vote
    }
    if !amongLabels { return votes.first { $0.weight >= 0.7 } }
    let leanings = HeadStems.leanings(HeadingVocabulary.words(words))
      .filter { $0.value >= CardReader.leastLeaning && RoleDecision.roles(.actions).contains($0.key) }
    let best = leanings.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
    if let best, !words.utf8.contains(UInt8(ascii: ".")), DateReader.embedded(in: words) == nil {
      return HeadingVocabulary.Vote(role: best.key, weight: best.value, term: words)
    }
    return votes.first { $0.weight >= 0.7 }
  }

  /// A label that no word names takes the role that its values have, where no other label has it.
  private func settleStrangers(_ pairs: inout [Pair]) {
    let roles = Set(pairs.map(\.vote.role))
    for index in pairs.indices where pairs[index].vote.role == .other && pairs[index].vote.weight <= 0.5 {
      guard let value = pairs[index].value else { continue }
      let words = reading.string(grid.paragraphs(value))
      if !roles.contains(.timescale), DateReader.score(words) > 0.8 {
        pairs[index].vote.role = .timescale
      } else if !roles.contains(.rating), RatingReader.score(words) > 0.8 {
        pairs[index].vote.role = .rating
      } else if !roles.contains(.lead), words.utf8.count <= 80, PartyReader.score(words) > 0.8 {
        pairs[index].vote.role = .lead
      }
    }
  }

  /// Columns that hold labels and little else: half of their cells are named, and two or more.
  private func labelColumns(_ rows: Range<Int>, named: [Int: Int]) -> Set<Int> {
    var filled: [Int: Int] = [:]
    for row in rows.prefix(40) { for entry in grid.fresh(row) { filled[entry.column, default: 0] += 1 } }
    return Set(named.filter { $0.value > 1 && $0.value * 2 >= filled[$0.key, default: 0] }.keys)
  }

  /// Whether a text among labels may be one that no word names: it is short and neither a sentence nor a value.
  private func mayBeLabel(_ words: String) -> Bool {
    words.utf8.count <= 60 && words.utf8.last != UInt8(ascii: ".") && ReferenceReader.whole(words) == nil
      && DateReader.score(words) < 0.5 && SectionHeading.parse(words).kind == nil
  }

  /// The pairs of a card of one column, whose labels stand above what they label.
  private func stackedPairs(_ rows: Range<Int>) -> [Pair]? {
    var pairs: [Pair] = []
    var row = rows.lowerBound
    while row + 1 < rows.upperBound {
      guard let entry = grid.lone(row), grid.paragraphs(entry).byteCount <= 70,
        let vote = label(reading.string(grid.paragraphs(entry)), amongLabels: pairs.count > 1),
        let value = grid.lone(row + 1)
      else {
        row += 1
        continue
      }
      pairs.append(Pair(row: row, label: entry, value: value, vote: vote))
      row += 2
    }
    let roles = Set(pairs.map(\.vote.role))
    guard roles.contains(.action), roles.count(where: \.marksAction) >= 3, pairs.count * 3 >= rows.count else {
      return nil
    }
    return pairs
  }

  /// How many cells of each column phrases of the vocabulary name.
  private func namedLabels(_ rows: Range<Int>) -> [Int: Int] {
    var named: [Int: Int] = [:]
    for row in rows.prefix(40) {
      for entry in grid.fresh(row) where grid.paragraphs(entry).byteCount <= 70 {
        if (reading.headings.best(reading.string(grid.paragraphs(entry)))?.weight ?? 0) >= 0.7 {
          named[entry.column, default: 0] += 1
        }
      }
    }
    return named
  }

  /// What the stems of a label must come to where no phrase names it.
  private static let leastLeaning = 0.7

  /// The label–value pairs of the table, nil where it is no card.
  ///
  /// - Parameters:
  ///   - rows: its rows.
  ///   - isPart: whether a card of the same shape stands right before it, so that a row or two are enough.
  func pairs(rows: Range<Int>, isPart: Bool = false) -> [Pair]? {
    guard grid.columnCount <= 8 else { return nil }
    if grid.columnCount == 1 { return stackedPairs(rows) }
    var pairs: [Pair] = []
    let named = namedLabels(rows)
    let labels = labelColumns(rows, named: named)
    var rowsWithPairs = 0
    var filledRows = 0
    for row in rows {
      let entries = grid.entries(row).filter(\.hasText)
      if entries.isEmpty { continue }
      filledRows += 1
      // Heads side by side are a header, not labels and their values.
      if entries.count >= 3, entries.allSatisfy(isHead) { continue }
      var found = false
      var index = 0
      while index < entries.count {
        let entry = entries[index]
        index += 1
        let isAmongLabels = labels.contains(entry.column)
        guard !entry.isCarried, labels.isEmpty || isAmongLabels || isHead(entry),
          grid.paragraphs(entry).byteCount <= 70
        else { continue }
        let words = reading.string(grid.paragraphs(entry))
        // Labels and values keep to their columns: an empty value does not take the next label for one.
        var next = index < entries.count && !labels.contains(entries[index].column) ? entries[index] : nil
        if !labels.isEmpty, let found = next, index + 1 < entries.count, isHead(found) { next = nil }
        guard
          let vote = label(words, amongLabels: named[entry.column, default: 0] > 1)
            ?? (isAmongLabels && next != nil && mayBeLabel(words) ? .init(role: .other, weight: 0.5, term: words) : nil)
        else { continue }
        // Two heads side by side are a header, not a label and its value.
        if labels.isEmpty || entries.count == 2, let next, isHead(next) { continue }
        pairs.append(Pair(row: row, label: entry, value: next, vote: vote))
        if vote.weight > 0.5 { found = true }
        if next != nil { index += 1 }
      }
      if found { rowsWithPairs += 1 }
    }
    settleStrangers(&pairs)
    let roles = Set(pairs.map(\.vote.role))
    let acts = roles.count { $0.marksAction }
    if isPart {
      return acts >= 1 && rowsWithPairs == filledRows && pairs.allSatisfy { $0.value != nil } ? pairs : nil
    }
    guard rowsWithPairs * 10 >= filledRows * 6, acts >= 2, rowsWithPairs >= 2 else { return nil }
    // In a header all labels stand in one row; in a card they stand under one another.
    return Set(pairs.map(\.row)).count >= 2 ? pairs : nil
  }

  /// Where in the plan the card's rows go.
  private struct Cursor {
    /// The card's action, as an index into the plan's records.
    var current: Int?
    /// A reference that stood in a row of its own before the action's text.
    var reference: Phrase?
    var lastLabelColumn: Int?
    /// What the last label named, so that a row without a label goes on with it.
    var lastRole: ColumnRole?
    var layout: Int
  }

  private func begin(_ paragraphs: [Paragraph], row: Int, into plan: inout RawPlan, cursor: inout Cursor) {
    var action = RawAction(place: grid.source(row), layout: cursor.layout)
    action.section = plan.outline.current
    action.text = paragraphs
    if let reference = cursor.reference, !reference.isEmpty {
      action.referencePhrase = reference
      action.reference = reading.string(reference)
    }
    cursor.reference = nil
    plan.actions.append(action)
    cursor.current = plan.actions.count - 1
  }

  func read(
    _ pairs: [Pair], rows: Range<Int>, layout: Int, title: Title?, goingOn open: Int? = nil, into plan: inout RawPlan,
    sections: SectionReader
  ) {
    let labelled = Set(pairs.map(\.row))
    // A card of one column: values in rows of their own.
    let below = grid.columnCount == 1 ? Set(pairs.map { $0.row + 1 }) : []
    var cursor = Cursor(layout: layout)
    cursor.current = open
    switch title {
    case .reference(let phrase): cursor.reference = phrase
    case .action(let paragraph):
      if let row = rows.first { begin([paragraph], row: row, into: &plan, cursor: &cursor) }
    case nil: break
    }

    for row in rows {
      guard labelled.contains(row) else {
        if below.contains(row) { continue }
        // A row without a label is the card's title, or goes on with the pair above it.
        let entries = grid.fresh(row)
        let paragraphs = entries.flatMap { grid.paragraphs($0) }
        guard !paragraphs.isEmpty else { continue }
        if let current = cursor.current, let label = cursor.lastLabelColumn,
          entries.first.map({ $0.column > label }) ?? false,
          goOn(with: paragraphs, after: cursor.lastRole, in: &plan.actions[current])
        {
          continue
        } else {
          openTitle(paragraphs, row: row, into: &plan, sections: sections, cursor: &cursor)
        }
        continue
      }
      for pair in pairs where pair.row == row {
        let labelWords = reading.string(grid.paragraphs(pair.label))
        if pair.vote.role != .action || ReferenceReader.leading(labelWords) == nil {
          reading.furnish(reading.phrase(grid.paragraphs(pair.label)), kind: "label")
        }
        cursor.lastLabelColumn = pair.label.column
        cursor.lastRole = pair.vote.role
        let cell = pair.value.map { grid.table.cells[$0.cell] }
        let isCarried = pair.value?.isCarried ?? false
        var paragraphs = cell?.paragraphs ?? []
        if isCarried, [.section, .outcome, .reference, .action, .milestones].contains(pair.vote.role) {
          paragraphs = []
        }
        switch pair.vote.role {
        case .outcome where cursor.current != nil:
          // In a card that has named its action an outcome is the action's.
          guard let current = cursor.current, let cell, !paragraphs.isEmpty else { continue }
          plan.actions[current].values.append(
            RawValue(role: .successMeasures, paragraphs: paragraphs, fill: cell.fill, column: -1 - row, row: row))
        case .section, .outcome:
          openSection(pair, paragraphs: paragraphs, into: &plan)
        case .reference:
          cursor.current = nil
          cursor.reference = reading.phrase(paragraphs)
        case .action:
          let label = reading.phrase(grid.paragraphs(pair.label))
          if ReferenceReader.whole(reading.string(label)) != nil {
            // "Action 1.1" on the left, the action on the right.
            cursor.current = nil
            cursor.reference = label
          }
          if let open = cursor.current, plan.actions[open].text.isEmpty {
            plan.actions[open].text = paragraphs
          } else {
            begin(paragraphs, row: row, into: &plan, cursor: &cursor)
          }
        default:
          if cursor.current == nil { begin([], row: row, into: &plan, cursor: &cursor) }
          guard let current = cursor.current, let cell, !paragraphs.isEmpty || cell.fill != nil else { continue }
          let heading = reading.phrase(grid.paragraphs(pair.label))
          if pair.vote.role == .milestones {
            plan.actions[current].milestones.append(
              RawMilestone(paragraphs: paragraphs, row: row, place: grid.source(row)))
            continue
          }
          let words = reading.string(heading)
          plan.actions[current].values.append(
            RawValue(
              role: pair.vote.role.marksIndicator || pair.vote.role == .memberRole ? .other : pair.vote.role,
              heading: heading, date: DateReader.headingDate(words)?.when, isRatingHead: pair.vote.role == .rating,
              paragraphs: paragraphs, fill: cell.fill, column: -1 - row, row: row, isReferred: isCarried))
        }
      }
    }
  }

  /// Adds the paragraphs of a row without a label to what the label above it named; false where there is nothing.
  private func goOn(with paragraphs: [Paragraph], after role: ColumnRole?, in action: inout RawAction) -> Bool {
    if role == .milestones, let index = action.milestones.indices.last {
      action.milestones[index].paragraphs += paragraphs
    } else if role == .action, action.values.isEmpty {
      action.text += paragraphs
    } else if let index = action.values.indices.last {
      action.values[index].paragraphs += paragraphs
    } else {
      return false
    }
    return true
  }

  private func openTitle(
    _ paragraphs: [Paragraph], row: Int, into plan: inout RawPlan, sections: SectionReader, cursor: inout Cursor
  ) {
    if let title = plan.title, title.first == paragraphs.first?.span { return }
    let words = reading.string(paragraphs)
    let heading = SectionHeading.parse(words)
    if heading.kind != nil {
      _ = sections.consume(
        paragraphs, into: &plan.outline, origin: .row, place: grid.source(row), opensUnlabelled: true)
      cursor.current = nil
      return
    }
    if ReferenceReader.whole(words) != nil {
      // "Action 1.2" above the labels of the next card.
      cursor.current = nil
      cursor.reference = reading.phrase(paragraphs)
      return
    }
    begin(paragraphs, row: row, into: &plan, cursor: &cursor)
  }

  private func openSection(_ pair: Pair, paragraphs: [Paragraph], into plan: inout RawPlan) {
    guard !paragraphs.isEmpty else { return }
    let phrase = reading.phrase(paragraphs)
    let words = reading.string(phrase)
    var heading = SectionHeading.parse(words)
    if heading.kind == nil {
      let label = Array(reading.string(grid.paragraphs(pair.label)).utf8)
      heading.kind = SectionKindWords.leading(label, from: 0)?.kind
    }
    let title = reading.string(phrase.part(heading.titleRange))
    if let known = plan.outline.sections.lastIndex(where: { reading.string($0.title) == title && $0.ref == heading.ref }
    ),
      plan.outline.path.contains(known)
    {
      reading.furnish(phrase, kind: "repeated-section")
      return
    }
    plan.outline.open(
      heading, phrase: phrase, origin: .column(pair.vote.role == .section ? 0 : 1), place: grid.source(pair.row))
    reading.furnish(phrase.part(heading.labelRange), kind: "label")
  }
}
