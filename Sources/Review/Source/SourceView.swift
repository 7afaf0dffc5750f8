// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import HTMLPages

/// The left half of the page: the source, with a mark for each paragraph.
struct SourceView {
  let document: SourceDocument
  /// The document before its pages were read into blocks; empty of pages for formats that have none.
  let drawn: SourceDocument
  let places: SourcePlaces
  let uses: [PlacedRecords.Use]

  /// The source as HTML.
  func write(to html: inout String) {
    if drawn.pages.isEmpty { writeBlocks(to: &html) } else { writePages(to: &html) }
  }

  // MARK: Pages

  private func writePages(to html: inout String) {
    var byPage: [Int: [Int]] = [:]
    for (index, place) in places.places.enumerated() {
      if let page = place.location.page, place.location.box != nil { byPage[page, default: []].append(index) }
    }
    let isMonospaced = drawn.reader == "text/layout"
    for page in drawn.pages {
      let t = SourceFigures.tenths
      html += "<figure class=\"sheet\" id=\"page\(page.number)\"><figcaption>Page \(page.number)"
      html += page.isRecognised ? ", recognised by OCR" : ""
      html += "</figcaption>\n<svg viewBox=\"0 0 \(t(page.width)) \(t(page.height))\" role=\"group\""
      html += " aria-label=\"Page \(page.number) of the source\""
      html += isMonospaced ? " class=\"mono\">\n" : ">\n"
      html += "<rect class=\"paper\" width=\"\(t(page.width))\" height=\"\(t(page.height))\"/>\n"
      PageDrawing(page: page, text: drawn.text, isMonospaced: isMonospaced).write(to: &html)
      for index in byPage[page.number] ?? [] {
        guard let box = places.places[index].location.box else { continue }
        html += "<rect\(attributes(index)) \(box.rectAttributes)/>\n"
      }
      html += "</svg></figure>\n"
    }
  }

  private func attributes(_ index: Int) -> String {
    " id=\"p\(index)\" class=\"place \(uses[index].rawValue)\""
  }

  // MARK: Blocks

  private func writeBlocks(to html: inout String) {
    html += "<div class=\"blocks\">\n"
    var breaks = 1
    var table = 0
    for (number, block) in document.blocks.enumerated() {
      let first = places.firstOfBlock[number]
      switch block {
      case .heading(let level, let paragraph):
        let rank = min(6, max(3, level + 3))
        write(paragraph, first, as: "h\(rank)", to: &html)
      case .paragraph(let paragraph): write(paragraph, first, as: "p", to: &html)
      case .furniture(_, let paragraph): write(paragraph, first, as: "p", to: &html)
      case .pageBreak:
        breaks += 1
        html += "<hr>\n"
      case .table(let content):
        table += 1
        write(content, number: table, first, to: &html)
      }
    }
    html += "</div>\n"
  }

  private func write(_ paragraph: Paragraph, _ index: Int, as tag: String, to html: inout String) {
    html += "<\(tag)\(attributes(index))"
    if paragraph.level > 0 { html += " data-level=\"\(min(6, paragraph.level))\"" }
    html += ">"
    if let line = paragraph.location.line, places.places[index].table == 0 {
      html += "<span class=\"line\" aria-hidden=\"true\">\(line)</span>"
    }
    if paragraph.marker == .bullet { html += "<span class=\"bullet\">• </span>" }
    html += "\(document.text.string(paragraph.span).htmlEscaped)</\(tag)>\n"
  }

  private func write(_ table: Table, number: Int, _ first: Int, to html: inout String) {
    html += "<div class=\"scroll\"><table><caption>Table \(number)"
    if let sheet = table.sheet { html += ", sheet \(sheet.htmlEscaped)" }
    html += "</caption>\n"
    var next = 0
    var place = first
    // For each column, the row below the last cell in it: a cell may reach down over rows.
    var reach = [Int](repeating: 0, count: max(0, table.columnCount))
    for row in 0..<max(0, table.rowCount) {
      html += "<tr><th scope=\"row\" class=\"number\">\(row + 1)</th>"
      var column = 0
      while next < table.cells.count, table.cells[next].row <= row {
        let cell = table.cells[next]
        next += 1
        // A place that no cell covers is an empty one; without it the cells behind it would slip to the left.
        while column < Int(cell.column) {
          if column >= reach.count || reach[column] <= row { html += "<td></td>" }
          column += 1
        }
        column = max(column, Int(cell.column + cell.columnSpan))
        for covered in Int(cell.column)..<Int(cell.column + cell.columnSpan) where covered < reach.count {
          reach[covered] = Int(cell.row + cell.rowSpan)
        }
        html += "<td"
        if cell.rowSpan > 1 { html += " rowspan=\"\(cell.rowSpan)\"" }
        if cell.columnSpan > 1 { html += " colspan=\"\(cell.columnSpan)\"" }
        if let fill = cell.fill {
          html += " style=\"background:\(fill.hexadecimal);color:\(SourceFigures.isDark(fill) ? "#fff" : "#000")\""
        }
        html += ">"
        for paragraph in cell.paragraphs {
          write(paragraph, place, as: "p", to: &html)
          place += 1
        }
        html += "</td>"
      }
      html += "</tr>\n"
    }
    html += "</table></div>\n"
  }
}
