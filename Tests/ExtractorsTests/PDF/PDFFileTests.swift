// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

struct PDFFileTests {
  /// Standard encryption, 40-bit RC4 (PDF 32000-1, 7.6.3), with the user key worked out beforehand for an owner entry of
  /// bytes 0 to 31, permissions -44 and an identifier of bytes 0 to 15.
  private func encrypted(userEntry: String, objectKey: [UInt8]) -> SamplePDF {
    var sample = SamplePDF(SamplePDF.text("Restricted but readable", x: 40, y: 200))
    let owner = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    sample.objects = [Array("<< /Filter /Standard /V 1 /R 2 /O <\(owner)> /U <\(userEntry)> /P -44 >>".utf8)]
    sample.trailer = "/Encrypt 100 0 R /ID [<000102030405060708090a0b0c0d0e0f> <00>]"
    sample.encode = { _, bytes in rc4(objectKey, bytes) }
    return sample
  }

  @Test func `a file that only restricts printing is read`() throws {
    let sample = encrypted(
      userEntry: "fa14e2b8e7105670806ff1be8feb5cf952ae026450f0c6a9342eda2c99c5f010",
      objectKey: [0x1D, 0x08, 0x83, 0xC2, 0xAB, 0xBD, 0x5C, 0x29, 0xED, 0x69])
    #expect(try SourceDocument(reading: sample).words() == ["Restricted", "but", "readable"])
  }

  @Test func `a file that asks for a password is refused, with advice`() throws {
    let sample = encrypted(
      userEntry: "cf80e429dec9dc9304dadd6b060fc62a13720fe5ec5f459a04f3e54689b27063",
      objectKey: [0xC2, 0xC6, 0x54, 0x54, 0x30, 0xE0, 0xF1, 0xAB, 0x5F, 0x31])
    let error = #expect(throws: ExtractionError.self) { try SourceDocument(reading: sample) }
    #expect(error?.reason == .encrypted)
    #expect(error?.advice.contains("password") == true)
  }

  @Test func `nothing, and something else, are refused as what they are`() {
    let empty = #expect(throws: ExtractionError.self) { try PDFExtractor().extract([]) }
    #expect(empty?.reason == .empty)
    let other = #expect(throws: ExtractionError.self) { try PDFExtractor().extract(Array("%PDF-1.7 and no more".utf8)) }
    #expect(other?.reason == .damaged)
  }

  @Test func `a lost cross-reference table is rebuilt`() throws {
    let bytes = SamplePDF(SamplePDF.text("Recovered", x: 40, y: 200)).bytes
    let start = try #require(bytes.indices.last { bytes[$0...].starts(with: Array("xref\n0".utf8)) })
    let document = try PDFExtractor().extract(Array(bytes[..<start]) + Array("trailer << /Root 1 0 R >>\n".utf8))
    #expect(document.words() == ["Recovered"])
  }

  @Test func `a page that is no page is reported and the others are read`() throws {
    var sample = SamplePDF([
      .init(content: SamplePDF.text("First", x: 40, y: 200)), .init(content: SamplePDF.text("Second", x: 40, y: 200)),
    ])
    var bytes = sample.bytes
    // The second page's object becomes a number.
    let mark = Array("12 0 obj\n<<".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
    bytes.replaceSubrange((place + 9)..<(place + 11), with: Array("7%".utf8))
    let document = try PDFExtractor().extract(bytes)
    #expect(document.pages.map(\.number) == [1])
    #expect(document.notices.map(\.id) == ["pages-unread"])
    #expect(document.notices[0].location.page == 2)
    #expect(document.pageCount == 2)
    sample.pages.removeAll()
    #expect(throws: ExtractionError.self) { try SourceDocument(reading: sample) }
  }

  @Test func `the title is metadata and no text`() throws {
    var sample = SamplePDF(SamplePDF.text("Body", x: 40, y: 200))
    sample.objects = [Array("<< /Title (Our plan) >>".utf8)]
    sample.trailer = "/Info 100 0 R"
    let document = try SourceDocument(reading: sample)
    #expect(document.titleProperty == "Our plan")
    #expect(document.words() == ["Body"])
    #expect(document.mediaType == "application/pdf" && document.reader == "pdf/poppler" && document.pageCount == 1)
  }

  @Test func `content tells the format`() {
    let extractor = PDFExtractor()
    #expect(extractor.confidence(in: Array("%PDF-1.4\n".utf8)) == 1)
    #expect(extractor.confidence(in: Array("junk from a mail\n%PDF-1.4\n".utf8)) == 0.9)
    #expect(extractor.confidence(in: Array("A plan about %PDF files".utf8)) == 0)
    #expect(extractor.confidence(in: []) == 0)
  }

  @Test func `without drawings the words are the same, and a notice says what is missing`() throws {
    let sample = SamplePDF("1 w 30 190 m 200 190 l S\n" + SamplePDF.text("Words in a table", x: 40, y: 200))
    let document = try SourceDocument(reading: sample, with: PDFExtractor(readsDrawings: false))
    #expect(document.words() == ["Words", "in", "a", "table"])
    #expect(document.pages[0].rulingLines.isEmpty)
    #expect(document.notices.map(\.id) == ["drawing-unread"])
  }

  @Test func `the same bytes give the same document`() throws {
    let sample = SamplePDF((0..<40).map { SamplePDF.text("Line \($0)", x: 40, y: 290 - 7 * Double($0)) }.joined())
    let one = try SourceDocument(reading: sample)
    let other = try SourceDocument(reading: sample)
    #expect(one.pages[0].words == other.pages[0].words)
    #expect(one.text.bytes == other.text.bytes)
  }
}

/// The cipher of old PDFs (its own inverse).
private func rc4(_ key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
  var state = (0..<256).map { UInt8($0) }
  var j = 0
  for i in 0..<256 {
    j = (j + Int(state[i]) + Int(key[i % key.count])) & 255
    state.swapAt(i, j)
  }
  var (i, k) = (0, 0)
  return bytes.map { byte in
    i = (i + 1) & 255
    k = (k + Int(state[i])) & 255
    state.swapAt(i, k)
    return byte ^ state[(Int(state[i]) + Int(state[k])) & 255]
  }
}
