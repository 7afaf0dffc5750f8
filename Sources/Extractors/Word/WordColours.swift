// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// Names and patterns of colours in WordprocessingML.
enum WordColours {
  /// A highlighting pen's colour; nil for `none`, white and unknown names. The 2003 format writes `dark-blue`.
  static func highlight(_ name: String) -> Colour? {
    switch name.lowercased().filter({ $0 != "-" }) {
    case "black": Colour(red: 0, green: 0, blue: 0)
    case "blue": Colour(red: 0, green: 0, blue: 255)
    case "cyan": Colour(red: 0, green: 255, blue: 255)
    case "green": Colour(red: 0, green: 255, blue: 0)
    case "magenta": Colour(red: 255, green: 0, blue: 255)
    case "red": Colour(red: 255, green: 0, blue: 0)
    case "yellow": Colour(red: 255, green: 255, blue: 0)
    case "darkblue": Colour(red: 0, green: 0, blue: 128)
    case "darkcyan": Colour(red: 0, green: 128, blue: 128)
    case "darkgreen": Colour(red: 0, green: 128, blue: 0)
    case "darkmagenta": Colour(red: 128, green: 0, blue: 128)
    case "darkred": Colour(red: 128, green: 0, blue: 0)
    case "darkyellow": Colour(red: 128, green: 128, blue: 0)
    case "darkgray": Colour(red: 128, green: 128, blue: 128)
    case "lightgray": Colour(red: 192, green: 192, blue: 192)
    default: nil
    }
  }

  /// How much of the area a shading pattern paints in its own colour, 0 to 1 (ECMA-376 part 1, 17.18.78).
  static func share(ofPattern pattern: String) -> Double {
    if pattern.hasPrefix("pct") || pattern.hasPrefix("pct-") {
      return (Double(pattern.drop { !$0.isNumber }) ?? 0) / 100
    }
    switch pattern {
    case "clear", "auto", "nil": return 0
    case "solid": return 1
    // Stripes and crosses.
    default: return pattern.hasPrefix("thin") ? 0.2 : 0.5
    }
  }

  /// The colour that the eye sees where `ink` covers a share of the ground.
  static func mix(_ ink: Colour, share: Double, over ground: Colour) -> Colour {
    func part(_ over: UInt8, _ under: UInt8) -> UInt8 {
      UInt8(saturating: (Double(over) * share + Double(under) * (1 - share)).rounded().clamped(to: 0...255))
    }
    return Colour(
      red: part(ink.red, ground.red), green: part(ink.green, ground.green), blue: part(ink.blue, ground.blue))
  }

  /// The name in the theme's colour scheme for a name used in the text.
  static func schemeName(_ name: String) -> String {
    switch name {
    case "background1", "light1", "bg1": "lt1"
    case "text1", "dark1", "tx1": "dk1"
    case "background2", "light2", "bg2": "lt2"
    case "text2", "dark2", "tx2": "dk2"
    case "hyperlink": "hlink"
    case "followedHyperlink": "folHlink"
    default: name
    }
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
