// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

struct PDFWordTests {
  @Test func `words stand where they are shown, in points from the top left`() throws {
    let document = try SourceDocument(reading: SamplePDF(SamplePDF.text("Improve the offer", x: 50, y: 250)))
    #expect(document.words() == ["Improve", "the", "offer"])
    let box = try #require(document.pages[0].words.first?.box)
    #expect(abs(box.left - 50) < 0.1)
    // The baseline is 250 points above the bottom of 300; the box goes from ascender to descender.
    #expect(box.top > 39 && box.top < 43 && box.bottom > 51 && box.bottom < 54)
    #expect(document.pages[0].words[0].fontSize == 10)
    #expect(document.pages[0].width == 400 && document.pages[0].height == 300)
  }

  @Test(arguments: [(90, 1), (180, 2), (270, 3)])
  func `turned text is read along its own direction`(degrees: Int, rotation: UInt8) throws {
    // Rows of the text matrix for text that is turned clockwise by the degrees.
    let matrix = [90: "0 -1 1 0", 180: "-1 0 0 -1", 270: "0 1 -1 0"][degrees] ?? ""
    let content = "BT /F1 10 Tf \(matrix) 200 150 Tm (Lead officer) Tj ET\n"
    let document = try SourceDocument(reading: SamplePDF(content))
    #expect(document.words() == ["Lead", "officer"])
    #expect(document.pages[0].words.map(\.rotation) == [rotation, rotation])
  }

  @Test func `a page that is displayed turned gives upright words in displayed coordinates`() throws {
    var page = SamplePDF.Page(content: "BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Sideways) Tj ET\n")
    page.rotation = 90
    let document = try SourceDocument(reading: SamplePDF([page]))
    #expect(document.words() == ["Sideways"])
    #expect(document.pages[0].words[0].rotation == 0)
    #expect(document.pages[0].width == 300 && document.pages[0].height == 400)
    #expect(document.pages[0].words[0].box.left.rounded() == 50)
  }

  @Test func `coordinates count from the crop box, and what lies outside it is not there`() throws {
    var page = SamplePDF.Page(
      content: SamplePDF.text("Inside", x: 120, y: 150) + SamplePDF.text("Outside", x: 10, y: 20)
        + "1 0 0 rg 110 140 50 20 re f\n")
    page.cropBox = [100, 100, 300, 200]
    let document = try SourceDocument(reading: SamplePDF([page]))
    #expect(document.words() == ["Inside"])
    #expect(document.pages[0].words[0].box.left.rounded() == 20)
    #expect(document.pages[0].fills.map(\.box.rounded) == [[10, 40, 60, 60]])
  }

  @Test func `letters that are spaced out are one word, and wide gaps between them part words`() throws {
    let content =
      "BT /F2 12 Tf 4 Tc 1 0 0 1 40 200 Tm (ACTION) Tj ET\n"
      + "BT /F2 12 Tf 1 0 0 1 40 150 Tm [(K) -400 (E) -400 (Y) -1200 (S) -400 (T) -400 (E) -400 (P)] TJ ET\n"
    let document = try SourceDocument(reading: SamplePDF(content))
    #expect(document.words() == ["ACTION", "KEY", "STEP"])
  }

  @Test func `single letters in columns stay apart`() throws {
    let letters = ["R", "A", "G", "B"].enumerated().map { SamplePDF.text($1, x: 40 + 30 * Double($0), y: 200) }
    #expect(try SourceDocument(reading: SamplePDF(letters.joined())).words() == ["R", "A", "G", "B"])
  }

  @Test func `letters with rules between them are cells, however narrow`() throws {
    let letters = ["R", "A", "G", "B"].enumerated().map { SamplePDF.text($1, x: 40 + 14 * Double($0), y: 200) }.joined()
    #expect(try SourceDocument(reading: SamplePDF(letters)).words() == ["RAGB"])
    let rules = (0..<5).map { "\(38 + 14 * $0) 190 m \(38 + 14 * $0) 215 l S\n" }.joined()
    #expect(try SourceDocument(reading: SamplePDF(letters + "0.5 w " + rules)).words() == ["R", "A", "G", "B"])
  }

  @Test func `raised figures behind a word are left out and counted; ordinals and units stay`() throws {
    let content =
      SamplePDF.text("Partnership", x: 40, y: 200) + SamplePDF.text("3", x: 92, y: 204, size: 6)
      + SamplePDF.text("reviewed", x: 110, y: 200) + SamplePDF.text("on the 21", x: 40, y: 180)
      + SamplePDF.text("st", x: 80.5, y: 184, size: 6) + SamplePDF.text("over 40 m", x: 40, y: 160)
      + SamplePDF.text("2", x: 84.3, y: 164, size: 6)
    let document = try SourceDocument(reading: SamplePDF(content))
    #expect(document.words() == ["Partnership", "reviewed", "on", "the", "21st", "over", "40", "m2"])
    #expect(document.notices.map(\.id) == ["footnote-marks-dropped"])
    #expect(document.notices.first?.message.hasPrefix("1 raised footnote mark ") == true)
  }

  @Test func `overprinted words are read once`() throws {
    let content = SamplePDF.text("Governance", x: 40, y: 200) + SamplePDF.text("Governance", x: 40.6, y: 200)
    #expect(try SourceDocument(reading: SamplePDF(content)).words() == ["Governance"])
  }

  @Test func `text in the colour behind it is marked as hidden`() throws {
    let content =
      "1 1 1 rg\n" + SamplePDF.text("Secret", x: 40, y: 200) + "0 0 0.5 rg 30 90 100 30 re f 1 1 1 rg\n"
      + SamplePDF.text("Heading", x: 40, y: 100) + "0 g\n" + SamplePDF.text("Plain", x: 40, y: 50)
    #expect(try SourceDocument(reading: SamplePDF(content)).markedWords() == ["Secret~", "Heading", "Plain"])
  }

  @Test func `hidden text that doubles visible text is dropped`() throws {
    let content =
      "1 1 1 rg\n" + SamplePDF.text("Outcome", x: 40, y: 200) + "0 g\n" + SamplePDF.text("Outcome", x: 42.4, y: 200)
    #expect(try SourceDocument(reading: SamplePDF(content)).markedWords() == ["Outcome"])
  }

  @Test func `a line through a word strikes it out; one below or above does not`() throws {
    let content =
      SamplePDF.text("Dropped", x: 40, y: 200) + SamplePDF.text("Kept", x: 100, y: 200)
      + SamplePDF.text("Under", x: 140, y: 200) + SamplePDF.text("Over", x: 180, y: 200)
      + "0.6 w 40 203 m 77 203 l S 140 198.8 m 170 198.8 l S 180 208.5 m 210 208.5 l S\n"
    let document = try SourceDocument(reading: SamplePDF(content))
    #expect(document.pages[0].words.map { $0.style.contains(.struckThrough) } == [true, false, false, false])
  }

  @Test func `bold is told from the font's name`() throws {
    let content = SamplePDF.text("Bold", x: 40, y: 200, font: "F2") + SamplePDF.text("plain", x: 80, y: 200)
    let document = try SourceDocument(reading: SamplePDF(content))
    #expect(document.pages[0].words.map { $0.style.contains(.bold) } == [true, false])
  }

  @Test func `ligatures become letters and symbol bullets become bullets`() throws {
    var sample = SamplePDF("BT /F3 10 Tf 1 0 0 1 40 200 Tm (a) Tj 30 0 Td (b) Tj ET\n")
    // A font whose codes a and b stand for the ligature fi and for Wingdings' small square.
    let map = """
      /CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange
      2 beginbfchar <61> <FB01> <62> <F0A7> endbfchar endcmap end
      """
    sample.objects = [
      Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 101 0 R >>".utf8),
      SamplePDF.stream("", Array(map.utf8)),
    ]
    sample.extraFonts = "/F3 100 0 R"
    #expect(try SourceDocument(reading: sample).words() == ["fi", "\u{25AA}"])
  }

  @Test func `text of a free text annotation is read once`() throws {
    var page = SamplePDF.Page(content: SamplePDF.text("Page", x: 40, y: 200))
    page.entries = "/Annots [100 0 R]"
    var sample = SamplePDF([page])
    sample.objects = [
      Array(
        """
        << /Type /Annot /Subtype /FreeText /Rect [100 100 300 130] /Contents (Stamped) /DA (/F1 10 Tf 0 g)
        /AP << /N 101 0 R >> >>
        """.utf8),
      SamplePDF.stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 200 30] /Resources << /Font << /F1 3 0 R >> >>",
        Array(SamplePDF.text("Stamped", x: 5, y: 10).utf8)),
    ]
    #expect(try SourceDocument(reading: sample).words() == ["Page", "Stamped"])
  }
}
