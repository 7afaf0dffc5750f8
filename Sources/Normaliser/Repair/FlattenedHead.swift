// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The heads of a table that became plain text: one or more lines that are nothing but names of columns, one after the
/// other.
///
/// The vocabulary votes; a word that it does not know may be part of a head or one of its own, but most words must be
/// known, and the heads must be those of a table of actions.
struct FlattenedHead {
  struct Column {
    /// Its words.
    var words: Range<Int>
    /// What they speak for, nil where nothing is known.
    var role: ColumnRole?
  }

  /// How the cells are divided.
  enum Form {
    /// Cells follow one another in lines, nothing but a space between them.
    case running
    /// A mark stands between cells.
    case divided
    /// Each cell has a line of its own.
    case lines
    /// Each cell has lines of its own, with an empty line behind them.
    case blocks
  }

  var columns: [Column]
  var form: Form
  /// The first line behind the heads.
  var end: Int

  /// Most lines of heads.
  static let mostLines = 14
  /// Longest line of heads, in bytes.
  static let longestLine = 300
  private static let mostWords = 60
  private static let mostWordsInHead = 9

  /// The mark that divides the heads of a line, nil where none does: a mark between spaces, twice at least.
  static func divider(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    for mark in [UInt8(ascii: "|"), UInt8(ascii: "/")] {
      var count = 0
      for index in bytes.indices where bytes[index] == mark {
        let isBefore = index == bytes.startIndex || bytes[index - 1] == 0x20
        let isBehind = index + 1 == bytes.endIndex || bytes[index + 1] == 0x20
        if isBefore, isBehind { count += 1 }
      }
      if count >= 2 { return mark }
    }
    return nil
  }

  /// The heads that a text begins with, nil where it begins with none. `text` holds the first lines only.
  init?(_ text: FlattenedText, headings: inout HeadingVocabulary) {
    let limit = min(text.words.count, FlattenedHead.mostWords)
    guard limit >= 2 else { return nil }
    let finder = Finder(text: text, limit: limit)
    guard var found = finder.best(&headings) else { return nil }
    // "Action Lead …" are two heads where no other says what is to be done.
    if !found.columns.contains(where: { $0.role == .action }), let other = finder.best(&headings, dividesActions: true),
      other.columns.contains(where: { $0.role == .action })
    {
      found = other
    }
    columns = found.columns
    end = found.end
    if text.divider != nil {
      form = .divided
    } else {
      let onLines = columns.count { text.words[$0.words.lowerBound].edge.contains(.line) }
      let onGaps = columns.dropFirst().count { text.words[$0.words.lowerBound].edge.contains(.gap) }
      let isBlocks = onGaps * 10 >= (columns.count - 1) * 6
      form = isBlocks ? .blocks : onLines * 10 >= columns.count * 7 ? .lines : .running
    }
    guard isTable(text) else { return nil }
  }

  /// The words that name a column, without those that date it.
  static func undated(_ words: String) -> [String] {
    HeadingVocabulary.words(words).filter { word in
      !HeadingVocabulary.months.contains(word) && !word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  private func isTable(_ text: FlattenedText) -> Bool {
    let known = columns.filter { $0.role != nil }
    let roles = Set(known.compactMap(\.role))
    let words = columns.reduce(0) { $0 + $1.words.count }
    let unknown = columns.filter { $0.role == nil }.reduce(0) { $0 + $1.words.count }
    guard unknown * 10 <= words * 6, columns.count <= 20 else { return false }
    // A line that names the action before the heads do is a title above them.
    guard !columns.dropFirst().contains(where: { $0.role == .action && columns[0].role == .action }) else {
      return false
    }
    // What ends in a colon is the label of what follows it.
    guard !columns.contains(where: { $0.words.contains { text.bytes($0).last == UInt8(ascii: ":") } }) else {
      return false
    }
    let hasText = roles.contains { FlattenedColumn.Nature($0) == .text } || known.count < columns.count
    let anchors: Set<ColumnRole> = [.lead, .timescale, .start, .rating, .reference, .contributors]
    guard hasText, !roles.isDisjoint(with: anchors) else { return false }
    // Tables of figures have no order that words could show.
    guard roles.isDisjoint(with: [.target, .actual, .baseline, .reading]) || roles.contains(.action) else {
      return false
    }
    guard roles.contains(.action) || known.count >= 4 else { return false }
    return known.count >= 3 || known.count == 2 && columns.count == 2 && roles.contains(.action)
  }
}

/// Cuts lines into heads so that the vocabulary knows most of them.
private struct Finder {
  let text: FlattenedText
  let limit: Int

  private struct Step {
    var score = -Double.infinity
    var start = 0
    var role: ColumnRole?
  }

  init(text: FlattenedText, limit: Int) {
    self.text = text
    self.limit = limit
  }

  func best(
    _ headings: inout HeadingVocabulary, dividesActions: Bool = false
  ) -> (columns: [FlattenedHead.Column], end: Int)? {
    var steps = [Step](repeating: Step(), count: limit + 1)
    steps[0].score = 0
    for start in 0..<limit where steps[start].score.isFinite && mayBegin(start) {
      for end in start + 1...min(limit, start + 9) {
        if end - 1 > start, isCut(end - 1) { break }
        let (value, role) = value(start..<end, &headings)
        if dividesActions, end - start > 1, role != nil, role != .action, isAction(start) { continue }
        if steps[start].score + value > steps[end].score {
          steps[end] = Step(score: steps[start].score + value, start: start, role: role)
        }
      }
    }
    var top: (line: Int, score: Double)?
    for line in text.lines.indices.prefix(FlattenedHead.mostLines) {
      let end = text.lines[line].words.upperBound
      // Where the heads stand again there are rows between.
      guard end <= limit, line == 0 || text.string(text.lines[line].words) != text.string(text.lines[0].words) else {
        break
      }
      guard steps[end].score > top?.score ?? 0 else { continue }
      // An unknown line behind the heads is data.
      let isLine = text.words[steps[end].start].edge.contains(.line)
      if steps[end].role != nil || text.divider != nil || !isLine { top = (line, steps[end].score) }
    }
    guard let top else { return nil }
    var columns: [FlattenedHead.Column] = []
    var end = text.lines[top.line].words.upperBound
    while end > 0 {
      columns.append(FlattenedHead.Column(words: steps[end].start..<end, role: steps[end].role))
      end = steps[end].start
    }
    columns.reverse()
    // A line without a name of a column is a title above the heads.
    guard let first = text.lines.first?.words,
      columns.contains(where: { $0.role != nil && first.contains($0.words.lowerBound) })
    else { return nil }
    return (columns, top.line + 1)
  }

  private func isAction(_ word: Int) -> Bool {
    ["action", "actions"].contains(String(decoding: text.bytes(word), as: UTF8.self).lowercased())
  }

  /// Whether a head may begin with a word.
  private func mayBegin(_ word: Int) -> Bool {
    if text.divider != nil { return isCut(word) }
    let edge = text.words[word].edge
    if edge.contains(.line) { return true }
    return text.isCapital(word) || text.bytes(word).first.map { (0x30...0x39).contains($0) || $0 == 0x23 } ?? false
  }

  /// Whether a head cannot run over the place before a word.
  private func isCut(_ word: Int) -> Bool {
    let edge = text.words[word].edge
    return text.divider == nil ? edge.contains(.gap) : edge.contains(.separator) || word == 0
  }

  private func value(_ range: Range<Int>, _ headings: inout HeadingVocabulary) -> (Double, ColumnRole?) {
    // Heads that a mark divides are whole: what they say is asked, not where they end.
    if text.divider != nil, range.upperBound < limit, !isCut(range.upperBound) { return (-.infinity, nil) }
    let words = text.string(range)
    let breaks = range.dropFirst().count { text.words[$0].edge.contains(.line) }
    let split = Double(breaks) * 0.8
    if let vote = headings.undated(words), vote.weight >= (text.divider != nil || isLine(range) ? 0.5 : 0.6) {
      let covered = Double(vote.term.utf8.count { $0 == 0x20 } + 1)
      let others = Double(FlattenedHead.undated(words).count) - covered
      return (
        min(1, vote.weight + 0.2) * covered * (1 + 0.15 * (covered - 1)) - 0.2 - 0.3 * max(0, others) - split, vote.role
      )
    }
    if range.count <= 4, !words.utf8.contains(UInt8(ascii: "/")), DateReader.headingDate(words) != nil {
      return ((isLine(range) ? 0.4 : -0.1) - split, .update)
    }
    // Whole lines are heads as they are, known or not.
    if isLine(range), range.count <= 8, breaks == 0 { return (-0.4 - 0.06 * Double(range.count), nil) }
    let isFixed = text.divider != nil
    return (max(isFixed ? -0.8 : -.infinity, -0.25 - 0.4 * Double(range.count)) - split, nil)
  }

  /// Whether words are whole lines.
  private func isLine(_ range: Range<Int>) -> Bool {
    text.words[range.lowerBound].edge.contains(.line)
      && (range.upperBound == text.words.count || text.words[range.upperBound].edge.contains(.line))
  }
}
