// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Extractors

@Suite("Workbooks")
struct SpreadsheetExtractorTests {
  private func outline(_ builder: WorkbookBuilder) throws -> [String] {
    ExtractorsTests.outline(try SpreadsheetExtractor().extract(builder.bytes))
  }

  @Test("strings of all kinds, line breaks, values")
  func values() throws {
    var book = WorkbookBuilder(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>in</t></r><r>
      <t xml:space="preserve"> line</t></r></is></c></row><row><c t="str"><f>A1</f><v>of a formula</v></c><c t="b"><v>1</v></c>
      <c t="e"><v>#N/A</v></c></row><row r="3"><c r="A3"><v>12.50</v></c><c r="B3" t="s"><v>2</v></c><c r="C3"><f>1+1</f></c>
      <c r="D3" t="d"><v>2024-05-01</v></c></row>
      """)
    book.strings = [
      "<t>plain &amp; simple</t>",
      "<r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh sb='0' eb='1'><t>ruby</t></rPh>",
      "<t>one\n- two_x000D_\n\nthree_x0041_</t>",
    ]
    let document = try SpreadsheetExtractor().extract(book.bytes)
    #expect(
      ExtractorsTests.outline(document) == [
        "page", "table 3x4 of One", "0,0: plain & simple", "0,1: rich text", "0,2: in line", "1,0: of a formula",
        "1,1: TRUE",
        "1,2: #N/A", "2,0: 12.5", "2,1: one | *0 two | threeA", "2,3: 01/05/2024",
      ])
    #expect(document.notices.map(\.id) == ["formulas-without-values"])
    guard case .table(let table)? = document.blocks.last else { return #expect(Bool(false)) }
    #expect(table.sheet == "One" && table.location.page == 1 && table.alignment == .exact)
    #expect(table.cells.last?.location.line == 3)
  }

  @Test("fills: plain, theme with tint, palette, gradient; dots and white are none")
  func fills() throws {
    var book = WorkbookBuilder(
      "<row r='1'>" + (0..<8).map { "<c s='\($0)'><v>\($0)</v></c>" }.joined()
        + "</row><row r='2'><c s='1'/><c><v>1</v></c></row>")
    let fills = [
      "<patternFill patternType='none'/>", "<patternFill patternType='solid'><fgColor rgb='FF92D050'/></patternFill>",
      "<patternFill patternType='solid'><fgColor theme='4' tint='0.8'/></patternFill>",
      "<patternFill patternType='solid'><fgColor indexed='10'/><bgColor indexed='64'/></patternFill>",
      "<gradientFill><stop position='0'><color rgb='FFFFC000'/></stop><stop position='1'><color rgb='FF000000'/></stop></gradientFill>",
      "<patternFill patternType='gray125'/>", "<patternFill patternType='solid'><fgColor theme='0'/></patternFill>",
      "<patternFill patternType='solid'><fgColor indexed='64'/></patternFill>",
    ]
    book.styles =
      "<fills>" + fills.map { "<fill>\($0)</fill>" }.joined() + "</fills><cellXfs>"
      + fills.indices.map { "<xf fillId='\($0)'/>" }.joined() + "</cellXfs>"
    #expect(
      try outline(book) == [
        "page", "table 2x8 of One", "0,0: 0", "0,1 #92D050: 1", "0,2 #DAE3F3: 2", "0,3 #FF0000: 3", "0,4 #FFC000: 4",
        "0,5: 5",
        "0,6: 6", "0,7: 7", "1,0 #92D050: ", "1,1: 1",
      ])
  }

  @Test("merged cells, also absurd ones; what they cover is left out and counted")
  func merges() throws {
    let book = WorkbookBuilder(
      WorkbookBuilder.rows([["a", "b", "c"], ["d", "under", nil], [nil, "e", "f"]]),
      after:
        "<mergeCells><mergeCell ref='A2:A3'/><mergeCell ref='B1:B2'/><mergeCell ref='C1:XFD1'/><mergeCell ref='?'/></mergeCells>"
    )
    let document = try SpreadsheetExtractor().extract(book.bytes)
    #expect(
      ExtractorsTests.outline(document) == [
        "page", "table 3x3 of One", "0,0: a", "0,1 2x1: b", "0,2: c", "1,0 2x1: d", "2,1: e", "2,2: f",
      ])
    #expect(document.notices.map(\.id) == ["covered-texts"])
  }

  @Test("hidden rows, columns and sheets are kept and marked; hidden sheets come last")
  func hidden() throws {
    var book = WorkbookBuilder(
      "<row r='1' hidden='1'><c><v>1</v></c><c><v>2</v></c></row><row r='2'><c><v>3</v></c><c><v>4</v></c></row>")
    book.sheets[0].before = "<cols><col min='2' max='16384' hidden='1'/></cols>"
    book.sheets[0].state = "state='veryHidden'"
    book.sheets.append(book.sheets[0])
    book.sheets[1].name = "Two"
    book.sheets[1].state = ""
    let document = try SpreadsheetExtractor().extract(book.bytes)
    #expect(
      ExtractorsTests.outline(document) == [
        "page", "table 2x2 of Two", "0,0: (hidden) 1", "0,1: (hidden) 2", "1,0: 3", "1,1: (hidden) 4", "page",
        "table 2x2 of One", "0,0: (hidden) 1", "0,1: (hidden) 2", "1,0: (hidden) 3", "1,1: (hidden) 4",
      ])
    #expect(document.notices.map(\.id) == ["hidden-sheets", "hidden-rows"])
    #expect(document.pageCount == 2)
  }

  @Test("dates by built-in and own formats, in both systems")
  func dates() throws {
    var book = WorkbookBuilder(
      "<row r='1'><c s='1'><v>45413</v></c><c s='2'><v>45413</v></c><c s='3'><v>0.5</v></c></row>")
    book.styles = """
      <numFmts><numFmt numFmtId='170' formatCode='d&quot;th&quot; mmm'/></numFmts><cellXfs><xf/><xf numFmtId='14'/>
      <xf numFmtId='170'/><xf numFmtId='9'/></cellXfs>
      """
    #expect(try outline(book).suffix(3) == ["0,0: 01/05/2024", "0,1: 1th May", "0,2: 50%"])
    book.workbookProperties = "<workbookPr date1904='1'/>"
    #expect(try outline(book).suffix(3).first == "0,0: 02/05/2028")
  }

  @Test("strict workbooks are read, too")
  func strict() throws {
    var book = WorkbookBuilder(WorkbookBuilder.rows([["x", "y"]]))
    book.main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    book.office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    #expect(try outline(book) == ["page", "table 1x2 of One", "0,0: x", "0,1: y"])
  }

  @Test("heads that the workbook marks: tables and rows that print on each page")
  func heads() throws {
    var book = WorkbookBuilder(WorkbookBuilder.rows([["Ref", "Action"], ["1", "Do"]]))
    book.sheets[0].relationships = "<Relationship Id='t' Type='x/table' Target='../tables/t.xml'/>"
    book.extra = [("xl/tables/t.xml", "<table xmlns='\(book.main)' ref='A1:B2'/>")]
    #expect(try outline(book)[1] == "table 2x2 head 1 of One")
    book = WorkbookBuilder(WorkbookBuilder.rows([["Ref", "Action"], ["1", "Do"]]))
    book.definedNames =
      "<definedNames><definedName name='_xlnm.Print_Titles' localSheetId='0'>One!$A:$A,One!$1:$1</definedName></definedNames>"
    #expect(try outline(book)[1] == "table 2x2 head 1 of One")
  }

  @Test("text boxes and the header and footer of the page")
  func surroundings() throws {
    var book = WorkbookBuilder(
      WorkbookBuilder.rows([["a", "b"]], from: 3),
      after:
        "<headerFooter><oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;12Draft&amp;R&amp;D</oddHeader><oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter></headerFooter>"
    )
    book.sheets[0].relationships = "<Relationship Id='d' Type='x/drawing' Target='/xl/drawings/d.xml'/>"
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006/"
    let box = { (row: Int, text: String) in
      "<d:twoCellAnchor><d:from><d:row>\(row)</d:row></d:from><d:sp><d:txBody><a:p><a:r><a:t>\(text)</a:t></a:r></a:p></d:txBody></d:sp></d:twoCellAnchor>"
    }
    book.extra = [
      (
        "xl/drawings/d.xml",
        "<d:wsDr xmlns:d='\(drawing)spreadsheetDrawing' xmlns:a='\(drawing)main'>\(box(9, "below"))\(box(0, "above"))</d:wsDr>"
      )
    ]
    #expect(
      try outline(book) == [
        "page", "running-header Draft", "p above", "table 1x2 of One", "0,0: a", "0,1: b", "p below",
        "page-number Page of",
      ])
  }
}
