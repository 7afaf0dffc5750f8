// SPDX-License-Identifier: GPL-3.0-or-later

import CLibXML2
import Documents

/// Builds an ``HTMLTree`` from the events of libxml2's HTML parser.
///
/// The parser's own tree is not used: it stops at 256 levels, which unclosed `<font>` tags reach, and takes five times
/// the memory. The builder lives behind a pointer that libxml2's callbacks receive: no reference counting and no access
/// checks on the way.
struct HTMLTreeBuilder {
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

  private var tags = XMLNameCache(names: HTMLTreeBuilder.tagNumbers)
  private var attributeNames = XMLNameCache(names: HTMLTreeBuilder.attributeNumbers)

  private enum Capture { case none, styleSheet, title }

  /// Tags by their position in the list of all, plus one.
  private static let tagNumbers = XMLNameNumbers(
    numbers: Dictionary(
      uniqueKeysWithValues: HTMLTag.allCases.enumerated().map { ($0.element.rawValue, UInt16($0.offset + 1)) }),
    prefixes: [:])
  private static let allTags = HTMLTag.allCases
  private static let classNumber: UInt16 = 1
  private static let styleNumber: UInt16 = 2
  /// Attributes by their position in the list of all, plus three.
  private static let attributeNumbers = XMLNameNumbers(
    numbers: Dictionary(
      uniqueKeysWithValues: [("class", classNumber), ("style", styleNumber)]
        + HTMLAttributeName.allCases.enumerated().map { ($0.element.rawValue, UInt16($0.offset + 3)) }), prefixes: [:])
  private static let allAttributes = HTMLAttributeName.allCases

  /// Parses a page.
  ///
  /// - Parameter page: the page in valid UTF-8, without NUL.
  static func parse(_ page: [UInt8]) throws(ExtractionError) -> HTMLTree {
    guard let parser = htmlNewParserCtxt() else {
      throw ExtractionError(
        .unavailable, "The HTML parser could not be started.", advice: "Free some memory and try again.")
    }
    defer { htmlFreeParserCtxt(parser) }
    let pointer = UnsafeMutablePointer<HTMLTreeBuilder>.allocate(capacity: 1)
    pointer.initialize(to: HTMLTreeBuilder())
    defer {
      pointer.deinitialize(count: 1)
      pointer.deallocate()
    }
    pointer.pointee.parser = parser
    pointer.pointee.tree.bytes.reserveCapacity(page.count / 2)
    install(pointer, in: parser)
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
    if pointer.pointee.isTooDeep {
      throw ExtractionError(
        .overLimit, "The page nests more than \(maximumOpenElements) elements in each other.",
        place: "line \(xmlSAX2GetLineNumber(parser))",
        advice: "Open the page in a browser and save it again, or print it to PDF.")
    }
    pointer.pointee.tree.measure()
    return pointer.pointee.tree
  }

  private static func install(_ builder: UnsafeMutablePointer<HTMLTreeBuilder>, in parser: htmlParserCtxtPtr) {
    guard let handler = parser.pointee.sax else { return }
    var events = xmlSAXHandler()
    events.startElement = { context, name, attributes in
      guard let name else { return }
      HTMLTreeBuilder.from(context)?.pointee.start(name, attributes)
    }
    events.endElement = { context, name in
      guard name != nil else { return }
      HTMLTreeBuilder.from(context)?.pointee.end()
    }
    events.characters = { context, text, count in HTMLTreeBuilder.from(context)?.pointee.characters(text, count) }
    events.ignorableWhitespace = events.characters
    events.cdataBlock = events.characters
    handler.pointee = events
    parser.pointee.userData = UnsafeMutableRawPointer(builder)
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLTreeBuilder>? {
    context?.assumingMemoryBound(to: HTMLTreeBuilder.self)
  }

  private mutating func start(
    _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    let number = Int(tags.number(local: name, namespace: nil))
    let tag = number > 0 ? Self.allTags[number - 1] : .other
    guard open.count < HTMLTree.maximumDepth else {
      flattened.append(tag)
      if flattened.count > HTMLTreeBuilder.maximumOpenElements, let parser {
        isTooDeep = true
        xmlStopParser(parser)
      }
      // Rows and cells keep their meaning even there; what matters is that no text is lost.
      let node = element(tag, attributes)
      _ = append(node)
      return
    }
    let node = element(tag, attributes)
    open.append(append(node))
    switch tag {
    case .style: capture = .styleSheet
    // The title of a drawing inside the page is not the page's.
    case .title: capture = tree.title.isEmpty && !open.contains { tree[$0].tag == .svg } ? .title : .none
    default: capture = .none
    }
  }

  private mutating func end() {
    if capture == .styleSheet { tree.styleSheets.append(0x0A) }
    capture = .none
    if flattened.popLast() != nil { return }
    if open.count > 1 { open.removeLast() }
  }

  private mutating func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
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
      HTMLDeclaration.withoutControls(source, into: &tree.bytes)
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

  private mutating func append(_ node: HTMLTree.Node) -> Int32 {
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

  private mutating func element(
    _ tag: HTMLTag, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> HTMLTree.Node {
    var node = HTMLTree.Node(tag: tag, parent: HTMLTree.root, line: line)
    guard let list else { return node }
    node.firstAttribute = Int32(clamping: tree.attributes.count)
    var index = 0
    while let name = list[index] {
      let text = list[index + 1]
      index += 2
      let number = attributeNames.number(local: name, namespace: nil)
      guard number > 0 else { continue }
      let value = text.map { String(cString: $0) } ?? ""
      switch number {
      case Self.classNumber: node.classList = self.number(ofClasses: value)
      case Self.styleNumber: node.style = self.number(ofStyle: value)
      default:
        guard node.attributeCount < 30 else { continue }
        tree.attributes.append(HTMLTree.Attribute(name: Self.allAttributes[Int(number) - 3], value: value))
        node.attributeCount += 1
      }
    }
    return node
  }

  private mutating func number(ofClasses value: String) -> Int32 {
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

  private mutating func number(ofStyle value: String) -> Int32 {
    if let known = styles[value] { return known }
    let number = Int32(clamping: tree.styles.count)
    tree.styles.append(value)
    styles[value] = number
    return number
  }
}
