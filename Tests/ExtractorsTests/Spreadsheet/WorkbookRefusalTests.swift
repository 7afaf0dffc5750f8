// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Extractors

@Suite("Workbooks that cannot be read")
struct WorkbookRefusalTests {
  private func refusal(_ bytes: [UInt8]) -> ExtractionError? {
    do {
      _ = try SpreadsheetExtractor().extract(bytes)
      return nil
    } catch { return error }
  }

  @Test("old, binary and protected workbooks name what to do")
  func formats() {
    var ole = [UInt8](repeating: 0, count: 2048)
    ole.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    func named(_ name: String) -> [UInt8] {
      var bytes = ole
      bytes.replaceSubrange(1024..<1024 + 2 * name.utf8.count, with: name.utf8.flatMap { [$0, 0] })
      return bytes
    }
    #expect(refusal(named("EncryptedPackage"))?.reason == .encrypted)
    #expect(refusal(named("Workbook"))?.advice.contains(".xlsx") == true)
    #expect(SpreadsheetExtractor().confidence(in: named("Workbook")) > 0.8)
    let binary = ZIPWriter(["xl/workbook.bin": "x"]).bytes
    #expect(refusal(binary)?.reason == .unsupportedFormat)
    #expect(refusal(binary)?.advice.contains(".xlsx") == true)
    let xml = "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"
    #expect(refusal(Array(xml.utf8))?.reason == .unsupportedFormat)
    #expect(refusal(ZIPWriter(["word/document.xml": "<x/>"]).bytes)?.reason == .unsupportedFormat)
    #expect(refusal([])?.reason == .empty)
  }

  @Test("what is wrong is named with its part")
  func damage() {
    var book = WorkbookBuilder("<row r='1'><c t='s'><v>7</v></c></row>")
    #expect(refusal(book.bytes)?.place == "xl/worksheets/sheet1.xml, line 1")
    book = WorkbookBuilder("<row r='1'><c><v>7</v></row>")
    #expect(refusal(book.bytes)?.place?.hasPrefix("xl/worksheets/sheet1.xml, line") == true)
    book = WorkbookBuilder("")
    #expect(refusal(book.bytes)?.reason == .empty)
    var zip = WorkbookBuilder(WorkbookBuilder.rows([["x"]])).zip
    zip.entries.removeAll { $0.name.hasPrefix("xl/worksheets") }
    #expect(refusal(zip.bytes)?.message.contains("xl/worksheets/sheet1.xml") == true)
    zip = WorkbookBuilder(WorkbookBuilder.rows([["x"]])).zip
    zip.entries.append(zip.entries[zip.entries.count - 1])
    #expect(refusal(zip.bytes)?.reason == .damaged)
    let bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><worksheet/>"
    zip.entries.removeAll { $0.name.hasPrefix("xl/worksheets") }
    zip.add("xl/worksheets/sheet1.xml", bomb)
    #expect(refusal(zip.bytes)?.reason == .damaged)
    #expect(refusal(Array(WorkbookBuilder("").bytes.dropLast(40)))?.reason == .damaged)
  }

  @Test("one long string shown by many cells is refused before it is written out")
  func amplification() {
    let cells = (1...300).map { "<row r='\($0)'><c r='A\($0)' t='s'><v>0</v></c></row>" }.joined()
    var book = WorkbookBuilder(cells)
    book.strings = ["<t>" + String(repeating: "word ", count: 200_000) + "</t>"]
    let error = refusal(book.bytes)
    #expect(error?.reason == .overLimit)
    #expect(error?.place?.contains("sheet1.xml") == true)
  }

  @Test("absurd places and numbers do no harm")
  func absurd() throws {
    let book = WorkbookBuilder(
      """
      <row r='99999999999'><c r='ZZZZZ1' s='-5'><v>1e999</v></c></row><row r='1048576'><c r='XFD1048576'><v>x y</v></c></row>
      <row r='2'><c r='B2' s='9999'><v>3</v></c><c r='B2'><v>4</v></c><c r='A1' t='s'/></row>
      """, after: "<mergeCells><mergeCell ref='B2:XFD1048576'/></mergeCells>")
    let document = try SpreadsheetExtractor().extract(book.bytes)
    #expect(String(decoding: document.text.bytes, as: UTF8.self).contains("3\n4\n"))
  }
}
