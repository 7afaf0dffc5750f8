// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads what stands outside of tables: paragraphs and list items, column by column.
struct ProseReader {
  var maker: ParagraphMaker
  var sizes: HeadingSizes

  func elements(_ found: TableFinder.Part, tables tableBoxes: [Box]) -> [PageElement] {
    let text = found.text
    guard !found.prose.isEmpty else { return [] }
    var elements: [PageElement] = []
    let level = found.prose.filter { $0 < text.levelLines }
    var right = level.map { text.lines[$0].right }.max() ?? 0
    if text.isCharacterGrid {
      // A few short lines above a wide table say nothing of where lines are wrapped: even large letters reach further.
      right = max(right, 0.42 * (text.lines.prefix(text.levelLines).map(\.right).max() ?? 0))
    }
    var inColumns = [Int: Int]()
    for (number, block) in found.columns.enumerated() {
      guard isColumns(block, text: text) else { continue }
      for line in block.lines where inColumns[line] == nil { inColumns[line] = number }
    }
    var group: [TextLine] = []
    func flush() {
      guard !group.isEmpty else { return }
      append(group, right: right, to: &elements)
      group = []
    }
    var index = 0
    while index < level.count {
      let number = level[index]
      if let block = inColumns[number] {
        flush()
        var end = index
        while end < level.count, inColumns[level[end]] == block { end += 1 }
        appendColumns(found.columns[block], lines: Array(level[index..<end]), text: text, to: &elements)
        index = end
        continue
      }
      let line = text.lines[number]
      let next = TextLine(
        words: Array(line.words), left: line.left, top: line.top, right: line.right, bottom: line.bottom)
      if let last = group.last {
        let isParted = tableBoxes.contains { $0.top > last.top && $0.bottom < next.bottom }
        if isParted { flush() }
      }
      group.append(next)
      index += 1
    }
    flush()
    for number in found.prose where number >= text.levelLines {
      let line = text.lines[number]
      append(
        [TextLine(words: Array(line.words), left: line.left, top: line.top, right: line.right, bottom: line.bottom)],
        right: line.right, to: &elements)
    }
    return elements
  }

  private func append(_ lines: [TextLine], right: Float, to elements: inout [PageElement]) {
    let left = lines.map(\.left).min() ?? 0
    for draft in maker.paragraphs(ofLines: lines, left: left, right: right) {
      elements.append(
        PageElement(box: draft.location.box ?? Box(left: 0, top: 0, right: 0, bottom: 0), blocks: [labelled(draft)]))
    }
  }

  /// What a paragraph is: a heading, a line of a table of contents, or text.
  private func labelled(_ draft: Draft) -> DraftBlock {
    var draft = draft
    if draft.isContentsLine { return .furniture(.contents, draft) }
    draft.fill = fill(behind: draft)
    if let level = sizes.level(of: draft) {
      draft.level = level
      return .heading(draft)
    }
    return .paragraph(draft)
  }

  /// The colour of the topmost fill behind a paragraph, nil for white and for backgrounds of the page.
  private func fill(behind draft: Draft) -> Colour? {
    guard let box = draft.location.box else { return nil }
    let x = (box.left + box.right) / 2
    let y = (box.top + box.bottom) / 2
    let page = maker.page
    for fill in page.fills.suffix(2000).reversed() {
      guard fill.box.left <= x, fill.box.right >= x, fill.box.top <= y, fill.box.bottom >= y else { continue }
      let isBackground = fill.box.width > 0.9 * page.width && fill.box.height > 0.6 * page.height
      return isBackground || fill.colour == Colour.white ? nil : fill.colour
    }
    return nil
  }

  /// Whether lines are running text in columns: full on both sides of their gutters.
  private func isColumns(_ block: TextBlock, text: PageText) -> Bool {
    let gutters = block.gutters.filter { $0.support * 2 > block.lines.count && $0.support > 3 }
    guard let first = gutters.first, let left = block.lines.map({ text.lines[$0].left }).min() else { return false }
    // A column of numbers or marks belongs to the list on its right.
    return first.left - left > 6 * text.em
  }

  private func appendColumns(_ block: TextBlock, lines: [Int], text: PageText, to elements: inout [PageElement]) {
    let gutters = block.gutters.filter { $0.support * 2 > block.lines.count && $0.support > 3 }
    let left = lines.map { text.lines[$0].left }.min() ?? 0
    let right = lines.map { text.lines[$0].right }.max() ?? 0
    let edges = [left - 1] + gutters.map(\.middle) + [right + 1]
    let dealt = text.fragments(ofLines: lines, edges: edges, gutters: gutters, bands: block.bands)
    var columns = [[TextLine]](repeating: [], count: edges.count - 1)
    for line in dealt {
      for fragment in line.fragments {
        columns[min(fragment.column, columns.count - 1)].append(
          TextLine(
            words: Array(fragment.words), left: fragment.left, top: fragment.top, right: fragment.right,
            bottom: fragment.bottom))
      }
    }
    for column in columns where !column.isEmpty {
      let right = column.map(\.right).max() ?? 0
      let inner = column.map(\.left).min() ?? 0
      var box = Box(left: inner, top: .infinity, right: right, bottom: -.infinity)
      for line in column {
        box.top = min(box.top, line.top)
        box.bottom = max(box.bottom, line.bottom)
      }
      let drafts = maker.paragraphs(ofLines: column, left: inner, right: right)
      elements.append(PageElement(box: box, blocks: drafts.map { labelled($0) }))
    }
  }
}
