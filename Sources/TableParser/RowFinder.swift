// SPDX-License-Identifier: GPL-3.0-or-later

/// Decides between which lines of a grid without row rules a new row begins.
///
/// Each column votes. A column whose text goes on in the middle of a sentence votes against a border above it; one that
/// begins again after white, or whose line before ended although the next word would have fitted, votes for it.
struct RowFinder {
  var text: PageText
  var tolerances: Tolerances
  /// Borders of the columns.
  var edges: [Float]
  /// Heights at which a rule runs across most columns.
  var rules: [Float] = []
  /// Whether the rules are the edges of every second row's ground, so that there are no other rows.
  var isStriped = false
  /// The first line, where it has a short text in most columns and so looks like a row of heads.
  var headLine: Int?

  init(
    text: PageText, tolerances: Tolerances, edges: [Float], rules: [Float] = []
  ) {
    self.text = text
    self.tolerances = tolerances
    self.edges = edges
    self.rules = rules
  }

  /// The lines that begin a row, as positions in `lines`; the first line always does.
  func rowStarts(_ lines: [FragmentLine]) -> [Int] {
    guard !lines.isEmpty else { return [] }
    let columns = edges.count - 1
    let limits = columnLimits(lines, columns: columns)
    let pitch = localPitch(lines)
    var nextInColumn = [[Int]](repeating: [], count: columns)  // positions with a fragment that begins in the column
    for (position, line) in lines.enumerated() {
      for fragment in line.fragments where fragment.column < columns { nextInColumn[fragment.column].append(position) }
    }
    var cursor = [Int](repeating: 0, count: columns)
    var last = [Fragment?](repeating: nil, count: columns)
    var starts = [0]
    var ruled = [0]
    var headSplits: [Int] = []
    let isLinewise = isLinewise(lines)
    var keyed = 0
    var rowHasKey = lines[0].fragments.contains { $0.column == 0 }
    for position in lines.indices {
      let line = lines[position]
      for column in 0..<columns {
        while cursor[column] < nextInColumn[column].count, nextInColumn[column][cursor[column]] <= position {
          cursor[column] += 1
        }
      }
      defer {
        for fragment in line.fragments {
          for column in fragment.column..<min(columns, fragment.column + fragment.columnSpan) {
            last[column] = fragment
          }
        }
      }
      guard position > 0 else { continue }
      let above = lines[position - 1]
      let step = line.bottom - above.bottom
      let through = tolerances.blankLine * pitch
      var begins = false
      let (above1, above2) = ((above.top + above.bottom) / 2, (line.top + line.bottom) / 2)
      if rules.contains(where: { $0 > above1 && $0 < above2 }) {
        ruled.append(position)
        begins = true
      } else if line.isBand || above.isBand {
        begins = bandBegins(line, above: above, pitch: pitch)
      } else {
        var score: Float = -0.2
        // Lines of one cell are set 1.1 to 1.3 em apart; wider steps, all of one size, are rows.
        if step > 1.42 * text.em, step <= 1.1 * pitch { score += 0.5 }
        if step > tolerances.blankLine * pitch {
          score += 1.1
        } else if step > 1.1 * pitch {
          score += 0.5
        }
        for fragment in line.fragments where fragment.column < columns {
          score += vote(fragment, after: last[fragment.column], limits: limits, pitch: pitch)
        }
        // Columns that say nothing on this line but whose text runs through it.
        for column in 0..<columns
        where !line.fragments.contains(where: { $0.column <= column && column < $0.column + $0.columnSpan }) {
          guard let before = last[column], cursor[column] < nextInColumn[column].count else { continue }
          let after = lines[nextInColumn[column][cursor[column]]]
          guard let fragment = after.fragments.first(where: { $0.column == column }) else { continue }
          if fragment.bottom - before.bottom < through {
            let inner = vote(fragment, after: before, limits: limits, pitch: pitch)
            score += inner < 0 ? -2 : inner < 0.5 ? -0.6 : -0.1
          }
        }
        // Rows of a table mostly begin with their first column.
        let hasKey = line.fragments.contains { $0.column == 0 }
        if hasKey, let before = last[0], line.bottom - before.bottom > tolerances.blankLine * pitch { score += 0.8 }
        if !hasKey, keyed * 2 > starts.count { score -= 0.5 }
        if isLinewise, hasKey, let key = line.fragments.first, text.words[key.words.lowerBound].start != .lower {
          score += 1.5
        }
        if splitsHead(line, below: above) {
          score += 2
          if position < 4 { headSplits.append(position) }
        }
        // Several cells at once, none of which begins in small letters.
        if hasKey, line.fragments.count > 1, line.fragments.allSatisfy({ isOpening($0) }) {
          // Of three wrapped lines side by side one nearly always goes on in small letters.
          score += line.fragments.count > 2 ? 0.8 : 0.4
        }
        begins = score > 0.4
      }
      if begins {
        if rowHasKey { keyed += 1 }
        rowHasKey = line.fragments.contains { $0.column == 0 }
        starts.append(position)
      } else if line.fragments.contains(where: { $0.column == 0 }) {
        rowHasKey = true
      }
    }
    if isStriped, ruled.count > 2 { return Set(ruled + headSplits).sorted() }
    // Where most borders are ruled, the rules say it all.
    // Rows of figures are divided by fills and rules every few lines.
    if ruled.count > 3, ruled.count * 2 > starts.count, !isLinewise {
      // The rule under a head over several columns runs over these only.
      // Fills may part the titles from the rows between them only: a row with a number of its own is one all the same.
      return Set(ruled + headSplits + starts.filter { isNumbered(lines[$0]) }).sorted()
    }
    return starts
  }

  /// Whether each line is a row of its own: nearly all have a first cell, and the other cells are figures or marks.
  private func isLinewise(_ lines: [FragmentLine]) -> Bool {
    let body = lines.dropFirst().filter { !$0.isBand }
    var keyed = 0
    var lower = 0
    var short = 0
    var others = 0
    for line in body {
      for fragment in line.fragments {
        if fragment.column == 0 {
          keyed += 1
          if text.words[fragment.words.lowerBound].start == .lower { lower += 1 }
        } else {
          others += 1
          if fragment.words.allSatisfy({ text.words[$0].isNumeric }) || fragment.right - fragment.left < 2 * text.em {
            short += 1
          }
        }
      }
    }
    return body.count > 2 && keyed * 100 >= body.count * 85 && lower * 5 <= keyed && short * 10 >= others * 6
      && others > 2
  }

  /// Whether a line begins with a number alone in the first column and all its cells begin anew.
  private func isNumbered(_ line: FragmentLine) -> Bool {
    guard let key = line.fragments.first, key.column == 0, key.words.count == 1, line.fragments.count > 2 else {
      return false
    }
    return text.words[key.words.lowerBound].start == .digit && line.fragments.allSatisfy(isOpening)
  }

  private func isOpening(_ fragment: Fragment) -> Bool {
    let word = text.words[fragment.words.lowerBound]
    return word.start == .upper || word.start == .digit
  }

  /// Whether a line stands below a head over several columns and divides it.
  private func splitsHead(_ line: FragmentLine, below above: FragmentLine) -> Bool {
    above.fragments.contains { head in
      head.columnSpan > 1
        && line.fragments.filter {
          $0.column >= head.column && $0.column < head.column + head.columnSpan && $0.columnSpan < head.columnSpan
        }
        .count > 1
    }
  }

  /// Rightmost reach of the text of each column, in points, with the leftmost.
  func columnLimits(_ lines: [FragmentLine], columns: Int) -> [(left: Float, right: Float)] {
    var limits = [(left: Float, right: Float)](repeating: (.infinity, -.infinity), count: columns)
    for line in lines where !line.isBand {
      for fragment in line.fragments where fragment.columnSpan == 1 && fragment.column < columns {
        limits[fragment.column].left = min(limits[fragment.column].left, fragment.left)
        limits[fragment.column].right = max(limits[fragment.column].right, fragment.right)
      }
    }
    return limits
  }

  /// The usual distance between lines of one cell: the smallest that is common.
  private func localPitch(_ lines: [FragmentLine]) -> Float {
    var steps: [Float] = []
    for position in lines.indices.dropFirst() {
      let step = lines[position].bottom - lines[position - 1].bottom
      if step > 0.8 * text.em { steps.append(step) }
    }
    guard !steps.isEmpty else { return text.pitch }
    steps.sort()
    return min(max(steps[steps.count / 6], 0.9 * text.em), 1.6 * text.pitch)
  }

  private func bandBegins(_ line: FragmentLine, above: FragmentLine, pitch: Float) -> Bool {
    guard line.isBand, above.isBand, let first = line.fragments.first, let before = above.fragments.last else {
      return true
    }
    let next = text.words[first.words.lowerBound]
    let previous = text.words[before.words.upperBound - 1]
    if line.bottom - above.bottom > tolerances.blankLine * pitch { return true }
    return !(next.start == .lower || previous.endsInHyphen)
  }

  /// A column's vote on a border above a fragment: positive for, negative against.
  private func vote(
    _ fragment: Fragment, after before: Fragment?, limits: [(left: Float, right: Float)], pitch: Float
  ) -> Float {
    let word = text.words[fragment.words.lowerBound]
    guard let before else { return 0.4 }
    // A row of heads ends where the words below a short head begin in small letters: a row that the page before began.
    if let head = headLine, before.line == head, word.start == .lower {
      let limit = limits[min(fragment.column, limits.count - 1)]
      let room = (limit.right - before.right - 0.3 * word.em - word.width) / max(limit.right - limit.left, 1)
      if room > 0.25 { return 1.7 }
    }
    let previous = text.words[before.words.upperBound - 1]
    let distance = fragment.bottom - before.bottom
    if distance > tolerances.blankLine * pitch {
      return word.start == .lower ? 0.1 : 1
    }
    if previous.endsInHyphen { return -2 }
    let isFigure = fragment.words.allSatisfy { text.words[$0].isNumeric }
    // Figures do not wrap.
    if isFigure, before.words.allSatisfy({ text.words[$0].isNumeric }) { return 1.6 }
    let wasBold = before.words.allSatisfy { text.words[$0].isBold }
    let isBold = fragment.words.allSatisfy { text.words[$0].isBold }
    if wasBold != isBold, fragment.words.count + before.words.count > 1 { return isBold || wasBold ? 1.2 : 0 }
    if fragment.words.count == 1, before.words.count == 1, max(word.width, previous.width) < 1.8 * word.em {
      return 0.8
    }
    if word.isBullet { return 0 }
    if repeats(fragment, before) { return 1.5 }
    if word.start == .lower {
      let limit = limits[min(fragment.column, limits.count - 1)]
      let room = (limit.right - before.right - 0.3 * word.em - word.width) / max(limit.right - limit.left, 1)
      // "ongoing" may begin a cell of one or two words.
      let isNarrow = fragment.words.count < 3 && limit.right - limit.left < 14 * text.em
      let weight: Float = isNarrow ? -1.2 : -5
      return room > 0.5 ? 0.6 : room > 0.3 ? -0.2 : weight
    }
    if !isFull(before, then: word, limits: limits) { return previous.endsSentence ? 1.2 : 0.8 }
    // Values of a word or two, one below the other, are as likely cells as a wrapped name.
    if fragment.words.count < 3, before.words.count < 3 { return fragment.column == 0 ? 0.7 : 0.2 }
    // A wrapped line seldom goes on with a capital; less so where room was left.
    let limit = limits[min(fragment.column, limits.count - 1)]
    let room = (limit.right - before.right) / max(limit.right - limit.left, 1)
    return previous.endsSentence ? 0 : room > 0.15 ? -0.1 : -0.4
  }

  /// Whether a line begins with the words of the line above it, letter under letter: the same value again.
  private func repeats(_ fragment: Fragment, _ before: Fragment) -> Bool {
    let count = min(fragment.words.count, before.words.count)
    guard count > 1 || fragment.words.count == before.words.count else { return false }
    let shared = zip(fragment.words, before.words).allSatisfy { one, other in
      abs(text.words[one].left - text.words[other].left) < 0.5
        && abs(text.words[one].right - text.words[other].right) < 0.5
    }
    return shared && text.words[fragment.words.lowerBound + count - 1].right - fragment.left > 4 * text.em
  }

  /// Whether a line leaves no room for the word that follows it.
  func isFull(_ before: Fragment, then word: Word, limits: [(left: Float, right: Float)]) -> Bool {
    let limit = limits[min(before.column, limits.count - 1)]
    let slack = tolerances.wrapSlack * word.em
    return before.right + 0.3 * word.em + word.width >= limit.right - slack
  }
}
