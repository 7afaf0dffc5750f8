// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Word: numbering")
struct WordNumberingTests {
  private typealias S = WordSample

  private func level(_ level: Int, _ format: String, _ text: String, more: String = "") -> String {
    """
    <w:lvl w:ilvl="\(level)"><w:start w:val="1"/><w:numFmt w:val="\(format)"/>\(more)<w:lvlText w:val="\(text)"/></w:lvl>
    """
  }

  private func list(_ identifier: Int, _ levels: String, overrides: String = "") -> String {
    """
    <w:abstractNum w:abstractNumId="\(identifier)">\(levels)</w:abstractNum>
    <w:num w:numId="\(identifier)"><w:abstractNumId w:val="\(identifier)"/>\(overrides)</w:num>
    """
  }

  private func item(_ text: String, _ level: Int = 0, list: Int = 1) -> String {
    S.p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  @Test("levels, restarts and formats print as Word prints them")
  func levels() throws {
    let numbering = list(
      1,
      level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerRoman", "(%3)")
        + level(3, "lowerLetter", "%4)"))
    let body =
      item("a") + item("b", 1) + item("c", 1) + item("d", 2) + item("e", 2) + item("f", 1) + item("g", 2)
      + item("h", 3) + item("i") + item("j", 1)
    #expect(
      try S(body, numbering: numbering).lines() == [
        "10 1. a", "11 1.1 b", "11 1.2 c", "12 (i) d", "12 (ii) e", "11 1.3 f", "12 (i) g", "13 a) h", "10 2. i",
        "11 2.1 j",
      ])
  }

  @Test("bullets are markers without text, numbers that print nothing leave none")
  func bullets() throws {
    let numbering = list(1, level(0, "bullet", "\u{F0B7}") + level(1, "none", ""))
    #expect(
      try S(item("x") + item("y", 1) + item(""), numbering: numbering).lines() == ["*0 x", "y"])
  }

  @Test("a numbered paragraph without words shows its number")
  func emptyNumbered() throws {
    let numbering = list(1, level(0, "upperLetter", "%1"))
    let body = S.tbl(S.tr("<w:tc>\(item(""))</w:tc>", S.tc("first")), S.tr("<w:tc>\(item(""))</w:tc>", S.tc("second")))
    #expect(
      try S(body, numbering: numbering).lines() == [
        "table 2x2 head 0", "[0,0] 10 A", "[0,1] first", "[1,0] 10 B", "[1,1] second",
      ])
  }

  @Test("instances share their list's count unless they start anew")
  func instances() throws {
    let numbering =
      list(1, level(0, "decimal", "%1")) + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        + """
        <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
        """
    let body = item("a") + item("b", list: 2) + item("c", list: 3) + item("d", list: 3) + item("e", list: 9)
    #expect(try S(body, numbering: numbering).lines() == ["10 1 a", "10 2 b", "10 7 c", "10 8 d", "e"])
  }

  @Test("a start of its own holds for each level's first paragraph, and for what stands above it")
  func starts() throws {
    let override = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>"
    let numbering = list(1, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2"), overrides: override)
    let body = item("a", 1) + item("b") + item("c") + item("d", 1)
    #expect(try S(body, numbering: numbering).lines() == ["11 5.1 a", "10 5 b", "10 6 c", "11 6.1 d"])
  }

  @Test("legal numbering, leading zeros and a level that never restarts")
  func specials() throws {
    let numbering = list(
      1, level(0, "upperRoman", "%1") + level(1, "decimalZero", "%1.%2", more: "<w:isLgl/><w:lvlRestart w:val=\"0\"/>"))
    let body = item("a") + item("b", 1) + item("c") + item("d", 1)
    #expect(try S(body, numbering: numbering).lines() == ["10 I a", "11 1.1 b", "10 II c", "11 2.2 d"])
  }

  @Test("styles carry numbering; 0 takes it away; levels may be tied to styles")
  func styles() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      """
    let numbering = list(
      1,
      level(0, "decimal", "%1", more: "<w:pStyle w:val=\"H1\"/>")
        + level(1, "decimal", "%1.%2", more: "<w:pStyle w:val=\"H2\"/>"))
    let body =
      S.p("A", "<w:pStyle w:val=\"H1\"/>") + S.p("B", "<w:pStyle w:val=\"H2\"/>")
      + S.p("C", "<w:pStyle w:val=\"H1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
      + S.p("D", "<w:pStyle w:val=\"H1\"/>")
    #expect(
      try S(body, styles: styles, numbering: numbering).lines() == ["H1 10 1 A", "H2 11 1.1 B", "H1 C", "H1 10 2 D"])
  }

  @Test("a list may take its levels from a list style")
  func listStyle() throws {
    let numbering = """
      <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>\(level(0, "lowerLetter", "%1)"))</w:abstractNum>
      <w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="2"/></w:num>
      """
    #expect(try S(item("x") + item("y"), numbering: numbering).lines() == ["10 a) x", "10 b) y"])
  }
}
