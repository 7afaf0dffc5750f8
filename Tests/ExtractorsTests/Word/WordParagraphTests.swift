// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Word: paragraphs and runs")
struct WordParagraphTests {
  private typealias S = WordSample

  @Test("headings by style name, outline level and inheritance")
  func headings() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
      <w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Council heading"/><w:basedOn w:val="T1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Box"><w:name w:val="Boxed"/><w:basedOn w:val="T1"/>
      <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
      <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="a"/><w:basedOn w:val="Loop2"/></w:style>
      <w:style w:type="paragraph" w:styleId="Loop2"><w:name w:val="b"/><w:basedOn w:val="Loop"/></w:style>
      """
    let body =
      S.p("Plan", "<w:pStyle w:val=\"Titel\"/>") + S.p("One", "<w:pStyle w:val=\"T1\"/>")
      + S.p("Two", "<w:pStyle w:val=\"Mine\"/>") + S.p("Three", "<w:pStyle w:val=\"Box\"/>")
      + S.p("Four", "<w:outlineLvl w:val=\"2\"/>") + S.p("Five", "<w:pStyle w:val=\"Loop\"/>")
      + S.p("Six", "<w:pStyle w:val=\"Missing\"/>")
    #expect(
      try S(body, styles: styles).lines() == [
        "H0 Plan", "H1 (b)One", "H1 (b)Two", "(b)Three", "H3 Four", "Five", "Six",
      ])
  }

  @Test("a line break begins a paragraph, but not within a heading")
  func lineBreaks() throws {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>"
    let broken = "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:cr/><w:t>three</w:t></w:r>"
    let body = "<w:p>\(broken)</w:p><w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>\(broken)</w:p>"
    #expect(try S(body, styles: styles).lines() == ["one", "two", "three", "H2 one two three"])
  }

  @Test("tabs, hyphens, symbols and page breaks")
  func specialCharacters() throws {
    let body = """
      <w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d\u{AD}e</w:t></w:r></w:p>
      <w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> done</w:t></w:r></w:p>
      <w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>P</w:t></w:r></w:p>
      <w:p><w:r><w:t>before</w:t><w:br w:type="page"/><w:t>after</w:t></w:r></w:p>
      <w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>new</w:t></w:r></w:p>
      <w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>end</w:t></w:r></w:p>
      <w:p><w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr><w:r><w:t>last</w:t></w:r></w:p>
      """
    #expect(
      try S(body).lines() == [
        "a b-cde", "*0 done", "✓", "before", "---", "after", "---", "new", "end", "---", "last",
      ])
  }

  @Test("looks hold for all of a paragraph or not at all")
  func looks() throws {
    let styles = """
      <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:rPr><w:b/></w:rPr></w:style>
      """
    let body =
      S.p("strong", run: "<w:rStyle w:val=\"Strong\"/>")
      + S.p("off", "<w:pStyle w:val=\"B\"/>", run: "<w:b w:val=\"0\"/>")
      + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>half </w:t></w:r><w:r><w:t>bold</w:t></w:r></w:p>"
      + S.p("gone", run: "<w:strike/><w:i/>") + S.p("marked", run: "<w:highlight w:val=\"green\"/>")
      + "<w:p><w:r><w:rPr><w:highlight w:val=\"red\"/></w:rPr><w:t>part</w:t></w:r><w:r><w:t> only</w:t></w:r></w:p>"
      + S.p("shaded", "<w:shd w:val=\"clear\" w:fill=\"FFC000\"/>")
      + S.p("run", run: "<w:shd w:val=\"clear\" w:fill=\"00B050\"/>")
    #expect(
      try S(body, styles: styles).lines() == [
        "(b)strong", "off", "half bold", "(i)(struck)gone", "(#00FF00)marked", "part only", "(#FFC000)shaded",
        "(#00B050)run",
      ])
  }

  @Test("hidden text is kept apart and marked")
  func hidden() throws {
    let body = """
      <w:p><w:r><w:t xml:space="preserve">seen </w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>
      <w:r><w:t>too</w:t></w:r></w:p>
      """
    #expect(try S(body).lines() == ["seen too", "(hidden)unseen"])
  }

  @Test("typed bullets become markers; a mark on its own stays")
  func typedBullets() throws {
    let body =
      S.p("• one") + S.p("- two") + S.p("– three") + S.p("-5%") + S.p("●") + S.p("▪\u{A0}four") + S.p("\u{F0B7} five")
    #expect(try S(body).lines() == ["*0 one", "*0 two", "*0 three", "-5%", "●", "*0 four", "*0 five"])
  }

  @Test("fields give their results; a table of contents is furniture")
  func fields() throws {
    func field(_ code: String, _ result: String) -> String {
      """
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>\(code)</w:instrText></w:r>
      <w:r><w:fldChar w:fldCharType="separate"/></w:r>\(result)<w:r><w:fldChar w:fldCharType="end"/></w:r>
      """
    }
    let body = """
      <w:p>\(field(" DATE ", "<w:r><w:t>May 2031</w:t></w:r>"))</w:p>
      <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink><w:r><w:t>First</w:t></w:r></w:hyperlink></w:p>
      <w:p><w:r><w:t>Second</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
      <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>
      <w:sdtContent>\(S.p("Contents"))</w:sdtContent></w:sdt>
      <w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>4</w:t></w:r></w:fldSimple></w:p>
      \(S.p("Text"))
      """
    #expect(
      try S(body).lines() == [
        "May 2031", "<contents> First", "<contents> Second", "<contents> Contents", "<page-number> 4", "Text",
      ])
  }

  @Test("a field without end does not swallow the document")
  func endlessField() throws {
    let open = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>X</w:instrText></w:r></w:p>"
    let body = open + (0..<40).map { S.p("line \($0)") }.joined()
    #expect(try S(body).lines().contains("line 39"))
  }

  @Test("form fields and content controls give their values")
  func forms() throws {
    let body = """
      <w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>
      </w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r>
      <w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> agreed</w:t></w:r></w:p>
      <w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/>
      <w:listEntry w:val="Amber"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
      <w:p><w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent><w:r><w:t>Green</w:t></w:r></w:sdtContent></w:sdt></w:p>
      <w:p><w:r><w:t>Owner: </w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Pick one</w:t></w:r>
      </w:sdtContent></w:sdt><w:r><w:t>Head</w:t></w:r></w:p>
      """
    #expect(try S(body).lines() == ["☒ agreed", "Amber", "Green", "Owner: Head", "(hidden)Pick one"])
  }

  @Test("tracked changes are read as accepted")
  func trackedChanges() throws {
    let deletedMark = "<w:rPr><w:del w:id=\"1\"/></w:rPr>"
    let body = """
      <w:p><w:r><w:t xml:space="preserve">keep </w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins>
      <w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>
      \(S.p("join", deletedMark))\(S.p("ed"))
      <w:p><w:pPr>\(deletedMark)</w:pPr><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>
      <w:moveFrom><w:p><w:r><w:t>from</w:t></w:r></w:p></w:moveFrom>
      <w:p><w:moveTo><w:r><w:t>to</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom></w:p>
      <w:p><w:pPr><w:outlineLvl w:val="0"/><w:pPrChange><w:pPr><w:outlineLvl w:val="5"/></w:pPr></w:pPrChange></w:pPr>
      <w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>Head</w:t></w:r></w:p>
      """
    let document = try WordExtractor().extract(S(body).bytes)
    #expect(dump(document) == ["keep new", "joined", "to", "H1 Head"])
    #expect(document.notices.map(\.id) == ["tracked-changes-accepted"])
  }

  @Test("a text box is read once, after the paragraph it hangs on")
  func textBox() throws {
    let box = "<w:txbxContent>\(S.p("boxed"))</w:txbxContent>"
    let body = """
      <w:p><w:r><w:t xml:space="preserve">be</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>\(box)</wps:txbx>
      </mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>
      <w:r><w:t>fore</w:t></w:r></w:p>
      <w:p><w:r><mc:AlternateContent><mc:Choice Requires="new"><x/></mc:Choice><mc:Fallback><w:t>fall back</w:t>
      </mc:Fallback></mc:AlternateContent></w:r></w:p>
      """
    #expect(try S(body).lines() == ["before", "boxed", "fall back"])
  }

  @Test("notes come at the end without their marks, headers and footers once")
  func notesAndFurniture() throws {
    var sample = S(
      """
      <w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>
      <w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/></w:sectPr></w:pPr></w:p>
      <w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/><w:footerReference r:id="footer1.xml"/></w:sectPr>
      """)
    sample.parts = [
      (
        "footnotes.xml", "footnotes",
        """
        <w:footnotes \(sample.namespaces)><w:footnote w:type="separator" w:id="0">\(S.p("sep"))</w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Remark.</w:t></w:r></w:p></w:footnote>
        </w:footnotes>
        """
      ),
      ("header1.xml", "header", "<w:hdr \(sample.namespaces)>\(S.p("Borough plan"))</w:hdr>"),
      (
        "footer1.xml", "footer",
        """
        <w:ftr \(sample.namespaces)><w:p><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r>
        </w:fldSimple></w:p></w:ftr>
        """
      ),
    ]
    let document = try WordExtractor().extract(sample.bytes)
    #expect(
      dump(document) == ["Text", "---", "Remark.", "<running-header> Borough plan", "<page-number> Page 1"])
    #expect(document.notices.map(\.id) == ["comments-ignored"])
    #expect(hasSoundSpans(document))
  }
}
