// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Tells the parts of a page that only frame its content: menus, banners, breadcrumbs, cookie notices, footers.
struct HTMLFrame: Sendable {
  typealias Kind = Block.FurnitureKind

  private var navigationClasses: Set<Int32> = []
  private var contentsClasses: Set<Int32> = []
  private var openingClasses: Set<Int32> = []
  private var unseenClasses: Set<Int32> = []
  private let total: Int32

  init(tree: HTMLTree) {
    total = tree.weights.first ?? 0
    for (name, number) in tree.classNumbers {
      if HTMLFrame.isNavigation(name) { navigationClasses.insert(number) }
      if HTMLFrame.isContents(name) { contentsClasses.insert(number) }
      if HTMLFrame.opens(name) { openingClasses.insert(number) }
      if HTMLFrame.isUnseen(name) { unseenClasses.insert(number) }
    }
  }

  /// Whether an element only frames the page, and how.
  ///
  /// - Parameter isInContent: whether it stands inside `main`, `article` or a cell, where a header, footer or aside
  ///   belongs to the content.
  func kind(of node: Int32, in tree: HTMLTree, isInContent: Bool) -> Kind? {
    let element = tree[node]
    guard let kind = suspect(node, element, tree, isInContent) else { return nil }
    // What holds most of the page's words frames nothing, whatever it is called.
    let weight = Int64(tree.weights[Int(node)])
    if kind == .navigation, weight * 5 > Int64(total) * 3 { return nil }
    return kind
  }

  /// Whether an element is a toggle or a short text for screen readers alone: no part of what it stands in.
  func isControl(_ node: Int32, in tree: HTMLTree) -> Bool {
    let element = tree[node]
    switch element.tag {
    case .span, .button, .a, .div, .p, .i, .small, .label, .other, .strong, .em: break
    default: return false
    }
    let weight = tree.weights[Int(node)]
    guard weight > 0, weight <= 90 else { return false }
    if tree.classLists[Int(element.classList)].contains(where: { unseenClasses.contains($0) }) {
      return !tree.contains(below: node) { $0.headingLevel != nil || $0 == .li || $0 == .p }
    }
    guard weight <= 32 else { return false }
    var words = ""
    for byte in tree.text(below: node, limit: 64) {
      if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
        words.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      } else if byte <= 0x20, !words.isEmpty, words.utf8.last != 0x20 {
        words += " "
      } else if byte > 0x20 {
        return false
      }
    }
    while words.utf8.last == 0x20 { words.removeLast() }
    return HTMLFrame.controls.contains(words)
  }

  /// What buttons and links of a page say that fold it, print it or go to its top.
  private static let controls: Set<String> = [
    "show", "hide", "show all", "hide all", "show all sections", "hide all sections", "show this section",
    "hide this section", "open all", "close all", "open all sections", "close all sections", "expand", "collapse",
    "expand all", "collapse all", "toggle", "show more", "show less", "read less", "back to top", "print this page",
    "print page", "share this page", "skip to content", "skip to main content", "expand section", "collapse section",
    "open section", "toggle section", "listen", "top of page", "return to top",
  ]

  private static func isUnseen(_ name: String) -> Bool {
    switch name {
    case "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screenreader", "element-invisible",
      "assistive-text", "show-for-sr", "hidden-visually", "u-visually-hidden", "screen-reader-only", "offscreen":
      true
    default: name.hasSuffix("visually-hidden") || name.hasSuffix("visuallyhidden")
    }
  }

  /// Whether a hidden element is a tab, an accordion or the like: a click shows it, so it is part of the document.
  func isFoldedAway(_ node: Int32, in tree: HTMLTree) -> Bool {
    if let role = tree.attribute(.role, of: node), role == "tabpanel" { return true }
    if tree.attribute(.hidden, of: node)?.lowercased() == "until-found" { return true }
    return tree.classLists[Int(tree[node].classList)].contains { openingClasses.contains($0) }
  }

  private func suspect(_ node: Int32, _ element: HTMLTree.Node, _ tree: HTMLTree, _ isInContent: Bool) -> Kind? {
    switch element.tag {
    case .html, .body, .main, .article, .table, .thead, .tbody, .tfoot, .tr, .td, .th, .h1: return nil
    default: break
    }
    let classes = tree.classLists[Int(element.classList)]
    let identifier = element.attributeCount > 0 ? tree.attribute(.id, of: node)?.lowercased() : nil
    let role = element.attributeCount > 0 ? tree.attribute(.role, of: node)?.lowercased() : nil
    if classes.contains(where: { contentsClasses.contains($0) }) || identifier.map(HTMLFrame.isContents) == true
      || role == "doc-toc"
    {
      return .contents
    }
    switch element.tag {
    case .nav: return .navigation
    case .header, .footer, .aside: if !isInContent { return .navigation }
    default: break
    }
    switch role {
    case "navigation", "search", "menu", "menubar", "toolbar": return .navigation
    case "banner", "contentinfo", "complementary": if !isInContent { return .navigation }
    default: break
    }
    // LibreOffice saves the header and footer of a page so.
    if element.tag == .div, element.attributeCount > 0, let title = tree.attribute(.title, of: node) {
      if title == "header" { return .runningHeader }
      if title == "footer" { return .runningFooter }
    }
    let named = classes.contains { navigationClasses.contains($0) } || identifier.map(HTMLFrame.isNavigation) == true
    // A class name alone is weak evidence: a part with a table or a heading of the first rank is content.
    guard named, !tree.contains(below: node, where: { $0 == .table || $0 == .h1 || $0 == .main || $0 == .article })
    else { return nil }
    return .navigation
  }

  private static func isNavigation(_ name: String) -> Bool {
    let parts = [
      "breadcrumb", "cookie", "skip-link", "skiplink", "back-to-top", "backtotop", "last-updated", "lastupdated",
      "page-meta", "related-", "feedback", "helpful", "share-", "sharethis", "-share", "social-", "megamenu",
      "page-rat",
    ]
    if parts.contains(where: name.contains) { return true }
    switch name {
    case "nav", "navbar", "navigation", "menu", "main-menu", "site-header", "site-footer", "page-footer", "sidebar",
      "side-nav", "sidenav", "pagination", "pager", "social", "social-share", "share-links", "skip-to-content",
      "noprint", "no-print", "footer", "topbar", "masthead":
      return true
    default: return false
    }
  }

  private static func isContents(_ name: String) -> Bool {
    switch name {
    case "toc", "table-of-contents", "tableofcontents", "contents-list", "page-contents": true
    default:
      // Word's saved pages: MsoToc1 to MsoToc9.
      name.hasPrefix("msotoc") && name.utf8.count == 7 || name.hasPrefix("table of contents")
    }
  }

  private static func opens(_ name: String) -> Bool {
    name.contains("accordion") || name.contains("collaps") || name.contains("tab-pane") || name.contains("tabpanel")
      || name.contains("tabs__panel") || name.contains("expand") || name.contains("toggle") || name.contains("panel")
  }
}
