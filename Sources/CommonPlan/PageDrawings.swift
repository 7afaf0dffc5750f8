// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
public import Extractors
import TableParser

/// Draws what the table parser sees on each page, for people who tune it.
public struct PageDrawings: Sendable {
  /// The readers to choose from.
  public var registry: ExtractorRegistry

  /// Drawings of documents that the readers given can read.
  public init(registry: ExtractorRegistry = .standard) { self.registry = registry }

  /// Drawings of all documents, of scanned pages as OCR reads them.
  public init(ocr: OCRMode) { self.init(registry: .standard(pdf: PDFExtractor(ocr: ocr, recogniser: Tesseract()))) }

  /// Writes one SVG a page into a folder: words, rules, fills, candidate grids and the chosen ones.
  ///
  /// Pages are numbered from 1, in the order of the document: `page-0001.svg`.
  ///
  /// - Returns: the number of pages drawn.
  /// - Throws: ``ConversionError`` where the file cannot be read, has no pages, or the folder cannot be written.
  public func write(file path: String, to folder: String) throws(ConversionError) -> Int {
    let bytes = try FileReader(maximumBytes: 1 << 30).read(path)
    guard let extractor = registry.extractor(for: bytes) else {
      throw ConversionError(
        file: path,
        cause: ExtractionError(
          .unsupportedFormat, "the file's format is not known", advice: "Pages are drawn of PDF and layout text."))
    }
    let document: SourceDocument
    do {
      document = try extractor.extract(bytes)
    } catch {
      throw ConversionError(file: path, cause: error)
    }
    guard !document.pages.isEmpty else {
      throw ConversionError(
        file: path,
        cause: ExtractionError(
          .unsupportedFormat, "the file states its tables and has no pages to draw",
          advice: "Pages are drawn of PDF and layout text; try `commonplan tables` without --debug-svg."))
    }
    try OutputFolder(folder, protecting: [path]).writeSet { set throws(ConversionError) in
      try draw(document, into: set)
    }
    return document.pages.count
  }

  private func draw(_ document: SourceDocument, into set: OutputSet) throws(ConversionError) {
    for page in document.pages {
      let drawing = TableParser().analyse(page, text: document.text).svg
      let number = String(page.number)
      let name = "page-" + String(repeating: "0", count: max(0, 4 - number.count)) + number + ".svg"
      try set.write(name, Array(drawing.utf8))
    }
  }
}
