// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Validator

@Suite("Quantities in texts")
struct QuantitiesTests {
  @Test(
    "the one quantity that a text is about",
    arguments: [
      ("47%", 47, Quantity.Unit.percent), ("1,500", 1500, .number), ("38 complaints a month", 38, .number),
      ("762 (in one year)", 762, .number), ("-1.2", -1.2, .number), ("at least 92 %", 92, .percent),
      ("<1%", 1, .percent),
      ("12 weeks", 12, .weeks), ("50 per cent", 50, .percent), ("£250", 250, .pounds),
      ("approx 5,000 in all", 5000, .number),
      ("29% nation = 60%", 29, .percent), ("SEN 2 Jan 2019 data 45% in class", 45, .percent),
      ("15% of 9,000 pupils", 15, .percent), ("31.5% of all (April 2018 - March 2019)", 31.5, .percent),
    ])
  func main(text: String, value: Double, unit: Quantity.Unit) {
    let quantity = Quantities.main(of: text)
    #expect(quantity?.value == value && quantity?.unit == unit && quantity?.isRelative == false)
  }

  @Test(
    "names are no quantities, and of several none is meant",
    arguments: [
      "Year 9", "KS2", "May 2019", "2019/20", "aged 16-25", "15 August 2019", "tier 3", "Post 16", "To be set in 2025",
      "Yr 12 = 8.1% post 19 = 4.5%", "area 31.0 nation 33.0", "n/a", "1.2.3", "0-25 team",
    ])
  func none(text: String) {
    #expect(Quantities.main(of: text) == nil)
  }

  @Test("relative figures", arguments: ["Improve by at least 20%", "Autumn figure + 20%", "up by 5"])
  func relative(text: String) {
    #expect(Quantities.main(of: text)?.isRelative == true)
  }

  @Test("the way that a measure should go")
  func polarity() {
    #expect(Polarity(measure: "Increased share of pupils excluded late") == .higher)
    #expect(Polarity(measure: "Reduction in the number of appeals") == .lower)
    #expect(Polarity(measure: "Number of permanent exclusions") == .lower)
    #expect(Polarity(measure: "Plans finished on time") == .higher)
    #expect(Polarity(measure: "Complaints resolved on time") == nil)
    #expect(Polarity(measure: "Volume of referrals") == nil)
  }
}
