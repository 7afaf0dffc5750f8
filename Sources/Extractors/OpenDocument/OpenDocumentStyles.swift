// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// The styles that hold for one part: the common ones, and the automatic ones of the part itself.
struct OpenDocumentStyles {
  /// What the styles of one family say; nil where they say nothing.
  struct Properties: Sendable {
    var bold: Bool?
    var italic: Bool?
    var struck: Bool?
    var hidden: Bool?
    var fontSize: Float?
    /// Background of letters. `.some(nil)` says that there is none.
    var textFill: Colour??
    /// Background of the paragraph.
    var paragraphFill: Colour??
    /// Background of the cell, row or table.
    var cellFill: Colour??
    var breaksBefore: Bool?
    var breaksAfter: Bool?
    /// Column width in twentieths of a point.
    var width: Int?
    var listStyle: String?
    var outlineLevel: Int?
    /// Of the style named "Title", or one that is based on it.
    var isTitle = false
    /// Of an entry of a table of contents.
    var isContents = false

    mutating func merge(_ other: Properties) {
      bold = other.bold ?? bold
      italic = other.italic ?? italic
      struck = other.struck ?? struck
      hidden = other.hidden ?? hidden
      fontSize = other.fontSize ?? fontSize
      textFill = other.textFill ?? textFill
      paragraphFill = other.paragraphFill ?? paragraphFill
      cellFill = other.cellFill ?? cellFill
      breaksBefore = other.breaksBefore ?? breaksBefore
      breaksAfter = other.breaksAfter ?? breaksAfter
      width = other.width ?? width
      listStyle = other.listStyle ?? listStyle
      outlineLevel = other.outlineLevel ?? outlineLevel
      isTitle = isTitle || other.isTitle
      isContents = isContents || other.isContents
    }
  }

  private struct Key: Hashable {
    var family: String
    var name: String
  }

  private struct Definition {
    var parent: String?
    var properties = Properties()
  }

  private var definitions: [Key: Definition] = [:]
  private var defaults: [String: Properties] = [:]
  private var resolvedStyles: [Key: Properties] = [:]
  private(set) var lists: [String: OpenDocumentList] = [:]
  /// Numbering of headings.
  private(set) var outline = OpenDocumentList()

  /// Reads the children of `office:styles` or `office:automatic-styles`, at whose start the reader stands.
  mutating func read(_ reader: OpenDocumentReader) throws(ExtractionError) {
    resolvedStyles.removeAll()
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .style: try readStyle(reader)
      case .defaultStyle:
        let family = reader.attribute(.family) ?? ""
        defaults[family] = try readProperties(reader)
      case .listStyle:
        let name = reader.attribute(.name) ?? ""
        lists[name] = try OpenDocumentList(reader)
      case .outlineStyle: outline = try OpenDocumentList(reader)
      default: break
      }
    }
  }

  private mutating func readStyle(_ reader: OpenDocumentReader) throws(ExtractionError) {
    let key = Key(family: reader.attribute(.family) ?? "", name: reader.attribute(.name) ?? "")
    var definition = Definition(parent: reader.attribute(.parent))
    let name = (reader.attribute(.displayName) ?? key.name).lowercased()
    let (list, level) = (reader.attribute(.listStyleName), reader.integer(.defaultOutlineLevel))
    definition.properties = try readProperties(reader)
    definition.properties.listStyle = list
    definition.properties.outlineLevel = level
    definition.properties.isTitle = key.family == "paragraph" && name == "title"
    definition.properties.isContents =
      key.family == "paragraph" && (name.hasPrefix("contents ") || name.hasPrefix("toc ")) && !name.hasSuffix("heading")
    definitions[key] = definition
  }

  private func readProperties(_ reader: OpenDocumentReader) throws(ExtractionError) -> Properties {
    var found = Properties()
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .textProperties:
        found.bold = reader.attribute(.fontWeight).map { $0 == "bold" || (Int($0) ?? 0) >= 600 }
        found.italic = reader.attribute(.fontStyle).map { $0 != "normal" }
        found.struck = (reader.attribute(.lineThrough) ?? reader.attribute(.lineThroughType)).map { $0 != "none" }
        found.hidden = reader.attribute(.display).map { $0 == "none" }
        found.fontSize = reader.attribute(.fontSize).flatMap(Self.points)
        found.textFill = Self.fill(reader)
      case .paragraphProperties:
        found.paragraphFill = Self.fill(reader)
        found.breaksBefore = reader.attribute(.breakBefore).map { $0 == "page" }
        found.breaksAfter = reader.attribute(.breakAfter).map { $0 == "page" }
      case .cellProperties, .rowProperties: found.cellFill = Self.fill(reader)
      case .tableProperties:
        found.cellFill = Self.fill(reader)
        found.hidden = reader.attribute(.isTableDisplayed).map { $0 == "false" }
      case .columnProperties:
        found.width = reader.attribute(.columnWidth).flatMap(Self.points).map { Int(saturating: $0 * 20) }
      default: break
      }
    }
    return found
  }

  private static func fill(_ reader: OpenDocumentReader) -> Colour?? {
    guard let value = reader.attribute(.background) else { return nil }
    let colour = Colour(hexadecimal: value)
    return .some(colour == Colour.white ? nil : colour)
  }

  /// A length in points; nil for percentages and unknown units.
  static func points(_ text: String) -> Float? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    guard let value = Float(digits), value.isFinite, abs(value) < 1_000_000 else { return nil }
    return switch text.dropFirst(digits.count) {
    case "pt": value
    case "in": value * 72
    case "cm": value * 72 / 2.54
    case "mm": value * 72 / 25.4
    case "pc": value * 12
    case "px": value * 0.75
    default: nil
    }
  }

  /// A style of a family after inheritance.
  mutating func resolved(_ family: String, _ name: String?) -> Properties {
    let key = Key(family: family, name: name ?? "")
    if let known = resolvedStyles[key] { return known }
    var chain: [Definition] = []
    var seen: Set<String> = []
    var next = name
    // A style that is based on itself ends the chain.
    while chain.count < 64, let name = next, let definition = definitions[Key(family: family, name: name)],
      seen.insert(name).inserted
    {
      chain.append(definition)
      next = definition.parent
    }
    // Runs inherit from their paragraph, not from the defaults again.
    var resolved = family == "text" ? Properties() : defaults[family] ?? Properties()
    for definition in chain.reversed() { resolved.merge(definition.properties) }
    resolvedStyles[key] = resolved
    return resolved
  }
}
