// SPDX-License-Identifier: GPL-3.0-or-later

extension FixedWidthInteger {
  /// The whole part of any number, as near as this type and 48 bits come to it; 0 for what is no number.
  ///
  /// Numbers of files are what somebody wrote there: a font size of 1e20, a position that is no number. The conversions of
  /// the language end the process on those. With 48 bits there is room left to add and multiply.
  @inlinable
  package init(saturating value: some BinaryFloatingPoint) {
    let bound = 281_474_976_710_656.0
    let whole = Double(value)
    if whole.isNaN {
      self = 0
    } else {
      self.init(clamping: Int64(whole.magnitude < bound ? whole : whole < 0 ? -bound : bound))
    }
  }
}
