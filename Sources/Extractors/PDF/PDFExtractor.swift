// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Reads PDF files: placed words, ruling lines and fills of every page.
///
/// One rendering pass of poppler per page gives all three (see ``PageScript``). The pages go to the table parser, which
/// makes blocks of them.
public struct PDFExtractor: Extractor {
  /// When pages are read by OCR.
  public var ocr: OCRMode
  /// What reads pages that are pictures; nil where there is nothing, so that such pages are reported as unread.
  public var recogniser: (any PageRecogniser)?
  /// Whether lines and fills are read. Without them a file that trips cairo up can still give its text.
  public var readsDrawings: Bool
  /// How long OCR goes on without finding words.
  var recognitionBudget = RecognitionBudget()

  /// An extractor.
  public init(ocr: OCRMode = .auto, recogniser: (any PageRecogniser)? = nil, readsDrawings: Bool = true) {
    self.ocr = ocr
    self.recogniser = recogniser
    self.readsDrawings = readsDrawings
  }

  /// 1 where the file begins like a PDF, 0.9 where the mark comes within the first kilobyte, as viewers accept it.
  public func confidence(in bytes: [UInt8]) -> Double {
    let mark = Array("%PDF-".utf8)
    let head = bytes.prefix(1_024 + mark.count)
    guard head.count >= mark.count else { return 0 }
    for start in 0...(head.count - mark.count) where head[start] == mark[0] {
      if head[start..<(start + mark.count)].elementsEqual(mark) { return start == 0 ? 1 : 0.9 }
    }
    return 0
  }

  /// Reads the whole file.
  ///
  /// - Throws: ``ExtractionError``: `.encrypted` where a password is needed to open the file, `.damaged` where not a
  ///   single page can be read. Files that only restrict printing or copying are read.
  public func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    guard !bytes.isEmpty else {
      throw ExtractionError(.empty, "the file is empty", advice: "Check how the file was saved or downloaded.")
    }
    let file = try PopplerDocument(bytes, imagesNeutralised: true)
    var document = SourceDocument(mediaType: "application/pdf", reader: "pdf/poppler")
    document.titleProperty = file.title
    document.pageCount = file.pageCount
    guard file.pageCount > 0 else {
      throw ExtractionError(
        .damaged, "the PDF has no pages", advice: "Open it in a PDF viewer and save or print it as a new PDF.")
    }
    var pageReader = PageReader(self, bytes: bytes, pageCount: file.pageCount)
    for index in 0..<file.pageCount {
      guard let sheet = file.page(at: index) else {
        pageReader.skip(number: index + 1)
        continue
      }
      document.pages.append(pageReader.read(sheet, number: index + 1, into: &document.text))
    }
    guard !document.pages.isEmpty else {
      throw ExtractionError(
        .damaged, "none of the PDF's pages can be read", place: "page 1",
        advice: "Open it in a PDF viewer, save or print it as a new PDF, and convert that.")
    }
    document.notices = pageReader.notices
    document.isRecognised = pageReader.hasRecognised
    return document
  }
}
