// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The words of a run of lines, each with what marks the place before it: where a cell of a table that became plain text
/// may begin.
struct FlattenedText {
  /// What stands before a word.
  struct Edge: OptionSet {
    let rawValue: UInt16
    /// A line begins.
    static let line = Edge(rawValue: 1)
    /// A line begins behind an empty one.
    static let gap = Edge(rawValue: 2)
    /// A slash, a pipe or the like that stands alone.
    static let separator = Edge(rawValue: 4)
    /// A date begins or has just ended.
    static let date = Edge(rawValue: 8)
    /// It stands within a date.
    static let inDate = Edge(rawValue: 256)
    /// The word has a capital though it is no name, and no sentence has ended before it.
    static let opening = Edge(rawValue: 512)
    /// It stands within brackets.
    static let inBrackets = Edge(rawValue: 1024)
    /// A sentence has ended.
    static let sentence = Edge(rawValue: 16)
    /// The word has a capital, and the one before it may end a cell.
    static let capital = Edge(rawValue: 32)
    /// The reference that the line begins with has just ended.
    static let reference = Edge(rawValue: 64)
    /// An item of a list begins.
    static let item = Edge(rawValue: 128)
  }

  struct Word {
    /// Its bytes in the text store.
    var range: Range<Int>
    /// The line it stands on.
    var line: Int
    var edge: Edge = []
  }

  struct Line {
    var paragraph: Paragraph
    /// Which of the document's blocks it is.
    var block: Int
    /// Its words.
    var words: Range<Int>
    /// Whether the document marks it as a heading: it is part of no row.
    var isHeading = false
  }

  private(set) var lines: [Line] = []
  private(set) var words: [Word] = []
  let reading: Reading
  /// The mark that divides cells, where there is one.
  private(set) var divider: UInt8?
  /// Whether a divider stands at the end of the last line.
  private var endsWithDivider = false

  init(reading: Reading) { self.reading = reading }

  /// Adds a line; `divider` words are left out and mark the word behind them.
  mutating func append(_ paragraph: Paragraph, block: Int, divider: UInt8?, isHeading: Bool = false) {
    if let divider { self.divider = divider }
    let bytes = reading.text.bytes
    var index = Int(paragraph.span.start)
    let end = Int(paragraph.span.end)
    let first = words.count
    var edge: Edge = paragraph.style.contains(.afterGap) ? [.line, .gap] : .line
    if paragraph.marker == .bullet { edge.insert(.item) }
    if endsWithDivider { edge.insert(.separator) }
    endsWithDivider = false
    while index < end {
      var next = index
      while next < end, bytes[next] != 0x20 { next += 1 }
      if next > index {
        if let divider, next == index + 1, bytes[index] == divider {
          edge.insert(.separator)
          endsWithDivider = true
        } else {
          words.append(Word(range: index..<next, line: lines.count, edge: edge))
          edge = []
          endsWithDivider = false
        }
      }
      index = next + 1
    }
    if words.count == first { return }
    lines.append(Line(paragraph: paragraph, block: block, words: first..<words.count, isHeading: isHeading))
  }

  /// The words' bytes.
  func bytes(_ word: Int) -> ArraySlice<UInt8> { reading.text.bytes[words[word].range] }

  /// Words as a text, dividers between them left out.
  func string(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    for word in range {
      if !text.isEmpty { text.append(0x20) }
      text += bytes(word)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Bytes from the first word to the last.
  func length(_ range: Range<Int>) -> Int {
    range.reduce(-1) { $0 + words[$1].range.count + 1 }
  }

  func isCapital(_ word: Int) -> Bool {
    guard let first = bytes(word).first(where: { $0.isWordByte }) else { return false }
    return (0x41...0x5A).contains(first) || first >= 0xC3
  }

  func isLowercase(_ word: Int) -> Bool {
    guard let first = bytes(word).first else { return false }
    return (0x61...0x7A).contains(first)
  }

  /// Whether a sentence ends with a word.
  func endsSentence(_ word: Int) -> Bool {
    var slice = bytes(word)
    while let last = slice.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "\"") { slice.removeLast() }
    guard let last = slice.last else { return false }
    return last == UInt8(ascii: ".") || last == UInt8(ascii: "?") || last == UInt8(ascii: "!")
  }

  /// Whether a word needs another one behind it.
  func isOpen(_ word: Int) -> Bool {
    let slice = bytes(word)
    guard let last = slice.last else { return true }
    if [UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "(")].contains(last) {
      return true
    }
    return slice.count <= 9 && FunctionWords.contains(String(decoding: slice, as: UTF8.self).lowercased())
  }

  /// The paragraphs of a cell: each line's words of it; a line end within a cell is a space, save before items.
  func paragraphs(_ range: Range<Int>, isList: Bool) -> [Paragraph] {
    var result: [Paragraph] = []
    var first = range.lowerBound
    while first < range.upperBound {
      let line = lines[words[first].line]
      let end = min(range.upperBound, line.words.upperBound)
      var paragraph = line.paragraph
      paragraph.span = TextSpan(words[first].range.lowerBound..<words[end - 1].range.upperBound)
      if first > line.words.lowerBound { paragraph.marker = .none }
      if !result.isEmpty, paragraph.marker == .none, !isList || joins(first) { paragraph.style.insert(.continuation) }
      paragraph.style.remove(.afterGap)
      result.append(paragraph)
      first = end
    }
    return result
  }

  /// Whether the line that begins with a word goes on with the line above.
  private func joins(_ word: Int) -> Bool { isLowercase(word) || word > 0 && isOpen(word - 1) }
}

// MARK: Edges

extension FlattenedText {
  /// Marks where cells may begin within lines; a date may run over the end of a line where lines are wrapped.
  mutating func markEdges(areWrapped: Bool) {
    let common = commonWords()
    markBrackets()
    var first = 0
    while first < lines.count {
      var end = first + 1
      while areWrapped, end < lines.count, end - first < 40, !lines[end].isHeading, !lines[first].isHeading,
        !words[lines[end].words.lowerBound].edge.contains(.gap)
      {
        end += 1
      }
      markDates(lines[first].words.lowerBound..<lines[end - 1].words.upperBound)
      for line in first..<end { markEdges(line, common: common) }
      first = end
    }
  }

  /// Words behind a bracket that opens and closes within a few words: no cell begins there.
  private mutating func markBrackets() {
    var open: Int?
    for word in words.indices {
      if let first = open {
        if word - first > FlattenedText.mostInBrackets {
          open = nil
        } else if bytes(word).contains(UInt8(ascii: ")")) {
          for inner in first + 1...word { words[inner].edge.insert(.inBrackets) }
          open = nil
        }
      }
      let bytes = bytes(word)
      if let last = bytes.lastIndex(of: UInt8(ascii: "(")), !bytes[last...].contains(UInt8(ascii: ")")) { open = word }
    }
  }

  /// Most words of a bracket.
  private static let mostInBrackets = 12

  /// Words that stand in the text with a small letter.
  private func commonWords() -> Set<String> {
    var common: Set<String> = []
    for word in words.indices where isLowercase(word) {
      let bytes = bytes(word)
      if bytes.count <= 12, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) {
        common.insert(String(decoding: bytes, as: UTF8.self))
      }
    }
    return common
  }

  private func opensBracket(_ range: Range<Int>) -> Bool { bytes(range.lowerBound).first == UInt8(ascii: "(") }

  private mutating func markDates(_ range: Range<Int>) {
    for date in dateStretches(range) where !words[date.lowerBound].edge.contains(.inBrackets) && !opensBracket(date) {
      words[date.lowerBound].edge.insert(.date)
      for word in date.dropFirst() { words[word].edge.insert(.inDate) }
      if date.upperBound < range.upperBound { words[date.upperBound].edge.insert(.date) }
    }
  }

  private mutating func markEdges(_ line: Int, common: Set<String>) {
    let range = lines[line].words
    let start = string(range.prefix(6))
    if !words[range.lowerBound].edge.contains(.inBrackets), let leading = ReferenceReader.leading(start),
      leading.range.upperBound < start.utf8.count
    {
      var (word, offset) = (range.lowerBound, 0)
      while word < range.upperBound, offset < leading.range.upperBound {
        offset += words[word].range.count + 1
        word += 1
      }
      if word > range.lowerBound, word < range.upperBound { words[word].edge.insert(.reference) }
    }
    for word in range.dropFirst()
    where isCapital(word) && !isOpen(word - 1) && !words[word].edge.contains(.inBrackets) {
      if endsSentence(word - 1) {
        words[word].edge.insert(.sentence)
      } else {
        words[word].edge.insert(.capital)
        let key = String(decoding: bytes(word), as: UTF8.self).lowercased()
        if !isCapital(word - 1), common.contains(key) || FunctionWords.contains(key) {
          words[word].edge.insert(.opening)
        }
      }
    }
  }

  /// Whether a word has a line to itself.
  private func isLone(_ word: Int, _ line: Range<Int>) -> Bool { line.count == 1 && line.lowerBound == word }

  /// Where dates stand among words.
  private func dateStretches(_ range: Range<Int>) -> [Range<Int>] {
    let text = string(range)
    var starts: [Int] = []
    var offset = 0
    for word in range {
      starts.append(offset)
      offset += words[word].range.count + 1
    }
    let parser = DateParser(tokens: Token.scan(text))
    var stretches: [Range<Int>] = []
    // Where a stretch begins, where its last sure word ends, and whether it says a time.
    var open: (start: Int, end: Int, isSure: Bool)?
    // Whether all it says so far is how often: "every quarter Quarterly" are words of a text, and then a cell.
    var isRecurrence = false
    func word(at byte: Int) -> Int {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= byte { low = middle + 1 } else { high = middle }
      }
      return range.lowerBound + low - 1
    }
    func close() {
      isRecurrence = false
      if let open, open.isSure { stretches.append(open.start..<open.end) }
      open = nil
    }
    for event in parser.events(0..<parser.tokens.count) {
      let first = word(at: parser.tokens[event.tokens.lowerBound].start)
      let last = word(at: parser.tokens[event.tokens.upperBound - 1].start)
      let isCapital = parser.tokens[event.tokens.lowerBound].isCapitalised
      switch event.kind {
      case .point(let point):
        let isSure = point.hasYear || isCapital && event.tokens.count > 1
        open = (open?.start ?? first, last + 1, open?.isSure ?? false || isSure || isCapital && isLone(first, range))
      case .word(.ongoing), .word(.recurrence), .word(.placeholder):
        if isCapital, isRecurrence { open = nil }
        isRecurrence = open == nil && !isCapital
        open = (open?.start ?? first, last + 1, open?.isSure ?? false || isCapital)
      case .word(.onwards): open?.end = last + 1
      case .word(.by), .word(.from), .word(.until), .word(.nearness), .word(.between):
        if open == nil { open = (first, last + 1, false) }
      case .word(.to), .word(.and), .word(.within), .word(.revised), .dash, .separator: continue
      default: close()
      }
    }
    close()
    return stretches
  }
}
