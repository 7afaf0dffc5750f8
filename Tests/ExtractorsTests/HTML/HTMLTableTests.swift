// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Extractors

@Suite("Tables of web pages")
struct HTMLTableTests {
  @Test("cells with spans stand where a browser puts them")
  func spans() throws {
    let page = """
      <table><caption>Steps</caption><thead><tr><th rowspan=2>Ref<th colspan=2>When</tr><tr><th>From<th>To</thead>
      <tbody><tr><td rowspan=0>1<td>May<td>June</tr><tr><td colspan=2>ongoing</tbody>
      <tbody><tr><td>2<td>July<td>August</table>
      """
    #expect(
      try outline(html: page) == [
        "p Steps", "table 5x3 head 2", "0,0 2x1: Ref", "0,1 1x2: When", "1,1: From", "1,2: To", "2,0 2x1: 1",
        "2,1: May",
        "2,2: June", "3,1 1x2: ongoing", "4,0: 2", "4,1: July", "4,2: August",
      ])
  }

  @Test("absurd spans are cut to the table")
  func absurdSpans() throws {
    let page = "<table><tr><td colspan=99999 rowspan=70000>a<td>b<tr><td colspan=-2>c<tr><td colspan=x>d</table>"
    #expect(
      try outline(html: page) == ["table 3x3", "0,0 3x1: a", "0,1: b", "1,1: c", "2,1: d"].map { $0 }.withWidth(2))
  }

  @Test("one row of th is a header, one cell over the whole width is not")
  func headers() throws {
    #expect(try outline(html: "<table><tr><th>A<th>B<tr><th>x<td>y</table>").first == "table 2x2 head 1")
    #expect(try outline(html: "<table><tr><th colspan=2>Band<tr><td>x<td>y</table>").first == "table 2x2")
    #expect(
      try outline(html: "<table><tr><th colspan=2>Band<tr><th>A<th>B<tr><td>x<td>y</table>").first == "table 3x2 head 2"
    )
  }

  @Test("lines, paragraphs and list items of a cell are paragraphs")
  func paragraphs() throws {
    #expect(
      try outline(html: "<table><tr><td>a<br>b<p>c</p><ul><li>d<br>e<li>f</ul><td>• g<br>• h</table>") == [
        "table 1x2", "0,0: a | b | c | *0 d e | *0 f", "0,1: *0 g | *0 h",
      ])
  }

  @Test("fills come from attributes, styles, rules, rows and single badges")
  func fills() throws {
    let page = """
      <style>:root{--ok:#92D050} .red, td.bad { background: url(x.png) #c00 } #one{background-color:hsl(120,100%,25%)}
      tr.done td { background-color: var(--ok) } @media print { td { background: black } } .wide td:hover{background:red}
      </style><table class=wide><tr><td bgcolor=FFC000>a<td style="background:rgb(255, 0, 0)">b<td class="x red">c
      <td id=one>d<td class=BAD>e<tr class=done><td>f<td style="background:white">g<td><span style="background:lime">h</span>
      <tr bgcolor=blue><td>i<td style="background:rgba(0,0,0,.5)">j<td><div style="background:#fa0">&nbsp;</div></table>
      """
    #expect(
      try outline(html: page) == [
        "table 3x5", "0,0 #FFC000: a", "0,1 #FF0000: b", "0,2 #CC0000: c", "0,3 #008000: d", "0,4 #CC0000: e",
        "1,0 #92D050: f", "1,1: g", "1,2 #92D050: h", "2,0 #0000FF: i", "2,1 #808080: j", "2,2 #0000FF: ",
      ])
  }

  @Test("a picture's words stand for a cell that has no others")
  func pictures() throws {
    #expect(
      try outline(
        html: "<table><tr><td><img alt=Green><td>text<img alt=logo><td><i role=img aria-label=Amber></i></table>")
        == ["table 1x3", "0,0: Green", "0,1: text", "0,2: Amber"])
  }

  @Test("a table inside a cell gives its words at the end of the cell")
  func nested() throws {
    #expect(
      try outline(html: "<table><tr><th>A<th>B<tr><td>x<table><tr><td>1<td>2<tr><td>3</table>y<td>z</table>") == [
        "table 2x2 head 1", "0,0: A", "0,1: B", "1,0: x | y | 1 | 2 | 3", "1,1: z",
      ])
  }

  @Test("a table that only lays out the page is unwrapped")
  func layout() throws {
    let page = """
      <table width=100%><tr><td>Menu</td><td><h2>Plan</h2><table border=1><tr><th>Do<th>Who<tr><td>Start<td>All</table>
      </td></tr></table>
      """
    #expect(
      try outline(html: page) == [
        "p Menu", "h2 Plan", "table 2x2 head 1", "0,0: Do", "0,1: Who", "1,0: Start", "1,1: All",
      ])
  }

  @Test("parts with the roles or the display of a table are one")
  func rolesAndDisplay() throws {
    let grid = """
      <div role=table><div role=row><span role=columnheader>A</span><span role=columnheader>B</span></div>
      <div role=row><span role=cell>1</span><span role=cell>2</span></div></div>
      """
    #expect(try outline(html: grid) == ["table 2x2", "0,0: A", "0,1: B", "1,0: 1", "1,1: 2"].withHead(1))
    let styled = """
      <style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style>
      <div class=t><div class=r><div class=c>1</div><div class=c>2</div></div></div>
      """
    #expect(try outline(html: styled) == ["table 1x2", "0,0: 1", "0,1: 2"])
  }

  @Test("heads that a table for small screens repeats in each cell are left out")
  func repeatedHeads() throws {
    let page = """
      <table><tr><th>Lead<th>RAG<tr><td><span aria-hidden=true>Lead: </span>Ana<td><span aria-hidden=true>G</span></table>
      """
    #expect(try outline(html: page) == ["table 2x2 head 1", "0,0: Lead", "0,1: RAG", "1,0: Ana", "1,1: G"])
  }

  @Test("the role of a layout alone does not make one of three columns")
  func wrongRole() throws {
    let page = "<table role=presentation><tr><td>Ref<td>Action<td>Lead<tr><td>1<td>x<td>y</table>"
    #expect(try outline(html: page).first == "table 2x3")
    #expect(try outline(html: "<table role=presentation><tr><td>left<td>right</table>") == ["p left", "p right"])
  }

  @Test("hidden rows are dropped, text between rows is kept")
  func oddities() throws {
    let page = "<table>stray<tr><td>a<tr style='display:none'><td>gone<tr><td>b</table>"
    #expect(try outline(html: page) == ["p stray", "table 2x1", "0,0: a", "1,0: b"])
  }
}

extension [String] {
  fileprivate func withWidth(_ columns: Int) -> [String] { ["table \(3)x\(columns)"] + dropFirst() }
  fileprivate func withHead(_ rows: Int) -> [String] { [self[0] + " head \(rows)"] + dropFirst() }
}
