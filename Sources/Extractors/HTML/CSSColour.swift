// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// A background as a style sheet gives it.
enum CSSBackground: Hashable, Sendable {
  /// Nothing is painted; what lies behind shows through.
  case transparent
  case colour(Colour)

  /// The colour to report, nil for white and for no paint.
  var visible: Colour? {
    guard case .colour(let colour) = self, colour != Colour.white else { return nil }
    return colour
  }
}

/// Reads colours as CSS Color Module Level 4 writes them, as far as documents use them.
enum CSSColour {
  /// The first colour in the value of `background` or `background-color`; nil where it names none.
  ///
  /// A gradient counts with its first stop.
  static func background(_ value: some StringProtocol) -> CSSBackground? {
    for token in tokens(of: value) {
      if let colour = parse(token) { return colour }
      let name = token.prefix { $0 != "(" }
      if name.hasSuffix("gradient"), name.count < token.count {
        for stop in arguments(of: token) {
          for word in tokens(of: stop) { if let colour = parse(word) { return colour } }
        }
      }
    }
    return nil
  }

  /// A single colour: a name, `#rgb`, `#rrggbb`, `rgb()`, `hsl()`, also with an alpha, which is laid over white.
  static func parse(_ value: some StringProtocol) -> CSSBackground? {
    let text = value.lowercased()
    if text.hasPrefix("#") { return hexadecimal(text.dropFirst()) }
    if let named = CSSColour.named[text] { return .colour(named) }
    if text == "transparent" || text == "none" { return .transparent }
    let function = text.prefix { $0 != "(" }
    guard function.count < text.count else { return nil }
    let numbers = arguments(of: text)
    switch function {
    case "rgb", "rgba":
      guard numbers.count >= 3, let red = channel(numbers[0]), let green = channel(numbers[1]),
        let blue = channel(numbers[2])
      else { return nil }
      return blended(red, green, blue, alpha: numbers.count > 3 ? fraction(numbers[3]) ?? 1 : 1)
    case "hsl", "hsla":
      guard numbers.count >= 3, let hue = leadingNumber(numbers[0]), let saturation = fraction(numbers[1]),
        let lightness = fraction(numbers[2])
      else { return nil }
      let (red, green, blue) = rgb(hue: hue, saturation: saturation, lightness: lightness)
      return blended(red, green, blue, alpha: numbers.count > 3 ? fraction(numbers[3]) ?? 1 : 1)
    default: return nil
    }
  }

  /// The value of a `bgcolor` attribute, where the `#` is often missing.
  static func attribute(_ value: String) -> CSSBackground? {
    let text = String(value.utf8.filter { $0 > 0x20 }.map { Character(Unicode.Scalar($0)) })
    if let colour = parse(text) { return colour }
    return Colour(hexadecimal: text).map { .colour($0) }
  }

  private static func hexadecimal(_ digits: Substring) -> CSSBackground? {
    let values = digits.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
    guard values.count == digits.count else { return nil }
    func blend(_ channels: [Int], _ alpha: Double) -> CSSBackground {
      blended(Double(channels[0]), Double(channels[1]), Double(channels[2]), alpha: alpha)
    }
    switch values.count {
    case 3, 4: return blend(values.map { $0 * 17 }, values.count == 4 ? Double(values[3] * 17) / 255 : 1)
    case 6, 8:
      let pairs = stride(from: 0, to: values.count, by: 2).map { values[$0] * 16 + values[$0 + 1] }
      return blend(pairs, pairs.count == 4 ? Double(pairs[3]) / 255 : 1)
    default: return nil
    }
  }

  private static func blended(_ red: Double, _ green: Double, _ blue: Double, alpha: Double) -> CSSBackground {
    let alpha = min(1, max(0, alpha))
    guard alpha > 0.02 else { return .transparent }
    func byte(_ value: Double) -> UInt8 {
      let mixed = min(255, max(0, value)) * alpha + 255 * (1 - alpha)
      return UInt8(clamping: Int(saturating: mixed.rounded()))
    }
    return .colour(Colour(red: byte(red), green: byte(green), blue: byte(blue)))
  }

  /// Hue in degrees, the others 0 to 1, to 0...255 each (CSS Color 4, section 7.1).
  private static func rgb(hue: Double, saturation: Double, lightness: Double) -> (Double, Double, Double) {
    guard hue.isFinite else { return (0, 0, 0) }
    let turn = hue.truncatingRemainder(dividingBy: 360)
    let hue = turn < 0 ? turn + 360 : turn
    let amplitude = saturation * min(lightness, 1 - lightness)
    func channel(_ offset: Double) -> Double {
      let k = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
      return 255 * (lightness - amplitude * max(-1, min(k - 3, min(9 - k, 1))))
    }
    return (channel(0), channel(8), channel(4))
  }

  private static func channel(_ text: String) -> Double? {
    guard let number = leadingNumber(text) else { return nil }
    return text.hasSuffix("%") ? number * 2.55 : number
  }

  private static func fraction(_ text: String) -> Double? {
    guard let number = leadingNumber(text) else { return nil }
    return min(1, max(0, text.hasSuffix("%") ? number / 100 : number))
  }

  private static func leadingNumber(_ text: String) -> Double? {
    let digits = text.utf8.prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B }
    return String(digits).flatMap(Double.init)
  }

  /// What stands between the outer brackets of a function, cut at commas, slashes and white space outside inner ones.
  private static func arguments(of function: some StringProtocol) -> [String] {
    guard let bracket = function.firstIndex(of: "(") else { return [] }
    var inner = function[function.index(after: bracket)...]
    if inner.hasSuffix(")") { inner = inner.dropLast() }
    return pieces(of: inner, at: [0x2C, 0x2F, 0x20, 0x09, 0x0A])
  }

  private static func tokens(of value: some StringProtocol) -> [String] {
    pieces(of: value, at: [0x2C, 0x20, 0x09, 0x0A])
  }

  private static func pieces(of value: some StringProtocol, at separators: [UInt8]) -> [String] {
    var pieces: [String] = []
    var current: [UInt8] = []
    var depth = 0
    for byte in value.utf8 {
      if byte == 0x28 { depth += 1 } else if byte == 0x29 { depth -= 1 }
      if depth == 0, separators.contains(byte) {
        if !current.isEmpty { pieces.append(String(decoding: current, as: UTF8.self)) }
        current.removeAll(keepingCapacity: true)
      } else {
        current.append(byte)
      }
    }
    if !current.isEmpty { pieces.append(String(decoding: current, as: UTF8.self)) }
    return pieces
  }
}
