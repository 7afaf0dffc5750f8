// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

/// Mutated pages and workbooks must give a document or a typed error. Runs with `COMMONPLAN_FUZZ=N` only.
@Suite("Web pages and workbooks: fuzzing", .enabled(if: fuzzCount > 0, "set COMMONPLAN_FUZZ=N"))
struct HTMLFuzzTests {
  private static let page = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>T</title><style>:root{--a:#fff;--b:var(--b)} .x, td.y>p{background:
    rgb(1,2,3)} @media screen{#i{display:none}} tr.z td{background:hsl(1,2%,3%)}</style></head><body><nav><ul><li>m</li></ul></nav>
    <h1>Head<br>line</h1><ol type="i" start="3" class="x"><li value="5">a<ul><li>b</li></ul></li></ol><dl><dt>k</dt><dd>v</dd></dl>
    <table><caption>c</caption><thead><tr><th rowspan="2" colspan="3">h</th><th>i</th></tr></thead><tbody><tr class="z"><td id="i"
    bgcolor="red">d<table><tr><td>n</td></tr></table></td><td style="background:#0f0;display:table-cell">&eacute;&#146;<img alt="G"></td>
    </tr></tbody></table><div role="table"><div role="row"><span role="cell">q</span></div></div><pre>x
    y</pre><p style='mso-list:l0 level2 lfo1'><![if !x]><span style='mso-list:Ignore'>1.1</span><![endif]>w</p><sup><a href="#f">1</a></sup>
    </body></html>
    """

  private static let book: WorkbookBuilder = {
    var book = WorkbookBuilder(
      """
      <row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2" hidden="1"><c r="A2" s="2"><v>45413.5
      </v></c><c r="B2" t="inlineStr"><is><t>x_x000D_y</t></is></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="d"><v>2024-05-01</v></c>
      </row><row r="5"><c r="A5" s="3"/><c r="C5" t="str"><f>A1</f><v>z</v></c></row>
      """, after: "<mergeCells><mergeCell ref='A2:A5'/><mergeCell ref='C2:D2'/></mergeCells><autoFilter ref='A1:D5'/>")
    book.sheets[0].before = "<sheetFormatPr zeroHeight='0'/><cols><col min='2' max='3' hidden='1'/></cols>"
    book.strings = ["<t>a</t>", "<r><rPr><b/></rPr><t>b</t></r><rPh><t>p</t></rPh>"]
    book.styles = """
      <numFmts><numFmt numFmtId='170' formatCode='[$-809]d mmmm yyyy;[Red]-#,##0.0,"k";# ?/?;@'/></numFmts><fonts><font><b/></font>
      </fonts><fills><fill/><fill><patternFill patternType='solid'><fgColor theme='4' tint='-0.5'/></patternFill></fill></fills>
      <cellXfs><xf/><xf numFmtId='14' fillId='1'/><xf numFmtId='170'/><xf numFmtId='12' fillId='1'/></cellXfs>
      """
    return book
  }()

  private func check(_ extractor: some Extractor, _ bytes: [UInt8], _ label: String) {
    _ = extractor.confidence(in: bytes)
    do {
      let document = try extractor.extract(bytes)
      #expect(hasSoundSpans(document), "\(label)")
      for case .table(let table) in document.blocks {
        let isInside = table.cells.allSatisfy {
          $0.row >= 0 && $0.column >= 0 && Int($0.row + $0.rowSpan) <= table.rowCount
            && Int($0.column + $0.columnSpan) <= table.columnCount
        }
        #expect(isInside && table.headerRowCount <= table.rowCount, "\(label)")
      }
    } catch {
      #expect(!error.message.isEmpty && !error.advice.isEmpty, "\(label)")
    }
  }

  @Test("mutated pages")
  func pages() {
    for round in 0..<fuzzCount {
      var mutator = Mutator(seed: fuzzSeed &+ UInt64(round))
      check(HTMLExtractor(), mutator.mutateXML(Array(Self.page.utf8)), "page \(round)")
    }
  }

  @Test("mutated parts of workbooks")
  func parts() {
    let zip = Self.book.zip
    for round in 0..<fuzzCount {
      var mutator = Mutator(seed: fuzzSeed &+ UInt64(round))
      var changed = zip
      let index = Int.random(in: 0..<changed.entries.count, using: &mutator)
      changed.entries[index].bytes = mutator.mutateXML(changed.entries[index].bytes)
      check(SpreadsheetExtractor(), changed.bytes, "part \(round)")
    }
  }

  @Test("mutated archives")
  func archives() {
    let bytes = Self.book.bytes
    for round in 0..<fuzzCount {
      var mutator = Mutator(seed: fuzzSeed &+ UInt64(round))
      check(SpreadsheetExtractor(), mutator.mutateBytes(bytes), "archive \(round)")
    }
  }
}
