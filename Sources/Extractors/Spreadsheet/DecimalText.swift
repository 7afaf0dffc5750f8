// SPDX-License-Identifier: GPL-3.0-or-later

/// A number as decimal digits: what a sheet rounds and shows, free of binary fractions.
struct DecimalText: Hashable, Sendable {
  var isNegative = false
  /// Significant digits, each 0 to 9, without leading zeros; empty for zero.
  var digits: [UInt8] = []
  /// Number of digits before the point; negative where zeros follow it.
  var point = 0

  /// Digits that a sheet keeps of any number.
  static let precision = 15

  /// Reads a number such as `-12.5`, `1E-3`; nil for anything else.
  ///
  /// It is rounded to 15 digits, as a sheet does: files hold 0.29 as 0.28999999999999998.
  init?(_ text: some Collection<UInt8>) {
    var rest = text[...]
    if rest.first == 0x2D || rest.first == 0x2B { isNegative = rest.popFirst() == 0x2D }
    var seenPoint = false
    var seenDigit = false
    while let byte = rest.first {
      if byte >= 0x30, byte <= 0x39 {
        seenDigit = true
        if byte != 0x30 || !digits.isEmpty {
          if digits.count < 40 { digits.append(byte - 0x30) }
          if !seenPoint { point += 1 }
        } else if seenPoint {
          point -= 1
        }
      } else if byte == 0x2E, !seenPoint {
        seenPoint = true
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard seenDigit else { return nil }
    if let mark = rest.first, mark == 0x45 || mark == 0x65 {
      rest = rest.dropFirst()
      guard let exponent = Int(String(decoding: rest, as: UTF8.self)), abs(exponent) < 400 else { return nil }
      point += exponent
    } else if !rest.isEmpty {
      return nil
    }
    guard abs(point) < 800 else { return nil }
    round(toDigits: DecimalText.precision)
  }

  /// A whole number.
  init(_ value: Int) {
    isNegative = value < 0
    digits = String(value.magnitude).utf8.map { $0 - 0x30 }
    point = digits.count
    if value == 0 { (digits, point) = ([], 0) }
  }

  var isZero: Bool { digits.isEmpty }

  /// The number as binary floating point.
  var double: Double {
    guard !isZero else { return 0 }
    let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    return Double("\(isNegative ? "-" : "")0.\(text)e\(point)") ?? 0
  }

  /// Keeps at most `count` significant digits, halves away from zero.
  mutating func round(toDigits count: Int) {
    guard digits.count > count else { return trim() }
    guard count >= 0 else {
      (digits, point) = ([], 0)
      return
    }
    let roundsUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if roundsUp {
      var index = count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    trim()
  }

  /// Rounds to so many digits after the point.
  mutating func round(toDecimals decimals: Int) { round(toDigits: point + decimals) }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  /// The digits before and after the point; `0` before it is left to the caller.
  var parts: (whole: [UInt8], fraction: [UInt8]) {
    guard !isZero else { return ([], []) }
    if point <= 0 { return ([], [UInt8](repeating: 0, count: -point) + digits) }
    if point >= digits.count { return (digits + [UInt8](repeating: 0, count: point - digits.count), []) }
    return (Array(digits[..<point]), Array(digits[point...]))
  }

  /// What the format "General" shows: up to eleven characters, very large and very small numbers with an exponent.
  var general: String {
    guard !isZero else { return "0" }
    var value = self
    let sign = isNegative ? "-" : ""
    if point > 11 || (point < -3 && digits.count - point > 10) {
      value.round(toDigits: 6)
      let mantissa = value.digits.dropFirst().map { $0 + 0x30 }
      let exponent = value.point - 1
      let digits = abs(exponent) < 10 ? "0\(abs(exponent))" : "\(abs(exponent))"
      return sign + "\(value.digits[0])" + (mantissa.isEmpty ? "" : ".") + String(decoding: mantissa, as: UTF8.self)
        + "E" + (exponent < 0 ? "-" : "+") + digits
    }
    value.round(toDecimals: max(0, 10 - max(1, point)))
    guard !value.isZero else { return "0" }
    let (whole, fraction) = value.parts
    let front = whole.isEmpty ? "0" : String(decoding: whole.map { $0 + 0x30 }, as: UTF8.self)
    let back = String(decoding: fraction.map { $0 + 0x30 }, as: UTF8.self)
    return sign + front + (back.isEmpty ? "" : "." + back)
  }
}
