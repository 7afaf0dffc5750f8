// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Joins what page breaks have cut, page by page.
///
/// Holds back the last table of a page as long as the next page may go on with it; everything else is passed on at once, so
/// that a document of thousands of pages is never held as drafts.
struct PageJoiner {
  var vocabulary: Vocabulary
  /// The table that may go on.
  private var open: TableDraft?
  /// What stands between the open table and the page to come: footers, page breaks.
  private var between: [DraftBlock] = []
  /// A page that may be the left half of a sheet.
  private var held: [DraftBlock]?
  /// Blocks that are ready to be written.
  private var ready: [DraftBlock] = []

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Takes the next page and gives the blocks that nothing can change any more.
  mutating func add(_ page: [DraftBlock]) -> [DraftBlock] {
    if let left = held {
      if let sheet = TableHalves.joined(left, page) {
        held = sheet
        return []
      }
      pass(left)
    }
    held = page
    return take()
  }

  /// Gives what is left at the end.
  mutating func finish() -> [DraftBlock] {
    if let page = held { pass(page) }
    held = nil
    close()
    return take()
  }

  private mutating func take() -> [DraftBlock] {
    defer { ready = [] }
    return ready
  }

  private mutating func close() {
    if let open { ready.append(.table(open)) }
    open = nil
    ready.append(contentsOf: between)
    between = []
  }

  private mutating func pass(_ page: [DraftBlock]) {
    var blocks = page[...]
    if var table = open {
      // Held once only, so that a long table is not copied for each page.
      open = nil
      // Furniture before the page's own content may stand between the two parts.
      var lead: [DraftBlock] = []
      while let first = blocks.first, first.isFrame {
        lead.append(first)
        blocks.removeFirst()
      }
      // Bands that are repeated with the head stand above it as paragraphs in text without rules.
      var bands: [DraftBlock] = []
      var rest = blocks
      while case .paragraph(let draft)? = rest.first, bands.count < 3, table.repeatsBand(draft) {
        bands.append(.furniture(.runningHeader, draft))
        rest.removeFirst()
      }
      if case .table(let next)? = rest.first, !bands.isEmpty, table.repeats(next) {
        lead += bands
        blocks = rest
        if case .table(var next)? = blocks.first {
          next.opensPage = true
          blocks[blocks.startIndex] = .table(next)
        }
      }
      // A line of its own above a head that comes again may be the title of another part.
      let isTitled = lead.contains { if case .marginal = $0 { !$0.saysContinued } else { false } }
      if case .table(let next)? = blocks.first, next.opensPage, !isTitled || !table.repeats(next),
        let headers = table.append(next, vocabulary: vocabulary)
      {
        blocks.removeFirst()
        between = between.map(\.asFurniture) + lead.map(\.asFurniture) + headers
        open = table
        if blocks.allSatisfy(\.isFrame), next.closesPage {
          between.append(contentsOf: blocks)
          return
        }
        close()
        lead = []
      } else {
        open = table
        close()
      }
      ready.append(contentsOf: lead)
    }
    // The last table, if nothing but frames follows it, stays open.
    var tail = blocks.count
    let list = Array(blocks)
    while tail > 0, list[tail - 1].isFrame { tail -= 1 }
    if tail > 0, case .table(let last) = list[tail - 1], last.closesPage {
      ready.append(contentsOf: list[..<(tail - 1)])
      open = last
      between = Array(list[tail...])
    } else {
      ready.append(contentsOf: list)
    }
  }
}

extension DraftBlock {
  /// Whether it only frames the content: furniture or a page break.
  var isFrame: Bool {
    switch self {
    case .furniture, .marginal, .loose, .pageBreak: true
    default: false
    }
  }

  /// The block as furniture where it stands in the margin.
  var asFurniture: DraftBlock {
    if case .marginal(let kind, let draft) = self { .furniture(kind, draft) } else { self }
  }

  /// Makes a paragraph or heading a line of the margin.
  mutating func moveToMargin(_ kind: Block.FurnitureKind) {
    switch self {
    case .paragraph(let draft), .heading(let draft): self = .marginal(kind, draft)
    default: break
    }
  }

  /// Whether it is a short line that says that something goes on: "Priority 2 (continued)".
  var saysContinued: Bool {
    switch self {
    case .paragraph(let draft), .heading(let draft), .marginal(_, let draft):
      guard draft.lineCount < 3 else { return false }
      let letters = String(decoding: draft.text.suffix(12), as: UTF8.self).lowercased().filter(\.isLetter)
      return letters.hasSuffix("continued") || letters.hasSuffix("contd") || letters.hasSuffix("cont")
    default: return false
    }
  }
}
