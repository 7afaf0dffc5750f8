// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension HTMLReader {
  /// A row of a table as the tree has it.
  struct RowSource {
    var cells: [Int32] = []
    /// Number of its thead, tbody or tfoot: no cell spans beyond it.
    var group = 0
    var isHead = false
    var fill: Colour?
    var line: Int32 = 0
  }

  /// Reads a table, or unwraps one that only lays out the page.
  mutating func readTable(_ node: Int32, _ declarations: CSSDeclarations, _ outer: Context) {
    flush(outer)
    if !cells.isEmpty {
      cells[cells.count - 1].nestedTables.append(node)
      return
    }
    if let mark = itemMark {
      // The number of a list item that begins with a table stands before it.
      itemMark = nil
      if mark.marker == .number {
        pending.append(contentsOf: mark.label.utf8)
        run = Run(hasInk: true, line: tree[node].line)
        flush(outer)
      }
    }
    var source = HTMLTableSource(page: page)
    source.collect(node)
    hiddenWords += source.hiddenWords
    for caption in source.captions { walk(caption, outer) }
    for stray in source.strays {
      walk(stray, outer)
      flush(outer)
    }
    if outer.frame != nil || source.isLayout(node) {
      var context = outer
      context.listLevel = -1
      for row in source.rows {
        for cell in row.cells {
          flush(context)
          walkChildren(of: cell, context)
          flush(context)
        }
      }
      return
    }
    var table = HTMLTableGrid.place(source.rows, in: tree)
    table.location = Location(line: Int(tree[node].line))
    var context = outer
    context.fill = nil
    headWords = source.headWords
    defer { headWords = [] }
    for index in table.cells.indices {
      let place = table.cells[index]
      let row = source.rows[Int(place.row)]
      let child = source.rows[Int(place.row)].cells[place.location.line.map { $0 - 1 } ?? 0]
      let cell = readCell(
        [child], row: Int(place.row), column: Int(place.column), isHeader: tree[child].tag == .th, fill: row.fill,
        context)
      table.cells[index].paragraphs = cell.paragraphs
      table.cells[index].fill = cell.fill
      table.cells[index].location = cell.location
    }
    guard table.cells.contains(where: { !$0.paragraphs.isEmpty || $0.fill != nil }) else { return }
    table.headerRowCount = source.headerRowCount(of: table)
    document.blocks.append(.table(table))
  }

  /// Reads the content of one cell; `nodes` are more than one only for the terms of a definition list.
  mutating func readCell(
    _ nodes: [Int32], row: Int, column: Int, isHeader: Bool, fill rowFill: Colour?, _ outer: Context
  ) -> Table.Cell {
    cells.append(CellInProgress())
    itemMark = nil
    var fill: CSSBackground?
    for node in nodes {
      var context = Context(isInContent: true)
      context.style = outer.style
      if isHeader { context.style.insert(.bold) }
      let declarations = page.declarations(for: node)
      if let isBold = declarations.isBold { context.style.set(.bold, to: isBold) }
      if let isItalic = declarations.isItalic { context.style.set(.italic, to: isItalic) }
      if declarations.isStruckThrough == true { context.style.insert(.struckThrough) }
      fill = fill ?? page.background(of: node, declarations)
      walkChildren(of: node, context)
      flush(context)
      readNestedTables(context)
    }
    let done = cells.removeLast()
    var cell = Table.Cell(
      row: row, column: column, paragraphs: done.paragraphs,
      location: Location(line: nodes.first.map { Int(tree[$0].line) }))
    if cell.paragraphs.isEmpty {
      for text in done.alternatives {
        if let span = document.text.append(text) {
          cell.paragraphs.append(Paragraph(span: span, location: cell.location))
        }
      }
    }
    if case .colour = fill { cell.fill = fill?.visible } else { cell.fill = rowFill }
    if cell.fill == nil { cell.fill = fillOfContent(cell.paragraphs, nodes) }
    return cell
  }

  /// The words of tables inside the cell stand at its end, row by row.
  private mutating func readNestedTables(_ context: Context) {
    while let table = cells.last?.nestedTables.first {
      cells[cells.count - 1].nestedTables.removeFirst()
      var source = HTMLTableSource(page: page)
      source.collect(table)
      hiddenWords += source.hiddenWords
      for node in source.captions + source.strays {
        walk(node, context)
        flush(context)
      }
      for row in source.rows {
        for cell in row.cells {
          walkChildren(of: cell, context)
          flush(context)
        }
      }
    }
  }

  /// A cell whose content is one badge or one coloured block has that block's colour.
  private mutating func fillOfContent(_ paragraphs: [Paragraph], _ nodes: [Int32]) -> Colour? {
    if let first = paragraphs.first {
      guard let fill = first.fill, paragraphs.allSatisfy({ $0.fill == fill }) else { return nil }
      return fill
    }
    var stack = nodes.flatMap { Array(tree.children(of: $0)) }
    var seen = 0
    while let node = stack.popLast(), seen < 50 {
      seen += 1
      guard tree[node].tag != .text else { continue }
      let declarations = page.declarations(for: node)
      if let colour = declarations.background?.visible { return colour }
      if let colour = tree.attribute(.bgcolor, of: node).flatMap(CSSColour.attribute)?.visible { return colour }
      stack.append(contentsOf: tree.children(of: node))
    }
    return nil
  }
}
