// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// Small figures of the drawing.
enum SourceFigures {
  /// A length in points with at most one decimal.
  static func tenths(_ value: Float) -> String {
    guard value.isFinite else { return "0" }
    let number = Int(saturating: (max(-1_000_000, min(1_000_000, value)) * 10).rounded())
    let sign = number < 0 ? "-" : ""
    let size = abs(number)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }

  /// Whether light letters are needed on a colour (relative luminance of WCAG 2.2 below 0.18, where white gains contrast).
  static func isDark(_ colour: Colour) -> Bool {
    func linear(_ value: UInt8) -> Double {
      // A square is near enough to the sRGB curve to choose between black and white.
      let share = Double(value) / 255
      return share * share
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue) < 0.18
  }
}

extension Box {
  /// The attributes of an SVG `rect`.
  var rectAttributes: String {
    let t = SourceFigures.tenths
    return "x=\"\(t(left))\" y=\"\(t(top))\" width=\"\(t(width))\" height=\"\(t(height))\""
  }
}
