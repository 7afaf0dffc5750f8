// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A paragraph of the source, which the page can show and mark.
struct SourcePlace: Sendable {
  /// The paragraph's words, numbered: see ``SourcePlaces/tokens``.
  var tokens: Range<Int>
  /// Where it stands.
  var location: Location
  /// Number of its table in the document, from 1; 0 for none.
  var table = 0
  /// Rows that its cell covers, from 1.
  var rows: ClosedRange<Int> = 0...0
  /// Column of its cell, from 1.
  var column = 0
  /// Whether the document's reader took it for a frame.
  var isFurniture = false
}

/// The paragraphs of a document in reading order, with their words as numbers, so that values can be found among them.
struct SourcePlaces {
  private(set) var places: [SourcePlace] = []
  /// The words of all places, end to end; equal words have equal numbers.
  private(set) var tokens: [Int32] = []
  private var numbers: [String: Int32] = [:]
  /// The first place of each block of the document, in the order of the blocks; the count where a block has none.
  private(set) var firstOfBlock: [Int] = []
  /// The places of each table, from table 1.
  private(set) var tables: [Range<Int>] = []

  init(_ document: SourceDocument) {
    for block in document.blocks {
      firstOfBlock.append(places.count)
      switch block {
      case .heading(_, let paragraph), .paragraph(let paragraph): add(paragraph, document.text)
      case .furniture(_, let paragraph):
        add(paragraph, document.text)
        places[places.count - 1].isFurniture = true
      case .table(let table): add(table, document.text)
      case .pageBreak: break
      }
    }
  }

  private mutating func add(_ table: Table, _ text: TextStore) {
    let start = places.count
    let number = tables.count + 1
    for cell in table.cells {
      for paragraph in cell.paragraphs {
        add(paragraph, text)
        let index = places.count - 1
        places[index].table = number
        places[index].rows = Int(cell.row) + 1...Int(cell.row + max(1, cell.rowSpan))
        places[index].column = Int(cell.column) + 1
        if places[index].location.box == nil {
          places[index].location.box = cell.location.box
          places[index].location.page = places[index].location.page ?? cell.location.page
        }
      }
    }
    tables.append(start..<places.count)
  }

  private mutating func add(_ paragraph: Paragraph, _ text: TextStore) {
    let start = tokens.count
    for word in SourcePlaces.words(of: text.string(paragraph.span)) {
      if let number = numbers[word] {
        tokens.append(number)
      } else {
        let number = Int32(numbers.count)
        numbers[word] = number
        tokens.append(number)
      }
    }
    places.append(SourcePlace(tokens: start..<tokens.count, location: paragraph.location))
  }

  /// The numbers of a text's words; nil where one of them is not in the document at all.
  func numbers(of text: String) -> [Int32]? {
    var found: [Int32] = []
    for word in SourcePlaces.words(of: text) {
      guard let number = numbers[word] else { return nil }
      found.append(number)
    }
    return found
  }

  /// The words of a text: runs of letters, digits and everything beyond ASCII.
  static func words(of text: String) -> [String] {
    text.utf8.split { !isWordByte($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
