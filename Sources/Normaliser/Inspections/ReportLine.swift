// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// A paragraph of a report, in or outside a table, with what is needed to tell its part.
struct ReportLine {
  /// Where in a table the paragraph stands.
  struct Cell: Hashable {
    /// Table in the document, from 1.
    var table: Int
    var row: Int
    var column: Int
    var rowSpan: Int
    var columnSpan: Int
  }

  var paragraph: Paragraph
  var words: String
  var cell: Cell?
  /// Whether a page, section or sheet begins with it.
  var isAfterBreak = false
  var headingLevel: Int?

  var span: TextSpan { paragraph.span }
  var isBullet: Bool { paragraph.marker == .bullet }

  /// Where the line stands.
  var source: Source {
    var place = SourcePlace(paragraph.location)
    if let cell {
      place.table = cell.table
      place.row = cell.row + 1
    }
    return place.source
  }

  /// Whether the sentence goes on behind the line: it does not end with a full stop or another sign that ends one.
  var isOpen: Bool {
    var bytes = Array(words.utf8)[...]
    while let last = bytes.last, ReportLine.closers.contains(last) { bytes = bytes.dropLast() }
    // A typographic quote closes as well: E2 80 99 and E2 80 9D.
    if bytes.count > 3, bytes.suffix(3).first == 0xE2 { bytes = bytes.dropLast(3) }
    return bytes.last.map { !ReportLine.stops.contains($0) } ?? true
  }

  /// Whether the line begins in the middle of a sentence.
  var beginsLower: Bool {
    guard let first = words.utf8.first(where: \.isWordByte) else { return false }
    return (0x61...0x7A).contains(first)
  }

  private static let closers: Set<UInt8> = [UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20]
  private static let stops: Set<UInt8> = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
}

/// All lines of a document in reading order, without those that only frame its pages.
struct ReportLines {
  private(set) var lines: [ReportLine] = []
  /// Running heads, page numbers, rules of marks: what frames the pages.
  private(set) var frames: [(span: TextSpan, kind: String)] = []

  init(_ document: SourceDocument, reading: Reading) {
    var isAfterBreak = false
    var tables = 0
    var known: [ReportLine] = []
    func add(_ paragraph: Paragraph, cell: ReportLine.Cell? = nil, level: Int? = nil) {
      var line = ReportLine(paragraph: paragraph, words: reading.string(paragraph), cell: cell, headingLevel: level)
      line.isAfterBreak = isAfterBreak
      lines.append(line)
      isAfterBreak = false
    }
    for block in document.blocks {
      switch block {
      case .heading(let level, let paragraph): add(paragraph, level: level)
      case .paragraph(let paragraph): add(paragraph)
      case .furniture(let kind, let paragraph):
        frames.append((paragraph.span, kind.rawValue))
        known.append(ReportLine(paragraph: paragraph, words: reading.string(paragraph)))
      case .pageBreak: isAfterBreak = true
      case .table(let table):
        tables += 1
        for cell in table.cells {
          let place = ReportLine.Cell(
            table: tables, row: Int(cell.row), column: Int(cell.column), rowSpan: Int(cell.rowSpan),
            columnSpan: Int(cell.columnSpan))
          for paragraph in cell.paragraphs { add(paragraph, cell: place) }
        }
      }
    }
    takeFrames(known)
  }

  /// Takes out lines that stand on several pages with no other difference than the page's number, and bare numbers.
  ///
  /// - Parameter known: lines that the document's reader took for frames.
  private mutating func takeFrames(_ known: [ReportLine]) {
    var places: [String: [(page: Int, top: Float)]] = [:]
    for line in known + lines where line.cell == nil && line.words.utf8.count <= 200 {
      guard let page = line.paragraph.location.page else { continue }
      let place = (page: page, top: Float(line.paragraph.location.box?.top ?? 0))
      // "…, 2 to 6" ends with the number of its page on one page only.
      for form in Set([line.words, ReportLines.withoutNumber(line.words, page: page)]) {
        places[form, default: []].append(place)
      }
    }
    places = places.filter { Set($0.value.map(\.page)).count >= 3 }
    var kept: [ReportLine] = []
    var carriesBreak = false
    for var line in lines {
      if let kind = ReportLines.frame(line, places) {
        frames.append((line.span, kind))
        carriesBreak = carriesBreak || line.isAfterBreak
        continue
      }
      line.isAfterBreak = line.isAfterBreak || carriesBreak
      carriesBreak = false
      kept.append(line)
    }
    lines = kept
  }

  /// What kind of frame a line is, by the places of lines that recur; nil where it is none.
  private static func frame(_ line: ReportLine, _ places: [String: [(page: Int, top: Float)]]) -> String? {
    guard let page = line.paragraph.location.page else { return nil }
    let bare = withoutNumber(line.words, page: page)
    let same = places[bare] ?? places[line.words] ?? []
    guard line.cell != nil else { return bare.isEmpty ? "page-number" : same.isEmpty ? nil : "running-footer" }
    // A table at a page's foot may have taken the foot in; elsewhere the same words are content.
    let top = Float(line.paragraph.location.box?.top ?? 0)
    return same.contains { abs($0.top - top) < 30 } ? "running-footer" : nil
  }

  /// A line without the number of its page at one end.
  static func withoutNumber(_ words: String, page: Int) -> String {
    var parts = words.split(separator: " ")
    if parts.last.map({ $0 == String(page) }) ?? false {
      parts.removeLast()
    } else if parts.first.map({ $0 == String(page) }) ?? false {
      parts.removeFirst()
    }
    return parts.joined(separator: " ")
  }
}
