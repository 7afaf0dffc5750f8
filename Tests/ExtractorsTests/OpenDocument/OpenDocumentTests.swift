// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("OpenDocument")
struct OpenDocumentTests {
  private typealias S = OpenDocumentSample
  private let extractor = OpenDocumentExtractor()

  @Test("headings, titles, spans, spaces and breaks")
  func paragraphs() throws {
    let styles = """
      <style:style style:name="Title" style:family="paragraph"/>
      <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
      <style:style style:name="M" style:family="text"><style:text-properties fo:background-color="#ffff00"/></style:style>
      <style:style style:name="V" style:family="text"><style:text-properties text:display="none"/></style:style>
      """
    let automatic = """
      <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
      <style:style style:name="P2" style:family="paragraph"><style:paragraph-properties fo:break-before="page"
      fo:background-color="#00b050"/></style:style>
      """
    let body = """
      <text:p text:style-name="P1">Plan</text:p><text:h text:outline-level="2">Aims<text:line-break/>and means</text:h>
      <text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/><text:span text:style-name="B">d</text:span></text:p>
      <text:p text:style-name="P2"><text:a>link</text:a></text:p>
      <text:p><text:span text:style-name="M">Amber</text:span></text:p>
      <text:p>seen<text:span text:style-name="V">unseen</text:span></text:p>
      """
    #expect(
      try S.lines(body, automatic: automatic, styles: styles) == [
        "H0 Plan", "H2 Aims and means", "a b c", "(b)d", "---", "(#00B050)link", "(#FFFF00)Amber", "seen",
        "(hidden)unseen",
      ])
  }

  @Test("lists print their numbers: levels, continuation, starts and headers")
  func lists() throws {
    let styles = """
      <text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
      <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
      <text:list-level-style-number text:level="3" style:num-format="i" style:num-prefix="(" style:num-suffix=")"/></text:list-style>
      <text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
      """
    let body = """
      <text:list text:style-name="N" xml:id="a"><text:list-item><text:p>one</text:p><text:p>more</text:p>
      <text:list><text:list-item><text:p>sub</text:p></text:list-item><text:list-item><text:list><text:list-item>
      <text:p>deep</text:p></text:list-item></text:list></text:list-item></text:list></text:list-item>
      <text:list-header><text:p>no number</text:p></text:list-header><text:list-item><text:p>two</text:p></text:list-item></text:list>
      <text:p>between</text:p>
      <text:list text:style-name="L"><text:list-item><text:p>point</text:p></text:list-item></text:list>
      <text:list text:continue-list="a" text:style-name="N"><text:list-item><text:p>three</text:p></text:list-item></text:list>
      <text:list text:continue-numbering="true" text:style-name="N"><text:list-item><text:p>four</text:p></text:list-item></text:list>
      <text:list text:style-name="N"><text:list-item text:start-value="9"><text:p>nine</text:p></text:list-item></text:list>
      """
    #expect(
      try S.lines(body, styles: styles) == [
        "10 1. one", "more", "11 1.1 sub", "12 (i) deep", "no number", "10 2. two", "between", "*0 point",
        "10 3. three", "10 4. four", "10 9. nine",
      ])
  }

  @Test("items with styles of their own, lost identifiers and levels without an item above")
  func listOddities() throws {
    let styles = """
      <text:list-style style:name="A"><text:list-level-style-number text:level="1" style:num-format="01, 02, 03, ..."/>
      <text:list-level-style-number text:level="2" style:num-format="a" text:display-levels="2"/></text:list-style>
      <text:list-style style:name="B"><text:list-level-style-number text:level="1" style:num-format="I"/></text:list-style>
      """
    let body = """
      <text:list text:style-name="A"><text:list-item><text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>
      </text:list-item><text:list-item><text:p>y</text:p></text:list-item><text:list-item text:style-override="B"><text:p>z</text:p>
      </text:list-item></text:list><text:p>between</text:p>
      <text:list text:style-name="B" text:continue-list="lost"><text:list-item><text:p>v</text:p></text:list-item></text:list>
      """
    #expect(try S.lines(body, styles: styles) == ["11 01.a x", "10 02 y", "10 III z", "between", "10 IV v"])
  }

  @Test("headings are numbered by the outline")
  func outline() throws {
    let styles = """
      <text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="A"/>
      <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>
      <text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>
      """
    let body = """
      <text:h text:outline-level="1">x</text:h><text:h text:outline-level="2">y</text:h>
      <text:h text:outline-level="3">z</text:h><text:h text:outline-level="1">v</text:h>
      """
    #expect(try S.lines(body, styles: styles) == ["H1 10 A x", "H2 10 A.1 y", "H3 z", "H1 10 B v"])
  }

  @Test("tables: spans, covered cells, repetition, header rows, fills")
  func tables() throws {
    let automatic = """
      <style:style style:name="G" style:family="table-cell"><style:table-cell-properties fo:background-color="#00B050"/></style:style>
      <style:style style:name="R" style:family="table-row"><style:table-row-properties fo:background-color="#eeeeee"/></style:style>
      """
    let body = """
      <table:table><table:table-column table:number-columns-repeated="3"/>
      <table:table-header-rows><table:table-row table:style-name="R"><table:table-cell table:number-columns-spanned="2"><text:p>A</text:p>
      </table:table-cell><table:covered-table-cell/><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row>
      </table:table-header-rows>
      <table:table-row><table:table-cell table:style-name="G" table:number-rows-spanned="2"><text:p>c</text:p></table:table-cell>
      <table:table-cell table:number-columns-repeated="2"><text:p>d</text:p></table:table-cell></table:table-row>
      <table:table-row><table:covered-table-cell><text:p>under</text:p></table:covered-table-cell><table:table-cell><text:p>e</text:p>
      </table:table-cell><table:table-cell><text:p>f</text:p></table:table-cell></table:table-row></table:table>
      """
    let sample = S("<office:text>\(body)</office:text>", automatic: automatic)
    let document = try extractor.extract(sample.bytes)
    #expect(
      dump(document) == [
        "table 3x3 head 1", "[0,0 1x2 #EEEEEE] A", "[0,2 #EEEEEE] B", "[1,0 2x1 #00B050] c", "[1,1] d", "[1,2] d",
        "[2,1] e", "[2,2] f",
      ])
    #expect(hasSoundSpans(document))
  }

  @Test("nested tables, frames, notes, comments, indexes and tracked changes")
  func rest() throws {
    let body = """
      <text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion></text:changed-region>
      </text:tracked-changes>
      <text:table-of-content><text:index-body><text:p>Aims 3</text:p></text:index-body></text:table-of-content>
      <text:p>start<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box><svg:desc>alt</svg:desc></draw:frame> end<text:note>
      <text:note-citation>1</text:note-citation><text:note-body><text:p>remark</text:p></text:note-body></text:note>
      <office:annotation><text:p>comment</text:p></office:annotation></text:p>
      <table:table><table:table-row><table:table-cell><text:p>a</text:p><table:table><table:table-row><table:table-cell>
      <text:p>in</text:p></table:table-cell></table:table-row></table:table></table:table-cell><table:table-cell><text:p>b</text:p>
      </table:table-cell></table:table-row></table:table>
      """
    let document = try extractor.extract(S("<office:text>\(body)</office:text>").bytes)
    #expect(
      dump(document) == [
        "<contents> Aims 3", "start end", "boxed", "table 1x2 head 0", "[0,0] a | in", "[0,1] b", "remark",
      ])
    #expect(document.notices.map(\.id) == ["comments-ignored", "tracked-changes-accepted"])
  }

  @Test("headers and footers; the flat file says the same; automatic styles hold for their part")
  func furniture() throws {
    var sample = S(
      "<office:text><text:p text:style-name=\"P1\">text</text:p></office:text>",
      automatic: """
        <style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
        """)
    sample.masters = """
      <style:master-page><style:header><text:p text:style-name="P1">Top</text:p></style:header><style:footer>
      <text:p>Page <text:page-number>2</text:page-number></text:p></style:footer><style:header-left style:display="false">
      <text:p>off</text:p></style:header-left></style:master-page>
      """
    let expected = ["(b)text", "<running-header> Top", "<page-number> Page 2"]
    #expect(dump(try extractor.extract(sample.bytes)) == expected)
    sample.masters = sample.masters.replacing(" text:style-name=\"P1\"", with: "")
    #expect(dump(try extractor.extract(sample.flat)) == expected)
    #expect(extractor.confidence(in: sample.flat) == 1)
  }

  @Test("a spreadsheet gives one table a sheet, without its million empty rows")
  func spreadsheet() throws {
    let body = """
      <office:spreadsheet><table:table table:name="Plan"><table:table-column table:number-columns-repeated="1024"/>
      <table:table-row><table:table-cell><text:p>Action</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1023"/>
      </table:table-row><table:table-row table:visibility="filter"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
      </table:table></office:spreadsheet>
      """
    let document = try extractor.extract(S(body).bytes)
    #expect(dump(document) == ["table 2x1 head 0", "[0,0] Action", "[1,0] (hidden)x"])
    guard case .table(let table)? = document.blocks.first else { return }
    #expect(table.sheet == "Plan")
  }

  @Test("bad input is refused with part and line")
  func badInput() {
    let sample = S("<office:text><text:p>x</text:p></office:text>")
    #expect(extractor.confidence(in: sample.bytes) == 1)
    var zip = sample.zip
    zip.entries[3].bytes = Array("<office:document-content>\n<x></office:document-content>".utf8)
    #expect(refusal(extractor, zip.bytes)?.place == "content.xml, line 2")
    zip = sample.zip
    zip.entries[1].bytes = Array(
      """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry>
      <manifest:encryption-data/></manifest:file-entry></manifest:manifest>
      """.utf8)
    #expect(refusal(extractor, zip.bytes)?.reason == .encrypted)
    zip = sample.zip
    zip.entries.remove(at: 3)
    #expect(refusal(extractor, zip.bytes)?.place == "content.xml")
    #expect(refusal(extractor, S("<office:presentation/>").bytes)?.reason == .unsupportedFormat)
    #expect(refusal(extractor, [])?.reason == .empty)
    #expect(extractor.confidence(in: Array("text".utf8)) == 0)
  }

  @Test("repetition cannot make more text than the limits allow")
  func repetitionBomb() {
    let text = String(repeating: "word ", count: 2000)
    let body = """
      <office:text><table:table><table:table-row table:number-rows-repeated="9000"><table:table-cell
      table:number-columns-repeated="100"><text:p>\(text)</text:p></table:table-cell></table:table-row></table:table></office:text>
      """
    #expect(refusal(extractor, S(body).bytes)?.reason == .overLimit)
  }
}
