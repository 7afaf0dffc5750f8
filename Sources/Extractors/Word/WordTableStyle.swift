// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A table style: fills and bold type for the whole table and for its edges, corners and bands.
struct WordTableStyle: Sendable {
  /// What one part of the table looks like.
  struct Look: Sendable {
    var fill: Colour?
    var bold: Bool?
  }

  /// The conditions, in the order in which later ones win (ECMA-376 part 1, 17.7.6).
  enum Condition: String, CaseIterable, Sendable {
    case band1Vertical = "band1Vert"
    case band2Vertical = "band2Vert"
    case band1Horizontal = "band1Horz"
    case band2Horizontal = "band2Horz"
    case lastColumn = "lastCol"
    case firstColumn = "firstCol"
    case lastRow
    case firstRow
    case southEast = "seCell"
    case southWest = "swCell"
    case northEast = "neCell"
    case northWest = "nwCell"
  }

  /// Which conditions a table asks for (`w:tblLook`).
  struct Options: Sendable {
    var firstRow = true
    var lastRow = false
    var firstColumn = true
    var lastColumn = false
    var horizontalBands = true
    var verticalBands = false

    init() {}

    /// Reads the element at whose start the reader stands: single attributes, or one hexadecimal number.
    init(_ reader: WordReader) {
      if let bits = reader.attribute(.value).flatMap({ Int($0, radix: 16) }) {
        firstRow = bits & 0x20 != 0
        lastRow = bits & 0x40 != 0
        firstColumn = bits & 0x80 != 0
        lastColumn = bits & 0x100 != 0
        horizontalBands = bits & 0x200 == 0
        verticalBands = bits & 0x400 == 0
      }
      func isOn(_ name: WordName) -> Bool? { reader.attribute(name).map { $0 != "0" && $0 != "false" && $0 != "off" } }
      firstRow = isOn(.firstRow) ?? firstRow
      lastRow = isOn(.lastRow) ?? lastRow
      firstColumn = isOn(.firstColumn) ?? firstColumn
      lastColumn = isOn(.lastColumn) ?? lastColumn
      horizontalBands = isOn(.noHorizontalBands).map { !$0 } ?? horizontalBands
      verticalBands = isOn(.noVerticalBands).map { !$0 } ?? verticalBands
    }
  }

  var whole = Look()
  var conditions: [Condition: Look] = [:]
  var rowBandSize: Int?
  var columnBandSize: Int?

  /// Takes over what `other` says.
  mutating func merge(_ other: WordTableStyle) {
    whole.fill = other.whole.fill ?? whole.fill
    whole.bold = other.whole.bold ?? whole.bold
    for (condition, look) in other.conditions {
      conditions[condition, default: Look()].fill = look.fill ?? conditions[condition]?.fill
      conditions[condition, default: Look()].bold = look.bold ?? conditions[condition]?.bold
    }
    rowBandSize = other.rowBandSize ?? rowBandSize
    columnBandSize = other.columnBandSize ?? columnBandSize
  }

  /// Reads a style's `w:tblPr`.
  mutating func readProperties(_ reader: WordReader) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .rowBandSize: rowBandSize = reader.integer(.value)
      case .columnBandSize: columnBandSize = reader.integer(.value)
      default: break
      }
    }
  }

  /// Reads a `w:tblStylePr`.
  mutating func readCondition(_ reader: WordReader, properties: WordPropertyReader) throws(ExtractionError) {
    let type = reader.attribute(.type) ?? ""
    var look = Look()
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .cellProperties: look.fill = try properties.cellFill(reader) ?? nil
      case .runProperties: look.bold = try properties.runProperties(reader).bold
      default: break
      }
    }
    if type == "wholeTable" {
      whole.fill = look.fill ?? whole.fill
      whole.bold = look.bold ?? whole.bold
    } else if let condition = Condition(rawValue: type) {
      conditions[condition] = look
    }
  }

  /// Where a cell stands in its table.
  struct Place {
    var row: Int
    var column: Int
    /// The row and column after its last ones.
    var rowEnd: Int
    var columnEnd: Int
    var rowCount: Int
    var columnCount: Int
  }

  /// The look of a cell under the conditions that hold for its place.
  func look(of place: Place, options: Options) -> Look {
    var look = whole
    guard !conditions.isEmpty else { return look }
    let isFirstRow = options.firstRow && place.row == 0
    let isLastRow = options.lastRow && place.rowEnd == place.rowCount
    let isFirstColumn = options.firstColumn && place.column == 0
    let isLastColumn = options.lastColumn && place.columnEnd == place.columnCount
    // Bands are counted without the first row and column where those are special.
    let rowBand = (place.row - (options.firstRow ? 1 : 0)) / max(1, rowBandSize ?? 1)
    let columnBand = (place.column - (options.firstColumn ? 1 : 0)) / max(1, columnBandSize ?? 1)
    for condition in Condition.allCases {
      guard let found = conditions[condition] else { continue }
      let holds =
        switch condition {
        case .band1Vertical: options.verticalBands && !isFirstColumn && columnBand % 2 == 0
        case .band2Vertical: options.verticalBands && !isFirstColumn && columnBand % 2 == 1
        case .band1Horizontal: options.horizontalBands && !isFirstRow && rowBand % 2 == 0
        case .band2Horizontal: options.horizontalBands && !isFirstRow && rowBand % 2 == 1
        case .lastColumn: isLastColumn
        case .firstColumn: isFirstColumn
        case .lastRow: isLastRow
        case .firstRow: isFirstRow
        case .southEast: isLastRow && isLastColumn
        case .southWest: isLastRow && isFirstColumn
        case .northEast: isFirstRow && isLastColumn
        case .northWest: isFirstRow && isFirstColumn
        }
      guard holds else { continue }
      look.fill = found.fill ?? look.fill
      look.bold = found.bold ?? look.bold
    }
    return look
  }
}
