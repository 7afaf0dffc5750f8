// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import TableParser

/// A small generator of random numbers, so that each run sees the same pages.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct InvariantTests {
  /// Letters of all words, sorted: hyphenation may join words, but no letter may be lost or doubled.
  private func letters(_ words: [String]) -> [UInt8] {
    words.flatMap(\.utf8).filter { $0 != 0x2D }.sorted()
  }

  private func document(seed: UInt64, pages: Int, words: Int, isWild: Bool) -> SourceDocument {
    var random = SplitMix(state: seed)
    var document = SourceDocument(mediaType: "application/pdf", reader: "test")
    let odd: [Float] = [.nan, .infinity, -.infinity, -5000, 1e30, -1e30, 0, 19_999, .leastNonzeroMagnitude]
    func number(_ range: ClosedRange<Float>) -> Float {
      isWild && Int.random(in: 0..<12, using: &random) == 0
        ? odd[Int.random(in: 0..<odd.count, using: &random)] : Float.random(in: range, using: &random)
    }
    for page in 1...pages {
      var content = PageContent(number: page, width: number(300...900), height: number(300...900))
      for index in 0..<words {
        guard let span = document.text.append("w\(page)x\(index)\(index % 7 == 0 ? "-" : "")") else { continue }
        let left = number(0...560)
        // Half of the words stand on common lines and columns, so that grids are found.
        let isAligned = Bool.random(using: &random)
        let x = isAligned ? (left / 80).rounded() * 80 : left
        let top = number(0...780)
        let y = isAligned ? (top / 14).rounded() * 14 : top
        let box = Box(left: x, top: y, right: x + number(1...60), bottom: y + number(5...14))
        content.words.append(
          PlacedWord(
            span: span, box: box, fontSize: number(0...14), rotation: index % 11 == 0 ? UInt8(index & 7) : 0,
            style: index % 29 == 0 ? .hidden : [], spaceBefore: index % 5 != 0))
      }
      for _ in 0..<(words / 6) {
        let x = (number(0...560) / 40).rounded() * 40
        let y = (number(0...780) / 28).rounded() * 28
        let isHorizontal = Bool.random(using: &random)
        content.rulingLines.append(
          RulingLine(
            box: Box(
              left: x, top: y, right: isHorizontal ? x + number(0...400) : x,
              bottom: isHorizontal ? y : y + number(0...400)),
            isHorizontal: isHorizontal))
        content.fills.append(
          PageFill(
            box: Box(left: x, top: y, right: x + number(0...90), bottom: y + number(0...40)),
            colour: Colour(red: 200, green: UInt8.random(in: 0...255, using: &random), blue: 0)))
      }
      document.pages.append(content)
    }
    return document
  }

  @Test(arguments: 0..<40) func everyWordIsPlacedExactlyOnce(seed: Int) {
    let document = document(seed: UInt64(seed), pages: 3, words: 20 + seed * 9, isWild: seed % 2 == 1)
    let given = document.pages.flatMap { page in page.words.map { document.text.string($0.span) } }
    let parsed = Parsed(TableParser().parse(document))
    #expect(letters(parsed.words) == letters(given))
    #expect(parsed.document.pages.isEmpty)
    for table in parsed.tables {
      #expect(table.rowPages.count == table.rowCount)
      #expect(isSound(table))
    }
  }

  /// Whether the cells of a table stand inside it and none covers another.
  private func isSound(_ table: Table) -> Bool {
    var taken = Set<Int>()
    for cell in table.cells {
      for row in cell.row..<(cell.row + cell.rowSpan) {
        for column in cell.column..<(cell.column + cell.columnSpan) {
          guard Int(row) < table.rowCount, Int(column) < table.columnCount, row >= 0, column >= 0,
            taken.insert(Int(row) * table.columnCount + Int(column)).inserted
          else { return false }
        }
      }
    }
    return true
  }

  @Test func spansOutsideOfTheTextAreHarmless() {
    var document = SourceDocument(mediaType: "application/pdf", reader: "test")
    var page = PageContent(number: 1, width: 600, height: 800)
    page.words.append(PlacedWord(span: TextSpan(start: 90, end: 20), box: Box(left: 1, top: 1, right: 9, bottom: 9)))
    page.words.append(PlacedWord(span: TextSpan(start: 5, end: 900), box: Box(left: 20, top: 1, right: 29, bottom: 9)))
    document.pages = [page]
    #expect(Parsed(TableParser().parse(document)).words.isEmpty)
  }

  @Test func aDocumentWithoutPagesComesBackAsItIs() {
    var document = SourceDocument(mediaType: "text/plain", reader: "test")
    if let span = document.text.append("kept") { document.blocks = [.paragraph(Paragraph(span: span))] }
    #expect(Parsed(TableParser().parse(document)).words == ["kept"])
  }

  @Test func ordinaryPagesTakeTimeInProportion() {
    var builder = PageBuilder()
    let columns: [Float] = [40, 80, 300, 420, 560]
    for page in 0..<40 {
      builder.page()
      let rows = (0..<14).map {
        ["\(page).\($0)", "Walk the bounds and note what has moved since spring", "Reeve", "Week \($0)"]
      }
      let edges = builder.rows(rows, columns: columns, y: 60)
      builder.rule(columns: columns, rows: edges)
    }
    let document = builder.document
    var larger = document
    for _ in 0..<7 { larger.pages += document.pages }
    for index in larger.pages.indices { larger.pages[index].number = index + 1 }
    let clock = ContinuousClock()
    _ = TableParser().parse(document)
    let once = clock.measure { _ = TableParser().parse(document) }
    let eight = clock.measure { _ = TableParser().parse(larger) }
    // Eight times the pages; room for a busy machine, not for the 64 of a square.
    #expect(eight < once * 40)
  }

  @Test func hostilePagesEndInTime() {
    var document = SourceDocument(mediaType: "application/pdf", reader: "test")
    guard let span = document.text.append("x") else { return }
    var page = PageContent(number: 1, width: 600, height: 800)
    for index in 0..<20_000 {
      let x = Float(index % 150) * 4
      let y = Float(index / 150) * 6
      page.words.append(PlacedWord(span: span, box: Box(left: x, top: y, right: x + 3, bottom: y + 5), fontSize: 5))
      page.rulingLines.append(RulingLine(box: Box(left: x, top: y, right: x + 4, bottom: y), isHorizontal: true))
      page.rulingLines.append(RulingLine(box: Box(left: x, top: y, right: x, bottom: y + 6), isHorizontal: false))
      page.fills.append(
        PageFill(box: Box(left: x, top: y, right: x + 4, bottom: y + 6), colour: Colour(red: 1, green: 2, blue: 3)))
    }
    document.pages = [page]
    let clock = ContinuousClock()
    let time = clock.measure { #expect(Parsed(TableParser().parse(document)).words.count >= 1) }
    #expect(time < .seconds(60))
  }
}
