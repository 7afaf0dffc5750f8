// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A document's styles with everything that they inherit.
struct WordStyles {
  /// A paragraph style after inheritance. A class, because each paragraph of a document refers to one.
  final class Resolved: Sendable {
    let paragraph: WordParagraphProperties
    let run: WordRunProperties
    /// Heading level: 0 for a title, 1 to 9, nil for no heading.
    let headingLevel: Int?
    /// An entry of a table of contents.
    let isContents: Bool

    init(
      paragraph: WordParagraphProperties = WordParagraphProperties(), run: WordRunProperties = WordRunProperties(),
      headingLevel: Int? = nil, isContents: Bool = false
    ) {
      self.paragraph = paragraph
      self.run = run
      self.headingLevel = headingLevel
      self.isContents = isContents
    }
  }

  /// A style as written.
  struct Definition: Sendable {
    var name = ""
    var basedOn: String?
    var paragraph = WordParagraphProperties()
    var run = WordRunProperties()
    var table = WordTableStyle()
  }

  private var definitions: [String: Definition] = [:]
  private var defaultParagraph = WordParagraphProperties()
  private var defaultRun = WordRunProperties()
  private var defaultParagraphStyle: String?
  private var paragraphStyles: [String: Resolved] = [:]
  private var characterStyles: [String: WordRunProperties] = [:]
  private var tableStyles: [String: WordTableStyle] = [:]

  /// No styles.
  init() {}

  /// Reads `w:styles`, at whose start the reader stands or which is still to come.
  init(_ reader: WordReader, properties: WordPropertyReader) throws(ExtractionError) {
    try self.read(reader, properties: properties, until: nil)
  }

  /// Reads style definitions up to the end of the element at depth `outer`, or of the part.
  mutating func read(
    _ reader: WordReader, properties: WordPropertyReader, until outer: Int?
  ) throws(ExtractionError) {
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .documentDefaults: try readDefaults(reader, properties: properties)
      case .style: try readStyle(reader, properties: properties)
      default: break
      }
    }
  }

  private mutating func readDefaults(
    _ reader: WordReader, properties: WordPropertyReader
  ) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .runProperties: defaultRun = try properties.runProperties(reader)
      case .paragraphProperties: defaultParagraph = try properties.paragraphPropertiesWithoutSection(reader)
      default: break
      }
    }
  }

  private mutating func readStyle(_ reader: WordReader, properties: WordPropertyReader) throws(ExtractionError) {
    guard let identifier = reader.attribute(.styleIdentifier) else { return try reader.skip() }
    let isDefault =
      reader.attribute(.type, is: "paragraph")
      && (reader.attribute(.formDefault).map { $0 == "1" || $0 == "true" || $0 == "on" } ?? false)
    if isDefault { defaultParagraphStyle = identifier }
    var definition = Definition()
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .name: definition.name = Self.plainName(reader.attribute(.value) ?? "")
      case .basedOn: definition.basedOn = reader.attribute(.value)
      case .runProperties: definition.run = try properties.runProperties(reader)
      case .paragraphProperties: definition.paragraph = try properties.paragraphPropertiesWithoutSection(reader)
      case .tableProperties: try definition.table.readProperties(reader)
      case .cellProperties: definition.table.whole.fill = try properties.cellFill(reader) ?? nil
      case .tableStyleProperties: try definition.table.readCondition(reader, properties: properties)
      default: break
      }
    }
    definition.table.whole.bold = definition.run.bold
    definitions[identifier] = definition
  }

  // MARK: Inheritance

  /// The definitions from the root of the inheritance down to the style itself.
  private func chain(_ identifier: String) -> [Definition] {
    var chain: [Definition] = []
    var seen: Set<String> = []
    var next: String? = identifier
    // A style that is based on itself ends the chain; Word allows eleven links.
    while chain.count < 64, let name = next, let definition = definitions[name], seen.insert(name).inserted {
      chain.append(definition)
      next = definition.basedOn
    }
    return chain.reversed()
  }

  /// A paragraph style after inheritance. Nil or an unknown identifier gives the default style.
  mutating func resolved(_ identifier: String?) -> Resolved {
    let key = identifier ?? ""
    if let known = paragraphStyles[key] { return known }
    var (paragraph, run) = (defaultParagraph, defaultRun)
    var headingLevel: Int?
    var isContents = false
    for definition in chain(identifier.flatMap { definitions[$0] == nil ? nil : $0 } ?? defaultParagraphStyle ?? "") {
      paragraph.merge(definition.paragraph)
      run.merge(definition.run)
      headingLevel = Self.headingLevel(ofStyleNamed: definition.name) ?? headingLevel
      isContents =
        definition.name.hasPrefix("toc ") && definition.name != "toc heading" || definition.name == "table of figures"
    }
    if let level = paragraph.outlineLevel, headingLevel != 0 { headingLevel = level < 9 ? max(0, level) + 1 : nil }
    let resolved = Resolved(
      paragraph: paragraph, run: run, headingLevel: isContents ? nil : headingLevel, isContents: isContents)
    paragraphStyles[key] = resolved
    return resolved
  }

  /// What a character style says, without the document's defaults.
  mutating func characterStyle(_ identifier: String) -> WordRunProperties {
    if let known = characterStyles[identifier] { return known }
    var run = WordRunProperties()
    for definition in chain(identifier) { run.merge(definition.run) }
    characterStyles[identifier] = run
    return run
  }

  /// A table style after inheritance.
  mutating func tableStyle(_ identifier: String?) -> WordTableStyle? {
    guard let identifier, definitions[identifier] != nil else { return nil }
    if let known = tableStyles[identifier] { return known }
    var style = WordTableStyle()
    for definition in chain(identifier) { style.merge(definition.table) }
    tableStyles[identifier] = style
    return style
  }

  /// A style's name in lower case. LibreOffice writes a space in it as `_20_` when it exports Word 2003 XML.
  private static func plainName(_ name: String) -> String {
    let parts = name.lowercased().split(separator: "_20_", omittingEmptySubsequences: false)
    return parts.joined(separator: " ")
  }

  /// Word keeps the English names of its own styles in every language.
  private static func headingLevel(ofStyleNamed name: String) -> Int? {
    if name == "title" { return 0 }
    guard name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) else { return nil }
    return level
  }
}

extension WordPropertyReader {
  /// Reads `w:pPr` where no section can end.
  func paragraphPropertiesWithoutSection(_ reader: WordReader) throws(ExtractionError) -> WordParagraphProperties {
    try paragraphProperties(reader) { reader throws(ExtractionError) in
      try reader.skip()
      return false
    }
  }

  /// Reads a `w:tcPr` for its shading: nil where it has none, `.some(nil)` for none, automatic or white.
  func cellFill(_ reader: WordReader) throws(ExtractionError) -> Colour?? {
    var found: Colour??
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      if reader.name == .shading { found = .some(fill(reader)) }
      if reader.name == .cellChange { try reader.skip() }
    }
    return found
  }
}
