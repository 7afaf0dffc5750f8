// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Extractors

@Suite("Number formats of sheets")
struct SheetNumberFormatTests {
  private func shown(_ value: String, _ code: String, uses1904: Bool = false) throws -> String {
    let number = try #require(DecimalText(value.utf8))
    switch SheetNumberFormat(code).show(number: number, uses1904: uses1904) {
    case .text(let text): return text
    case .nothing: return "(nothing)"
    case .impossible: return "####"
    }
  }

  @Test(
    "numbers",
    arguments: [
      ("1234.5", "General", "1234.5"), ("0.28999999999999998", "General", "0.29"), ("1E-3", "General", "0.001"),
      ("0.333333333333333", "General", "0.333333333"), ("123456789012", "General", "1.23457E+11"),
      ("0.0000012345678", "General", "1.23457E-06"), ("-7", "General", "-7"), ("12345678901", "General", "12345678901"),
      ("0.47", "0%", "47%"), ("0.125", "0.0%", "12.5%"), ("0.005", "0%", "1%"),
      ("1234567.891", "#,##0.00", "1,234,567.89"),
      ("999", "#,##0", "999"), ("-1234.5", "#,##0", "-1,235"), ("5", "000", "005"), ("0", "#", ""),
      ("0.5", "#.##", ".5"),
      ("0.5", ".00", ".50"), ("12.5", ".00", "12.50"), ("-0.001", "0.00", "0.00"), ("2.5", "0", "3"),
      ("0.995", "0.00", "1.00"),
      ("1234567", "0.0,,", "1.2"), ("1234567", "#,##0,", "1,235"), ("1234.5", "[$£-809]#,##0.00", "£1,234.50"),
      ("-20", "\"£\"#,##0.00;[Red]-\"£\"#,##0.00", "-£20.00"), ("-3", "0;(0)", "(3)"), ("0", "0;-0;\"none\"", "none"),
      ("5", ";;;", "(nothing)"), ("12", "0 \"weeks\"", "12 weeks"), ("120", "[>=100]\"many\";0", "many"),
      ("12", "[>=100]\"many\";0", "12"), ("3", "[=1]\"Yes\";[=2]\"No\";General", "3"),
      ("12345", "0.00E+00", "1.23E+04"),
      ("0.75", "# ?/?", "3/4"), ("2.5", "# ?/?", "2 1/2"), ("2", "# ?/?", "2"), ("7", "@", "7"),
      ("4", "_-* #,##0_-", " 4 "),
      ("442071234567", "00 0000 000000", "44 2071 234567"), ("1", "\\A0", "A1"),
    ])
  func numbers(value: String, code: String, expected: String) throws {
    #expect(try shown(value, code) == expected)
  }

  @Test(
    "dates",
    arguments: [
      ("45413", "d mmm yyyy", "1 May 2024"), ("45413", "mmm-yy", "May-24"), ("45413", "dd/mm/yyyy", "01/05/2024"),
      ("45413", "[$-809]d mmmm yyyy;@", "1 May 2024"), ("45413", "dddd, d mmmm", "Wednesday, 1 May"),
      ("45413", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "01 May 2024"), ("45413", "mmmmm", "M"), ("45413", "yy", "24"),
      ("45413.75", "dd/mm/yy h:mm", "01/05/24 18:00"), ("0.5", "h:mm AM/PM", "12:00 PM"),
      ("0.999999999", "hh:mm:ss", "00:00:00"),
      ("1.5", "[h]:mm", "36:00"), ("0.3333333333333333", "[h]:mm", "8:00"), ("1", "d/m/yyyy", "1/1/1900"),
      ("59", "d/m/yyyy", "28/2/1900"), ("60", "d/m/yyyy", "29/2/1900"), ("61", "d/m/yyyy", "1/3/1900"),
      ("2958465", "d/m/yyyy", "31/12/9999"), ("2958466", "d/m/yyyy", "####"), ("-1", "d/m/yyyy", "####"),
      ("36585", "d/m/yyyy", "29/2/2000"), ("0.00001157407", "mm:ss.0", "00:01.0"),
      ("45413", "mmm \"and\" yyyy", "May and 2024"),
    ])
  func dates(value: String, code: String, expected: String) throws {
    #expect(try shown(value, code) == expected)
  }

  @Test("the 1904 system counts from another day")
  func macDates() throws {
    #expect(try shown("0", "d/m/yyyy", uses1904: true) == "1/1/1904")
    #expect(try shown("43951", "d/m/yyyy", uses1904: true) == "1/5/2024")
  }

  @Test("texts pass through, unless a section is for them")
  func texts() {
    #expect(SheetNumberFormat("0.00").show(text: "n/a") == .text("n/a"))
    #expect(SheetNumberFormat("0;0;0;\"Team \"@").show(text: "A") == .text("Team A"))
    #expect(SheetNumberFormat(";;;").show(text: "A") == .nothing)
    #expect(SheetNumberFormat("@").show(text: "A") == .text("A"))
  }

  @Test(
    "ISO dates become the serial of the same day", arguments: ["1900-01-01", "1900-03-01", "2024-02-29", "2024-12-31"])
  func isoDates(text: String) throws {
    let serial = try #require(SheetDate.serial(iso: Array(text.utf8)))
    #expect(try shown("\(serial)", "yyyy-mm-dd") == text)
  }
}
