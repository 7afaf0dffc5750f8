// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Foundation
import Testing

/// Mutated files must give a document or a typed error. Runs with `COMMONPLAN_FUZZ=N` (inputs for each format) only;
/// `COMMONPLAN_FUZZ_SEED` starts elsewhere.
@Suite("Word and OpenDocument: fuzzing", .enabled(if: fuzzCount > 0, "set COMMONPLAN_FUZZ=N"))
struct WordFuzzTests {
  private typealias S = WordSample

  private static let rich: WordSample = {
    let numbered = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>"
    var sample = S(
      S.p("Title", "<w:pStyle w:val=\"H\"/>") + S.p("Item", numbered)
        + S.tbl(
          S.tr(
            S.tc("A", "<w:gridSpan w:val=\"2\"/><w:shd w:val=\"clear\" w:fill=\"FF0000\"/>"),
            properties: "<w:tblHeader/>"),
          S.tr(S.tc("b", "<w:vMerge w:val=\"restart\"/>"), S.tc("c")), S.tr(S.tc("", "<w:vMerge/>"), S.tc("d")),
          S.tr("<w:tc>\(S.tbl(S.tr(S.tc("in"))))<w:p/></w:tc>", S.tc("e")),
          properties: "<w:tblStyle w:val=\"T\"/><w:tblLook w:val=\"04A0\"/>", widths: [1000, 90, 1000])
          + """
          <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(S.p("sdt"))</w:sdtContent></w:sdt>
          <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r>
          <w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>entry</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
          <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>y</w:t></w:r></w:ins></w:p>
          <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\(S.p("box"))</w:txbxContent></mc:Choice><mc:Fallback>
          <w:txbxContent>\(S.p("box"))</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>
          """,
      styles: """
        <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="H"/></w:style>
        <w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>
        <w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:fill="00FF00"/></w:tcPr></w:tblStylePr></w:style>
        """,
      numbering: """
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:numFmt w:val="ordinalText"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        """)
    sample.parts = [
      (
        "footnotes.xml", "footnotes",
        "<w:footnotes \(sample.namespaces)><w:footnote>\(S.p("n"))</w:footnote></w:footnotes>"
      )
    ]
    return sample
  }()

  private static let openDocument = OpenDocumentSample(
    """
    <office:text><text:h text:outline-level="1">Head</text:h><text:list text:style-name="N"><text:list-item text:start-value="2">
    <text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>
    <table:table><table:table-column table:number-columns-repeated="3"/><table:table-row table:number-rows-repeated="2">
    <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>c</text:p></table:table-cell>
    <table:covered-table-cell/><table:table-cell><table:table><table:table-row><table:table-cell><text:p>d</text:p></table:table-cell>
    </table:table-row></table:table></table:table-cell></table:table-row></table:table></office:text>
    """,
    styles: """
      <text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" text:display-levels="1"/>
      <text:list-level-style-number text:level="2" style:num-format="One" text:display-levels="2"/></text:list-style>
      """)

  private func check(_ extractor: some Extractor, _ bytes: [UInt8], _ label: String) {
    _ = extractor.confidence(in: bytes)
    do {
      let document = try extractor.extract(bytes)
      #expect(hasSoundSpans(document), "\(label)")
    } catch {
      #expect(!error.message.isEmpty && !error.advice.isEmpty, "\(label)")
    }
  }

  @Test("mutated parts of a package")
  func parts() {
    let parts = Self.rich.allParts
    for round in 0..<fuzzCount {
      var mutator = Mutator(seed: fuzzSeed &+ UInt64(round))
      var writer = ZIPWriter()
      for (name, text) in parts {
        let bytes = Array(text.utf8)
        writer.entries.append(.init(name: name, bytes: mutator.chance(3) ? mutator.mutateXML(bytes) : bytes))
      }
      check(WordExtractor(), writer.bytes, "part, round \(round)")
    }
  }

  @Test("mutated archives, flat packages and Word 2003 XML")
  func files() {
    let archive = Self.rich.bytes
    let flat = Self.rich.flat
    let old = Array(
      String(decoding: flat, as: UTF8.self).replacing(
        Self.rich.namespace, with: "http://schemas.microsoft.com/office/word/2003/wordml"
      ).replacing("w:document", with: "w:wordDocument").utf8)
    let start = old.firstRange(of: Array("<w:wordDocument".utf8))?.lowerBound ?? 0
    let end = old.firstRange(of: Array("</w:wordDocument>".utf8))?.upperBound ?? old.count
    for round in 0..<fuzzCount {
      var mutator = Mutator(seed: fuzzSeed &+ UInt64(round) &* 7919)
      check(WordExtractor(), mutator.mutateBytes(archive), "archive, round \(round)")
      check(WordExtractor(), mutator.mutateXML(flat), "flat, round \(round)")
      check(WordExtractor(), mutator.mutateXML(Array(old[start..<end])), "2003, round \(round)")
    }
  }

  @Test("mutated OpenDocument files")
  func openDocuments() {
    let flat = Self.openDocument.flat
    let sheet = Array(String(decoding: flat, as: UTF8.self).replacing("office:text", with: "office:spreadsheet").utf8)
    for round in 0..<fuzzCount {
      var mutator = Mutator(seed: fuzzSeed &+ UInt64(round) &* 104_729)
      check(OpenDocumentExtractor(), mutator.mutateXML(flat), "fodt, round \(round)")
      check(OpenDocumentExtractor(), mutator.mutateXML(sheet), "fods, round \(round)")
      check(OpenDocumentExtractor(), mutator.mutateBytes(Self.openDocument.bytes), "odt, round \(round)")
    }
  }
}
