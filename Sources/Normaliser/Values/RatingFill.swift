// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// A colour in CIELAB (D65), in which equal distances look about equally different.
struct LabColour: Sendable {
  var lightness: Double
  var a: Double
  var b: Double

  /// From sRGB, by IEC 61966-2-1 and CIE 15.
  init(_ colour: Colour) {
    func linear(_ component: UInt8) -> Double {
      let value = Double(component) / 255
      return value <= 0.04045 ? value / 12.92 : LabColour.powerOf2Point4((value + 0.055) / 1.055)
    }
    let (red, green, blue) = (linear(colour.red), linear(colour.green), linear(colour.blue))
    let x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    let y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    let z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    func curve(_ t: Double) -> Double { t > 216.0 / 24389 ? LabColour.root(t, 3) : (24389.0 / 27 * t + 16) / 116 }
    lightness = 116 * curve(y) - 16
    a = 500 * (curve(x) - curve(y))
    b = 200 * (curve(y) - curve(z))
  }

  /// x to the power of 2.4 as x² times the fifth root of x²: the same on every system, without a maths library.
  private static func powerOf2Point4(_ x: Double) -> Double { x * x * root(x * x, 5) }

  /// The nth root of a number of at least 0 and not far above 1, by Newton's method.
  private static func root(_ value: Double, _ n: Int) -> Double {
    guard value > 0 else { return 0 }
    var guess = 1.0
    for _ in 0..<40 {
      var power = 1.0
      for _ in 1..<n { power *= guess }
      let next = guess - (guess * power - value) / (Double(n) * power)
      if abs(next - guess) < 1e-12 { return next }
      guess = next
    }
    return guess
  }

  /// Distance by CIE 1976.
  func distance(_ other: LabColour) -> Double {
    let (l, x, y) = (lightness - other.lightness, a - other.a, b - other.b)
    return (l * l + x * x + y * y).squareRoot()
  }

  /// Distance from grey of the same lightness.
  var chroma: Double { (a * a + b * b).squareRoot() }
}

/// Names the colour of a cell's fill.
enum RatingFill {
  /// The entry of a legend whose own swatch a fill matches, nil where none is near enough.
  static func entry(of fill: Colour, in key: RatingKey) -> RatingKey.Item? {
    let colour = LabColour(fill)
    var best: (distance: Double, item: RatingKey.Item)?
    for item in key.items {
      guard let swatch = item.swatch else { continue }
      let distance = colour.distance(LabColour(swatch))
      if distance < best?.distance ?? 15 { best = (distance, item) }
    }
    return best?.item
  }

  /// The rating colour nearest to a fill, nil where the fill is none: greys and whites are headers and paper, unless the
  /// legend lists them, and a tint far from all usual colours is decoration.
  static func colour(of fill: Colour, in key: RatingKey) -> RatingColour? {
    let colour = LabColour(fill)
    if colour.chroma < 9 {
      let neutral: RatingColour = colour.lightness > 96 ? .white : .grey
      guard colour.lightness > 30 else { return nil }
      return key.items.contains { $0.entry.colour == neutral } ? neutral : nil
    }
    var best: (distance: Double, colour: RatingColour)?
    for (swatch, name) in usual {
      let distance = colour.distance(swatch)
      if distance < best?.distance ?? 26 { best = (distance, name) }
    }
    return best?.colour
  }

  /// Fills that office programs offer and plans use, by the colour that people call them.
  private static let usual: [(LabColour, RatingColour)] = {
    let table: [(RatingColour, [UInt32])] = [
      (
        .green,
        [0x00B050, 0x92D050, 0x00FF00, 0x008000, 0x70AD47, 0xC6EFCE, 0xA9D18E, 0xE2EFD9, 0x00CC66, 0x99CC00, 0x548235]
      ),
      (
        .amber,
        [
          0xFFC000, 0xFFBF00, 0xED7D31, 0xFFA500, 0xF4B083, 0xFFEB9C, 0xFFFF00, 0xFFD966, 0xF79646, 0xFF9900, 0xFFF2CC,
          0xFF6600,
        ]
      ),
      (.red, [0xFF0000, 0xC00000, 0xFFC7CE, 0xF4CCCC, 0xFF7C80, 0xFF5050, 0xCC0000, 0xE06666]),
      (
        .blue,
        [0x0070C0, 0x00B0F0, 0x4472C4, 0x5B9BD5, 0x0000FF, 0x9DC3E6, 0xBDD7EE, 0x1F4E79, 0x3366FF, 0x002060, 0x99CCFF]
      ),
      (.purple, [0x7030A0, 0x800080, 0xB4A7D6, 0xCC99FF, 0x9933FF]),
    ]
    return table.flatMap { name, values in
      values.map { value in
        let colour = Colour(
          red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
        return (LabColour(colour), name)
      }
    }
  }()
}
