// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Reads text exports: tab-separated text, layout text, Markdown, CSV and running text, in UTF-8, UTF-16 or
/// Windows-1252.
///
/// - Tab-separated text, Markdown and running text may be mixed in one file. A run of lines with tabs is a table, and so
///   is a run of lines with pipes; HTML fragments and list marks within cells become paragraphs.
/// - Layout text (`pdftotext -layout`) becomes ``SourceDocument/pages`` of placed words, a character cell being 6 by 12
///   points.
/// - CSV is read after RFC 4180, with commas or semicolons.
///
/// Each paragraph carries the number of its line.
public struct TextExtractor: Extractor {
  private let limits: TextLimits

  /// An extractor that refuses more than `limits`.
  public init(limits: TextLimits = TextLimits()) {
    self.limits = limits
  }

  /// How much the bytes look like text: 0 for binary data, little for HTML, which has an extractor of its own.
  public func confidence(in bytes: [UInt8]) -> Double {
    let sample = Array(bytes.prefix(8192))
    do {
      try TextGuard.check(sample, limits: limits)
      let text = DecodedText(sample)
      try TextExtractor.check(text, limits: limits)
      let head = String(decoding: text.bytes[text.start...].prefix(512), as: UTF8.self).lowercased()
      return head.contains("<html") || head.contains("<!doctype html") || head.contains("<?xml") ? 0.1 : 0.5
    } catch {
      return 0
    }
  }

  /// Reads a text file.
  ///
  /// - Throws: ``ExtractionError`` with the reason `empty` for a file without words, `unsupportedFormat` for binary
  ///   data, `overLimit` for a file or a line beyond the limits.
  public func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    guard !bytes.isEmpty else { throw TextGuard.empty }
    try TextGuard.check(bytes, limits: limits)
    let text = DecodedText(bytes)
    try TextExtractor.check(text, limits: limits)
    var document = text.bytes.withUnsafeBufferPointer { TextExtractor.read($0.part(text.start..<$0.count)) }
    guard !document.text.bytes.isEmpty else { throw TextGuard.empty }
    document.notices.insert(contentsOf: text.notices, at: 0)
    return document
  }

  private static func check(_ text: DecodedText, limits: TextLimits) throws(ExtractionError) {
    try text.bytes.withUnsafeBufferPointer { bytes throws(ExtractionError) in
      try TextGuard.check(bytes.part(text.start..<bytes.count), limits: limits)
    }
  }

  private static func read(_ source: UnsafeBufferPointer<UInt8>) -> SourceDocument {
    let profile = TextProfile(source)
    switch profile.kind {
    case .flow:
      var reader = FlowReader(source, profile: profile)
      return document(reader.read(), isMarkdown: profile.isMarkdown)
    case .delimited(let delimiter):
      var document = document(CSVReader.read(source, delimiter: delimiter), isMarkdown: false)
      document.mediaType = "text/csv"
      document.reader = "text/csv"
      return document
    case .layout:
      var document = SourceDocument(mediaType: "text/plain", reader: "text/layout")
      (document.pages, document.text) = LayoutReader.read(source)
      document.pageCount = document.pages.count
      return document
    }
  }

  private static func document(_ output: BlockWriter, isMarkdown: Bool) -> SourceDocument {
    var document =
      if output.tabTableCount > 0 {
        SourceDocument(mediaType: "text/tab-separated-values", reader: "text/tab-separated")
      } else if isMarkdown, output.headingCount + output.pipeTableCount > 0 {
        SourceDocument(mediaType: "text/markdown", reader: "text/markdown")
      } else {
        SourceDocument(mediaType: "text/plain", reader: "text/plain")
      }
    document.text = output.inline.text
    document.blocks = output.blocks
    document.notices = output.notices
    if output.page > 1 { document.pageCount = output.page }
    return document
  }
}
