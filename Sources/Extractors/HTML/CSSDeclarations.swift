// SPDX-License-Identifier: GPL-3.0-or-later

/// What a `style` attribute or a rule of a style sheet says, as far as it changes how a page is read.
struct CSSDeclarations: Sendable {
  enum Display: Sendable { case none, block, inline, table, rowGroup, headerGroup, row, cell }

  var background: CSSBackground?
  var display: Display?
  var isInvisible: Bool?
  var isBold: Bool?
  var isItalic: Bool?
  var isStruckThrough: Bool?
  var listStyle: HTMLListNumbering.Style?
  /// `mso-list: Ignore`: Word's saved pages mark so the printed number or bullet of a list paragraph.
  var isWordListMark = false
  /// `mso-list: l0 level2 lfo1`: depth of a list paragraph in Word's saved pages, from 0.
  var wordListLevel: Int?

  var isEmpty: Bool {
    background == nil && display == nil && isInvisible == nil && isBold == nil && isItalic == nil
      && isStruckThrough == nil && listStyle == nil && !isWordListMark && wordListLevel == nil
  }

  /// Takes over what `other` says.
  mutating func override(with other: CSSDeclarations) {
    background = other.background ?? background
    display = other.display ?? display
    isInvisible = other.isInvisible ?? isInvisible
    isBold = other.isBold ?? isBold
    isItalic = other.isItalic ?? isItalic
    isStruckThrough = other.isStruckThrough ?? isStruckThrough
    listStyle = other.listStyle ?? listStyle
    isWordListMark = isWordListMark || other.isWordListMark
    wordListLevel = other.wordListLevel ?? wordListLevel
  }

  init() {}

  /// Reads `name: value; name: value`.
  ///
  /// - Parameter variables: custom properties of the page, by name with the dashes.
  init(_ text: some StringProtocol, variables: [String: String] = [:]) {
    for (name, value) in CSSDeclarations.pairs(of: text) {
      set(name, CSSDeclarations.resolve(value, variables))
    }
  }

  /// The declarations of a block, names in lower case, values trimmed and without `!important`.
  static func pairs(of text: some StringProtocol) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    var depth = 0
    var quote: UInt8?
    // A semicolon inside url(data:…;base64,…) or quotes ends nothing.
    let declarations = text.utf8.split { byte in
      if let open = quote {
        if byte == open { quote = nil }
        return false
      }
      switch byte {
      case 0x22, 0x27: quote = byte
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case 0x3B: return depth <= 0
      default: break
      }
      return false
    }
    for declaration in declarations {
      guard let colon = declaration.firstIndex(of: 0x3A) else { continue }
      let name = trimmed(declaration[..<colon]).lowercased()
      var value = trimmed(declaration[declaration.index(after: colon)...])
      if let mark = value.lastIndex(of: "!"), value[mark...].lowercased().hasSuffix("important") {
        value = trimmed(value[..<mark].utf8)
      }
      pairs.append((name, value))
    }
    return pairs
  }

  private static func trimmed(_ bytes: some Sequence<UInt8>) -> String {
    var bytes = Array(bytes.drop { $0 <= 0x20 })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `var(--name, fallback)` as a whole value becomes what the page says it is.
  private static func resolve(_ value: String, _ variables: [String: String]) -> String {
    var value = value
    // Bounded: a property may refer to itself.
    for _ in 0..<8 {
      guard value.hasPrefix("var("), value.hasSuffix(")") else { return value }
      let inner = value.dropFirst(4).dropLast()
      let name = trimmed(inner.prefix { $0 != "," }.utf8)
      if let known = variables[name] {
        value = known
      } else if let comma = inner.firstIndex(of: ",") {
        value = trimmed(inner[inner.index(after: comma)...].utf8)
      } else {
        return ""
      }
    }
    return value
  }

  private mutating func set(_ name: String, _ value: String) {
    switch name {
    case "background", "background-color":
      // A shorthand without a colour (only an image) leaves the colour transparent: nothing to report.
      if let colour = CSSColour.background(value) { background = colour }
    case "display": display = CSSDeclarations.display(value.lowercased())
    case "visibility": isInvisible = value.lowercased() == "hidden" || value.lowercased() == "collapse"
    case "font-weight":
      let weight = value.lowercased()
      isBold = weight == "bold" || weight == "bolder" || (Int(weight) ?? 0) >= 600
    case "font-style": isItalic = value.lowercased() == "italic" || value.lowercased() == "oblique"
    case "text-decoration", "text-decoration-line": isStruckThrough = value.lowercased().contains("line-through")
    case "list-style", "list-style-type":
      for word in value.lowercased().split(separator: " ") {
        if let style = HTMLListNumbering.Style(css: String(word)) { listStyle = style }
      }
    case "mso-list":
      if value.lowercased() == "ignore" { isWordListMark = true }
      for word in value.lowercased().split(separator: " ") where word.hasPrefix("level") {
        wordListLevel = Int(word.dropFirst(5)).map { max(0, $0 - 1) }
      }
    case "mso-hide": if value.lowercased() == "all" { display = Display.none }
    default: break
    }
  }

  private static func display(_ value: String) -> Display? {
    switch value {
    case "none": Display.none
    case "table", "inline-table": .table
    case "table-row": .row
    case "table-cell": .cell
    case "table-row-group", "table-footer-group": .rowGroup
    case "table-header-group": .headerGroup
    case "block", "flex", "grid", "list-item", "flow-root", "table-caption": .block
    case "inline", "inline-block", "inline-flex", "contents": .inline
    default: nil
    }
  }
}
