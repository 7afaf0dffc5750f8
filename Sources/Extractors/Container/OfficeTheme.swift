// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// The colours of an Office theme (`theme1.xml`), by their names in the colour scheme.
struct OfficeTheme: Sendable {
  /// Colours by scheme name: `dk1`, `lt1`, `dk2`, `lt2`, `accent1` to `accent6`, `hlink`, `folHlink`.
  private(set) var colours: [String: Colour] = [:]

  /// The names in the order in which spreadsheets count them.
  static let spreadsheetOrder = [
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
  ]

  /// A theme without colours.
  init() {}

  /// Reads a theme part.
  init(part: String, source: any ByteSource) throws(ExtractionError) {
    try self.init(XMLPullReader<Name>(part: part, source: source, names: XMLNameTable()))
  }

  /// Reads a theme part from its beginning.
  init(_ reader: XMLPullReader<Name>) throws(ExtractionError) {
    var slot: Name?
    while let event = try reader.next() {
      if event == .end, reader.name == .scheme { return }
      guard event == .start else { continue }
      switch reader.name {
      case .rgb: set(slot, reader.attribute(.value))
      case .system: set(slot, reader.attribute(.lastColour))
      case .scheme, .other, .value, .lastColour: continue
      default: slot = reader.name
      }
    }
  }

  private mutating func set(_ slot: Name?, _ digits: String?) {
    guard let slot, let digits, let colour = Colour(hexadecimal: digits) else { return }
    colours[String(slot.rawValue.dropFirst(2))] = colour
  }

  /// The names that a theme is read by.
  enum Name: String, XMLVocabulary {
    case other = ""
    case scheme = "a:clrScheme"
    case rgb = "a:srgbClr"
    case system = "a:sysClr"
    case dark1 = "a:dk1"
    case light1 = "a:lt1"
    case dark2 = "a:dk2"
    case light2 = "a:lt2"
    case accent1 = "a:accent1"
    case accent2 = "a:accent2"
    case accent3 = "a:accent3"
    case accent4 = "a:accent4"
    case accent5 = "a:accent5"
    case accent6 = "a:accent6"
    case link = "a:hlink"
    case followedLink = "a:folHlink"
    case value = "val"
    case lastColour = "lastClr"

    static let prefixes = [
      "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
      "http://purl.oclc.org/ooxml/drawingml/main": "a",
    ]
  }
}

extension Colour {
  /// The colour with another lightness (the L of HSL, 0 to 1): how Office makes tints and shades of a theme's colours.
  ///
  /// Excel rounds the result, Word cuts it off; measured on the colours that they write beside their theme's.
  func withLightness(rounding: FloatingPointRoundingRule, _ change: (Double) -> Double) -> Colour {
    let parts = [red, green, blue].map { Double($0) / 255 }
    let high = max(parts[0], parts[1], parts[2])
    let low = min(parts[0], parts[1], parts[2])
    let lightness = (high + low) / 2
    let chroma = high - low
    let span = 1 - abs(2 * lightness - 1)
    let saturation = span == 0 ? 0 : chroma / span
    let wanted = min(1, max(0, change(lightness)))
    let newChroma = (1 - abs(2 * wanted - 1)) * saturation
    // Keeping each part's place between the lowest and the highest keeps the hue.
    func part(_ value: Double) -> UInt8 {
      let place = chroma == 0 ? 0 : (value - low) / chroma
      let value = min(1, max(0, wanted - newChroma / 2 + place * newChroma)) * 255
      return UInt8(saturating: min(255, (value + 1e-6).rounded(rounding)))
    }
    return Colour(red: part(parts[0]), green: part(parts[1]), blue: part(parts[2]))
  }

  /// A spreadsheet's `tint`, -1 (black) to 1 (white), as ECMA-376 part 1, 18.8.19 defines it.
  func spreadsheetTint(_ tint: Double) -> Colour {
    withLightness(rounding: .toNearestOrAwayFromZero) { tint < 0 ? $0 * (1 + tint) : $0 * (1 - tint) + tint }
  }
}
