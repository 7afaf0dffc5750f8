// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension HTMLReader {
  /// Reads `ul` and `ol`: the number that a browser prints belongs to the text, a bullet does not.
  mutating func readList(_ node: Int32, isOrdered: Bool, _ declarations: CSSDeclarations, _ outer: Context) {
    flush(outer)
    var context = outer
    context.listLevel = min(outer.listLevel + 1, 20)
    context.joinsLines = false
    context.heading = nil
    if cells.isEmpty, context.frame == nil {
      context.frame = page.frame.kind(of: node, in: tree, isInContent: context.isInContent)
    }
    let usual: HTMLListNumbering.Style = isOrdered ? .decimal : .bullet
    let style =
      declarations.listStyle ?? tree.attribute(.type, of: node).flatMap(HTMLListNumbering.Style.init(attribute:))
      ?? usual
    var number = tree.attribute(.start, of: node).flatMap { Int($0) } ?? 1
    number = min(max(number, -1_000_000), 1_000_000)
    var child = tree[node].firstChild
    while child >= 0 {
      defer { child = tree[child].next }
      let declarations = page.declarations(for: child)
      guard tree[child].tag == .li || (tree[child].tag != .text && page.effectiveTag(child, declarations) == .li) else {
        // A list nested without an item of its own, or stray text.
        var inner = context
        inner.listLevel = outer.listLevel
        walk(child, tree[child].tag == .text ? context : tree[child].tag.isBlock ? context : inner)
        continue
      }
      if let value = tree.attribute(.value, of: child).flatMap({ Int($0) }) {
        number = min(max(value, -1_000_000), 1_000_000)
      }
      let own = tree.attribute(.type, of: child).flatMap(HTMLListNumbering.Style.init(attribute:))
      readItem(child, label: HTMLListNumbering.label(number, declarations.listStyle ?? own ?? style), context)
      number += 1
    }
    flush(context)
  }

  private mutating func readItem(_ node: Int32, label: String, _ context: Context) {
    flush(context)
    let outerMark = itemMark
    let level = max(0, context.listLevel)
    if label.isEmpty {
      itemMark = ItemMark(label: outerMark?.label ?? "", marker: outerMark?.marker ?? .bullet, level: level)
    } else {
      itemMark = ItemMark(label: (outerMark?.label ?? "") + label, marker: .number, level: level)
    }
    var inner = context
    inner.joinsLines = true
    walk(itemBody: node, inner)
    flush(inner)
    // An item without text prints a number without meaning.
    itemMark = nil
  }

  private mutating func walk(itemBody node: Int32, _ context: Context) {
    let declarations = page.declarations(for: node)
    if page.isHidden(node, declarations) {
      hiddenWords += HTMLReader.wordCount(tree.text(below: node))
      itemMark = nil
      return
    }
    var inner = context
    if let isBold = declarations.isBold { inner.style.set(.bold, to: isBold) }
    if case .colour? = declarations.background { inner.fill = declarations.background?.visible }
    if cells.isEmpty, inner.frame == nil {
      inner.frame = page.frame.kind(of: node, in: tree, isInContent: inner.isInContent)
    }
    walkChildren(of: node, inner)
    flush(inner)
  }

  /// Word's saved pages print the mark of a list paragraph as text of its own: `1.1` belongs to the text, `·` does not.
  mutating func readWordListMark(_ node: Int32, _ context: Context) {
    let text = tree.text(below: node, limit: 64)
    let label = String(decoding: text.filter { $0 > 0x20 && $0 != 0xC2 && $0 != 0xA0 }, as: UTF8.self)
    let isBullet = label == "o" || label == "\u{FFFD}" || !HTMLReader.hasLetters(text)
    itemMark = ItemMark(
      label: isBullet ? "" : label + " ", marker: isBullet ? .bullet : .number, level: max(0, context.listLevel))
  }

  /// Reads `dl`: terms and what is said of them are a table of two columns.
  mutating func readDefinitions(_ node: Int32, _ declarations: CSSDeclarations, _ outer: Context) {
    flush(outer)
    let isPlain =
      cells.isEmpty && outer.frame == nil
      && !tree.contains(below: node) { $0 == .table || $0.headingLevel != nil || $0 == .dl }
    guard isPlain else {
      walkChildren(of: node, outer)
      flush(outer)
      return
    }
    var rows: [(terms: [Int32], meanings: [Int32])] = []
    var stack = Array(Array(tree.children(of: node)).reversed())
    while let child = stack.popLast() {
      switch tree[child].tag {
      case .dt:
        if rows.isEmpty || !(rows.last?.meanings.isEmpty ?? true) { rows.append(([], [])) }
        rows[rows.count - 1].terms.append(child)
      case .dd:
        if rows.isEmpty { rows.append(([], [])) }
        rows[rows.count - 1].meanings.append(child)
      case .text: append(tree[child], outer)
      default: stack.append(contentsOf: Array(tree.children(of: child)).reversed())
      }
    }
    flush(outer)
    guard rows.contains(where: { !$0.terms.isEmpty && !$0.meanings.isEmpty }) else {
      for row in rows { for child in row.terms + row.meanings { walk(child, outer) } }
      return
    }
    var table = Table(rowCount: rows.count, columnCount: 2, cells: [], location: Location(line: Int(tree[node].line)))
    for (index, row) in rows.enumerated() {
      for (column, nodes) in [row.terms, row.meanings].enumerated() where !nodes.isEmpty {
        table.cells.append(readCell(nodes, row: index, column: column, isHeader: false, fill: nil, outer))
      }
    }
    if table.cells.contains(where: { !$0.paragraphs.isEmpty }) { document.blocks.append(.table(table)) }
  }
}
