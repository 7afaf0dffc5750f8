// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Reads workbooks.
public struct SpreadsheetExtractor: Extractor {
  /// An extractor.
  public init() {}
  /// How much the bytes look like a workbook.
  public func confidence(in bytes: [UInt8]) -> Double { 0 }
  /// Reads a workbook.
  public func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    throw ExtractionError(.unsupportedFormat, "x", advice: "y")
  }
}
