// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Deals the words under the heads of a flattened table out to rows and columns: the order-preserving alignment that
/// explains most evidence, found by dynamic programming over the places where cells may begin.
struct FlattenedAlignment {
  struct Cell {
    var column: Int
    var words: Range<Int>
  }

  struct Row {
    var cells: [Cell]
    var score: Double
  }

  let text: FlattenedText
  let form: FlattenedHead.Form
  var columns: [FlattenedColumn]
  /// Words where cells may begin, and the end.
  private var places: [Int] = []
  /// What it costs a cell to run over the places before one: in texts, in texts with dates, in lists of parties.
  private var over: [[Double]] = []
  /// How often short texts stand between two places.
  private var counts: [String: Int] = [:]
  /// Whether most lines begin with a number of their own.
  private var isNumbered = false
  private var cells: [Int: FlattenedCell] = [:]
  /// Lines that begin with a number or code as several others do: rows begin there.
  private var coded: Set<Int> = []
  /// The words of those codes.
  private var codes: Set<Range<Int>> = []
  /// Lines that are headings of sections.
  private var headings: Set<Int> = []

  /// Most places in a cell.
  private static let mostPlaces = 60
  /// Most words of a cell that may be a date, a party or a status.
  private static let mostShortWords = 16
  private static let mostCountedWords = 8

  init(text: FlattenedText, form: FlattenedHead.Form, columns: [FlattenedColumn]) {
    self.text = text
    self.form = form
    self.columns = columns
    headings = Set(text.lines.indices.filter(isSectionHeading))
    findCodes()
    findPlaces()
    weighPlaces()
    count()
  }

  // MARK: Places

  private mutating func findPlaces() {
    let ends = form == .divided ? [] : Set(codes.map(\.upperBound))
    for index in text.words.indices {
      let edge = text.words[index].edge
      let isPlace =
        switch form {
        case .divided: !edge.isDisjoint(with: [.line, .separator])
        case .lines, .blocks: !edge.isDisjoint(with: [.line, .date, .reference])
        case .running: !edge.subtracting([.inDate, .opening, .inBrackets]).isEmpty
        }
      if isPlace || ends.contains(index) { places.append(index) }
    }
    places.append(text.words.count)
    let numbered = text.lines.count { line in
      let end = min(line.words.lowerBound + 6, line.words.upperBound)
      return line.words.lowerBound + 1 < end
        && ReferenceReader.leading(text.string(line.words.lowerBound..<end))?.isCertain ?? false
    }
    isNumbered = columns.contains { $0.nature == .reference } ? false : numbered >= 3
  }

  /// Lines whose first words have figures in the same places as those of other lines: "AP 11/12", "Action 1.1".
  private mutating func findCodes() {
    var shapes: [[UInt8]: [(line: Int, code: Range<Int>)]] = [:]
    for line in text.lines.indices {
      let words = text.lines[line].words
      var shape: [UInt8] = []
      var end = words.lowerBound
      while end < min(words.upperBound, words.lowerBound + 2), !shape.contains(0x39) {
        shape += text.bytes(end).map { (0x30...0x39).contains($0) ? 0x39 : $0 } + [0x20]
        end += 1
      }
      guard shape.contains(0x39), shape.count <= 24, !headings.contains(line),
        !text.words[words.lowerBound].edge.contains(.inBrackets), DateReader.score(text.string(words.prefix(4))) < 0.5
      else {
        continue
      }
      shapes[shape.filter { $0 != 0x39 }, default: []].append((line, words.lowerBound..<end))
    }
    for (_, found) in shapes where found.count >= 3 {
      coded.formUnion(found.map(\.line))
      codes.formUnion(found.map(\.code))
    }
  }

  /// Whether a line that begins with a word goes on with the line above.
  private func isLow(_ word: Int) -> Bool {
    text.isLowercase(word) || word > 0 && text.isOpen(word - 1) || text.words[word].edge.contains(.inBrackets)
  }

  private mutating func weighPlaces() {
    typealias W = FlattenedWeights
    over = [[Double]](repeating: [0], count: 3)
    for place in places.dropLast() {
      let edge = text.words[place].edge
      var cost = 0.0
      var ofParties = 0.0
      let line = text.words[place].line
      if text.lines[line].isHeading || place > 0 && text.lines[text.words[place - 1].line].isHeading {
        (cost, ofParties) = (-100, -100)
      } else if edge.contains(.line), headings.contains(line) || place > 0 && headings.contains(line - 1) {
        (cost, ofParties) = (W.overHeading, W.overHeading)
      } else if edge.contains(.separator) {
        (cost, ofParties) = (W.overDivider, W.overDividerOfParties)
      } else if edge.contains(.line), !edge.contains(.item) {
        cost = coded.contains(line) ? W.overCode : overLine(place, edge)
        ofParties = cost
      }
      let date = edge.contains(.date) ? W.overDate : 0
      let opening = edge.contains(.opening) ? W.overOpening : 0
      over[0].append(over[0][over[0].count - 1] + cost + date + opening)
      over[1].append(over[1][over[1].count - 1] + cost + opening)
      over[2].append(over[2][over[2].count - 1] + ofParties + date)
    }
  }

  private func overLine(_ place: Int, _ edge: FlattenedText.Edge) -> Double {
    typealias W = FlattenedWeights
    if edge.contains(.gap) { return isLow(place) ? W.overOpenGap : W.overGap }
    if isLow(place) { return W.overWrap }
    return switch form {
    case .divided: W.overWrap
    case .lines: W.overLine
    case .blocks: W.overLineInBlock
    case .running: W.overWrapInRun
    }
  }

  private mutating func count() {
    guard places.count <= 20_000 else { return }
    for first in places.indices.dropLast() where !isInName(places[first]) {
      for last in places[(first + 1)...].prefix(FlattenedAlignment.mostCountedWords) {
        let range = places[first]..<last
        guard range.count <= FlattenedAlignment.mostCountedWords else { break }
        if last < text.words.count, isInName(last) { continue }
        counts[text.string(range), default: 0] += 1
      }
    }
  }

  /// What beginning a cell at a place says.
  private func begin(_ word: Int, isRow: Bool) -> Double {
    typealias W = FlattenedWeights
    let edge = text.words[word].edge
    let line = text.words[word].line
    if text.lines[line].isHeading { return -100 }
    if edge.contains(.line), headings.contains(line) { return W.beginsAtHeading }
    if edge.contains(.inBrackets) { return W.beginsInBrackets }
    if edge.contains(.separator) { return W.beginsAtDivider }
    if form == .divided, word > 0 { return -3 }
    if edge.contains(.line) {
      if coded.contains(line) { return W.beginsAtCode }
      guard edge.contains(.gap) else { return form == .blocks ? W.beginsInBlock : W.beginsAtLine }
      return form == .running ? isRow ? W.beginsAtLine : W.beginsBehindRow : W.beginsAtGap
    }
    if edge.contains(.inDate) { return W.beginsInDate }
    if edge.contains(.date) || edge.contains(.reference) { return W.beginsAtDate }
    if edge.contains(.sentence) { return W.beginsAtSentence }
    if edge.contains(.opening) { return W.beginsAtOpening }
    return isInName(word) ? W.beginsInName : edge.contains(.capital) ? W.beginsAtCapital : W.beginsAtDate
  }

  /// Whether a word with a capital follows another: a name goes on, unless the other is a short form ("ICB Parents say").
  private func isInName(_ word: Int) -> Bool {
    guard word > 0, text.words[word].edge.subtracting(.opening) == .capital, text.isCapital(word - 1) else {
      return false
    }
    return text.bytes(word - 1).contains { (0x61...0x7A).contains($0) }
  }

  /// Whether a row may begin at a place.
  private func mayBeginRow(_ place: Int) -> Bool {
    guard places[place] < text.words.count else { return true }
    let edge = text.words[places[place]].edge
    return edge.contains(.line) && (form != .divided || place == 0 || !edge.isDisjoint(with: [.separator, .gap]))
  }

  // MARK: Cells

  private mutating func cell(_ first: Int, _ last: Int) -> FlattenedCell {
    let key = first * (FlattenedAlignment.mostPlaces + 1) + (last - first)
    if let known = cells[key] { return known }
    let range = places[first]..<places[last]
    var cell = FlattenedCell(words: range.count, length: text.length(range))
    cell.startsLow = text.isLowercase(range.lowerBound)
    cell.endsOpen = text.isOpen(range.upperBound - 1)
    cell.endsSentence = text.endsSentence(range.upperBound - 1)
    if range.count <= FlattenedAlignment.mostShortWords {
      let words = text.string(range)
      cell.date = DateReader.score(words)
      if range.count <= 5 { cell.status = RatingReader.score(words) }
      if range.count <= 3 {
        cell.isReference = ReferenceReader.whole(words) != nil || CellReference.parse(words) != nil
      }
      cell.hasLeadingReference = isNumbered && ReferenceReader.leading(words) != nil
      if !cell.isReference { cell.party = PartyReader.score(words) }
      cell.count = counts[words] ?? 0
    } else if isNumbered {
      let start = text.string(range.lowerBound..<range.lowerBound + 6)
      cell.hasLeadingReference = ReferenceReader.leading(start) != nil
    }
    cells[key] = cell
    return cell
  }

  // MARK: The best alignment

  private struct Step {
    var score = -Double.infinity
    /// The place where the last cell begins.
    var first = 0
    /// The column before it in its row, -1 where it begins the row.
    var before = -1
  }

  /// The rows of the text; what belongs to none is left out.
  mutating func rows() -> [Row] {
    let count = columns.count
    let skip = columns.map(\.empty)
    // Sum of what the columns before each cost when they are empty.
    var skipped = [0.0]
    for cost in skip { skipped.append(skipped[skipped.count - 1] + cost) }
    var steps = [[Step]](repeating: [Step](repeating: Step(), count: count), count: places.count)
    // Best score with nothing open, and whether the line before was outside of rows.
    var closed = [Double](repeating: -.infinity, count: places.count)
    var closing = [Int](repeating: -1, count: places.count)
    var outside = [Double](repeating: -.infinity, count: places.count)
    outside[0] = 0
    for place in places.indices {
      if mayBeginRow(place) {
        closed[place] = outside[place]
        for column in 0..<count where steps[place][column].score.isFinite {
          let score = steps[place][column].score + skipped[count] - skipped[column + 1]
          if score > closed[place] { (closed[place], closing[place]) = (score, column) }
        }
        if place < places.count - 1, closed[place].isFinite { leave(place, closed[place], &outside) }
      }
      guard place < places.count - 1 else { break }
      extend(place, closed: closed[place], skipped: skipped, steps: &steps)
    }
    return trace(steps: steps, closed: closed, closing: closing, skipped: skipped)
  }

  /// A line that belongs to no row.
  private func leave(_ place: Int, _ score: Double, _ outside: inout [Double]) {
    let line = text.words[places[place]].line
    let end = text.lines[line].words.upperBound
    guard let next = places[place...].firstIndex(where: { $0 >= end }) else { return }
    outside[next] = max(
      outside[next], score + (headings.contains(line) ? FlattenedWeights.outsideHeading : FlattenedWeights.outside))
  }

  private func isSectionHeading(_ line: Int) -> Bool {
    if text.lines[line].isHeading { return true }
    let words = text.lines[line].words
    guard words.count <= 30, text.isCapital(words.lowerBound) else { return false }
    return SectionHeading.parse(text.string(words)).kind.map { $0 != .other } ?? false
  }

  /// All cells that begin at a place.
  private mutating func extend(_ place: Int, closed: Double, skipped: [Double], steps: inout [[Step]]) {
    let count = columns.count
    // The best of the columns before, with what the empty ones between cost and what begins here.
    var entry = [(score: Double, before: Int)](repeating: (-.infinity, -1), count: count)
    let (asRow, asCell) = (begin(places[place], isRow: true), begin(places[place], isRow: false))
    for column in 0..<count {
      if closed.isFinite { entry[column] = (closed + skipped[column] + asRow, -1) }
      for before in 0..<count where before != column && steps[place][before].score.isFinite {
        // Only a dump in reading order goes back, and for short cells alone.
        if before > column, !mayGoBack(column) { continue }
        let between = before < column ? skipped[column] - skipped[before + 1] : FlattenedWeights.backwards
        let score = steps[place][before].score + between + asCell
        if score > entry[column].score { entry[column] = (score, before) }
      }
    }
    guard entry.contains(where: { $0.score.isFinite }) else { return }
    for last in place + 1...min(places.count - 1, place + FlattenedAlignment.mostPlaces) {
      if over[0][last] - over[0][place + 1] < -60 { break }
      let cell = cell(place, last)
      for column in 0..<count where entry[column].score.isFinite {
        let kind = columns[column].holdsDates ? 1 : columns[column].nature == .party ? 2 : 0
        // A date that the cell is costs nothing.
        let run = cell.date >= 0.9 ? 0 : over[kind][last] - over[kind][place + 1]
        let score = entry[column].score + run + cell.fit(columns[column], numbered: isNumbered)
        if score > steps[last][column].score {
          steps[last][column] = Step(score: score, first: place, before: entry[column].before)
        }
      }
    }
  }

  /// Whether a cell of a column may stand behind those of later columns.
  private func mayGoBack(_ column: Int) -> Bool {
    guard form == .lines || form == .blocks else { return false }
    return switch columns[column].nature {
    case .date, .party, .status: true
    case .reference, .text: false
    }
  }

  private func trace(steps: [[Step]], closed: [Double], closing: [Int], skipped: [Double]) -> [Row] {
    var rows: [Row] = []
    // What follows the last row is outside: the table ends where the score is best.
    guard
      var place = places.indices.filter({ closing[$0] >= 0 }).max(by: { closed[$0] < closed[$1] })
    else { return [] }
    while place > 0 {
      guard closing[place] >= 0 else {
        // An outside line: back to where it begins.
        let line = text.words[places[place] - 1].line
        guard let before = places.firstIndex(of: text.lines[line].words.lowerBound) else { break }
        place = before
        continue
      }
      let end = closed[place]
      var column = closing[place]
      var cells: [Cell] = []
      while column >= 0 {
        let step = steps[place][column]
        cells.append(Cell(column: column, words: places[step.first]..<places[place]))
        (place, column) = (step.first, step.before)
      }
      rows.append(Row(cells: cells.reversed(), score: end - closed[place]))
    }
    return rows.reversed()
  }

  // MARK: Learning

  /// Whether a cell shows by itself that it stands where it should.
  func isAnchor(_ cell: Cell) -> Bool {
    guard cell.words.count <= FlattenedAlignment.mostShortWords else { return false }
    let words = text.string(cell.words)
    return switch columns[cell.column].nature {
    case .reference:
      codes.contains(cell.words) || ReferenceReader.whole(words) != nil || CellReference.parse(words) != nil
    case .date: DateReader.score(words) >= 0.9
    case .status: RatingReader.score(words) > 0.75 || (counts[words] ?? 0) > 2
    case .party: PartyReader.score(words) >= 0.5 || (counts[words] ?? 0) > 2
    case .text: false
    }
  }

  /// Takes what the rows show of each column: how often it is empty, and whether its cells end with a full stop.
  mutating func learn(from rows: [Row]) {
    guard rows.count >= 3 else { return }
    for column in columns.indices {
      let own = rows.flatMap(\.cells).filter { $0.column == column }
      let share = Double(own.count) / Double(rows.count)
      let full = columns[column].nature == .text && columns[column].role == .action ? 3.0 : 2.0
      columns[column].empty = -0.2 - full * max(0, share - 0.1)
      guard columns[column].nature == .text, own.count >= 3 else { continue }
      columns[column].stops = Double(own.count { text.endsSentence($0.words.upperBound - 1) }) / Double(own.count)
    }
  }
}
