// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Words

/// One line of a cell or of running text.
struct TextLine {
  /// Indices into ``PageText/words``, in reading order.
  var words: [Int]
  var left: Float
  var top: Float
  var right: Float
  var bottom: Float
}

/// Makes paragraphs of lines: what was wrapped is joined, what was set on a line of its own is kept apart.
struct ParagraphMaker {
  var text: PageText
  var page: PageContent
  var bytes: UnsafeBufferPointer<UInt8>
  var vocabulary: Vocabulary
  var tolerances: Tolerances

  /// The paragraphs of a cell.
  ///
  /// - Parameters:
  ///   - words: indices of its words, in reading order.
  ///   - left: where the cell's text may begin, in points.
  ///   - right: how far the cell's text may reach, in points.
  func paragraphs(ofWords words: [Int], left: Float, right: Float) -> [Draft] {
    var lines: [TextLine] = []
    var number = -1
    for index in words {
      let word = text.words[index]
      if word.line == number, !lines.isEmpty {
        lines[lines.count - 1].add(index, word)
      } else {
        lines.append(TextLine(words: [index], left: word.left, top: word.top, right: word.right, bottom: word.bottom))
        number = word.line
      }
    }
    return paragraphs(ofLines: lines, left: left, right: right, isCell: true)
  }

  /// The paragraphs of lines that follow each other.
  func paragraphs(ofLines lines: [TextLine], left: Float, right: Float, isCell: Bool = false) -> [Draft] {
    guard let first = lines.first else { return [] }
    var drafts: [Draft] = []
    var group = [first]
    let inner = lines.map(\.left).min() ?? left
    let isTurned = first.words.first.map { text.words[$0].rotation != 0 } ?? false
    for line in lines.dropFirst() {
      let previous = group[group.count - 1]
      let opens = !isCell && opensAfterTitle(line, in: group)
      if !isTurned, opens || isBreak(previous, line, in: group, left: inner, right: right, isCell: isCell) {
        append(group, right: right, to: &drafts)
        group = [line]
      } else {
        group.append(line)
      }
    }
    append(group, right: right, to: &drafts)
    return drafts
  }

  /// Whether a new paragraph begins between two lines.
  private func isBreak(
    _ previous: TextLine, _ line: TextLine, in group: [TextLine], left: Float, right: Float, isCell: Bool
  ) -> Bool {
    guard let firstIndex = line.words.first, let lastIndex = previous.words.last else { return false }
    let first = text.words[firstIndex]
    let last = text.words[lastIndex]
    if line.words.count > 1, isMark(firstIndex) {
      return !(isDashedEnd(line, in: group) && isOpen(previous, line, left: left, right: right))
    }
    if last.isNumeric, previous.words.contains(where: { text.words[$0].isLeader }) { return true }
    if !isCell, last.endsSentence, isRuled(previous, line) { return true }
    let lower = first.start == .lower
    let step = line.bottom - previous.bottom
    let usual = min(text.pitch, max(1.35 * last.em, 1.0))
    let pitch = text.isCharacterGrid ? 12 : max(min(text.pitch, 1.5 * last.em), min(usual, 1.3 * last.em))
    // In layout text the lines of cells that stand half a line higher or lower come between.
    let isInterleaved = text.isCharacterGrid && step < 25 && first.line - last.line == 2
    if step > tolerances.blankLine * pitch, !isInterleaved {
      return !(lower && !last.endsSentence && step < 3.2 * pitch) && !(last.endsInHyphen && lower)
    }
    if last.endsInHyphen || text.isCharacterGrid && last.layout.contains(.leavesOpen) && !last.endsSentence {
      return false
    }
    if itemNumber(line) > 0, !isOpen(previous, line, left: left, right: right) || last.endsSentence { return true }
    if last.endsSentence, beginsWithReference(line) { return true }
    if isCell, endsDated(previous), first.start == .upper, line.words.count > 1 { return true }
    if max(first.em, last.em) > 1.18 * min(first.em, last.em), !text.isCharacterGrid, line.words.count > 1 {
      return true
    }
    let wasBold = previous.words.allSatisfy { text.words[$0].isBold }
    let isBold = line.words.allSatisfy { text.words[$0].isBold }
    if wasBold != isBold, !lower, wasBold ? !text.words[firstIndex].isBold : text.words[lastIndex].isBold == false {
      return true
    }
    return !isOpen(previous, line, left: left, right: right)
  }

  /// Whether a rule parts two lines, as it does the rows of a box of one column: it lies between them and reaches beyond
  /// the text at both sides, which an underline does not.
  private func isRuled(_ previous: TextLine, _ line: TextLine) -> Bool {
    let left = min(previous.left, line.left)
    let right = max(previous.right, line.right)
    let top = (previous.top + previous.bottom) / 2
    let bottom = (line.top + line.bottom) / 2
    return page.rulingLines.contains { rule in
      rule.isHorizontal && rule.box.top > top && rule.box.bottom < bottom && rule.box.left < left - 1
        && rule.box.right > right + 1
    }
  }

  /// Whether a line below a title is none of it although the title left it no room: a numbered heading, a date.
  private func opensAfterTitle(_ line: TextLine, in group: [TextLine]) -> Bool {
    guard group.count < 3, let last = group.last?.words.last, !text.words[last].endsInHyphen else { return false }
    return beginsSection(line) || isEdition(line) || group.count == 1 && beginsSection(group[0]) && beginsLabel(line)
  }

  /// Whether a line begins with a label: up to four words, the last with a colon, and words behind it.
  private func beginsLabel(_ line: TextLine) -> Bool {
    guard let first = line.words.first, text.words[first].start == .upper else { return false }
    for index in line.words.prefix(4) {
      let range = page.words[text.words[index].index].span.range(in: bytes)
      if bytes[range].last == 0x3A { return index != line.words.last }
    }
    return false
  }

  /// Whether a line begins as headings of parts do: up to five words, a number or a letter, and a colon.
  private func beginsSection(_ line: TextLine) -> Bool {
    guard line.words.count > 2, let first = line.words.first, text.words[first].start == .upper else { return false }
    for index in line.words.dropFirst().prefix(5) {
      let range = page.words[text.words[index].index].span.range(in: bytes)
      guard let last = range.last else { return false }
      if bytes[last] == 0x3A {
        let label = bytes[range].dropLast()
        let isLetter = label.count == 1 && label.allSatisfy(Letters.isUpper)
        return !label.isEmpty && (isLetter || label.allSatisfy { Letters.isDigit($0) || $0 == 0x2E })
      }
      guard bytes[range].allSatisfy({ Letters.isLower($0) || Letters.isUpper($0) }) else { return false }
    }
    return false
  }

  private static let editionWords = Set(
    (Months.words.union(Seasons.names).union([
      "version", "update", "updated", "published", "draft", "final", "revised", "issue", "issued", "date", "edition",
      "term",
    ])).map { Array($0.utf8) })

  /// Whether a line says nothing but which edition this is: a date, a version.
  private func isEdition(_ line: TextLine) -> Bool {
    guard line.words.count < 8 else { return false }
    var hasDigit = false
    for index in line.words {
      let range = page.words[text.words[index].index].span.range(in: bytes)
      if bytes[range].contains(where: Letters.isDigit) {
        hasDigit = true
        continue
      }
      let letters = bytes[range].filter(Letters.isAlphanumeric).map { Letters.isUpper($0) ? $0 | 0x20 : $0 }
      guard ParagraphMaker.editionWords.contains(Array(letters)) else { return false }
    }
    return hasDigit && line.words.count > 1
  }

  /// Whether a line is wrapped into the next one: the next word would not have fitted.
  private func isOpen(_ previous: TextLine, _ line: TextLine, left: Float, right: Float) -> Bool {
    guard let firstIndex = line.words.first, let lastIndex = previous.words.last else { return false }
    let first = text.words[firstIndex]
    let last = text.words[lastIndex]
    let width = max(right - left, 1)
    // A line that begins far from the left is centred or set to the right: its free room is on both sides.
    let isIndented = previous.left - left > 1.5 * last.em && !text.isCharacterGrid && previous.words.count > 0
    let isCentred = isIndented && abs((previous.left - left) - (right - previous.right)) < 0.5 * (previous.left - left)
    let room = isCentred ? width - (previous.right - previous.left) : right - previous.right
    let slack = text.isCharacterGrid ? tolerances.layoutWrapSlack * width : tolerances.wrapSlack * last.em
    let needed = 0.28 * last.em + first.width
    if room - slack <= needed { return true }
    if first.start == .lower && !last.endsSentence { return room - needed < 0.5 * width }
    return false
  }

  /// Whether a line ends in a dash, a month and a year: an item with its date, and the next line is another.
  private func endsDated(_ line: TextLine) -> Bool {
    guard line.words.count > 4, let last = line.words.last, text.words[last].isNumeric else { return false }
    let year = page.words[text.words[last].index].span.range(in: bytes)
    let dash = page.words[text.words[line.words[line.words.count - 3]].index].span.range(in: bytes)
    return year.count == 4 && isMark(line.words[line.words.count - 3]) && dash.count < 4
      && text.words[line.words[line.words.count - 2]].start == .upper
  }

  /// Whether a line is the wrapped end of an item, a dash and a date, and not an item of its own: "– May 2025".
  private func isDashedEnd(_ line: TextLine, in group: [TextLine]) -> Bool {
    guard (2...4).contains(line.words.count), let last = line.words.last, text.words[last].isNumeric,
      let first = line.words.first, !text.words[first].isBullet
    else { return false }
    return !group.contains { other in
      other.words.first.map { isMark($0) && !text.words[$0].isBullet } ?? false
    }
  }

  /// Whether a word stands before a list item rather than in it.
  private func isMark(_ index: Int) -> Bool {
    let word = text.words[index]
    if word.isBullet { return true }
    let range = page.words[word.index].span.range(in: bytes)
    switch range.count {
    case 1: return bytes[range.lowerBound] == 0x2D || bytes[range.lowerBound] == 0x6F
    case 3:  // – and —
      return bytes[range.lowerBound] == 0xE2 && bytes[range.lowerBound + 1] == 0x80
        && (bytes[range.lowerBound + 2] == 0x93 || bytes[range.lowerBound + 2] == 0x94)
    default: return false
    }
  }

  /// Whether a line begins with a reference and a word with a capital: "1.1 Publish the offer". Scans lose the space above
  /// such a line more easily than its words.
  private func beginsWithReference(_ line: TextLine) -> Bool {
    guard line.words.count > 1, text.words[line.words[1]].start == .upper else { return false }
    let range = page.words[text.words[line.words[0]].index].span.range(in: bytes)
    let parts = bytes[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(Letters.isDigit) }
  }

  private func itemNumber(_ line: TextLine) -> Int {
    guard let first = line.words.first else { return 0 }
    let range = page.words[text.words[first].index].span.range(in: bytes)
    return Letters.itemNumber(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  private func append(_ lines: [TextLine], right: Float, to drafts: inout [Draft]) {
    var draft = Draft()
    draft.style = [.bold, .italic, .struckThrough, .recognised]
    draft.lineCount = lines.count
    var lines = lines
    if let line = lines.first, let mark = line.words.first, line.words.count > 1, isMark(mark) {
      lines[0].words.removeFirst()
      draft.marker = .bullet
      let before = drafts.last { $0.marker == .bullet }
      if let before, let box = before.location.box {
        let indent = line.left - box.left
        draft.level = indent > 0.8 * text.em ? before.level &+ 1 : indent < -0.8 * text.em ? 0 : before.level
      }
    } else if let line = lines.first, itemNumber(line) > 0, lines.count > 1 || line.words.count > 1 {
      draft.marker = .number
    }
    var box: Box?
    for (position, line) in lines.enumerated() {
      var pending: [UInt8] = []
      var previous: Word?
      for index in line.words {
        let word = text.words[index]
        let placed = page.words[word.index]
        let range = placed.span.range(in: bytes)
        let isGlued =
          !word.spaceBefore
          && previous.map { $0.index + 1 == word.index && word.left - $0.right < 0.2 * word.em } ?? false
        if !isGlued, !pending.isEmpty { pending.append(0x20) }
        pending.append(contentsOf: bytes[range])
        draft.style.formIntersection(placed.style.union(page.isRecognised ? .recognised : []))
        draft.confidence = min(draft.confidence, placed.confidence)
        if placed.fontSize >= 1, placed.fontSize <= 400 { draft.fontSize = max(draft.fontSize, placed.fontSize) }
        box = box?.union(word.box) ?? word.box
        previous = word
      }
      if position == 0 {
        draft.text = pending
        draft.start = line.words.first.map { text.words[$0].start } ?? .other
      } else if isBroken(lines[position - 1], before: pending, right: right) {
        draft.text.append(contentsOf: pending)
      } else {
        vocabulary.join(&draft.text, pending)
      }
    }
    if let line = lines.last, let last = line.words.last {
      draft.endsSentence = text.words[last].endsSentence
      draft.isFull = right - line.right < 6 * text.em
    }
    draft.location = Location(
      page: page.number,
      box: draft.marker == .bullet
        ? box.map { box in
          Box(
            left: lines.first.map { min($0.left, box.left) } ?? box.left, top: box.top, right: box.right,
            bottom: box.bottom)
        } : box)
    if !draft.text.isEmpty { drafts.append(draft) }
  }
}

extension ParagraphMaker {
  /// Whether a line is one word that its column was too narrow for, so that its last letter or two stand on the next line:
  /// "Attendanc" above "e".
  private func isBroken(_ line: TextLine, before next: [UInt8], right: Float) -> Bool {
    guard !text.isCharacterGrid, line.words.count == 1, let word = line.words.first,
      right - text.words[word].right < 0.7 * text.words[word].em,
      let last = bytes[page.words[text.words[word].index].span.range(in: bytes)].last, Letters.isLower(last)
    else { return false }
    let rest = next.prefix { $0 != 0x20 }
    let letters = rest.prefix(while: Letters.isLower)
    let follows = rest.dropFirst(letters.count)
    guard (1...2).contains(letters.count), follows.allSatisfy({ !Letters.isAlphanumeric($0) }) else { return false }
    return !ParagraphMaker.shortWords.contains { word in
      word.utf8CodeUnitCount == letters.count
        && zip(letters, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)).allSatisfy(==)
    }
  }

  /// The words of one or two letters that English has.
  private static let shortWords: [StaticString] = [
    "a", "i", "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of",
    "on",
    "or", "so", "to", "up", "us", "vs", "we",
  ]
}

extension TextLine {
  mutating func add(_ index: Int, _ word: Word) {
    words.append(index)
    left = min(left, word.left)
    top = min(top, word.top)
    right = max(right, word.right)
    bottom = max(bottom, word.bottom)
  }
}
