// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Word: tables")
struct WordTableTests {
  private typealias S = WordSample

  @Test("spans, merges, left-out columns and header rows")
  func grid() throws {
    let merged = "<w:vMerge w:val=\"restart\"/>"
    let body = S.tbl(
      S.tr(S.tc("A", "<w:gridSpan w:val=\"2\"/>"), S.tc("B"), properties: "<w:tblHeader/>"),
      S.tr(S.tc("1", merged), S.tc("2"), S.tc("3")),
      S.tr(S.tc("", "<w:vMerge/>"), S.tc("4"), S.tc("5")),
      S.tr(S.tc("6"), S.tc("7"), properties: "<w:gridBefore w:val=\"1\"/>"),
      widths: [2000, 2000, 2000])
    #expect(
      try S(body).lines() == [
        "table 4x3 head 1", "[0,0 1x2] A", "[0,2] B", "[1,0 2x1] 1", "[1,1] 2", "[1,2] 3", "[2,1] 4", "[2,2] 5",
        "[3,1] 6", "[3,2] 7",
      ])
  }

  @Test("text in the lower cells of a merge is kept, but hidden; legacy merges run sideways")
  func merges() throws {
    let body = S.tbl(
      S.tr(S.tc("top", "<w:vMerge w:val=\"restart\"/>"), S.tc("x")), S.tr(S.tc("low", "<w:vMerge/>"), S.tc("y")),
      S.tr(S.tc("left", "<w:hMerge w:val=\"restart\"/>"), S.tc("right", "<w:hMerge/>")))
    #expect(
      try S(body).lines() == [
        "table 3x2 head 0", "[0,0 2x1] top | (hidden)low", "[0,1] x", "[1,1] y", "[2,0 1x2] left | right",
      ])
  }

  @Test("slivers between dragged borders are no columns")
  func slivers() throws {
    let body = S.tbl(
      S.tr(S.tc("a"), S.tc("b", "<w:gridSpan w:val=\"2\"/>")), S.tr(S.tc("c", "<w:gridSpan w:val=\"2\"/>"), S.tc("d")),
      widths: [3000, 60, 3000])
    #expect(try S(body).lines() == ["table 2x2 head 0", "[0,0] a", "[0,1] b", "[1,0] c", "[1,1] d"])
    let real = S.tbl(S.tr(S.tc("a"), S.tc("b"), S.tc("c")), widths: [3000, 60, 3000])
    #expect(try S(real).lines().first == "table 1x3 head 0")
  }

  @Test("a table in a cell gives its words row by row at the end; a frame around tables is none")
  func nested() throws {
    let inner = S.tbl(S.tr(S.tc("i1"), S.tc("i2")), S.tr(S.tc("i3"), S.tc("i4")))
    let body = S.tbl(S.tr("<w:tc>\(S.p("first"))\(inner)\(S.p("last"))</w:tc>", S.tc("x")))
    #expect(
      try S(body).lines() == ["table 1x2 head 0", "[0,0] first | last | i1 | i2 | i3 | i4", "[0,1] x"])
    let frame = S.tbl(S.tr("<w:tc>\(S.p("before"))\(inner)\(S.p("after"))</w:tc>"))
    #expect(
      try S(frame).lines() == [
        "before", "table 2x2 head 0", "[0,0] i1", "[0,1] i2", "[1,0] i3", "[1,1] i4", "after",
      ])
  }

  @Test("content controls around rows, cells and text are transparent")
  func controls() throws {
    func sdt(_ content: String) -> String { "<w:sdt><w:sdtPr/><w:sdtContent>\(content)</w:sdtContent></w:sdt>" }
    let body = sdt(
      S.tbl(sdt(S.tr(sdt(S.tc("a")), S.tc("b"))), "<w:customXml>\(S.tr(S.tc("c"), S.tc("d")))</w:customXml>"))
    #expect(try S(body).lines() == ["table 2x2 head 0", "[0,0] a", "[0,1] b", "[1,0] c", "[1,1] d"])
  }

  @Test("deleted rows and cells go, hidden rows are marked")
  func changes() throws {
    let body = S.tbl(
      S.tr(S.tc("a"), S.tc("b")), S.tr(S.tc("gone"), S.tc("gone"), properties: "<w:del w:id=\"1\"/>"),
      S.tr(S.tc("c"), S.tc("d"), properties: "<w:hidden/>"), S.tr(S.tc("e"), S.tc("f", "<w:cellDel w:id=\"2\"/>")))
    #expect(
      try S(body).lines() == [
        "table 3x2 head 0", "[0,0] a", "[0,1] b", "[1,0] (hidden)c", "[1,1] (hidden)d", "[2,0] e",
      ])
  }

  @Test("fills: direct, patterns, theme with tint and shade, white is none")
  func fills() throws {
    func cell(_ shading: String) -> String { S.tc("x", "<w:shd \(shading)/>") }
    var sample = S(
      S.tbl(
        S.tr(
          cell("w:val=\"clear\" w:fill=\"00b050\""), cell("w:val=\"solid\" w:color=\"FF0000\" w:fill=\"auto\""),
          cell("w:val=\"pct50\" w:color=\"000000\" w:fill=\"FFFFFF\""), cell("w:val=\"clear\" w:fill=\"auto\""),
          cell("w:val=\"clear\" w:fill=\"FFFFFF\""), cell("w:val=\"clear\" w:fill=\"123456\" w:themeFill=\"accent1\""),
          cell("w:val=\"clear\" w:themeFill=\"accent1\" w:themeFillTint=\"33\""),
          cell("w:val=\"clear\" w:themeFill=\"background1\" w:themeFillShade=\"D9\""))))
    sample.parts = [
      (
        "theme1.xml", "theme",
        """
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:clrScheme>
        <a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme></a:theme>
        """
      )
    ]
    #expect(
      try sample.lines() == [
        "table 1x8 head 0", "[0,0 #00B050] x", "[0,1 #FF0000] x", "[0,2 #808080] x", "[0,3] x", "[0,4] x",
        "[0,5 #4F81BD] x", "[0,6 #DBE5F1] x", "[0,7 #D9D9D9] x",
      ])
  }

  @Test("table styles fill by condition; a cell's own shading wins")
  func tableStyles() throws {
    func condition(_ type: String, _ fill: String, bold: Bool = false) -> String {
      """
      <w:tblStylePr w:type="\(type)"><w:rPr>\(bold ? "<w:b/>" : "")</w:rPr><w:tcPr><w:shd w:val="clear" w:fill="\(fill)"/></w:tcPr></w:tblStylePr>
      """
    }
    let styles = """
      <w:style w:type="table" w:styleId="Base"><w:name w:val="Base"/>\(condition("firstRow", "111111", bold: true))</w:style>
      <w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:basedOn w:val="Base"/>
      \(condition("band1Horz", "222222"))\(condition("firstCol", "333333"))</w:style>
      """
    let table = S.tbl(
      S.tr(S.tc("a"), S.tc("b")), S.tr(S.tc("c"), S.tc("d")), S.tr(S.tc("e"), S.tc("f")),
      S.tr(S.tc("g"), S.tc("h", "<w:shd w:val=\"clear\" w:fill=\"auto\"/>")),
      properties: "<w:tblStyle w:val=\"Grid\"/><w:tblLook w:val=\"00A0\"/>")
    #expect(
      try S(table, styles: styles).lines() == [
        "table 4x2 head 0", "[0,0 #111111] (b)a", "[0,1 #111111] (b)b", "[1,0 #333333] c", "[1,1 #222222] d",
        "[2,0 #333333] e", "[2,1] f", "[3,0 #333333] g", "[3,1] h",
      ])
  }

  @Test("lines of a cell are paragraphs; a highlighted word stays on its paragraph")
  func cellText() throws {
    let cell = """
      <w:tc><w:p><w:r><w:t>Head of Service</w:t><w:br/><w:t>Chief Nurse</w:t></w:r></w:p>
      \(S.p("Green", run: "<w:highlight w:val=\"green\"/>"))</w:tc>
      """
    #expect(
      try S(S.tbl(S.tr(cell, S.tc("")))).lines() == [
        "table 1x2 head 0", "[0,0] Head of Service | Chief Nurse | (#00FF00)Green", "[0,1] ",
      ])
  }
}
