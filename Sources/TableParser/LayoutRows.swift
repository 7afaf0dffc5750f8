// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the rows of a table in layout text.
///
/// All ways to cut the lines into rows are weighed: what goes on in the middle of a sentence belongs together, what begins
/// anew although the line above had room does not, and the cells of a row begin together at its top, or stand together in
/// its middle. Of each of the two the way with the least against it is given.
struct LayoutRows {
  /// Where the cells of a row stand.
  private enum Hang { case top, middle }

  /// The lines that begin a row, as positions in the lines, and what speaks against them.
  typealias Choice = (starts: [Int], cost: Float)

  /// The best rows whose cells begin at the top.
  private(set) var top: Choice = ([], 0)
  /// The best rows whose cells stand in the middle.
  private(set) var middle: Choice = ([], 0)

  private let text: PageText
  private let lines: [FragmentLine]
  private let columns: Int
  /// For each line and column, one line after the other: the position of the line's cell there, -1 for none.
  private var places: [Int]
  /// For each of these the line of the cell above it, -1 where there is none below a line across the table.
  private var above: [Int]
  /// How far the text of each column reaches.
  private var right: [Float]
  /// How much more than the best rows so far a row may cost before longer ones are given up.
  private static let mostCost: Float = 15
  /// The most lines of a row that are looked at.
  private static let mostLines = 40

  /// Whether no line below the first goes on in small letters: none of the cells wraps, so none of the lines is full.
  private var neverWraps = false
  /// The first line, where it has a short text in most columns and so looks like a row of heads.
  private var head: Int?
  /// The first line of the second row of heads, where some heads of the first stand over several columns.
  private var partsOfHead: Int?

  init(_ text: PageText, lines: [FragmentLine], columns: Int, partsOfHead: Int?) {
    self.partsOfHead = partsOfHead
    self.text = text
    self.lines = lines
    self.columns = columns
    places = [Int](repeating: -1, count: lines.count * columns)
    right = [Float](repeating: 0, count: columns)
    above = [Int](repeating: -1, count: lines.count * columns)
    var last = [Int](repeating: -1, count: columns)
    for (number, line) in lines.enumerated() {
      if line.isBand {
        last = [Int](repeating: -1, count: columns)
        continue
      }
      for (place, fragment) in line.fragments.enumerated() {
        places[number * columns + fragment.column] = place
        above[number * columns + fragment.column] = last[fragment.column]
        last[fragment.column] = number
        right[fragment.column] = max(right[fragment.column], fragment.right)
      }
    }
    neverWraps = lines.dropFirst().allSatisfy { line in line.isBand || !line.fragments.contains(where: isLower) }
    if let first = lines.first, first.fragments.count > min(2, columns - 1), first.fragments.count * 4 >= columns * 3,
      first.fragments.allSatisfy({ $0.words.count < 5 })
    {
      head = first.number
    }
    top = cheapest(.top)
    middle = cheapest(.middle)
  }

  private func cell(_ line: Int, _ column: Int) -> Fragment? {
    let place = places[line * columns + column]
    return place < 0 ? nil : lines[line].fragments[place]
  }

  private func cheapest(_ hang: Hang) -> Choice {
    var best = [Float](repeating: .infinity, count: lines.count + 1)
    var from = [Int](repeating: 0, count: lines.count + 1)
    best[0] = 0
    let heads = partsOfHead ?? 0
    best[heads] = 0
    for end in heads + 1...lines.count {
      if lines[end - 1].isBand {
        // The second line of a title goes on from the first.
        best[end] = best[end - 1]
        from[end] = end > 1 && goesOn(end - 1) ? from[end - 1] : end - 1
        continue
      }
      var start = end - 1
      while start >= heads, end - start <= LayoutRows.mostLines, !lines[start].isBand {
        if best[start].isFinite {
          let row = cost(start..<end, hang: hang)
          if best[start] + row < best[end] {
            best[end] = best[start] + row
            from[end] = start
          }
          // More lines make it no better.
          if row > best[end] + LayoutRows.mostCost { break }
        }
        start -= 1
      }
    }
    var starts: [Int] = []
    var end = lines.count
    while end > 0 {
      starts.append(from[end])
      end = from[end]
    }
    return (starts.reversed(), best[lines.count])
  }

  /// Whether a line across the table goes on from the one above it.
  private func goesOn(_ position: Int) -> Bool {
    let (line, above) = (lines[position], lines[position - 1])
    guard above.isBand, line.top - above.bottom < 6, let first = line.fragments.first, let last = above.fragments.last
    else { return false }
    return text.words[first.words.lowerBound].start == .lower
      || text.words[last.words.upperBound - 1].layout.contains(.leavesOpen)
  }

  /// What speaks against some lines being one row.
  private func cost(_ range: Range<Int>, hang: Hang) -> Float {
    var cost: Float = 0.5
    if range.count == 1, isTitle(range.lowerBound) { return cost }
    let (top, bottom) = (lines[range.lowerBound].top, lines[range.upperBound - 1].bottom)
    for line in range {
      var sum: Float = 0
      var most: Float = 0
      var anew = 0
      for fragment in lines[line].fragments {
        let before = above[line * columns + fragment.column]
        if before >= range.lowerBound, let last = cell(before, fragment.column) {
          let joint = joint(last, fragment, hang: hang)
          sum += joint
          most = max(most, joint)
          if joint > 0.5 { anew += 1 }
        } else {
          cost += opening(fragment, above: before < 0 ? nil : cell(before, fragment.column))
        }
      }
      // A few cells without the first say together little more than one of them: a row within a row.
      let isWithin = lines[line].fragments.first?.column != 0 && anew * 2 < columns - 1
      cost += isWithin ? most + 0.25 * (sum - most) : sum
    }
    var key: (first: Fragment, last: Fragment)?
    let hasFirst = range.contains { lines[$0].fragments.first?.column == 0 }
    for column in 0..<columns {
      guard let first = range.lazy.compactMap({ cell($0, column) }).first,
        let last = range.reversed().lazy.compactMap({ cell($0, column) }).first
      else {
        cost += column == 0 ? 1.5 : hasFirst ? 0.12 : 0.3
        continue
      }
      let above = (first.top - top) / 12
      switch hang {
      case .top: cost += (column == 0 ? 1.5 : 1) * min(above, 3)
      case .middle:
        // Half a line is rounded up or down, for cells of one height alike.
        let off = abs(above - (bottom - last.bottom) / 12)
        cost += off < 1.5 ? 0.35 * off : off - 0.5
        if let key {
          if key.last.bottom - key.first.top == last.bottom - first.top, key.first.top != first.top { cost += 1 }
        } else {
          key = (first, last)
        }
      }
    }
    return cost
  }

  /// What speaks against a cell that begins with a piece of text.
  private func opening(_ fragment: Fragment, above before: Fragment?) -> Float {
    guard isLower(fragment) else {
      guard let before, before.words.count > 3 else { return 0 }
      // A label may end in any word.
      return text.words[before.words.upperBound - 1].layout.contains(.leavesOpen) ? 1.2 : 0
    }
    // The page before may have begun the cell.
    guard let before else { return 0.5 }
    return leavesRoom(before, for: fragment) ? 0.8 : 2.5
  }

  /// How much of a line would be left, in points, had it taken the next word as well.
  private func room(behind before: Fragment, for fragment: Fragment) -> Float {
    right[fragment.column] - before.right - 6 - text.words[fragment.words.lowerBound].width
  }

  /// Whether a line ended although much of what follows would have fitted.
  private func leavesRoom(_ before: Fragment, for fragment: Fragment) -> Bool {
    let room = room(behind: before, for: fragment)
    return room > 24 && room > 0.3 * (right[fragment.column] - fragment.left)
  }

  /// Whether a line is a title between two rows that ends within the first column: some words alone there, above white or a
  /// row whose cells all begin anew, its first among them.
  private func isTitle(_ position: Int) -> Bool {
    guard position > 0, position + 1 < lines.count, lines[position].fragments.count == 1,
      let title = lines[position].fragments.first, title.column == 0, title.words.count > 1,
      text.words[title.words.lowerBound].start == .upper
    else { return false }
    let next = lines[position + 1]
    guard !next.isBand, next.fragments.count > min(2, columns - 1), next.fragments.first?.column == 0 else {
      return false
    }
    return next.fragments.allSatisfy { !isLower($0) }
  }

  private func isLower(_ fragment: Fragment) -> Bool {
    let word = text.words[fragment.words.lowerBound]
    return word.start == .lower && word.layout.isDisjoint(with: [.standsAlone, .opensBracket])
  }

  /// What speaks against a piece of text going on from the one above it.
  private func joint(_ before: Fragment, _ fragment: Fragment, hang: Hang) -> Float {
    let word = text.words[fragment.words.lowerBound]
    let last = text.words[before.words.upperBound - 1]
    let blanks = (fragment.top - before.bottom) / 12
    let cost: Float =
      switch hang {
      case .top: 0.8 * min(blanks, 2)
      case .middle: blanks > 1 ? 0.8 * (blanks - 1) : 0
      }
    // Signs that stand alone do not wrap.
    if word.isBullet, last.isBullet, before.words.count == 1, fragment.words.count == 1 { return cost + 2.2 }
    if word.isBullet, fragment.words.count > 1 || fragment.column > 0 {
      // A list goes on from its items or from what leads to it, not from a date.
      return isPeriod(before) ? cost + 1.2 : cost
    }
    if isLower(fragment) {
      guard leavesRoom(before, for: fragment) else { return cost }
      // Below repeated heads a row goes on that the page before began.
      return cost + (before.line == head ? 6 : 1)
    }
    if word.layout.contains(.opensBracket) { return cost }
    if last.layout.contains(.leavesOpen) { return cost }
    if last.layout.contains(.isReading), word.layout.contains(.isReading) { return cost + 3 }
    // Figures do not wrap.
    if isFigure(before), isFigure(fragment) { return cost + 2.2 }
    if isPeriod(before), isPeriod(fragment) { return cost + 1.6 }
    // A reference heads a row of its own.
    if fragment.column == 0, word.layout.contains(.isKey) { return cost + 3 }
    let room = neverWraps ? .infinity : room(behind: before, for: fragment)
    if repeats(before, fragment) { return cost + (fragment.words.count > 1 ? 2 : 1.5) }
    // A head ends where what follows would have had room.
    if before.line == head, room > 12 { return cost + 2 }
    if word.start == .digit { return cost + (room > 12 ? 1 : 0.2) }
    // The first column holds short texts that seldom go on in capitals.
    let first: Float = fragment.column == 0 && word.start == .upper ? 0.4 : 0
    guard room > 12 else { return cost + first + 0.15 }
    return cost + first + (last.endsSentence ? 0.7 : 1.2)
  }

  private func isFigure(_ fragment: Fragment) -> Bool {
    fragment.words.allSatisfy { text.words[$0].isNumeric }
  }

  /// Whether two pieces of text are the same, as far as widths tell: a value that stands in two rows.
  private func repeats(_ one: Fragment, _ other: Fragment) -> Bool {
    one.words.count == other.words.count && one.right - one.left > 24
      && zip(one.words, other.words).allSatisfy { text.words[$0].width == text.words[$1].width }
  }

  /// Whether a piece of text is a date: a month with its year, a season, figures.
  private func isPeriod(_ fragment: Fragment) -> Bool {
    guard fragment.words.count < 6 else { return false }
    var periods = 0
    for index in fragment.words {
      let word = text.words[index]
      if word.layout.contains(.isPeriod) || word.layout.contains(.isDate) {
        periods += 1
      } else if !word.isNumeric, !word.layout.contains(.goesWithPeriod) {
        return false
      }
    }
    return periods > 0
  }
}
