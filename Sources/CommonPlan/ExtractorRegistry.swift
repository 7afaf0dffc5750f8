// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
import Extractors

/// The readers that there are, and which of them a file is for.
public struct ExtractorRegistry: Sendable {
  /// The readers, the more particular ones first: of two that are equally sure the first one wins.
  public var extractors: [any Extractor]

  /// A registry of the given readers.
  public init(_ extractors: [any Extractor]) { self.extractors = extractors }

  /// Every reader that commonplan has. A new format is added here and nowhere else.
  public static var standard: ExtractorRegistry {
    ExtractorRegistry([
      PDFExtractor(), WordExtractor(), SpreadsheetExtractor(), OpenDocumentExtractor(), HTMLExtractor(),
      TextExtractor(),
    ])
  }

  /// The reader that is surest that the bytes are of its format; nil where none has any idea of them.
  public func extractor(for bytes: [UInt8]) -> (any Extractor)? {
    var best: (extractor: any Extractor, confidence: Double)?
    for extractor in extractors {
      let confidence = extractor.confidence(in: bytes)
      if confidence > best?.confidence ?? 0 { best = (extractor, confidence) }
    }
    return best?.extractor
  }
}
