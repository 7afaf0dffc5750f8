// SPDX-License-Identifier: GPL-3.0-or-later

/// A web page as a tree of elements and texts, in a few flat arrays: no pointers, no reference counts, and a depth that a
/// recursive walk can rely on.
///
/// Nodes are numbered in document order, so a parent's number is always below its children's.
struct HTMLTree: Sendable {
  /// An element or a stretch of text.
  struct Node: Sendable {
    var tag: HTMLTag
    var parent: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    /// Line of the source, from 1.
    var line: Int32
    /// A text's bytes in ``HTMLTree/bytes``.
    var textStart: Int32 = 0
    var textEnd: Int32 = 0
    /// Number of the element's `class` attribute in ``HTMLTree/classLists``, 0 for none.
    var classList: Int32 = 0
    /// Number of the element's `style` attribute in ``HTMLTree/styles``, 0 for none.
    var style: Int32 = 0
    /// First of the element's other attributes in ``HTMLTree/attributes``.
    var firstAttribute: Int32 = 0
    var attributeCount: UInt8 = 0
  }

  /// An attribute that is neither `class` nor `style`.
  struct Attribute: Sendable {
    var name: HTMLAttributeName
    var value: String
  }

  /// Deeper elements are hung on their ancestor at this depth: real pages stay far below it, and no text is lost.
  static let maximumDepth = 140

  var nodes: [Node] = [Node(tag: .other, parent: -1, line: 1)]
  /// The bytes of all texts, end to end.
  var bytes: [UInt8] = []
  var attributes: [Attribute] = []
  /// The numbers of the classes of each distinct `class` attribute.
  var classLists: [[Int32]] = [[]]
  /// Each distinct `style` attribute.
  var styles: [String] = [""]
  /// Number of each class name, in lower case.
  var classNumbers: [String: Int32] = [:]
  /// Contents of the page's `<style>` elements, in order.
  var styleSheets: [UInt8] = []
  /// The page's `<title>`.
  var title: [UInt8] = []
  /// Bytes of text below each node, white space left out; filled by ``measure()``.
  var weights: [Int32] = []

  /// The root; it is no element itself.
  static let root: Int32 = 0

  subscript(_ node: Int32) -> Node { nodes[Int(node)] }

  /// The value of an attribute, nil where the element has none.
  func attribute(_ name: HTMLAttributeName, of node: Int32) -> String? {
    let element = nodes[Int(node)]
    guard element.attributeCount > 0 else { return nil }
    let first = Int(element.firstAttribute)
    for index in first..<(first + Int(element.attributeCount)) where attributes[index].name == name {
      return attributes[index].value
    }
    return nil
  }

  /// The children of a node, in document order.
  func children(of node: Int32) -> Children { Children(tree: self, current: nodes[Int(node)].firstChild) }

  struct Children: Sequence, IteratorProtocol {
    let tree: HTMLTree
    var current: Int32

    mutating func next() -> Int32? {
      guard current >= 0 else { return nil }
      defer { current = tree.nodes[Int(current)].next }
      return current
    }
  }

  /// The text below a node, as it stands, cut after `limit` bytes.
  func text(below node: Int32, limit: Int = .max) -> [UInt8] {
    var text: [UInt8] = []
    var stack = [node]
    while let node = stack.popLast(), text.count < limit {
      let element = nodes[Int(node)]
      if element.tag == .text {
        text.append(contentsOf: bytes[Int(element.textStart)..<Int(element.textEnd)])
      } else if !element.tag.isOpaque {
        stack.append(contentsOf: Array(children(of: node)).reversed())
      }
    }
    return text
  }

  /// Whether any element below `node` is one that `isWanted` looks for.
  func contains(below node: Int32, where isWanted: (HTMLTag) -> Bool) -> Bool {
    var stack = Array(children(of: node))
    while let node = stack.popLast() {
      if isWanted(nodes[Int(node)].tag) { return true }
      stack.append(contentsOf: children(of: node))
    }
    return false
  }

  /// Counts the text below each node.
  mutating func measure() {
    weights = [Int32](repeating: 0, count: nodes.count)
    for index in stride(from: nodes.count - 1, through: 0, by: -1) {
      let node = nodes[index]
      if node.tag == .text {
        var count: Int32 = 0
        for byte in bytes[Int(node.textStart)..<Int(node.textEnd)] where byte > 0x20 { count += 1 }
        weights[index] = count
      }
      if node.parent >= 0, !node.tag.isOpaque { weights[Int(node.parent)] &+= weights[index] }
    }
  }
}
