// SPDX-License-Identifier: GPL-3.0-or-later

/// A rectangle on a page, in points (1/72 inch) from the page's top left corner; y grows downwards.
@frozen
public struct Box: Hashable, Sendable {
  /// Left edge, in points.
  public var left: Float
  /// Top edge, in points.
  public var top: Float
  /// Right edge, in points.
  public var right: Float
  /// Bottom edge, in points.
  public var bottom: Float

  /// A rectangle from its four edges, in points from the top left.
  @inlinable
  public init(left: Float, top: Float, right: Float, bottom: Float) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// Width, in points.
  @inlinable public var width: Float { right - left }
  /// Height, in points.
  @inlinable public var height: Float { bottom - top }

  /// The smallest box that holds both.
  @inlinable
  public func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// The part that both boxes share, nil where they do not overlap.
  @inlinable
  public func intersection(_ other: Box) -> Box? {
    let box = Box(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
    return box.left < box.right && box.top < box.bottom ? box : nil
  }
}

/// An opaque sRGB colour.
@frozen
public struct Colour: Hashable, Sendable {
  /// Red, 0 to 255.
  public var red: UInt8
  /// Green, 0 to 255.
  public var green: UInt8
  /// Blue, 0 to 255.
  public var blue: UInt8

  /// The colour of paper.
  public static let white = Colour(red: 255, green: 255, blue: 255)

  /// A colour from its three sRGB components, each 0 to 255.
  @inlinable
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour from six hexadecimal digits with or without `#`, nil for anything else.
  public init?(hexadecimal: some StringProtocol) {
    var digits = String(hexadecimal)
    guard let colour = digits.withUTF8({ Colour(hexadecimalUTF8: $0) }) else { return nil }
    self = colour
  }

  /// The same from UTF-8 text, without a string of it: a large table names a colour in each cell.
  public init?(hexadecimalUTF8 bytes: UnsafeBufferPointer<UInt8>) {
    let digits = bytes.first == UInt8(ascii: "#") ? bytes.dropFirst() : bytes[...]
    guard digits.count == 6 else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    self.init(
      red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  /// `#RRGGBB` in capitals.
  public var hexadecimal: String {
    let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    let digits = String(value, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
