// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The texts of the boxes that float over a sheet.
struct SheetDrawing: Sendable {
  /// A box: the row its top edge is anchored to, from 0, and its paragraphs.
  struct Box: Sendable {
    var row: Int32
    var paragraphs: [String]
  }

  private(set) var boxes: [Box] = []

  /// Reads a drawing part.
  init(part: String, source: any ByteSource, names: XMLNameTable<SheetName>) throws(ExtractionError) {
    let reader = try XMLPullReader(part: part, source: source, names: names)
    var row: Int32 = 0
    var isFrom = false
    while let event = try reader.next() {
      switch (event, reader.name) {
      // What stands there repeats the shape before it for old programs.
      case (.start, .fallback): try reader.skip()
      case (.start, .anchorFrom): isFrom = true
      case (.end, .anchorFrom): isFrom = false
      case (.start, .anchorRow) where isFrom: row = Int32(try reader.textContent()) ?? row
      case (.start, .textBody):
        let paragraphs = try SheetDrawing.paragraphs(reader)
        if paragraphs.contains(where: { $0.utf8.contains { $0 > 0x20 } }) {
          boxes.append(Box(row: row, paragraphs: paragraphs))
        }
      default: break
      }
    }
  }

  private static func paragraphs(_ reader: XMLPullReader<SheetName>) throws(ExtractionError) -> [String] {
    let outer = reader.depth
    var paragraphs: [String] = []
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .drawingParagraph: paragraphs.append("")
      case .drawingBreak where !paragraphs.isEmpty: paragraphs[paragraphs.count - 1] += " "
      case .drawingText where !paragraphs.isEmpty: paragraphs[paragraphs.count - 1] += try reader.textContent()
      default: break
      }
    }
    return paragraphs
  }
}

/// The header or footer that a sheet prints on each page.
enum SheetPageText {
  /// The parts of `&L…&C…&R…` that have words: codes for fonts, page numbers, dates and file names are left out.
  static func parts(_ text: String) -> [(words: String, isPageNumber: Bool)] {
    var parts = [(words: "", isPageNumber: false)]
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "&" else {
        parts[parts.count - 1].words.unicodeScalars.append(scalar)
        continue
      }
      guard let code = scalars.popFirst() else { break }
      switch code {
      case "&": parts[parts.count - 1].words += "&"
      case "L", "C", "R": parts.append(("", false))
      case "P", "N": parts[parts.count - 1].isPageNumber = true
      case "\"":
        while let next = scalars.popFirst(), next != "\"" {}
      case "K": scalars = scalars.dropFirst(6)
      case "0"..."9": scalars = scalars.drop { $0.value >= 0x30 && $0.value <= 0x39 }
      default: break
      }
    }
    return parts.filter { $0.words.utf8.contains { $0 > 0x20 } }
  }
}
