// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// How the cells of a workbook look, by the number of their style.
struct SheetStyles: Sendable {
  /// One cell style.
  struct Format: Sendable {
    var number = SheetNumberFormat.general
    var fill: Colour?
    var style: Paragraph.Style = []
    /// Font size in points, 0 where unknown.
    var fontSize: Float = 0
  }

  private struct Font {
    var style: Paragraph.Style = []
    var size: Float = 0
  }

  private(set) var formats: [Format] = [Format()]
  /// Font size of most cells, in points; 0 where unknown.
  private(set) var bodySize: Float = 0

  private var codes: [Int: String] = [:]
  private var fonts: [Font] = []
  private var fills: [SheetColour?] = []
  private var palette: [Int: Colour] = [:]

  init() {}

  /// Reads a workbook's `styles.xml`.
  init(
    part: String, source: any ByteSource, names: XMLNameTable<SheetName>, theme: OfficeTheme
  ) throws(ExtractionError) {
    let reader = try XMLPullReader(part: part, source: source, names: names)
    var rows: [(number: Int, font: Int, fill: Int)] = []
    while let event = try reader.next() {
      guard event == .start else { continue }
      switch reader.name {
      case .numberFormat:
        if let identifier = reader.integer(.numberFormatIdentifier), let code = reader.attribute(.formatCode) {
          codes[identifier] = code
        }
      case .fonts: try readFonts(reader)
      case .fills: try readFills(reader)
      case .cellFormats: try readFormats(reader, into: &rows)
      case .differentialFormats: try reader.skip()
      case .indexedColours: try readPalette(reader)
      default: break
      }
    }
    resolve(rows, theme)
  }

  private mutating func readFonts(_ reader: XMLPullReader<SheetName>) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .font: fonts.append(Font())
      case .bold where !fonts.isEmpty: if reader.isSwitchedOn { fonts[fonts.count - 1].style.insert(.bold) }
      case .italic where !fonts.isEmpty: if reader.isSwitchedOn { fonts[fonts.count - 1].style.insert(.italic) }
      case .strike where !fonts.isEmpty: if reader.isSwitchedOn { fonts[fonts.count - 1].style.insert(.struckThrough) }
      case .size where !fonts.isEmpty:
        fonts[fonts.count - 1].size = reader.attribute(.plainValue).flatMap(Float.init) ?? 0
      default: break
      }
    }
  }

  private mutating func readFills(_ reader: XMLPullReader<SheetName>) throws(ExtractionError) {
    let outer = reader.depth
    var isPainted = false
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .fill:
        fills.append(nil)
        isPainted = false
      case .patternFill:
        let pattern = reader.attribute(.patternType) ?? "none"
        // Thin grey dots are the default second fill of every workbook.
        isPainted = pattern != "none" && pattern != "gray125" && pattern != "gray0625"
      case .gradientFill: isPainted = true
      case .foreground, .colour:
        // Of a gradient the first stop counts.
        if isPainted, !fills.isEmpty, fills[fills.count - 1] == nil { fills[fills.count - 1] = SheetColour(reader) }
      default: break
      }
    }
  }

  private func readFormats(
    _ reader: XMLPullReader<SheetName>, into rows: inout [(number: Int, font: Int, fill: Int)]
  ) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start, reader.name == .format, rows.count < 200_000 else { continue }
      rows.append(
        (
          reader.integer(.numberFormatIdentifier) ?? 0, reader.integer(.fontIdentifier) ?? 0,
          reader.integer(.fillIdentifier) ?? 0
        ))
    }
  }

  private mutating func readPalette(_ reader: XMLPullReader<SheetName>) throws(ExtractionError) {
    let outer = reader.depth
    var index = 0
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start, reader.name == .rgbColour else { continue }
      palette[index] = reader.attribute(.rgb).flatMap(SheetColour.opaque)
      index += 1
    }
  }

  private mutating func resolve(_ rows: [(number: Int, font: Int, fill: Int)], _ theme: OfficeTheme) {
    var numbers: [Int: SheetNumberFormat] = [:]
    bodySize = fonts.first?.size ?? 0
    formats = rows.map { row in
      let number =
        numbers[row.number]
        ?? SheetNumberFormat(codes[row.number] ?? SheetNumberFormat.builtIn(row.number) ?? "General")
      numbers[row.number] = number
      var format = Format(number: number)
      if fonts.indices.contains(row.font) {
        (format.style, format.fontSize) = (fonts[row.font].style, fonts[row.font].size)
      }
      if fills.indices.contains(row.fill), let colour = fills[row.fill]?.resolved(theme, palette),
        colour != Colour.white
      {
        format.fill = colour
      }
      return format
    }
    if formats.isEmpty { formats = [Format()] }
  }
}
