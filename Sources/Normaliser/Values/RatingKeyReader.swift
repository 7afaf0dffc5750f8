// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

// Legends.
extension RatingReader {
  /// The legend that lines or cells spell out, each with the fill behind it; nil where they are none.
  ///
  /// Entries begin with a colour ("Green – on track"), a letter ("G = on track"), or a symbol ("● complete"), one a line or
  /// several glued in one line; or the fill gives the colour and the line the words. A legend has two entries or more, of
  /// different colours or symbols.
  static func key(_ lines: [(text: String, fill: Colour?)]) -> RatingKey? {
    var key = RatingKey()
    for (index, line) in lines.enumerated() {
      let tokens = Token.scan(line.text)
      let named = namedEntries(line.text, tokens, line: index)
      if named.count > 1 {
        key.items += named
        continue
      }
      let starts = entryStarts(tokens)
      if starts.isEmpty {
        let symbols = symbolEntries(line.text, line: index)
        if symbols.count > 1 {
          key.items += symbols
          continue
        }
        if let item = filled(line.text, tokens, line: index, fill: line.fill) ?? symbol(line.text, tokens, line: index)
        {
          key.items.append(item)
        }
        continue
      }
      for (position, start) in starts.enumerated() {
        let end = position + 1 < starts.count ? starts[position + 1].token : tokens.count
        key.items.append(
          item(
            line.text, tokens, start.token..<end, colour: start.colour, line: index,
            fill: starts.count == 1 ? line.fill : nil))
      }
    }
    guard key.items.count >= 2 else { return nil }
    let signs = key.items.map { $0.entry.colour?.rawValue ?? $0.symbol ?? "" }
    guard Set(signs).count == signs.count else { return nil }
    return key
  }

  /// The tokens at which entries begin, with the colours that they name.
  private static func entryStarts(_ tokens: [Token]) -> [(token: Int, colour: RatingColour)] {
    var starts: [(token: Int, colour: RatingColour)] = []
    var hasSeparators = true
    for (index, token) in tokens.enumerated() where token.kind == .word {
      // A letter begins an entry at the start of the line or behind another entry, not in "Workstream A: …".
      let isLetter =
        token.end - token.start == 1 && token.isCapitalised
        && (index == 0 || tokens[index - 1].kind == .mark || !starts.isEmpty)
      guard let colour = RatingColour(word: token.key) ?? (isLetter ? RatingColour(letter: token.key) : nil) else {
        continue
      }
      // "A. Weak leadership" is a numbered heading, not a legend.
      let isSeparated =
        index + 1 < tokens.count && isSeparator(tokens[index + 1])
        && !(isLetter && tokens[index + 1].isMark(Mark.point))
      // Within an entry's words a colour may be mentioned ("moved from amber"): only a capital or a separator begins one.
      guard isSeparated || (!isLetter && token.isCapitalised && (index == 0 || !tokens[index - 1].isMark(Mark.slash)))
      else {
        continue
      }
      if !isSeparated { hasSeparators = false }
      starts.append((index, colour))
    }
    guard let first = starts.first else { return [] }
    // A heading may stand before the first colour ("RAG key:"); running words only before several that are explained.
    guard first.token <= 4 || hasSeparators && Set(starts.map(\.colour)).count >= 3 else { return [] }
    if !hasSeparators, starts.count == 1, tokens.count > 12 { return [] }
    return starts
  }

  /// The entry that a sign in a cell of its own makes with what it means: a colour's word or letter, a symbol, or a ground.
  static func item(sign: String, fill: Colour?, meaning: String, line: Int) -> RatingKey.Item? {
    guard !meaning.isEmpty, meaning.utf8.count <= 240 else { return nil }
    let tokens = Token.scan(meaning)
    guard let first = tokens.first, let last = tokens.last, RatingColour(word: first.key) == nil || tokens.count > 1
    else {
      return nil
    }
    let words = Token.scan(sign).filter { $0.kind == .word }
    var colour: RatingColour?
    var symbol: String?
    if sign.isEmpty {
      colour = fill.flatMap { RatingFill.colour(of: $0, in: .none) }
    } else if words.count == 1, let word = words.first, word.end - word.start == sign.utf8.count {
      let isLetter = word.end - word.start == 1 && word.isCapitalised
      colour = isLetter ? RatingColour(letter: word.key) : RatingColour(word: word.key)
      if isLetter { symbol = sign }
    } else if let scalar = sign.unicodeScalars.first, sign.utf8.count <= 7, scalar.value >= 0x2000 {
      colour = RatingColour(symbol: scalar)
      symbol = sign
    }
    let said = StatusWords.status(tokens)
    guard let status = said ?? colour?.usualStatus, colour != nil || symbol != nil else { return nil }
    let range = first.start..<last.end
    let entry = RatingKeyEntry(
      colour: colour, text: meaning.utf8Slice(range), status: grave(status, colour: colour, words: tokens.count))
    return RatingKey.Item(
      entry: entry, line: line, range: range, symbol: symbol, meaning: meaning.utf8Slice(range), swatch: fill)
  }

  /// The entries of a line that has its colours in brackets: "Done (blue): finished. Late (red): a month or more behind."
  private static func namedEntries(_ text: String, _ tokens: [Token], line: Int) -> [RatingKey.Item] {
    let colours = tokens.indices.filter { index in
      index > 1 && index + 1 < tokens.count && tokens[index - 1].isMark(Mark.open)
        && tokens[index + 1].isMark(Mark.close)
        && RatingColour(word: tokens[index].key) != nil
    }
    guard colours.count > 1 else { return [] }
    // The words before the bracket, back to the mark that ends what stands before them.
    let names = colours.map { index -> Range<Int> in
      var start = index - 1
      while start > 0, tokens[start - 1].kind == .word, index - start < 8 { start -= 1 }
      return start..<index - 1
    }
    return colours.indices.compactMap { position in
      let (index, name) = (colours[position], names[position])
      guard let colour = RatingColour(word: tokens[index].key), !name.isEmpty else { return nil }
      var start = index + 2
      let limit = position + 1 < names.count ? names[position + 1].lowerBound : tokens.count
      let isExplained = start < limit && isSeparator(tokens[start]) && !tokens[start].isMark(Mark.point)
      while start < limit, isSeparator(tokens[start]) { start += 1 }
      var words = name
      if isExplained, start < limit {
        var end = start
        while end < limit, !tokens[end].isMark(Mark.point), !tokens[end].isMark(Mark.semicolon) { end += 1 }
        while end > start, isLoose(tokens[end - 1]) { end -= 1 }
        if end > start { words = start..<end }
      }
      let range = tokens[words.lowerBound].start..<tokens[words.upperBound - 1].end
      let status = StatusWords.status(tokens[name]) ?? StatusWords.status(tokens[words]) ?? colour.usualStatus
      let entry = RatingKeyEntry(
        colour: colour, text: text.utf8Slice(range), status: grave(status, colour: colour, words: words.count))
      return RatingKey.Item(
        entry: entry, line: line, range: range,
        meaning: text.utf8Slice(tokens[name.lowerBound].start..<tokens[name.upperBound - 1].end), swatch: nil)
    }
  }

  private static func isSeparator(_ token: Token) -> Bool {
    token.isMark(Mark.hyphen) || token.isMark(Mark.colon) || token.isMark(UInt8(ascii: "=")) || token.isMark(Mark.open)
      || token.isWord("means") || token.isWord("is") || token.isMark(Mark.point)
  }

  private static func item(
    _ text: String, _ tokens: [Token], _ range: Range<Int>, colour: RatingColour, line: Int, fill: Colour?
  ) -> RatingKey.Item {
    var end = range.upperBound
    while end > range.lowerBound + 1, isLoose(tokens[end - 1]) || tokens[end - 1].isWord("and") { end -= 1 }
    let bytes = tokens[range.lowerBound].start..<tokens[end - 1].end
    let rest = tokens[(range.lowerBound + 1)..<end]
    let meaning = rest.first { !isSeparator($0) }.map { text.utf8Slice($0.start..<tokens[end - 1].end) } ?? ""
    let status = grave(StatusWords.status(rest) ?? colour.usualStatus, colour: colour, words: rest.count)
    let entry = RatingKeyEntry(colour: colour, text: text.utf8Slice(bytes), status: status)
    return RatingKey.Item(entry: entry, line: line, range: bytes, meaning: meaning, swatch: fill)
  }

  /// Red is the grave end of every legend: "behind schedule" in red is off track, and so is "stuck or not begun".
  private static func grave(_ status: RatingStatus, colour: RatingColour?, words: Int) -> RatingStatus {
    // Amber is the middle: "late, with a plan to recover" in amber is at risk.
    if colour == .amber, status == .offTrack { return .atRisk }
    guard colour == .red else { return status }
    return status == .atRisk || status == .notStarted && words > 4 ? .offTrack : status
  }

  /// Separators at the end of an entry of a glued line.
  private static func isLoose(_ token: Token) -> Bool {
    token.isMark(Mark.comma) || token.isMark(Mark.semicolon) || token.isMark(Mark.bar) || token.isMark(Mark.slash)
      || token.isMark(Mark.bullet)
  }

  /// A line whose fill is its colour and whose words are a status.
  private static func filled(_ text: String, _ tokens: [Token], line: Int, fill: Colour?) -> RatingKey.Item? {
    guard let fill, let first = tokens.first, let last = tokens.last, let status = StatusWords.status(tokens) else {
      return nil
    }
    // Neutral fills count here, because the line itself says that they stand for something.
    let lab = LabColour(fill)
    let colour =
      RatingFill.colour(of: fill, in: .none) ?? (lab.chroma < 9 ? (lab.lightness > 96 ? .white : .grey) : nil)
    let bytes = first.start..<last.end
    let entry = RatingKeyEntry(
      colour: colour, text: text.utf8Slice(bytes), status: grave(status, colour: colour, words: tokens.count))
    return RatingKey.Item(entry: entry, line: line, range: bytes, meaning: text.utf8Slice(bytes), swatch: fill)
  }

  /// The entries of a line that names several symbols: "Key: 🟢 on track 🔴 off track ✔ finished".
  private static func symbolEntries(_ text: String, line: Int) -> [RatingKey.Item] {
    var marks: [(start: Int, end: Int, scalar: Unicode.Scalar)] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      let isSign =
        RatingColour(symbol: scalar) != nil || (0x2600...0x27BF).contains(scalar.value)
        || (0x25A0...0x25FF).contains(scalar.value)
      if isSign { marks.append((offset, offset + length, scalar)) }
      offset += length
    }
    guard marks.count > 1 else { return [] }
    return marks.indices.compactMap { index in
      let end = index + 1 < marks.count ? marks[index + 1].start : text.utf8.count
      let meaning = text.utf8Slice(marks[index].end..<end)
      let tokens = Token.scan(meaning)
      guard let status = StatusWords.status(tokens), let last = tokens.last else { return nil }
      let range = marks[index].start..<marks[index].end + last.end
      let colour = RatingColour(symbol: marks[index].scalar)
      let entry = RatingKeyEntry(colour: colour, text: text.utf8Slice(range), status: status)
      return RatingKey.Item(
        entry: entry, line: line, range: range, symbol: String(Character(marks[index].scalar)), meaning: meaning,
        swatch: nil)
    }
  }

  /// A line that begins with a symbol: "● Complete", "✓ = done".
  private static func symbol(_ text: String, _ tokens: [Token], line: Int) -> RatingKey.Item? {
    guard tokens.count >= 2, let first = tokens.first, let last = tokens.last, first.end - first.start >= 3 else {
      return nil
    }
    guard
      first.kind == .mark || (3...4).contains(first.end - first.start) && text.utf8.first.map({ $0 >= 0xE2 }) ?? false
    else {
      return nil
    }
    let rest = tokens.dropFirst()
    guard let status = StatusWords.status(rest), let word = rest.first(where: { $0.kind == .word }) else { return nil }
    let bytes = first.start..<last.end
    let entry = RatingKeyEntry(colour: nil, text: text.utf8Slice(bytes), status: status)
    return RatingKey.Item(
      entry: entry, line: line, range: bytes, symbol: text.utf8Slice(first.range),
      meaning: text.utf8Slice(word.start..<last.end), swatch: nil)
  }
}
