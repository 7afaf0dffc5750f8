// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

struct ScanTests {
  /// Says what it is told to, and remembers nothing.
  private struct Parrot: PageRecogniser {
    var words: [RecognisedWord] = []
    var error: ExtractionError?

    func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord] {
      if let error { throw error }
      return words
    }
  }

  /// Says how bright the picture is at some places: 0 black, 255 white.
  private struct Densitometer: PageRecogniser {
    var places: [(x: Int, y: Int)]

    func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord] {
      places.map { place in
        let value = image.pixels[place.y * image.width + place.x]
        return RecognisedWord(
          text: value < 100 ? "dark" : "bright", left: place.x, top: place.y, width: 60, height: 20, confidence: 90)
      }
    }
  }

  /// A picture with something on it, but neither rules nor fills.
  private func specks(_ x: Int, _ y: Int) -> UInt8 {
    (140..<146).contains(y) && (30..<90).contains(x) && x % 12 < 6 ? 40 : 240
  }

  /// A page of 120 by 90 points that is all picture: 240 by 180 grey pixels, drawn by `paint`.
  private func scan(_ paint: (Int, Int) -> UInt8) -> SamplePDF {
    var pixels: [UInt8] = []
    for y in 0..<180 { for x in 0..<240 { pixels.append(paint(x, y)) } }
    var page = SamplePDF.Page(content: "q 120 0 0 90 0 0 cm /X1 Do Q\n")
    page.mediaBox = [0, 0, 120, 90]
    page.resources = "/XObject << /X1 100 0 R >>"
    var sample = SamplePDF([page])
    sample.objects = [
      SamplePDF.stream(
        "/Type /XObject /Subtype /Image /Width 240 /Height 180 /ColorSpace /DeviceGray /BitsPerComponent 8", pixels)
    ]
    return sample
  }

  @Test func `a page that is a picture is recognised, with places in points and confidence`() throws {
    // 300 dpi are 4 1/6 pixels a point.
    let parrot = Parrot(words: [
      RecognisedWord(text: "Improve", left: 100, top: 50, width: 125, height: 25, confidence: 62)
    ])
    let document = try SourceDocument(reading: scan(specks), with: PDFExtractor(recogniser: parrot))
    #expect(document.isRecognised)
    #expect(document.pages[0].isRecognised)
    let word = try #require(document.pages[0].words.first)
    #expect(document.words() == ["Improve"])
    #expect(word.confidence == 62 && word.style == .recognised)
    #expect(word.box.left == 24 && word.box.right == 54)
    #expect(word.fontSize > 5 && word.fontSize < 9)
  }

  @Test func `rules and fills come from the raster, and the text on a fill is dark on white for OCR`() throws {
    // A dark band with a light bar in it, and a rule below.
    let sample = scan { x, y in
      if (20..<60).contains(y), (20..<220).contains(x) {
        return (30..<50).contains(y) && (40..<46).contains(x) ? 250 : 60
      }
      if (100..<102).contains(y), (20..<220).contains(x) { return 70 }
      return 245
    }
    let meter = Densitometer(places: [(90, 80), (200, 80), (300, 300)])
    let document = try SourceDocument(reading: sample, with: PDFExtractor(recogniser: meter))
    #expect(document.words() == ["dark", "bright", "bright"])
    #expect(document.pages[0].fills.map(\.box.rounded) == [[10, 10, 110, 30]])
    let rule = try #require(document.pages[0].rulingLines.first { $0.box.top > 40 })
    #expect(rule.isHorizontal)
    #expect(rule.box.left.rounded() == 10 && rule.box.right.rounded() == 110)
    #expect(abs((rule.box.top + rule.box.bottom) / 2 - 50.5) < 0.6)
  }

  @Test func `strokes of large heavy letters are text, not fills`() throws {
    // Strokes of 5 points with as much room between them, as high as a title's letters.
    let sample = scan { x, y in (60..<92).contains(y) && (20..<220).contains(x) && (x / 10) % 2 == 0 ? 30 : 245 }
    let strokes = [20, 60, 100, 140, 180].map { (x: Int(Double($0 + 5) / 2 * 300 / 72), y: 158) }
    let gaps = [30, 70, 110].map { (x: Int(Double($0 + 5) / 2 * 300 / 72), y: 158) }
    let document = try SourceDocument(
      reading: sample, with: PDFExtractor(recogniser: Densitometer(places: strokes + gaps)))
    #expect(document.words() == ["dark", "dark", "dark", "dark", "dark", "bright", "bright", "bright"])
    #expect(document.pages[0].fills.isEmpty)
  }

  @Test func `white lines divide pale fills that cover most of the page`() throws {
    // Two rows of two cells, hardly darker than the paper, with a line of half a point between them.
    let sample = scan { x, y in
      let isLine = (118..<120).contains(x) || (88..<90).contains(y)
      return (10..<230).contains(x) && (10..<170).contains(y) && !isLine ? 228 : 250
    }
    let document = try SourceDocument(reading: sample, with: PDFExtractor(recogniser: Parrot()))
    let boxes = document.pages[0].fills.map(\.box.rounded).sorted { ($0[1], $0[0]) < ($1[1], $1[0]) }
    #expect(boxes == [[5, 5, 59, 44], [60, 5, 115, 44], [5, 45, 59, 85], [60, 45, 115, 85]])
  }

  @Test func `a fill as pale as the paper may be is one fill where part of it is darker`() throws {
    let sample = scan { x, y in
      guard (20..<220).contains(x), (40..<80).contains(y) else { return 250 }
      return (x / 8 + y / 8) % 2 == 0 ? 238 : 232
    }
    let document = try SourceDocument(reading: sample, with: PDFExtractor(recogniser: Parrot()))
    #expect(document.pages[0].fills.map(\.box.rounded) == [[10, 20, 110, 40]])
  }

  @Test func `a bar between words is no ruling line, one that meets a line is`() throws {
    // Both are 12 points high; the right one hangs from a line.
    let sample = scan { x, y in
      if (30..<54).contains(y), (60..<62).contains(x) || (160..<162).contains(x) { return 30 }
      return (28..<30).contains(y) && (120..<220).contains(x) ? 30 : 245
    }
    let bar = RecognisedWord(text: "|", left: 125, top: 62, width: 4, height: 50, confidence: 96)
    let words = [
      RecognisedWord(text: "Lead", left: 60, top: 70, width: 50, height: 36, confidence: 96), bar,
      RecognisedWord(text: "When", left: 145, top: 70, width: 60, height: 36, confidence: 96),
    ]
    let document = try SourceDocument(reading: sample, with: PDFExtractor(recogniser: Parrot(words: words)))
    #expect(document.pages[0].rulingLines.filter { !$0.isHorizontal }.map { $0.box.left.rounded() } == [80])
    #expect(document.words() == ["Lead", "|", "When"])
  }

  @Test func `an upright line that a dark head breaks keeps its short piece`() throws {
    // Pieces of 14 points at the top: the right one stands in line with a long line further down, the left one does not.
    let sample = scan { x, y in
      if (20..<48).contains(y), (60..<62).contains(x) || (160..<162).contains(x) { return 30 }
      return (84..<170).contains(y) && (160..<162).contains(x) ? 30 : 245
    }
    let document = try SourceDocument(reading: sample, with: PDFExtractor(recogniser: Parrot()))
    let upright = document.pages[0].rulingLines.filter { !$0.isHorizontal }
    #expect(upright.map { $0.box.left.rounded() } == [80, 80])
    #expect(upright.contains { $0.box.top < 20 })
  }

  @Test func `bars under one another are rests of a rule`() throws {
    let words = [0, 60, 120].flatMap { top in
      [
        RecognisedWord(text: "cell", left: 60, top: 70 + top, width: 50, height: 36, confidence: 96),
        RecognisedWord(text: "|", left: 125, top: 64 + top, width: 4, height: 45, confidence: 96),
        RecognisedWord(text: "next", left: 145, top: 70 + top, width: 60, height: 36, confidence: 96),
      ]
    }
    let document = try SourceDocument(
      reading: scan { _, _ in 245 }, with: PDFExtractor(recogniser: Parrot(words: words)))
    #expect(!document.words().contains("|"))
  }

  @Test func `a page that lies askew is levelled`() throws {
    let sample = scan { x, y in
      let level = y - (x * 3) / 120
      return level > 30 && level % 24 < 2 && (10..<230).contains(x) ? 40 : 245
    }
    let document = try SourceDocument(reading: sample, with: PDFExtractor(recogniser: Parrot()))
    let rules = document.pages[0].rulingLines.filter { $0.isHorizontal && $0.box.width > 80 }
    #expect(rules.count >= 4)
    #expect(rules.allSatisfy { $0.box.height < 2 })
  }

  /// Reads only pictures that are higher than wide, as if their text stood upright so.
  private struct UprightReader: PageRecogniser {
    func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord] {
      (0..<10).map { index in
        RecognisedWord(
          text: image.height > image.width ? "readable" : "smudge", left: 40, top: 40 + 30 * index, width: 100,
          height: 25, confidence: image.height > image.width ? 90 : 20)
      }
    }
  }

  @Test func `a sheet that was scanned on its side is turned`() throws {
    let sample = scan { x, y in (40..<44).contains(y) && (20..<200).contains(x) ? 40 : specks(x, y) }
    let document = try SourceDocument(reading: sample, with: PDFExtractor(recogniser: UprightReader()))
    #expect(Set(document.words()) == ["readable"])
    #expect(document.pages[0].width == 90 && document.pages[0].height == 120)
    // The level rule, 21 points from the top, stands upright now, as far from the right.
    let rule = try #require(document.pages[0].rulingLines.first)
    #expect(!rule.isHorizontal && abs(rule.box.left - 69) < 1.5)
  }

  /// Reads as tesseract does, which also makes out lines that run down the page, for a page with a mark at its top left.
  private struct AllRoundReader: PageRecogniser {
    func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord] {
      func isMarked(_ x: Int, _ y: Int) -> Bool { image.pixels[y * image.width + x] < 128 }
      let (right, bottom) = (image.width - 44, image.height - 44)
      let isUpright = isMarked(right, 44) || isMarked(44, bottom)
      let isSure = isMarked(44, 44) || isMarked(right, 44)
      return (0..<40).map { index in
        let across = 20 + 80 * (index % 4)
        let down = 20 + 34 * (index / 4)
        return RecognisedWord(
          text: isSure ? "readable" : "a1qepeaj", left: isUpright ? down : across, top: isUpright ? across : down,
          width: isUpright ? 25 : 70, height: isUpright ? 70 : 25,
          confidence: isSure || index % 5 == 0 ? 90 : 20)
      }
    }
  }

  @Test(arguments: [(0, 0), (1, 0), (1, 1), (0, 1)])
  func `a page is turned the right way up, whichever way it lies`(corner: (right: Int, bottom: Int)) throws {
    let sample = scan { x, y in
      let (left, top) = (16 + corner.right * 196, 16 + corner.bottom * 136)
      return (left..<(left + 12)).contains(x) && (top..<(top + 12)).contains(y) ? 30 : 240
    }
    let document = try SourceDocument(reading: sample, with: PDFExtractor(recogniser: AllRoundReader()))
    #expect(Set(document.words()) == ["readable"])
    #expect(document.pages[0].words.allSatisfy { $0.box.width > $0.box.height })
    #expect((document.pages[0].width < document.pages[0].height) == (corner.right != corner.bottom))
  }

  @Test func `without a recogniser, or when it fails, the page is reported`() throws {
    let sample = scan(specks)
    let none = try SourceDocument(reading: sample)
    #expect(none.notices.map(\.id) == ["ocr-unavailable"])
    #expect(none.pages.count == 1 && none.pages[0].words.isEmpty && !none.isRecognised)
    let error = ExtractionError(.unavailable, "no such program", advice: "Install it.")
    let failed = try SourceDocument(reading: sample, with: PDFExtractor(recogniser: Parrot(error: error)))
    #expect(failed.notices.map(\.message) == ["Page 1: scanned, and not read: no such program. Install it."])
    let never = try SourceDocument(reading: sample, with: PDFExtractor(ocr: .never, recogniser: Parrot()))
    #expect(never.notices.map(\.id) == ["pages-scanned"])
  }

  @Test func `pages with text are recognised only on demand`() throws {
    let sample = SamplePDF(SamplePDF.text("Typed words, quite a few of them", x: 40, y: 200))
    let parrot = Parrot(words: [
      RecognisedWord(text: "Recognised", left: 100, top: 50, width: 200, height: 30, confidence: 90)
    ])
    #expect(try SourceDocument(reading: sample, with: PDFExtractor(recogniser: parrot)).words().first == "Typed")
    let always = try SourceDocument(reading: sample, with: PDFExtractor(ocr: .always, recogniser: parrot))
    #expect(always.words() == ["Recognised"])
  }

  @Test func `an empty page is no scan`() throws {
    let document = try SourceDocument(reading: SamplePDF("1 1 1 rg 0 0 400 300 re f\n"))
    #expect(document.notices.isEmpty)
  }

  @Test func `a page without ink is not sent to OCR`() throws {
    let parrot = Parrot(words: [
      RecognisedWord(text: "Nothing", left: 100, top: 50, width: 125, height: 25, confidence: 90)
    ])
    let document = try SourceDocument(reading: scan { _, _ in 230 }, with: PDFExtractor(recogniser: parrot))
    #expect(document.words().isEmpty && document.notices.isEmpty)
  }
}
