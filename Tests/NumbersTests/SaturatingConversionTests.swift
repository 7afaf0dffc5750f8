// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers
import Testing

@Suite struct SaturatingConversionTests {
  @Test(arguments: [0, 1, -1, 1.5, -1.5, 255, 1e6, -1e12])
  func `a number that fits keeps its whole part`(value: Double) {
    #expect(Int(saturating: value) == Int(value))
  }

  @Test func `what does not fit is the nearest that does`() {
    #expect(Int(saturating: 1e20) == 1 << 48)
    #expect(Int(saturating: -Double.infinity) == -(1 << 48))
    #expect(Int(saturating: Double.nan) == 0)
    #expect(Int(saturating: Float.greatestFiniteMagnitude) == 1 << 48)
    #expect(UInt8(saturating: 300.7) == 255 && UInt8(saturating: -4.0) == 0)
    #expect(Int32(saturating: 1e11) == .max && UInt32(saturating: -0.5) == 0)
  }
}
