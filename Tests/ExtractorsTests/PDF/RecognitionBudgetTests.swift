// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
@testable import Extractors
import Testing

struct RecognitionBudgetTests {
  /// Reads words where the picture is dark near its top left corner, else letters that make none.
  private struct Viewer: PageRecogniser {
    func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord] {
      let isText = image.pixels[44 * image.width + 44] < 128
      return (0..<40).map { index in
        RecognisedWord(
          text: isText ? "readable" : "rnjxzwq", left: 20 + 110 * (index % 4), top: 20 + 34 * (index / 4), width: 100,
          height: 25, confidence: isText ? 90 : 12)
      }
    }
  }

  /// Fails at every picture, or reads only those that are higher than wide.
  private struct Clerk: PageRecogniser {
    var failure: ExtractionError?

    func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord] {
      if let failure { throw failure }
      let isUpright = image.height > image.width
      return (0..<40).map { index in
        RecognisedWord(
          text: isUpright ? "readable" : "rnjxzwq", left: 20 + 80 * (index % 4), top: 20 + 34 * (index / 4), width: 70,
          height: 25, confidence: isUpright ? 90 : 12)
      }
    }
  }

  /// Pages of 120 by 90 points that are pictures: T for text, P for a photograph.
  private func album(_ pages: String) -> SamplePDF {
    func picture(_ corner: UInt8) -> [UInt8] {
      var pixels = [UInt8](repeating: 240, count: 240 * 180)
      for y in 16..<28 { for x in 16..<28 { pixels[y * 240 + x] = corner } }
      for y in 120..<126 { for x in 30..<90 where x % 12 < 6 { pixels[y * 240 + x] = 40 } }
      return SamplePDF.stream(
        "/Type /XObject /Subtype /Image /Width 240 /Height 180 /ColorSpace /DeviceGray /BitsPerComponent 8", pixels)
    }
    var sample = SamplePDF(
      pages.map { kind in
        var page = SamplePDF.Page(content: "q 120 0 0 90 0 0 cm /\(kind) Do Q\n")
        page.mediaBox = [0, 0, 120, 90]
        page.resources = "/XObject << /P 100 0 R /T 101 0 R >>"
        return page
      })
    sample.objects = [picture(240), picture(30)]
    return sample
  }

  /// Reads an album, with so much patience as two photographs need.
  private func read(
    _ pages: String, ocr: OCRMode = .auto, with recogniser: any PageRecogniser = Viewer()
  ) throws -> SourceDocument {
    var reader = PDFExtractor(ocr: ocr, recogniser: recogniser)
    reader.recognitionBudget.allowance = 2 * 500 * 375
    return try SourceDocument(reading: album(pages), with: reader)
  }

  @Test func `after two photographs the others are left alone, which is said`() throws {
    let document = try read("PPPP")
    #expect(document.pages.map(\.words.isEmpty) == [false, false, true, true])
    let notice = try #require(document.notices.first)
    #expect(document.notices.count == 1 && notice.id == "ocr-unavailable")
    #expect(notice.message.hasPrefix("Pages 3-4: scanned, and not read: the pictures before"))
    #expect(notice.message.contains("--ocr always"))
  }

  @Test func `pages of text between them make up for photographs`() throws {
    let document = try read("PTPTTPTPPT")
    #expect(document.pages.filter(\.words.isEmpty).map(\.number) == [10])
  }

  @Test func `whoever asks for OCR of every page gets it`() throws {
    let document = try read("PPPP", ocr: .always)
    #expect(document.pages.allSatisfy { !$0.words.isEmpty } && document.notices.isEmpty)
  }

  @Test func `pictures that OCR gives up are photographs`() throws {
    let slow = ExtractionError(.damaged, "too slow", advice: "Do not.")
    let document = try read("PPPP", with: Clerk(failure: slow))
    #expect(document.notices.map { String($0.message.prefix(9)) } == ["Pages 1-2", "Pages 3-4"])
  }

  @Test func `pages of few words are endured for longer`() {
    var budget = RecognitionBudget()
    let page = 2_480 * 3_508
    for _ in 0..<11 { budget.note(.little, pixels: page) }
    #expect(!budget.isSpent)
    budget.note(.little, pixels: page)
    #expect(budget.isSpent)
  }

  @Test func `a picture that is no text is not turned`() throws {
    let document = try read("P", with: Clerk())
    #expect(Set(document.words()) == ["rnjxzwq"])
  }
}
