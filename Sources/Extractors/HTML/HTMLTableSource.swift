// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Finds the rows and cells of one table in the tree, and tells whether it is a table at all.
struct HTMLTableSource {
  let tree: HTMLTree
  let page: HTMLPage
  private(set) var rows: [HTMLReader.RowSource] = []
  private(set) var captions: [Int32] = []
  /// Text and elements between rows, where nothing should stand.
  private(set) var strays: [Int32] = []
  private(set) var hiddenWords = 0
  private var footRows: [HTMLReader.RowSource] = []
  private var groups = 0

  init(page: HTMLPage) {
    self.page = page
    tree = page.tree
  }

  /// Collects the rows of a table; those of its foot come last, wherever they stand.
  mutating func collect(_ table: Int32) {
    collect(below: table, group: 0, isHead: false, isFoot: false, fill: nil)
    rows += footRows
  }

  private mutating func collect(below node: Int32, group: Int, isHead: Bool, isFoot: Bool, fill: Colour?) {
    var child = tree[node].firstChild
    // Cells without a row of their own share one.
    var impliedRow: Int?
    while child >= 0 {
      defer { child = tree[child].next }
      let element = tree[child]
      if element.tag == .text {
        if tree.weights[Int(child)] > 0 { strays.append(child) }
        continue
      }
      if element.tag.isOpaque || element.tag == .col || element.tag == .colgroup { continue }
      let declarations = page.declarations(for: child)
      if page.isHidden(child, declarations) {
        hiddenWords += HTMLReader.wordCount(tree.text(below: child))
        continue
      }
      let tag = page.effectiveTag(child, declarations)
      let background = page.background(of: child, declarations)
      let ownFill = background.map { $0.visible } ?? fill
      if tag != .td && tag != .th { impliedRow = nil }
      switch tag {
      case .caption: captions.append(child)
      case .thead, .tbody, .tfoot:
        groups += 1
        collect(
          below: child, group: groups, isHead: tag == .thead, isFoot: isFoot || tag == .tfoot, fill: ownFill)
      case .tr:
        var row = HTMLReader.RowSource(group: group, isHead: isHead, fill: ownFill, line: element.line)
        collectCells(below: child, into: &row)
        if isFoot { footRows.append(row) } else { rows.append(row) }
      case .td, .th:
        if let impliedRow, impliedRow < rows.count {
          rows[impliedRow].cells.append(child)
        } else {
          impliedRow = rows.count
          rows.append(
            HTMLReader.RowSource(cells: [child], group: group, isHead: isHead, fill: fill, line: element.line))
        }
      case .table: strays.append(child)
      default:
        // Forms and wrappers around rows are passed through; anything else is content in the wrong place.
        if tree.contains(below: child, where: { $0 == .tr || $0 == .td || $0 == .th }) || tag == .form {
          collect(below: child, group: group, isHead: isHead, isFoot: isFoot, fill: fill)
        } else {
          strays.append(child)
        }
      }
    }
  }

  private mutating func collectCells(below node: Int32, into row: inout HTMLReader.RowSource) {
    var child = tree[node].firstChild
    while child >= 0 {
      defer { child = tree[child].next }
      if tree[child].tag == .text {
        if tree.weights[Int(child)] > 0 { strays.append(child) }
        continue
      }
      if tree[child].tag.isOpaque { continue }
      let declarations = page.declarations(for: child)
      if page.isHidden(child, declarations) {
        hiddenWords += HTMLReader.wordCount(tree.text(below: child))
        continue
      }
      switch page.effectiveTag(child, declarations) {
      case .td, .th: row.cells.append(child)
      default:
        if tree.contains(below: child, where: { $0 == .td || $0 == .th }) {
          collectCells(below: child, into: &row)
        } else if tree.weights[Int(child)] > 0 {
          strays.append(child)
        }
      }
    }
  }

  /// Whether the table only arranges the page: its cells hold headings and tables, and nothing marks it as data.
  func isLayout(_ table: Int32) -> Bool {
    let count = rows.reduce(0) { $0 + $1.cells.count }
    guard count > 0 else { return true }
    let hasHeaders = rows.contains { row in row.isHead || row.cells.contains { isHeader($0) } }
    guard !hasHeaders, captions.isEmpty else { return false }
    let role = tree.attribute(.role, of: table)?.lowercased()
    func holdsStructure(_ node: Int32) -> Bool {
      tree.contains(below: node) { $0 == .table || ($0.headingLevel ?? 9) <= 3 || $0 == .main || $0 == .article }
    }
    guard holdsStructure(table) else {
      // The role alone is often wrong: three columns are hardly ever a layout.
      return (role == "presentation" || role == "none") && rows.allSatisfy { $0.cells.count < 3 }
    }
    if count == 1 || rows.allSatisfy({ $0.cells.count <= 1 }) { return true }
    if rows.count == 1 { return true }
    let total = Int64(tree.weights[Int(table)])
    return rows.contains { row in
      row.cells.contains { Int64(tree.weights[Int($0)]) * 5 > total * 3 && holdsStructure($0) }
    }
  }

  /// Leading rows that the page itself marks as headers.
  func headerRowCount(of table: Table) -> Int {
    let head = rows.prefix { $0.isHead }.count
    if head > 0, head < rows.count { return head }
    var count = 0
    var isOnlyBand = true
    for row in rows {
      let filled = row.cells.filter { tree.weights[Int($0)] > 0 }
      guard !filled.isEmpty, filled.allSatisfy({ isHeader($0) }) else { break }
      if row.cells.count > 1 { isOnlyBand = false }
      count += 1
    }
    // One cell over the whole width is a title or a band, not the heads of the columns.
    if isOnlyBand, table.columnCount > 1 { return 0 }
    return count < rows.count ? count : 0
  }

  /// The words of the header cells, white space left out.
  var headWords: Set<[UInt8]> {
    var words: Set<[UInt8]> = []
    for row in rows.prefix(3) {
      for cell in row.cells where isHeader(cell) {
        words.insert(HTMLReader.bareWords(tree.text(below: cell, limit: 200)))
      }
    }
    return words
  }

  private func isHeader(_ cell: Int32) -> Bool {
    if tree[cell].tag == .th { return true }
    return tree[cell].attributeCount > 0 && tree.attribute(.role, of: cell) == "columnheader"
  }
}
