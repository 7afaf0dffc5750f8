// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Walks a page's tree in document order and writes its blocks.
///
/// The walk recurses at most ``HTMLTree/maximumDepth`` deep. Text gathers in `pending` until a block begins or ends;
/// then it becomes a paragraph of the cell that is being read, or of the document.
struct HTMLReader {
  /// What an element hands down to everything inside it.
  struct Context {
    var fill: Colour?
    var style: Paragraph.Style = []
    var frame: HTMLFrame.Kind?
    var heading: Int?
    /// Depth of the list, from 0; -1 outside of lists.
    var listLevel = -1
    var isPreformatted = false
    /// Inside `main`, `article` or a cell, where a header belongs to the content.
    var isInContent = false
    /// A line break is a space here: in headings and list items.
    var joinsLines = false
  }

  /// The paragraph that is being gathered.
  struct Run {
    var hasInk = false
    var line: Int32 = 0
    var style: Paragraph.Style = []
    var fill: Colour?
    var hasMixedFill = false
  }

  /// What stands before the next paragraph of a list item.
  struct ItemMark {
    var label: String
    var marker: Paragraph.Marker
    var level: Int
  }

  /// A cell that is being read.
  struct CellInProgress {
    var paragraphs: [Paragraph] = []
    var nestedTables: [Int32] = []
    var alternatives: [String] = []
    var innerFill: Colour?
  }

  let tree: HTMLTree
  let page: HTMLPage
  var document: SourceDocument
  var cells: [CellInProgress] = []
  var pending: [UInt8] = []
  /// Parts of ``pending`` that are struck through.
  var struck: [Range<Int>] = []
  var run = Run()
  var itemMark: ItemMark?
  /// Words of the header cells of the table that is being read.
  var headWords: Set<[UInt8]> = []
  var hiddenWords = 0
  var droppedDeletions = 0
  var frames = 0

  init(tree: HTMLTree, honoursHiding: Bool = true) {
    self.tree = tree
    page = HTMLPage(tree: tree, honoursHiding: honoursHiding)
    document = SourceDocument(mediaType: "text/html", reader: "html")
    document.text.reserve(tree.bytes.count)
  }

  /// Reads the whole tree.
  mutating func read() {
    let context = Context()
    walkChildren(of: HTMLTree.root, context)
    flush(context)
  }

  mutating func walkChildren(of node: Int32, _ context: Context) {
    var child = tree[node].firstChild
    while child >= 0 {
      walk(child, context)
      child = tree[child].next
    }
  }

  mutating func walk(_ node: Int32, _ outer: Context) {
    let element = tree[node]
    if element.tag == .text {
      append(element, outer)
      return
    }
    if element.tag.isOpaque { return }
    let declarations = page.declarations(for: node)
    if page.isHidden(node, declarations) {
      hiddenWords += HTMLReader.wordCount(tree.text(below: node))
      return
    }
    if cells.isEmpty, outer.frame == nil, page.frame.isControl(node, in: tree) {
      setAside(node)
      return
    }
    if handleSpecially(node, element, declarations, outer) { return }

    var inner = outer
    let isBlock = element.tag.isBlock || declarations.display == .block || declarations.display == .row
    if isBlock { flush(outer) }
    apply(declarations, element.tag, node, &inner)
    if cells.isEmpty, inner.frame == nil {
      inner.frame = page.frame.kind(of: node, in: tree, isInContent: inner.isInContent)
    }
    if element.tag == .main || element.tag == .article { inner.isInContent = true }
    if let level = headingLevel(node, element) {
      inner.heading = level
      inner.joinsLines = true
      // A page's own title often stands in its banner.
      if level == 1, element.tag == .h1, inner.frame == .navigation, isOnlyHeadingOfFirstRank { inner.frame = nil }
    }
    if element.tag == .pre || element.tag == .textarea { inner.isPreformatted = true }
    walkChildren(of: node, inner)
    if isBlock { flush(inner) }
    // An empty list paragraph of Word hands its mark to nobody.
    if declarations.wordListLevel != nil { itemMark = nil }
  }

  /// Keeps the words of a toggle or of a text for screen readers apart from the heading that they stand in.
  private mutating func setAside(_ node: Int32) {
    pending.append(0x20)
    let words = tree.text(below: node)
    guard HTMLReader.hasInk(words[...]), let span = words.withUnsafeBufferPointer({ document.text.append(utf8: $0) })
    else { return }
    document.blocks.append(
      .furniture(.navigation, Paragraph(span: span, location: Location(line: Int(tree[node].line)))))
  }

  /// Elements that are more than a stretch of text; false where the common way is right.
  private mutating func handleSpecially(
    _ node: Int32, _ element: HTMLTree.Node, _ declarations: CSSDeclarations, _ outer: Context
  ) -> Bool {
    switch page.effectiveTag(node, declarations) {
    case .br:
      if outer.joinsLines { pending.append(0x20) } else { flush(outer) }
    case .wbr, .input, .link, .meta, .base, .col, .colgroup, .map: break
    case .img:
      if let alternative = tree.attribute(.alt, of: node) { noteAlternative(alternative) }
    case .svg:
      noteAlternative(tree.attribute(.ariaLabel, of: node) ?? "")
      noteAlternative(String(decoding: tree.text(below: node, limit: 200), as: UTF8.self))
    case .iframe, .frame: frames += 1
    case .select: readChoice(node, outer)
    case .del where tree.attribute(.datetime, of: node) != nil || tree.attribute(.cite, of: node) != nil:
      droppedDeletions += 1
    case .a where isFootnoteMark(node): break
    case .span where declarations.isWordListMark, .font where declarations.isWordListMark: readWordListMark(node, outer)
    case .ul, .menu, .dir: readList(node, isOrdered: false, declarations, outer)
    case .ol: readList(node, isOrdered: true, declarations, outer)
    case .dl: readDefinitions(node, declarations, outer)
    case .table: readTable(node, declarations, outer)
    default:
      if tree.attribute(.role, of: node) == "img" { noteAlternative(tree.attribute(.ariaLabel, of: node) ?? "") }
      if !cells.isEmpty, isRepeatedHead(node) { return true }
      // Decorations hidden from screen readers are visible: only marks without a letter or digit are left out.
      if tree.attribute(.ariaHidden, of: node) == "true", cells.isEmpty,
        !HTMLReader.hasLetters(tree.text(below: node, limit: 4000))
      {
        return true
      }
      return false
    }
    return true
  }

  private func apply(_ declarations: CSSDeclarations, _ tag: HTMLTag, _ node: Int32, _ context: inout Context) {
    switch tag {
    case .b, .strong: context.style.insert(.bold)
    case .i, .em, .cite: context.style.insert(.italic)
    case .s, .strike, .del: context.style.insert(.struckThrough)
    case .mark: context.fill = Colour(red: 255, green: 255, blue: 0)
    case .noscript: if cells.isEmpty { context.frame = .navigation }
    default: break
    }
    if let isBold = declarations.isBold { context.style.set(.bold, to: isBold) }
    if let isItalic = declarations.isItalic { context.style.set(.italic, to: isItalic) }
    if declarations.isStruckThrough == true { context.style.insert(.struckThrough) }
    if let level = declarations.wordListLevel { context.listLevel = min(level, 8) }
    let background = page.background(of: node, declarations)
    // The page's own background and that of its large parts say nothing about a paragraph.
    guard let background, !(cells.isEmpty && page.isLarge(node)) else { return }
    if case .colour = background { context.fill = background.visible }
  }

  private func headingLevel(_ node: Int32, _ element: HTMLTree.Node) -> Int? {
    if let level = element.tag.headingLevel { return level }
    if element.attributeCount > 0, tree.attribute(.role, of: node)?.lowercased() == "heading" {
      return tree.attribute(.ariaLevel, of: node).flatMap { Int($0) }.map { min(max($0, 1), 9) } ?? 2
    }
    guard element.tag == .p, element.classList > 0, let title = tree.classNumbers["msotitle"] else { return nil }
    return tree.classLists[Int(element.classList)].contains(title) ? 0 : nil
  }

  /// Tables for small screens repeat the column's head in each cell, hidden from screen readers and on wide screens.
  private func isRepeatedHead(_ node: Int32) -> Bool {
    guard tree.attribute(.ariaHidden, of: node) == "true", tree.weights[Int(node)] > 0 else { return false }
    return headWords.contains(HTMLReader.bareWords(tree.text(below: node, limit: 200)))
  }

  /// A text without white space and without a colon at its end.
  static func bareWords(_ text: [UInt8]) -> [UInt8] {
    var words = text.filter { $0 > 0x20 && $0 != 0xC2 && $0 != 0xA0 }
    if words.last == 0x3A { words.removeLast() }
    return words
  }

  private var isOnlyHeadingOfFirstRank: Bool {
    var count = 0
    for node in tree.nodes where node.tag == .h1 {
      count += 1
      if count > 1 { return false }
    }
    return true
  }

  private mutating func noteAlternative(_ text: String) {
    guard !cells.isEmpty, text.utf8.contains(where: { $0 > 0x20 }) else { return }
    cells[cells.count - 1].alternatives.append(text)
  }

  /// Of a menu to choose from only the chosen line counts.
  private mutating func readChoice(_ node: Int32, _ context: Context) {
    var stack = Array(tree.children(of: node))
    while let option = stack.popLast() {
      stack.append(contentsOf: tree.children(of: option))
      guard tree[option].tag == .option else { continue }
      if tree.attribute(.selected, of: option) != nil {
        pending.append(0x20)
        walkChildren(of: option, context)
      } else {
        hiddenWords += HTMLReader.wordCount(tree.text(below: option))
      }
    }
  }

  /// `<sup><a href="#fn1">1</a></sup>` and its way back: marks, not text.
  private func isFootnoteMark(_ node: Int32) -> Bool {
    guard tree.weights[Int(node)] <= 6, let target = tree.attribute(.href, of: node), target.hasPrefix("#") else {
      return false
    }
    let text = tree.text(below: node, limit: 40).filter { $0 > 0x20 }
    if !HTMLReader.hasLetters(text) { return !text.isEmpty && !text.contains(0xA3) }
    let parent = tree[tree[node].parent].tag
    if parent == .sup || tree.contains(below: node, where: { $0 == .sup }) { return true }
    let target2 = target.lowercased()
    let pointsToNote = target2.contains("ftn") || target2.contains("footnote") || target2.hasPrefix("#fn")
    return pointsToNote && text.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5B || $0 == 0x5D }
  }

  /// Letters, digits or anything beyond ASCII except arrows and the like.
  static func hasLetters(_ text: [UInt8]) -> Bool {
    text.contains { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) || ($0 >= 0x61 && $0 <= 0x7A) }
  }

  static func wordCount(_ text: [UInt8]) -> Int {
    var count = 0
    var isInside = false
    for byte in text {
      if byte > 0x20 {
        if !isInside { count += 1 }
        isInside = true
      } else {
        isInside = false
      }
    }
    return count
  }
}

extension Paragraph.Style {
  /// Adds or takes away one look.
  mutating func set(_ style: Paragraph.Style, to isOn: Bool) {
    if isOn { insert(style) } else { remove(style) }
  }
}
