// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

// Legends of ratings.
extension DocumentReader {
  mutating func readKey(_ paragraphs: [Paragraph], fill: Colour?) -> Bool {
    guard !paragraphs.isEmpty else { return false }
    let lines = paragraphs.map { (text: reading.string($0), fill: $0.fill ?? fill) }
    guard lines.allSatisfy({ $0.text.utf8.count < 400 }), let key = RatingReader.key(lines), isMostly(key, of: lines)
    else {
      return false
    }
    accept(key, lines: paragraphs.map { Phrase($0.span) })
    return true
  }

  /// Whether a legend is most of what the lines say; a sentence that happens to speak of colours is none.
  func isMostly(_ key: RatingKey, of lines: [(text: String, fill: Colour?)]) -> Bool {
    let all = lines.reduce(0) { $0 + $1.text.utf8.count }
    // Several entries of a line reach from the first to the last of them, with their colours between.
    let explained = lines.indices.reduce(0) { sum, line in
      let items = key.items.filter { $0.line == line }
      guard let first = items.first, let last = items.last else { return sum }
      return sum + (items.count > 1 ? last.range.upperBound - first.range.lowerBound : first.range.count)
    }
    return key.items.count >= 2 && explained * 10 >= all * 6
  }

  /// Takes a legend out of a column beside other text, so that it is not read with it.
  mutating func readKeyColumns(_ grid: Grid, rows: Range<Int>) {
    guard rows.count <= 16, grid.columnCount <= 16 else { return }
    for column in 0..<grid.columnCount {
      var paragraphs: [Paragraph] = []
      for row in rows {
        guard let cell = grid.cell(row, column), Int(cell.row) == row, Int(cell.column) == column else { continue }
        paragraphs += cell.paragraphs.filter { paragraph in
          // A head above the legend ("Progress", "RAG") is no entry of it.
          !legend.contains(paragraph.span)
            && !(paragraph.span.count <= 30 && (reading.headings.best(reading.string(paragraph))?.weight ?? 0) > 0.72)
        }.map { paragraph in
          var filled = paragraph
          filled.fill = paragraph.fill ?? cell.fill
          return filled
        }
      }
      guard paragraphs.count >= 2, paragraphs.count <= 14 else { continue }
      let lines = paragraphs.map { (text: reading.string($0), fill: $0.fill) }
      guard lines.allSatisfy({ $0.text.utf8.count < 400 }), let key = RatingReader.key(lines), isMostly(key, of: lines)
      else {
        continue
      }
      accept(key, lines: paragraphs.map { Phrase($0.span) })
      for paragraph in paragraphs where !legend.contains(paragraph.span) { legend.insert(paragraph.span) }
    }
  }

  mutating func accept(_ key: RatingKey, lines: [Phrase]) {
    if plan.key.items.isEmpty {
      plan.key = key
      plan.keyLines = lines
    } else {
      for line in lines { reading.furnish(line, kind: "rating-key") }
    }
  }

  /// Reads a legend whose signs stand in cells beside or above their meanings.
  private mutating func readKeyCells(_ grid: Grid, rows: Range<Int>) -> Bool {
    for pairs in [keyPairs(grid, rows: rows, isStacked: false), keyPairs(grid, rows: rows, isStacked: true)] {
      for isSwapped in [false, true] {
        var key = RatingKey()
        for (line, pair) in pairs.enumerated() {
          let (sign, meaning) = isSwapped ? (pair.1, pair.0) : pair
          let item = RatingReader.item(
            sign: reading.string(grid.paragraphs(sign)), fill: grid.fill(sign),
            meaning: reading.string(grid.paragraphs(meaning)), line: line)
          if let item { key.items.append(item) } else if line > 0 { break }
        }
        let signs = Set(key.items.map { $0.entry.colour?.rawValue ?? $0.symbol ?? "" })
        guard key.items.count >= 3, key.items.count + 1 >= pairs.count, signs.count == key.items.count,
          key.items.last?.line == pairs.count - 1
        else { continue }
        settleProse(before: .ratingKey)
        accept(key, lines: pairs.map { reading.phrase(grid.paragraphs(isSwapped ? $0.0 : $0.1)) })
        for pair in pairs {
          reading.furnish(reading.phrase(grid.paragraphs(isSwapped ? pair.1 : pair.0)), kind: "rating-key")
        }
        reading.explanation.note(
          "table \(grid.number)", TableKind.ratingKey.rawValue, ["signs in cells beside or above their meanings"])
        return true
      }
    }
    return false
  }

  /// The cells of a small table in pairs: side by side, or one above the other. None where a cell is left over.
  private func keyPairs(_ grid: Grid, rows: Range<Int>, isStacked: Bool) -> [(Grid.Entry, Grid.Entry)] {
    var pairs: [(Grid.Entry, Grid.Entry)] = []
    let filled = rows.map { grid.entries($0).filter { !$0.isCarried } }.filter { !$0.isEmpty }
    if isStacked {
      guard filled.count == 2 else { return [] }
      for sign in filled[0] {
        guard let meaning = filled[1].first(where: { $0.column == sign.column }) else { return [] }
        pairs.append((sign, meaning))
      }
      return filled[1].count == pairs.count ? pairs : []
    }
    for entries in filled {
      guard entries.count % 2 == 0 else { return [] }
      for index in stride(from: 0, to: entries.count, by: 2) { pairs.append((entries[index], entries[index + 1])) }
    }
    return pairs
  }

  /// The one line without a colour, among lines whose fills are their colours, stands for white.
  static func whiten(_ lines: inout [(text: String, fill: Colour?)]) {
    let blank = lines.indices.filter { lines[$0].fill == nil }
    guard blank.count == 1, let index = blank.first, lines.count >= 4,
      StatusWords.status(Token.scan(lines[index].text)) != nil
    else { return }
    lines[index].fill = Colour(red: 255, green: 255, blue: 255)
  }

  mutating func readKeyTable(_ grid: Grid, rows: Range<Int>) -> Bool {
    guard rows.count <= 12 else { return false }
    // A sheet is as wide as its widest table: the columns that the legend itself fills count.
    let width =
      rows.lazy.flatMap { grid.entries($0) }.filter(\.hasText)
      .map { $0.column + 1 }.max() ?? 0
    guard width <= 16 else { return false }
    if readKeyCells(grid, rows: rows) { return true }
    guard width <= 8 else { return false }
    var lines: [(text: String, fill: Colour?)] = []
    var phrases: [Phrase] = []
    // Swatch and meaning stand side by side, or each cell holds both.
    for row in rows {
      let entries = grid.entries(row).filter { !$0.isCarried }
      if width <= 3 {
        let phrase = Phrase(entries.flatMap { grid.paragraphs($0).map(\.span) })
        let fill = entries.compactMap { grid.table.cells[$0.cell].fill }.first
        if !phrase.isEmpty {
          lines.append((reading.string(phrase), fill))
          phrases.append(phrase)
        }
      } else {
        var swatch: Colour?
        for entry in entries {
          let cell = grid.table.cells[entry.cell]
          for paragraph in cell.paragraphs {
            lines.append((reading.string(paragraph), paragraph.fill ?? cell.fill ?? swatch))
            phrases.append(Phrase(paragraph.span))
          }
          // A coloured cell without words stands left of what it means.
          swatch = entry.hasText ? nil : cell.fill
        }
      }
    }
    DocumentReader.whiten(&lines)
    guard let key = RatingReader.key(lines), isMostly(key, of: lines), key.items.count * 2 >= lines.count else {
      return false
    }
    settleProse(before: .ratingKey)
    accept(key, lines: phrases)
    reading.explanation.note(
      "table \(grid.number)", TableKind.ratingKey.rawValue, ["colours or symbols beside their meanings"])
    return true
  }
}
