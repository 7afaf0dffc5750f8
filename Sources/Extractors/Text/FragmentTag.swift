// SPDX-License-Identifier: GPL-3.0-or-later

/// A tag in a fragment of HTML that an export left in its text.
///
/// Text exports hold `<p>` and `<ul style="…">` beside `<1%`, `a < b` and `<name of the area>`. Only known element names
/// with well-formed attributes are tags; everything else is text, so that no word can vanish as an "attribute".
struct FragmentTag {
  /// What a tag means for the text around it.
  enum Kind {
    /// Ends a paragraph: p, div, headings.
    case block
    /// table.
    case table
    /// tr.
    case row
    /// td.
    case cell
    /// th.
    case headerCell
    /// Ends a line: br, hr.
    case lineBreak
    /// ul, ol, menu, dir.
    case list
    /// li, dt, dd.
    case listItem
    /// b, strong.
    case bold
    /// i, em.
    case italic
    /// s, del, strike.
    case strike
    /// sup.
    case superscript
    /// Changes nothing that a plan could mean: span, a, font.
    case inline
  }

  /// What it means.
  var kind: Kind
  /// Whether it is an end tag.
  var isClosing: Bool
  /// Offset after its `>`.
  var end: Int
  /// Offset after its name.
  private var nameEnd: Int

  /// The tag at `start`, nil where there is none.
  init?(_ source: UnsafeBufferPointer<UInt8>, at start: Int) {
    var index = start + 1
    var isClosing = false
    if index < source.count, source[index] == Byte.slash {
      isClosing = true
      index += 1
    }
    let nameStart = index
    while index < source.count, index - nameStart < 11, source[index].isLetter || source[index].isDigit { index += 1 }
    guard index > nameStart, let kind = FragmentTag.kind(of: source.part(nameStart..<index)),
      let end = FragmentTag.endOfAttributes(source, from: index)
    else { return nil }
    self.kind = kind
    self.isClosing = isClosing
    self.end = end
    nameEnd = index
  }

  /// The number that an attribute gives (`colspan="2"`), nil where there is none.
  func number(_ attribute: StaticString, in source: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = nameEnd
    while index < end, !source.holds(attribute, at: index) { index += 1 }
    index += attribute.utf8CodeUnitCount
    while index < end,
      source[index] == Byte.equals || source[index].isBlank || source[index] == Byte.quote
        || source[index] == Byte.apostrophe
    { index += 1 }
    var value = 0
    let start = index
    while index < end, index - start < 6, source[index].isDigit {
      value = value * 10 + Int(source[index] - 0x30)
      index += 1
    }
    return index > start ? value : nil
  }

  private static func kind(of name: UnsafeBufferPointer<UInt8>) -> Kind? {
    switch MarkupName(lowercasing: name) {
    case "table": .table
    case "tr": .row
    case "td": .cell
    case "th": .headerCell
    case "p", "div", "tbody", "thead", "tfoot", "h1", "h2", "h3", "h4", "h5", "h6",
      "blockquote", "section", "article", "center", "pre", "dl", "caption":
      .block
    case "br", "hr": .lineBreak
    case "ul", "ol", "menu", "dir": .list
    case "li", "dt", "dd": .listItem
    case "b", "strong": .bold
    case "i", "em", "cite": .italic
    case "s", "del", "strike": .strike
    case "sup": .superscript
    case "span", "a", "font", "u", "sub", "small", "big", "mark", "ins", "code", "img", "abbr", "colgroup", "col", "o":
      .inline
    default: nil
    }
  }

  /// Offset after the `>` that ends a tag whose name ends at `start`; nil where what follows is no list of attributes.
  private static func endOfAttributes(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    let count = source.count
    while index < count {
      let afterSpace = skipBlanks(source, from: index)
      guard afterSpace < count else { return nil }
      if source[afterSpace] == Byte.greaterThan { return afterSpace + 1 }
      if source[afterSpace] == Byte.slash, afterSpace + 1 < count, source[afterSpace + 1] == Byte.greaterThan {
        return afterSpace + 2
      }
      guard afterSpace > index else { return nil }
      index = afterSpace
      let nameStart = index
      while index < count,
        source[index].isLetter || source[index].isDigit || source[index] == Byte.hyphen
          || source[index] == Byte.colon
      { index += 1 }
      guard index > nameStart else { return nil }
      index = skipBlanks(source, from: index)
      guard index < count, source[index] == Byte.equals else { return nil }
      index = skipBlanks(source, from: index + 1)
      guard index < count, let afterValue = endOfValue(source, from: index) else { return nil }
      index = afterValue
    }
    return nil
  }

  /// Offset after an attribute's value. A `<` ends the search, which keeps it linear over a text of broken tags.
  private static func endOfValue(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    let first = source[start]
    if first == Byte.quote || first == Byte.apostrophe {
      index += 1
      while index < source.count, source[index] != first {
        if source[index] == Byte.lessThan { return nil }
        index += 1
      }
      return index < source.count ? index + 1 : nil
    }
    // Word processors turn the quotes of a tag into typographic ones.
    if source[start] == 0xE2, start + 2 < source.count, source[start + 1] == 0x80 {
      index += 3
      while index + 2 < source.count, !(source[index] == 0xE2 && source[index + 1] == 0x80 && source[index + 2] > 0x97)
      {
        if source[index] == Byte.lessThan || source[index] == Byte.greaterThan { return nil }
        index += 1
      }
      return index + 2 < source.count ? index + 3 : nil
    }
    while index < source.count, !source[index].isBlank, source[index] != Byte.greaterThan {
      if source[index] == Byte.lessThan { return nil }
      index += 1
    }
    return index > start ? index : nil
  }

  private static func skipBlanks(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < source.count, source[index].isBlank { index += 1 }
    return index
  }
}
