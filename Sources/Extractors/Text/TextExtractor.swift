// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Reads text exports: tab-separated text, layout text, Markdown, CSV and running text.
public struct TextExtractor: Extractor {
  /// An extractor.
  public init() {}

  /// How much the bytes look like text.
  public func confidence(in bytes: [UInt8]) -> Double { 0.1 }

  /// Reads a text file.
  public func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    SourceDocument(mediaType: "text/plain", reader: "text")
  }
}
