// SPDX-License-Identifier: GPL-3.0-or-later

/// The rules of a page's `<style>` elements whose selectors are made of names, classes and identifiers.
///
/// Rules with pseudo-classes, attribute selectors or sibling combinators are left out: which element they meet depends
/// on states and counts that a document reader has no need for.
struct CSSStyleSheet: Sendable {
  /// Sheets of web frameworks are large; beyond this many rules a page is no document any more.
  static let maximumRules = 50_000

  struct Compound: Sendable {
    var tag: HTMLTag?
    var identifier: String?
    var classes: [Int32] = []
  }

  struct Rule: Sendable {
    /// What the element itself must be.
    var subject: Compound
    /// What must stand above it, from the inside out.
    var ancestors: [Compound]
    var specificity: Int
    var declarations: CSSDeclarations
  }

  private(set) var rules: [Rule] = []
  private(set) var variables: [String: String] = [:]
  private var byClass: [Int32: [Int32]] = [:]
  private var byIdentifier: [String: [Int32]] = [:]
  private var byTag: [HTMLTag: [Int32]] = [:]

  init() {}

  /// Reads style sheets, end to end.
  ///
  /// - Parameter classes: the numbers of the classes that the page uses; rules for other classes cannot meet anything.
  init(_ sheets: [UInt8], classes: [String: Int32]) {
    let text = CSSStyleSheet.withoutComments(sheets)
    var blocks: [(selector: String, body: String)] = []
    CSSStyleSheet.blocks(of: text[...], depth: 0, into: &blocks)
    for block in blocks where block.body.contains("--") {
      for (name, value) in CSSDeclarations.pairs(of: block.body) where name.hasPrefix("--") { variables[name] = value }
    }
    for block in blocks {
      let declarations = CSSDeclarations(block.body, variables: variables)
      guard !declarations.isEmpty else { continue }
      for selector in block.selector.split(separator: ",") {
        guard rules.count < CSSStyleSheet.maximumRules else { return }
        add(selector, declarations, classes)
      }
    }
  }

  /// The rules that may meet an element, by number; they still have to be compared.
  func candidates(tag: HTMLTag, identifier: String?, classes: [Int32]) -> [Int32] {
    var found = byTag[tag] ?? []
    for number in classes { found += byClass[number] ?? [] }
    if let identifier { found += byIdentifier[identifier] ?? [] }
    return found
  }

  private mutating func add(_ selector: Substring, _ declarations: CSSDeclarations, _ classes: [String: Int32]) {
    var compounds: [Compound] = []
    var specificity = 0
    for part in selector.split(whereSeparator: { $0.isWhitespace || $0 == ">" }) {
      guard let compound = CSSStyleSheet.compound(part, classes) else { return }
      specificity += (compound.identifier == nil ? 0 : 1_000_000) + compound.classes.count * 1000
      specificity += compound.tag == nil ? 0 : 1
      compounds.append(compound)
    }
    guard let subject = compounds.popLast() else { return }
    let number = Int32(clamping: rules.count)
    rules.append(
      Rule(
        subject: subject, ancestors: compounds.reversed(), specificity: specificity, declarations: declarations))
    if let identifier = subject.identifier {
      byIdentifier[identifier, default: []].append(number)
    } else if let first = subject.classes.first {
      byClass[first, default: []].append(number)
    } else if let tag = subject.tag {
      byTag[tag, default: []].append(number)
    } else {
      rules.removeLast()  // a rule for every element says nothing about one
    }
  }

  /// `td.red#total`; nil where it has parts that are not looked at, or a class that the page does not use.
  private static func compound(_ text: Substring, _ classes: [String: Int32]) -> Compound? {
    var compound = Compound()
    var rest = text.utf8[...]
    func name(_ bytes: inout Substring.UTF8View.SubSequence) -> String {
      let stop = bytes.firstIndex { $0 == 0x2E || $0 == 0x23 || $0 == 0x3A || $0 == 0x5B } ?? bytes.endIndex
      defer { bytes = bytes[stop...] }
      return String(decoding: bytes[..<stop], as: UTF8.self)
    }
    if let first = rest.first, first != 0x2E, first != 0x23, first != 0x3A, first != 0x5B {
      let element = name(&rest).lowercased()
      if element.contains("+") || element.contains("~") { return nil }
      if element != "*" {
        let tag = HTMLTag(name: element)
        guard tag != .other else { return nil }
        compound.tag = tag
      }
    }
    while let mark = rest.first {
      rest = rest.dropFirst()
      let value = name(&rest)
      switch mark {
      case 0x2E:
        guard let number = classes[value.lowercased()] else { return nil }
        compound.classes.append(number)
      case 0x23: compound.identifier = value
      default: return nil
      }
    }
    return compound
  }

  /// Cuts `selector { … }` blocks out of a sheet; rules inside `@media screen` and the like count, print ones do not.
  private static func blocks(
    of text: ArraySlice<UInt8>, depth: Int, into blocks: inout [(selector: String, body: String)]
  ) {
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case 0x3B: start = index + 1  // @import …;
      case 0x7B:
        var level = 1
        var end = index + 1
        while end < text.endIndex {
          if text[end] == 0x7B { level += 1 } else if text[end] == 0x7D { level -= 1 }
          if level == 0 { break }
          end += 1
        }
        let selector = String(
          decoding: text[start..<index].drop { $0 <= 0x20 || $0 == 0x7D }, as: UTF8.self)
        let body = text[(index + 1)..<end]
        if selector.hasPrefix("@") {
          let head = selector.lowercased()
          let isRead =
            head.hasPrefix("@supports") || head.hasPrefix("@layer")
            || (head.hasPrefix("@media")
              && !head.contains("print") && !head.contains("max-width") && !head.contains("prefers"))
          if isRead, depth < 4 { CSSStyleSheet.blocks(of: body, depth: depth + 1, into: &blocks) }
        } else if blocks.count < maximumRules {
          blocks.append((selector, String(decoding: body, as: UTF8.self)))
        }
        index = min(end, text.endIndex - 1)
        start = index + 1
      default: break
      }
      index += 1
    }
  }

  private static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(sheet.count)
    var index = 0
    while index < sheet.count {
      if sheet[index] == 0x2F, index + 1 < sheet.count, sheet[index + 1] == 0x2A {
        index += 2
        while index < sheet.count, !(sheet[index] == 0x2F && sheet[index - 1] == 0x2A) { index += 1 }
        index += 1
        text.append(0x20)
      } else if sheet[index] == 0x3C, sheet[index...].starts(with: "<!--".utf8) {
        index += 4
      } else if sheet[index] == 0x2D, sheet[index...].starts(with: "-->".utf8) {
        index += 3
      } else {
        text.append(sheet[index])
        index += 1
      }
    }
    return text
  }
}
