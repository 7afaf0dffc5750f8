// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What a run, a run style or the defaults say about letters; nil where they say nothing.
struct WordRunProperties: Sendable {
  var bold: Bool?
  var italic: Bool?
  var struck: Bool?
  var hidden: Bool?
  /// Highlight or shading. `.some(nil)` says that there is none.
  var fill: Colour??
  /// Font size in half points.
  var size: Int?
  /// A font whose letters are pictures.
  var symbolFont: SymbolFont?
  /// Identifier of a character style.
  var style: String?
  /// The paragraph mark that the properties belong to is deleted by a tracked change.
  var isDeleted = false

  /// Takes over what `other` says.
  mutating func merge(_ other: WordRunProperties) {
    bold = other.bold ?? bold
    italic = other.italic ?? italic
    struck = other.struck ?? struck
    hidden = other.hidden ?? hidden
    fill = other.fill ?? fill
    size = other.size ?? size
    symbolFont = other.symbolFont ?? symbolFont
  }
}

/// What a paragraph or a paragraph style says about itself; nil where it says nothing.
struct WordParagraphProperties: Sendable {
  /// Identifier of a paragraph style.
  var style: String?
  /// Outline level, 0 to 8; 9 is body text.
  var outlineLevel: Int?
  /// Identifier of the numbering; 0 takes an inherited one away.
  var numbering: Int?
  /// Level in the numbering, from 0.
  var level: Int?
  var fill: Colour??
  var pageBreakBefore: Bool?
  /// Properties of the paragraph mark.
  var mark = WordRunProperties()
  /// The paragraph ends its section, and the next one begins on a new page.
  var endsSection = false

  /// Takes over what `other` says.
  mutating func merge(_ other: WordParagraphProperties) {
    outlineLevel = other.outlineLevel ?? outlineLevel
    numbering = other.numbering ?? numbering
    level = other.level ?? level
    fill = other.fill ?? fill
    pageBreakBefore = other.pageBreakBefore ?? pageBreakBefore
  }
}

typealias WordReader = XMLPullReader<WordName>

extension XMLPullReader where Name == WordName {
  /// The value of a property that is on or off.
  var toggle: Bool {
    withAttribute(.value) { bytes in
      switch bytes.count {
      case 1: bytes[0] != 0x30
      case 3: !(bytes[0] == 0x6F && bytes[1] == 0x66)  // off
      case 5: bytes[0] != 0x66  // false
      default: true
      }
    } ?? true
  }
}

/// Reads property elements: the reader stands at the start of one and afterwards at its end.
struct WordPropertyReader {
  /// The document's theme colours.
  var theme: OfficeTheme

  /// Reads `w:rPr`.
  func runProperties(_ reader: WordReader) throws(ExtractionError) -> WordRunProperties {
    var found = WordRunProperties()
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .bold: found.bold = reader.toggle
      case .italic: found.italic = reader.toggle
      case .strike, .doubleStrike: found.struck = reader.toggle || found.struck == true
      case .vanish: found.hidden = reader.toggle
      case .size: found.size = reader.integer(.value)
      case .runStyle: found.style = reader.attribute(.value)
      case .highlight: found.fill = .some(reader.attribute(.value).flatMap(WordColours.highlight))
      case .shading where found.fill == nil: found.fill = .some(fill(reader))
      case .fonts:
        found.symbolFont = (reader.attribute(.ascii) ?? reader.attribute(.highANSI)).flatMap(SymbolFont.init(family:))
      case .deleted, .movedFrom: found.isDeleted = true
      case .runChange: try reader.skip()
      default: break
      }
    }
    return found
  }

  /// Reads `w:pPr`; `section` is called at a `w:sectPr` and has to read it.
  func paragraphProperties(
    _ reader: WordReader, section: (WordReader) throws(ExtractionError) -> Bool
  ) throws(ExtractionError) -> WordParagraphProperties {
    var found = WordParagraphProperties()
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .paragraphStyle: found.style = reader.attribute(.value)
      case .outlineLevel: found.outlineLevel = reader.integer(.value)
      case .numberingIdentifier, .listIdentifier: found.numbering = reader.integer(.value)
      case .level: found.level = reader.integer(.value)
      case .shading: found.fill = .some(fill(reader))
      case .pageBreakBefore: found.pageBreakBefore = reader.toggle
      case .runProperties: found.mark = try runProperties(reader)
      case .sectionProperties: found.endsSection = try section(reader)
      case .paragraphChange: try reader.skip()
      case .annotation:
        // Word 2003 keeps the properties from before a tracked change here.
        if reader.attribute(.type)?.hasSuffix(".Formatting") == true { try reader.skip() }
      default: break
      }
    }
    return found
  }

  /// The colour that a `w:shd` paints; nil for none, automatic and white.
  func fill(_ reader: WordReader) -> Colour? {
    let pattern = reader.attribute(.value) ?? "clear"
    guard pattern != "nil" else { return nil }
    let ground = colour(
      reader, .fill, theme: .themeFill, tint: .themeFillTint, shade: .themeFillShade)
    let share = WordColours.share(ofPattern: pattern)
    let mixed: Colour?
    if share == 0 {
      mixed = ground
    } else {
      let ink =
        colour(reader, .colour, theme: .themeColour, tint: .themeTint, shade: .themeShade)
        ?? Colour(red: 0, green: 0, blue: 0)
      mixed = WordColours.mix(ink, share: share, over: ground ?? Colour.white)
    }
    return mixed == Colour.white ? nil : mixed
  }

  private func colour(
    _ reader: WordReader, _ direct: WordName, theme name: WordName, tint: WordName, shade: WordName
  ) -> Colour? {
    if let slot = reader.attribute(name), let base = theme.colours[WordColours.schemeName(slot)] {
      if let value = reader.attribute(shade).flatMap({ Int($0, radix: 16) }) {
        return base.withLightness(rounding: .down) { $0 * Double(value) / 255 }
      }
      if let value = reader.attribute(tint).flatMap({ Int($0, radix: 16) }) {
        return base.withLightness(rounding: .down) { $0 * Double(value) / 255 + 1 - Double(value) / 255 }
      }
      return base
    }
    return reader.withAttribute(direct) { Colour(hexadecimalUTF8: $0) } ?? nil
  }
}
