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
    let output = bytes.withUnsafeBufferPointer { source in
      var reader = FlowReader(source, profile: TextProfile(source))
      return reader.read()
    }
    var document = SourceDocument(mediaType: "text/tab-separated-values", reader: "text/tab-separated")
    document.blocks = output.blocks
    document.text = output.inline.text
    document.notices = output.notices
    return document
  }
}
