// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What a person should know about the reading of a PDF's pages.
struct PageReport {
  /// Numbers, from 1, of pages that could not be read.
  var unread: [Int] = []
  /// Pages that draw more than is kept.
  var cut: [Int] = []
  /// Pages whose lines and fills were left unread.
  var withoutDrawing: [Int] = []
  /// Pages with characters that have no place.
  var withoutBoxes: [Int] = []
  /// Pages with ligatures whose code had its bytes exchanged.
  var withSwappedLigatures: [Int] = []
  /// Scans that were not to be read.
  var unrecognised: [Int] = []
  var footnoteMarkCount = 0
  private var ocrFailures: [(error: ExtractionError?, pages: [Int])] = []

  /// Notes a scan that OCR could not read; no error where there is no OCR at all.
  mutating func ocrFailure(_ page: Int, _ error: ExtractionError?) {
    if let index = ocrFailures.firstIndex(where: { $0.error == error }) {
      ocrFailures[index].pages.append(page)
    } else {
      ocrFailures.append((error, [page]))
    }
  }

  /// The notices, gravest first.
  var notices: [Notice] {
    var notices: [Notice] = []
    func add(_ id: String, _ pages: [Int], _ message: String, _ severity: Notice.Severity = .warning) {
      guard let first = pages.first else { return }
      notices.append(
        Notice(
          id: id, severity: severity, message: "\(PageNumbers.described(pages)): \(message)",
          location: Location(page: first)))
    }
    add("pages-unread", unread, "damaged and left out. Save the PDF anew from the program that made it.")
    for failure in ocrFailures {
      let reason = failure.error.map { "\($0.message). \($0.advice)" } ?? "there is no OCR program in reach."
      add("ocr-unavailable", failure.pages, "scanned, and not read: \(reason)")
    }
    add("pages-scanned", unrecognised, "scanned, and not read, because OCR is switched off. Use --ocr auto.")
    add(
      "drawing-unread", withoutDrawing,
      "lines and fills were left unread, because reading them failed; tables are found by their text only.", .error)
    add("drawing-cut", cut, "more is drawn than could be read; tables may be found by their text only.")
    add("text-misplaced", withoutBoxes, "some characters have no place on the page; text behind them may be missing.")
    add(
      "ligatures-repaired", withSwappedLigatures,
      "letters such as \u{201C}ti\u{201D} and \u{201C}ffi\u{201D} had wrong codes and are written as they are shown.",
      .note)
    if footnoteMarkCount > 0 {
      let marks = footnoteMarkCount == 1 ? "1 raised footnote mark" : "\(footnoteMarkCount) raised footnote marks"
      notices.append(
        Notice(id: "footnote-marks-dropped", severity: .note, message: "\(marks) behind words left out of the text."))
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
