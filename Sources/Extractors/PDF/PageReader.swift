// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads one page after another and remembers what has to be told about them.
struct PageReader: ~Copyable {
  /// With this many characters or fewer a page that is covered by a picture is a scan: stamps and page numbers that a
  /// scanning program adds are no text layer.
  static let fewestGlyphs = 24
  /// What part of a page a scan's pictures cover at least.
  static let scanCoverage: Float = 0.5
  /// A page without characters, but with this many odd shapes, has its text as outlines.
  static let outlineShapes = 150

  private let settings: PDFExtractor
  var originals: OriginalPages
  /// Whether the file is large enough for its pages to be pictures.
  let mayHavePictures: Bool
  /// Whether any page was read by OCR.
  private(set) var hasRecognised = false
  private var report = PageReport()
  /// Why there is no OCR, once that is known: further pages need not be rendered for it.
  private var missingOCR: ExtractionError?
  private var recognitionBudget: RecognitionBudget

  init(_ settings: PDFExtractor, bytes: [UInt8], pageCount: Int) {
    self.settings = settings
    mayHavePictures = settings.readsDrawings && bytes.count / max(1, pageCount) >= PageReader.leastPictureBytes
    recognitionBudget = settings.recognitionBudget
    originals = OriginalPages(bytes)
  }

  /// What a person should know about the pages read so far.
  var notices: [Notice] { report.notices }

  /// Notes a page that could not be read.
  mutating func skip(number: Int) { report.unread.append(number) }

  /// The content of a page; its words go to `text`.
  mutating func read(_ sheet: borrowing PopplerSheet, number: Int, into text: inout TextStore) -> PageContent {
    let size = sheet.size
    var page = PageContent(number: number, width: Float(size.width), height: Float(size.height))
    let drawing = drawing(of: sheet, page)
    let glyphs = PageGlyphs(of: sheet)
    if recognise(&page, glyphs, drawing, &text) { return page }
    if !glyphs.hasBoxes { report.withoutBoxes.append(number) }

    let found = WordBuilder.words(of: glyphs, on: drawing) {
      originals.images(onPage: number - 1)
    }
    report.footnoteMarkCount += found.footnoteMarkCount
    page.words.reserveCapacity(found.words.count)
    for (piece, spaceBefore) in found.words {
      let repaired = SwappedLigatures.repaired(piece.text)
      if repaired != nil, report.withSwappedLigatures.last != number { report.withSwappedLigatures.append(number) }
      guard let span = (repaired ?? piece.text).withUnsafeBufferPointer({ text.append(utf8: $0) }) else { continue }
      page.words.append(
        PlacedWord(
          span: span, box: piece.box, fontSize: piece.fontSize, rotation: piece.frame.rotation, style: piece.style,
          spaceBefore: spaceBefore))
    }
    page.rulingLines = drawing.lines
    page.fills = drawing.fills
    if let picture = pictured(page, drawing: drawing) {
      (page.rulingLines, page.fills) = picture
      page.words.removeAll { PageReader.isRule(text.bytes[$0.span.range]) }
    }
    return page
  }

  /// Lines and fills; none where they are not wanted. Must come before the page's text is asked for.
  private mutating func drawing(of sheet: borrowing PopplerSheet, _ page: PageContent) -> PageDrawing {
    guard settings.readsDrawings else {
      report.withoutDrawing.append(page.number)
      return PageDrawing(width: page.width, height: page.height)
    }
    let script = PageScript(of: sheet)
    let drawing = ScriptReader.read(script, width: page.width, height: page.height)
    if script.isCut || drawing.isFull { report.cut.append(page.number) }
    return drawing
  }

  /// Reads a page by OCR if it needs that; false where it is to be read as text.
  private mutating func recognise(
    _ page: inout PageContent, _ glyphs: PageGlyphs, _ drawing: PageDrawing, _ text: inout TextStore
  ) -> Bool {
    let isWanted = settings.ocr == .always || isScan(page, glyphs, drawing)
    guard isWanted else { return false }
    guard settings.ocr != .never else {
      report.unrecognised.append(page.number)
      return false
    }
    guard let recogniser = settings.recogniser, let original = originals.page(at: page.number - 1) else {
      report.ocrFailure(page.number, nil)
      return false
    }
    if let missingOCR {
      report.ocrFailure(page.number, missingOCR)
      return false
    }
    // Who asks for OCR of every page waits for it.
    if settings.ocr != .always, recognitionBudget.isSpent {
      report.ocrFailure(page.number, RecognitionBudget.refusal)
      return false
    }
    do throws(ExtractionError) {
      let found = try ScanReader(recogniser: recogniser).read(original, budget: &recognitionBudget)
      for word in found.words {
        guard let span = text.append(word.text) else { continue }
        page.words.append(
          PlacedWord(
            span: span, box: word.box, fontSize: word.fontSize, style: .recognised, confidence: word.confidence))
      }
      (page.width, page.height) = found.size
      page.rulingLines = found.lines
      page.fills = found.fills
      page.isRecognised = true
      hasRecognised = true
      return true
    } catch {
      if error.reason == .unavailable { missingOCR = error }
      report.ocrFailure(page.number, error)
      return false
    }
  }

  /// Whether a page is a picture of a page.
  private mutating func isScan(_ page: PageContent, _ glyphs: PageGlyphs, _ drawing: PageDrawing) -> Bool {
    guard glyphs.glyphs.count <= PageReader.fewestGlyphs else { return false }
    if drawing.unknownPaint.count >= PageReader.outlineShapes { return true }
    let whole = Box(left: 0, top: 0, right: page.width, bottom: page.height)
    let covered = originals.images(onPage: page.number - 1).reduce(Float(0)) { sum, image in
      sum + (image.intersection(whole).map { $0.width * $0.height } ?? 0)
    }
    return covered >= PageReader.scanCoverage * page.width * page.height
  }
}
