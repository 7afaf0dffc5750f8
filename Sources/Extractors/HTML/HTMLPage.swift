// SPDX-License-Identifier: GPL-3.0-or-later

/// A page's tree together with what its styles and its frame make of each element.
///
/// A class, so that the reader and its helpers share one cache of styles.
final class HTMLPage {
  let tree: HTMLTree
  let frame: HTMLFrame
  /// False for the second reading of a page that would hide most of its text.
  private let honoursHiding: Bool
  private var styles: HTMLStyles

  init(tree: HTMLTree, honoursHiding: Bool) {
    self.tree = tree
    self.honoursHiding = honoursHiding
    frame = HTMLFrame(tree: tree)
    styles = HTMLStyles(tree: tree)
  }

  /// The declarations that hold for an element itself; nothing is inherited.
  func declarations(for node: Int32) -> CSSDeclarations {
    tree[node].tag == .text ? CSSDeclarations() : styles.declarations(for: node, in: tree)
  }

  /// The background of an element itself, by style or by attribute.
  func background(of node: Int32, _ declarations: CSSDeclarations) -> CSSBackground? {
    if let background = declarations.background { return background }
    guard tree[node].attributeCount > 0 else { return nil }
    return tree.attribute(.bgcolor, of: node).flatMap(CSSColour.attribute)
  }

  /// Whether most of the page's words stand in an element: its background is the page's.
  func isLarge(_ node: Int32) -> Bool {
    Int64(tree.weights[Int(node)]) * 2 > Int64(tree.weights[Int(HTMLTree.root)])
  }

  /// The element that a role or the `display` property makes of another one.
  func effectiveTag(_ node: Int32, _ declarations: CSSDeclarations) -> HTMLTag {
    let element = tree[node]
    switch element.tag {
    case .div, .span, .section, .article, .p, .li, .ul, .ol, .a, .form, .other: break
    default: return element.tag
    }
    if element.attributeCount > 0, let role = tree.attribute(.role, of: node) {
      switch role.lowercased() {
      case "table", "grid", "treegrid": return .table
      case "row": return .tr
      case "cell", "gridcell": return .td
      case "columnheader", "rowheader": return .th
      case "rowgroup": return .tbody
      case "list": return element.tag == .ol ? .ol : .ul
      case "listitem": return .li
      default: break
      }
    }
    switch declarations.display {
    case .table: return .table
    case .row: return .tr
    case .cell: return .td
    case .rowGroup: return .tbody
    case .headerGroup: return .thead
    default: return element.tag
    }
  }

  /// Whether an element is hidden for good; tabs and accordions are not.
  func isHidden(_ node: Int32, _ declarations: CSSDeclarations) -> Bool {
    guard honoursHiding else { return false }
    let element = tree[node]
    guard element.tag != .html, element.tag != .body else { return false }
    let isHidden =
      declarations.display == CSSDeclarations.Display.none || declarations.isInvisible == true
      || (element.attributeCount > 0 && tree.attribute(.hidden, of: node) != nil)
    return isHidden && !frame.isFoldedAway(node, in: tree)
  }
}
