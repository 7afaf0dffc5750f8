// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A colour as a workbook writes it: plain, by number, or of the theme with a tint.
enum SheetColour: Hashable, Sendable {
  case plain(Colour)
  case indexed(Int)
  case theme(Int, tint: Double)

  /// The colour of the element that has just begun; nil for an automatic one.
  init?(_ reader: XMLPullReader<SheetName>) {
    if let digits = reader.attribute(.rgb), let colour = SheetColour.opaque(digits) {
      self = .plain(colour)
      if let tint = reader.attribute(.tint).flatMap(Double.init), tint != 0 {
        self = .plain(colour.spreadsheetTint(tint))
      }
    } else if let number = reader.integer(.theme) {
      let tint = reader.attribute(.tint).flatMap(Double.init) ?? 0
      self = .theme(number, tint: tint.isFinite ? min(1, max(-1, tint)) : 0)
    } else if let number = reader.integer(.indexed) {
      self = .indexed(number)
    } else {
      return nil
    }
  }

  /// `AARRGGBB` or `RRGGBB`; the alpha means nothing in a sheet.
  static func opaque(_ digits: String) -> Colour? {
    Colour(hexadecimal: digits.utf8.count == 8 ? String(digits.dropFirst(2)) : digits)
  }

  /// The colour that is seen; nil where it has a number that stands for none.
  func resolved(_ theme: OfficeTheme, _ palette: [Int: Colour]) -> Colour? {
    switch self {
    case .plain(let colour): return colour
    case .indexed(let number):
      // 64 and 65 are the system's own text and background.
      return palette[number] ?? SheetColour.standard(number)
    case .theme(let number, let tint):
      guard OfficeTheme.spreadsheetOrder.indices.contains(number) else { return nil }
      let name = OfficeTheme.spreadsheetOrder[number]
      guard let colour = theme.colours[name] ?? SheetColour.office[name] else { return nil }
      return tint == 0 ? colour : colour.spreadsheetTint(tint)
    }
  }

  /// The palette of old workbooks (ECMA-376 part 1, 18.8.27).
  static func standard(_ number: Int) -> Colour? {
    let index = number < 8 ? number : number - 8
    guard index >= 0, index < 56, number < 64 else { return nil }
    return Colour(hexadecimal: String(digits.utf8.dropFirst(index * 7).prefix(6)) ?? "")
  }

  private static let digits =
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 "
    + "C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF "
    + "800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC "
    + "99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333 "

  /// The theme of a workbook that brings none.
  private static let office: [String: Colour] = [
    "lt1": "FFFFFF", "dk1": "000000", "lt2": "E7E6E6", "dk2": "44546A", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1",
    "folHlink": "954F72",
  ].compactMapValues { Colour(hexadecimal: $0) }
}
