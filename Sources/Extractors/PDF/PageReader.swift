// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads one page after another and remembers what has to be told about them.
struct PageReader {
  /// Numbers, from 1, of pages that could not be read.
  var unreadPages: [Int] = []
  private var cutPages: [Int] = []
  private var pagesWithoutBoxes: [Int] = []
  private var footnoteMarkCount = 0

  /// The content of a page; its words go to `text`.
  mutating func read(_ sheet: borrowing PopplerSheet, number: Int, into text: inout TextStore) -> PageContent {
    let size = sheet.size
    let width = Float(size.width)
    let height = Float(size.height)
    let script = PageScript(of: sheet)
    let drawing = ScriptReader.read(script, width: width, height: height)
    if script.isCut || drawing.isFull { cutPages.append(number) }

    let glyphs = PageGlyphs(of: sheet)
    if !glyphs.hasBoxes { pagesWithoutBoxes.append(number) }
    let found = WordBuilder.words(of: PieceBuilder.pieces(of: glyphs), on: drawing)
    footnoteMarkCount += found.footnoteMarkCount

    var page = PageContent(number: number, width: width, height: height)
    page.words.reserveCapacity(found.words.count)
    for (piece, spaceBefore) in found.words {
      guard let span = piece.text.withUnsafeBufferPointer({ text.append(utf8: $0) }) else { continue }
      page.words.append(
        PlacedWord(
          span: span, box: piece.box, fontSize: piece.fontSize, rotation: piece.frame.rotation, style: piece.style,
          spaceBefore: spaceBefore))
    }
    page.rulingLines = drawing.lines
    page.fills = drawing.fills
    return page
  }

  /// What a person should know about the pages read so far.
  var notices: [Notice] {
    var notices: [Notice] = []
    func add(_ id: String, _ severity: Notice.Severity, _ pages: [Int], _ message: String) {
      guard let first = pages.first else { return }
      notices.append(
        Notice(
          id: id, severity: severity, message: "\(PageNumbers.described(pages)): \(message)",
          location: Location(page: first)))
    }
    add("pages-unread", .warning, unreadPages, "damaged and left out. Save the PDF anew from the program that made it.")
    add(
      "drawing-cut", .warning, cutPages,
      "the page draws more than is read; tables may be found by their text only.")
    add(
      "text-misplaced", .warning, pagesWithoutBoxes,
      "some characters have no place on the page; text behind them may be missing.")
    if footnoteMarkCount > 0 {
      notices.append(
        Notice(
          id: "footnote-marks-dropped", severity: .note,
          message: "\(footnoteMarkCount) raised footnote marks behind words were left out of the text."))
    }
    return notices
  }
}

/// Lists of page numbers in words.
enum PageNumbers {
  /// "Page 3", "Pages 3-5, 9".
  static func described(_ pages: [Int]) -> String {
    var parts: [String] = []
    var start = 0
    while start < pages.count {
      var end = start
      while end + 1 < pages.count, pages[end + 1] == pages[end] + 1 { end += 1 }
      parts.append(end == start ? "\(pages[start])" : "\(pages[start])-\(pages[end])")
      start = end + 1
    }
    if parts.count > 12 { parts = parts.prefix(12) + ["…"] }
    return (pages.count == 1 ? "Page " : "Pages ") + parts.joined(separator: ", ")
  }
}
