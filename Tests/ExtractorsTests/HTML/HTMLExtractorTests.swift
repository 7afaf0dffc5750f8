// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Extractors

/// The outline of a page.
func outline(html: String) throws -> [String] { outline(try HTMLExtractor().extract(Array(html.utf8))) }

@Suite("Web pages")
struct HTMLExtractorTests {
  @Test("headings, paragraphs and line breaks become blocks; the title is a property only")
  func blocks() throws {
    let page = """
      <!DOCTYPE html><html><head><title> Plan &amp; more </title><meta charset="utf-8"></head><body>
      <h1>Improving<br>our offer</h1><p>First line<br>second line</p>loose text<div>in a part</div>
      <h2>Next</h2><pre>one
      two</pre></body></html>
      """
    let document = try HTMLExtractor().extract(Array(page.utf8))
    #expect(document.titleProperty == "Plan & more")
    #expect(
      outline(document) == [
        "h1 Improving our offer", "p First line", "p second line", "p loose text", "p in a part", "h2 Next", "p one",
        "p two",
      ])
  }

  @Test("the number that an ordered list prints belongs to the text, a bullet does not")
  func lists() throws {
    let page = """
      <body><ul><li>apples</li><li>pears<ul><li>green ones</li></ul></li></ul>
      <ol start=3><li>three<li value=7>seven<li></ol><ol type=a><li><p>letter</p><p>more</p></ol>
      <ol style="list-style-type: lower-roman"><li>x<li>y</ol><ol><li><ol type=A><li>deep</ol></ol>
      """
    #expect(
      try outline(html: page) == [
        "p *0 apples", "p *0 pears", "p *1 green ones", "p #0 3. three", "p #0 7. seven", "p #0 a. letter", "p more",
        "p #0 i. x", "p #0 ii. y", "p #1 1. A. deep",
      ])
  }

  @Test("bullets that somebody typed are taken off, lone signs stay")
  func typedBullets() throws {
    #expect(
      try outline(html: "<p>• one</p><p>- two</p><p>●</p><p>-5 degrees</p><p>&middot;&nbsp; three</p>") == [
        "p *0 one", "p *0 two", "p ●", "p -5 degrees", "p *0 three",
      ])
  }

  @Test("a definition list is a table of two columns")
  func definitions() throws {
    #expect(
      try outline(html: "<dl><dt>Lead<dd>Head of service<dt>By when<dd>May<dd>or June</dl>") == [
        "table 2x2", "0,0: Lead", "0,1: Head of service", "1,0: By when", "1,1: May | or June",
      ])
  }

  @Test("menus, banners and footers are furniture; inside an article they are content")
  func frame() throws {
    let page = """
      <html><body class="has-cookie-banner"><div class="cookie-notice">We store things</div>
      <header><a href=/>Council</a><h1>The plan</h1></header><nav><ul><li><a href=/a>Home</a></ul></nav>
      <ol class="breadcrumbs"><li>Here</ol><main><header><p>By the board</p></header><p>\(words(40))</p>
      <div class=menu><table><tr><td>a<td>b</table></div><aside>A side note</aside></main>
      <aside>Related</aside><footer>Contact us</footer></body></html>
      """
    #expect(
      try outline(html: page).filter { !$0.contains("word") } == [
        "navigation We store things", "navigation Council", "h1 The plan", "navigation *0 Home",
        "navigation #0 1. Here", "p By the board", "table 1x2", "0,0: a", "0,1: b", "p A side note",
        "navigation Related", "navigation Contact us",
      ])
  }

  @Test("what holds most of the words is content, whatever its class says")
  func wronglyNamed() throws {
    #expect(try outline(html: "<body><div class=sidebar><p>\(words(30))</p></div>").first?.hasPrefix("p word") == true)
  }

  @Test("scripts, styles and hidden parts are dropped, and a notice counts them")
  func hidden() throws {
    let page = """
      <style>.gone{display:none}</style><script>var a = "<p>no</p>";</script><p>seen</p><p hidden>one two</p>
      <div class=gone>three</div><p style="display: none">four</p><template><p>five</p></template>
      <div role=tabpanel hidden>a tab</div><p aria-hidden=true>shown all the same</p>
      """
    let document = try HTMLExtractor().extract(Array(page.utf8))
    #expect(outline(document) == ["p seen", "p a tab", "p shown all the same"])
    #expect(document.notices.contains { $0.id == "hidden-parts-dropped" && $0.message.hasPrefix("4 words") })
    #expect(document.notices.contains { $0.id == "scripts-dropped" })
  }

  @Test("a page that is hidden as a whole until scripts run is read nevertheless")
  func hiddenAsAWhole() throws {
    let document = try HTMLExtractor().extract(
      Array("<div style='display:none'><p>\(words(60))</p></div><p>x</p>".utf8))
    #expect(outline(document).count == 2)
    #expect(document.notices.contains { $0.id == "hidden-parts-read" })
  }

  @Test("character references, also those of Windows and of HTML 5")
  func references() throws {
    #expect(
      try outline(html: "<p>caf&eacute; &#146;s &#x2713; &check; &lt;b&gt; &unknown; A&B &nbsp;&ndash; x</p>") == [
        "p café ’s ✓ ✓ <b> &unknown; A&B – x"
      ])
  }

  @Test("footnote marks are not text; other links are")
  func footnotes() throws {
    #expect(
      try outline(
        html: "<p>Claim<sup><a href='#fn1'>1</a></sup> and <a href='#s'>part 2</a> <a href='#_ftn3'>[3]</a></p>")
        == ["p Claim and part 2"])
  }

  @Test("deletions that are tracked are accepted, other strokes show")
  func deletions() throws {
    let document = try HTMLExtractor().extract(
      Array("<p>a <del datetime='2024-01-01'>b</del> c</p><p><s>old</s></p>".utf8))
    #expect(outline(document) == ["p a c", "p old"])
    guard case .paragraph(let struck)? = document.blocks.last else { return #expect(Bool(false)) }
    #expect(struck.style.contains(.struckThrough))
  }

  @Test("pages that Word saves: list marks, contents and title")
  func wordPage() throws {
    let page = """
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-GB><p class=MsoTitle>Our plan<o:p></o:p></p>
      <p class=MsoToc1>Aims....2</p>
      <p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
      style='mso-list:Ignore'>1.1<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Hire staff</p>
      <p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='font-family:Symbol'><span
      style='mso-list:Ignore'>·<span>&nbsp; </span></span></span>Train them</p></body></html>
      """
    #expect(
      try outline(html: page) == ["h0 Our plan", "contents Aims....2", "p #0 1.1 Hire staff", "p *1 Train them"])
  }

  @Test(
    "an empty page and a page without text are refused",
    arguments: [
      "", " \n", "<html><body></body></html>",
      "<html><body><script>build()</script><p>&nbsp;</p>", "<frameset><frame src=a.html></frameset>",
    ])
  func empty(page: String) {
    #expect(throws: ExtractionError.self) { try HTMLExtractor().extract(Array(page.utf8)) }
  }

  @Test("nothing is lost below unreasonably many open tags")
  func depth() throws {
    let page = String(repeating: "<div><font>", count: 3000) + "<p>deep</p>" + "<table><tr><td>cell</table>"
    let text = try HTMLExtractor().extract(Array(page.utf8)).text
    #expect(String(decoding: text.bytes, as: UTF8.self).split(separator: "\n") == ["deep", "cell"])
    #expect(throws: ExtractionError.self) {
      try HTMLExtractor().extract(Array((String(repeating: "<b>", count: 400_000) + "x").utf8))
    }
  }

  private func words(_ count: Int) -> String { (1...count).map { "word\($0)" }.joined(separator: " ") }
}
