// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Reads OpenDocument text.
public struct OpenDocumentExtractor: Extractor {
  /// An extractor.
  public init() {}
  /// 1 for OpenDocument text.
  public func confidence(in bytes: [UInt8]) -> Double { 0 }
  /// Reads it.
  public func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    throw ExtractionError(.unsupportedFormat, "Not yet.", advice: "")
  }
}
