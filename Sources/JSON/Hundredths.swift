// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers with at most two decimals, which for points on a page is finer than any printer.
package enum Hundredths {
  /// The number rounded half away from zero to two decimals, without trailing zeros; `0` where it is no number or
  /// farther out than any page.
  package static func text(_ number: Double) -> String {
    let scaled = (number * 100).rounded()
    guard scaled.magnitude < 1e15 else { return "0" }
    let total = Int(scaled)
    let sign = total < 0 ? "-" : ""
    let (whole, rest) = total.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest / 10)\(rest % 10)"
  }
}
