// SPDX-License-Identifier: GPL-3.0-or-later

import CLibXML2
import Documents

/// Builds an ``HTMLTree`` from the events of libxml2's HTML parser.
///
/// The parser's own tree is not used: it stops at 256 levels, which unclosed `<font>` tags reach, and takes five times
/// the memory.
final class HTMLTreeBuilder {
  /// Deepest nesting of open tags that the parser's own stack may reach; each end tag costs a search of that stack.
  static let maximumOpenElements = 20_000

  private(set) var tree = HTMLTree()
  private var open: [Int32] = [HTMLTree.root]
  /// Open elements beyond the depth that the tree keeps.
  private var flattened: [HTMLTag] = []
  private var capture = Capture.none
  private var classLists: [String: Int32] = [:]
  private var styles: [String: Int32] = [:]
  private var parser: htmlParserCtxtPtr?
  private(set) var isTooDeep = false

  private enum Capture { case none, styleSheet, title }

  /// Parses a page.
  ///
  /// - Parameter page: the page in valid UTF-8, without NUL.
  static func parse(_ page: [UInt8]) throws(ExtractionError) -> HTMLTree {
    guard let parser = htmlNewParserCtxt() else {
      throw ExtractionError(
        .unavailable, "The HTML parser could not be started.", advice: "Free some memory and try again.")
    }
    defer { htmlFreeParserCtxt(parser) }
    let builder = HTMLTreeBuilder()
    builder.parser = parser
    builder.tree.bytes.reserveCapacity(page.count / 2)
    builder.install(in: parser)
    let options = [
      HTML_PARSE_RECOVER, HTML_PARSE_NONET, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NODEFDTD,
      HTML_PARSE_IGNORE_ENC, HTML_PARSE_COMPACT,
    ].reduce(Int32(0)) { $0 | Int32($1.rawValue) }
    page.withUnsafeBytes { raw in
      let characters = raw.bindMemory(to: CChar.self)
      let unused = htmlCtxtReadMemory(
        parser, characters.baseAddress, Int32(clamping: characters.count), nil, "UTF-8", options)
      if let unused { xmlFreeDoc(unused) }
    }
    if builder.isTooDeep {
      throw ExtractionError(
        .overLimit, "The page nests more than \(maximumOpenElements) elements in each other.",
        place: "line \(xmlSAX2GetLineNumber(parser))",
        advice: "Open the page in a browser and save it again, or print it to PDF.")
    }
    builder.tree.measure()
    return builder.tree
  }

  private func install(in parser: htmlParserCtxtPtr) {
    guard let handler = parser.pointee.sax else { return }
    var events = xmlSAXHandler()
    events.startElement = { context, name, attributes in
      guard let name else { return }
      HTMLTreeBuilder.from(context)?.start(name, attributes)
    }
    events.endElement = { context, name in
      guard name != nil else { return }
      HTMLTreeBuilder.from(context)?.end()
    }
    events.characters = { context, text, count in HTMLTreeBuilder.from(context)?.characters(text, count) }
    events.ignorableWhitespace = events.characters
    events.cdataBlock = events.characters
    handler.pointee = events
    parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> HTMLTreeBuilder? {
    context.map { Unmanaged<HTMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    let tag = HTMLTag(name: String(cString: name))
    guard open.count < HTMLTree.maximumDepth else {
      flattened.append(tag)
      if flattened.count > HTMLTreeBuilder.maximumOpenElements, let parser {
        isTooDeep = true
        xmlStopParser(parser)
      }
      // Rows and cells keep their meaning even there; what matters is that no text is lost.
      _ = append(element(tag, attributes))
      return
    }
    open.append(append(element(tag, attributes)))
    switch tag {
    case .style: capture = .styleSheet
    // The title of a drawing inside the page is not the page's.
    case .title: capture = tree.title.isEmpty && !open.contains { tree[$0].tag == .svg } ? .title : .none
    default: capture = .none
    }
  }

  private func end() {
    if capture == .styleSheet { tree.styleSheets.append(0x0A) }
    capture = .none
    if flattened.popLast() != nil { return }
    if open.count > 1 { open.removeLast() }
  }

  private func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text, count > 0, let parent = open.last else { return }
    let source = UnsafeBufferPointer(start: text, count: Int(count))
    switch capture {
    case .styleSheet:
      tree.styleSheets.append(contentsOf: source)
      return
    case .title:
      tree.title.append(contentsOf: source)
      return
    case .none: break
    }
    let parentTag = flattened.last ?? tree[parent].tag
    guard parentTag != .script, parentTag != .style else { return }
    let start = Int32(clamping: tree.bytes.count)
    if source.contains(0xC2) {
      HTMLEncoding.withoutControls(source, into: &tree.bytes)
    } else {
      tree.bytes.append(contentsOf: source)
    }
    let end = Int32(clamping: tree.bytes.count)
    let last = tree[parent].lastChild
    if flattened.isEmpty, last >= 0, tree[last].tag == .text, tree[last].textEnd == start {
      tree.nodes[Int(last)].textEnd = end
    } else {
      var node = HTMLTree.Node(tag: .text, parent: parent, line: line)
      node.textStart = start
      node.textEnd = end
      _ = append(node)
    }
  }

  private var line: Int32 { Int32(clamping: parser.map { xmlSAX2GetLineNumber($0) } ?? 0) }

  private func append(_ node: HTMLTree.Node) -> Int32 {
    let index = Int32(clamping: tree.nodes.count)
    let parent = open.last ?? HTMLTree.root
    var node = node
    node.parent = parent
    tree.nodes.append(node)
    let previous = tree[parent].lastChild
    if previous >= 0 { tree.nodes[Int(previous)].next = index } else { tree.nodes[Int(parent)].firstChild = index }
    tree.nodes[Int(parent)].lastChild = index
    return index
  }

  private func element(
    _ tag: HTMLTag, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> HTMLTree.Node {
    var node = HTMLTree.Node(tag: tag, parent: HTMLTree.root, line: line)
    guard let list else { return node }
    node.firstAttribute = Int32(clamping: tree.attributes.count)
    var index = 0
    while let name = list[index] {
      let value = list[index + 1].map { String(cString: $0) } ?? ""
      index += 2
      let key = String(cString: name)
      switch key {
      case "class": node.classList = number(ofClasses: value)
      case "style": node.style = number(ofStyle: value)
      default:
        guard let known = HTMLAttributeName(name: key), node.attributeCount < 30 else { continue }
        tree.attributes.append(HTMLTree.Attribute(name: known, value: value))
        node.attributeCount += 1
      }
    }
    return node
  }

  private func number(ofClasses value: String) -> Int32 {
    if let known = classLists[value] { return known }
    var numbers: [Int32] = []
    for name in value.utf8.split(whereSeparator: { $0 <= 0x20 }).prefix(64) {
      let name = (String(name) ?? "").lowercased()
      let number = tree.classNumbers[name] ?? Int32(clamping: tree.classNumbers.count)
      tree.classNumbers[name] = number
      numbers.append(number)
    }
    let number = Int32(clamping: tree.classLists.count)
    tree.classLists.append(numbers)
    classLists[value] = number
    return number
  }

  private func number(ofStyle value: String) -> Int32 {
    if let known = styles[value] { return known }
    let number = Int32(clamping: tree.styles.count)
    tree.styles.append(value)
    styles[value] = number
    return number
  }
}
