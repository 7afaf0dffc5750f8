// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@Suite("Word: formats and bad input")
struct WordFormatTests {
  private typealias S = WordSample
  private let extractor = WordExtractor()

  private let sample = S(
    S.p("Plan", "<w:outlineLvl w:val=\"0\"/>") + S.tbl(S.tr(S.tc("Action"), S.tc("Lead")), S.tr(S.tc("x"), S.tc("y"))))
  private let expected = [
    "H1 Plan", "table 2x2 head 0", "[0,0] Action", "[0,1] Lead", "[1,0] x", "[1,1] y",
  ]

  @Test("a package, a flat package and a strict package say the same")
  func packages() throws {
    #expect(try sample.lines() == expected)
    #expect(dump(try extractor.extract(sample.flat)) == expected)
    var strict = sample
    strict.namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    strict.relationshipTypes = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    #expect(try strict.lines() == expected)
    var moved = sample
    moved.main = "office/text.xml"
    #expect(try moved.lines() == expected)
  }

  @Test("Word 2003 XML: lists, merges, fills, deletions and notes")
  func word2003() throws {
    let xml = """
      <?xml version="1.0"?><?mso-application progid="Word.Document"?>
      <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://x/auxHint"
      xmlns:aml="http://schemas.microsoft.com/aml/2001/core">
      <w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="4"/><w:lvlText w:val="%1)"/></w:lvl>
      </w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>
      <w:styles><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style></w:styles>
      <w:body><wx:sect><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Aims</w:t></w:r></w:p>
      <w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr><w:r><w:t>Train</w:t></w:r>
      <aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>no</w:delText></w:r></aml:content></aml:annotation>
      <aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>ers</w:t></w:r></aml:content></aml:annotation>
      <w:r><w:footnote><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>
      <w:tc><w:tcPr><w:shd w:val="clear" w:fill="92d050"/></w:tcPr><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>
      <w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      <w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>Top</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>
      """
    let document = try extractor.extract(Array(xml.utf8))
    #expect(extractor.confidence(in: Array(xml.utf8)) == 1)
    #expect(
      dump(document) == [
        "H2 Aims", "10 a) Trainers", "table 2x2 head 0", "[0,0 2x1] a", "[0,1 #92D050] b", "[1,1] c", "Note",
        "<running-header> Top",
      ])
  }

  @Test("rows that an export has cut short are said to be counted off only")
  func lostMerges() throws {
    let xml = """
      <?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:tbl>
      <w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:wordDocument>
      """
    let document = try extractor.extract(Array(xml.utf8))
    guard case .table(let table)? = document.blocks.first else { return #expect(Bool(false), "no table") }
    #expect(table.alignment == .counted)
    let whole = S.tbl(S.tr(S.tc("a"), S.tc("b")), S.tr(S.tc("c")))
    guard case .table(let other)? = try extractor.extract(S(whole).bytes).blocks.first else { return }
    #expect(other.alignment == .exact)
  }

  @Test("formats are told by content")
  func confidence() {
    #expect(extractor.confidence(in: sample.bytes) == 1)
    #expect(extractor.confidence(in: sample.flat) == 1)
    #expect(extractor.confidence(in: Array(sample.bytes.dropLast(40))) == 1)
    #expect(extractor.confidence(in: ZIPWriter(["[Content_Types].xml": "", "xl/workbook.xml": ""]).bytes) == 0)
    #expect(extractor.confidence(in: ZIPWriter(["mimetype": "x", "content.xml": ""]).bytes) == 0)
    #expect(extractor.confidence(in: Array("Plain text".utf8)) == 0)
    #expect(extractor.confidence(in: Array("<html></html>".utf8)) == 0)
    #expect(extractor.confidence(in: []) == 0)
  }

  @Test("a missing text part is named, a missing style part does not matter")
  func missingParts() throws {
    var zip = sample.zip
    zip.entries.removeAll { $0.name == "word/styles.xml" || $0.name == "word/numbering.xml" }
    #expect(dump(try extractor.extract(zip.bytes)) == expected)
    zip.entries.removeAll { $0.name == "word/document.xml" }
    let error = refusal(extractor, zip.bytes)
    #expect(error?.reason == .damaged)
    #expect(error?.place == "word/document.xml")
  }

  @Test("a workbook that calls itself .docx is not a Word document")
  func workbook() {
    let bytes = ZIPWriter([
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels": """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
      Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>
      """, "xl/workbook.xml": "<workbook/>",
    ]).bytes
    #expect(refusal(extractor, bytes)?.reason == .unsupportedFormat)
  }

  @Test("damage is refused with the part and the line")
  func damage() {
    var broken = sample
    broken.body += "\n\n<w:p><w:r></w:p>"
    let error = refusal(extractor, broken.bytes)
    #expect(error?.reason == .damaged)
    #expect(error?.place == "word/document.xml, line 4")
    broken = sample
    broken.styles = "<w:style"
    #expect(refusal(extractor, broken.bytes)?.place?.hasPrefix("word/styles.xml, line") == true)
    #expect(refusal(extractor, [])?.reason == .empty)
    #expect(refusal(extractor, Array("no".utf8))?.reason == .unsupportedFormat)
    #expect(refusal(extractor, Array(sample.bytes.prefix(700)))?.reason == .damaged)
    #expect(refusal(extractor, Array(sample.flat.dropLast(400)))?.reason == .damaged)
  }

  @Test("duplicate parts, declarations, bombs and depth are refused")
  func hostile() {
    var twice = sample.zip
    twice.add("word/Document.xml", "<w:document/>")
    #expect(refusal(extractor, twice.bytes)?.reason == .damaged)
    var bomb = sample.zip
    bomb.entries.removeAll { $0.name == "word/document.xml" }
    bomb.add("word/document.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")
    #expect(refusal(extractor, bomb.bytes)?.message.contains("document type") == true)
    var deep = sample
    deep.body = String(repeating: "<w:sdt>", count: 5000)
    #expect(refusal(extractor, deep.bytes)?.reason == .overLimit)
    var large = sample.zip
    large.entries[3].declaredSize = 900 << 20
    large.entries[3].method = 8
    #expect(refusal(extractor, large.bytes)?.reason == .overLimit)
  }

  @Test("tables nested as deep as XML may be are read")
  func deepTables() throws {
    let depth = 75
    let body =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: depth) + S.p("core")
      + String(repeating: "</w:tc></w:tr></w:tbl>", count: depth)
    #expect(try S(body).lines() == ["table 1x1 head 0", "[0,0] core"])
  }

  @Test("names with Windows' backslashes and a wrong link to the text are forgiven")
  func sloppyPackages() throws {
    var zip = sample.zip
    for index in zip.entries.indices {
      zip.entries[index].name = zip.entries[index].name.replacing("/", with: "\\")
    }
    #expect(dump(try extractor.extract(zip.bytes)) == expected)
    zip = sample.zip
    for index in zip.entries.indices where zip.entries[index].name == "_rels/.rels" {
      zip.entries[index].bytes = Array(
        String(decoding: zip.entries[index].bytes, as: UTF8.self).replacing("document.xml", with: "gone.xml").utf8)
    }
    #expect(dump(try extractor.extract(zip.bytes)) == expected)
  }

  @Test("an old .doc and a protected file are told apart, whatever they are called")
  func oldFormats() {
    func container(_ name: String) -> [UInt8] {
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)
        + name.utf8.flatMap { [$0, 0] } + [UInt8](repeating: 0, count: 200)
    }
    let old = refusal(extractor, container("WordDocument"))
    #expect(old?.reason == .unsupportedFormat)
    #expect(old?.advice.contains("save it as .docx") == true)
    #expect(refusal(extractor, container("EncryptedPackage"))?.reason == .encrypted)
    #expect(extractor.confidence(in: container("WordDocument")) == 0.5)
    #expect(extractor.confidence(in: container("Workbook")) < 0.5)
  }
}
