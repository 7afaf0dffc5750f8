// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells what the page's rules and an element's own attributes make of it.
struct HTMLStyles: Sendable {
  private struct Key: Hashable, Sendable {
    var tag: HTMLTag
    var classList: Int32
    var style: Int32
  }

  /// More rules than these are not compared with one element: the last ones win anyway.
  private static let maximumCandidates = 200

  private let sheet: CSSStyleSheet
  private var inline: [Int32: CSSDeclarations] = [:]
  private var cache: [Key: CSSDeclarations] = [:]

  init(tree: HTMLTree) { sheet = CSSStyleSheet(tree.styleSheets, classes: tree.classNumbers) }

  /// The declarations that hold for an element itself; nothing is inherited.
  mutating func declarations(for node: Int32, in tree: HTMLTree) -> CSSDeclarations {
    let element = tree[node]
    let identifier = element.attributeCount > 0 ? tree.attribute(.id, of: node) : nil
    let key = Key(tag: element.tag, classList: element.classList, style: element.style)
    if identifier == nil, let known = cache[key] { return known }
    var isGeneral = identifier == nil
    var result = CSSDeclarations()
    let candidates = sheet.candidates(
      tag: element.tag, identifier: identifier, classes: tree.classLists[Int(element.classList)])
    var matching: [Int32] = []
    for number in candidates.suffix(HTMLStyles.maximumCandidates) {
      let rule = sheet.rules[Int(number)]
      if !rule.ancestors.isEmpty { isGeneral = false }
      if matches(rule, node, identifier, tree) { matching.append(number) }
    }
    matching.sort { first, second in
      let (a, b) = (sheet.rules[Int(first)].specificity, sheet.rules[Int(second)].specificity)
      return a == b ? first < second : a < b
    }
    for number in matching { result.override(with: sheet.rules[Int(number)].declarations) }
    if element.style > 0 { result.override(with: own(element.style, tree)) }
    if isGeneral { cache[key] = result }
    return result
  }

  private mutating func own(_ style: Int32, _ tree: HTMLTree) -> CSSDeclarations {
    if let known = inline[style] { return known }
    let declarations = CSSDeclarations(tree.styles[Int(style)], variables: sheet.variables)
    inline[style] = declarations
    return declarations
  }

  private func matches(_ rule: CSSStyleSheet.Rule, _ node: Int32, _ identifier: String?, _ tree: HTMLTree) -> Bool {
    guard matches(rule.subject, node, identifier, tree) else { return false }
    var current = tree[node].parent
    for ancestor in rule.ancestors {
      while current > 0 {
        let name = ancestor.identifier == nil ? nil : tree.attribute(.id, of: current)
        if matches(ancestor, current, name, tree) { break }
        current = tree[current].parent
      }
      guard current > 0 else { return false }
      current = tree[current].parent
    }
    return true
  }

  private func matches(
    _ compound: CSSStyleSheet.Compound, _ node: Int32, _ identifier: String?, _ tree: HTMLTree
  ) -> Bool {
    let element = tree[node]
    if let tag = compound.tag, tag != element.tag { return false }
    if let wanted = compound.identifier, wanted != identifier { return false }
    guard !compound.classes.isEmpty else { return true }
    let classes = tree.classLists[Int(element.classList)]
    return compound.classes.allSatisfy { classes.contains($0) }
  }
}
