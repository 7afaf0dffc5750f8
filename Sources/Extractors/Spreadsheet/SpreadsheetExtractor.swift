// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Reads workbooks: `.xlsx` and `.xlsm`, transitional and strict.
///
/// Each sheet begins with a page break; its titles become headings, its tables tables. Values stand as the sheet shows
/// them. Hidden sheets come last; they and hidden rows and columns are marked as hidden. Formulas are not computed and
/// conditional formats not evaluated: what the file has stored is read.
public struct SpreadsheetExtractor: Extractor {
  /// An extractor.
  public init() {}

  /// How sure it is that the bytes are a workbook, also one that can only be refused (`.xls`, `.xlsb`).
  public func confidence(in bytes: [UInt8]) -> Double {
    if case .workbook? = OLEContainer.content(of: bytes) { return 0.9 }
    guard ZIPArchive.isArchive(bytes) else { return WorkbookFormat.isSpreadsheetML2003(bytes) ? 0.9 : 0 }
    guard let archive = try? ZIPArchive(bytes) else { return 0 }
    return WorkbookFormat(archive) == nil ? 0 : 0.97
  }

  /// Reads a workbook.
  ///
  /// - Throws: ``ExtractionError`` `.encrypted` behind a password, `.unsupportedFormat` for old and binary workbooks,
  ///   `.damaged` with the part where it cannot be read, `.overLimit` where it is too large, `.empty` without text.
  public func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    guard !bytes.isEmpty else {
      throw ExtractionError(.empty, "The file is empty.", advice: "Download or copy it again.")
    }
    if let refusal = OLEContainer.refusal(of: bytes) { throw refusal }
    if WorkbookFormat.isSpreadsheetML2003(bytes) { throw WorkbookFormat.refusal("an XML workbook of Excel 2003") }
    let archive = try ZIPArchive(bytes)
    guard let format = WorkbookFormat(archive) else {
      throw ExtractionError(
        .unsupportedFormat, "The archive holds no workbook.",
        advice: "Open the file in its program and save it as .xlsx.")
    }
    if format == .binary { throw WorkbookFormat.refusal("a binary workbook (.xlsb)") }
    var reader = try WorkbookReader(archive)
    return try reader.read()
  }
}

/// The kinds of workbook that come in a ZIP archive.
enum WorkbookFormat: Sendable {
  case openXML
  /// `.xlsb`
  case binary

  /// The kind of an archive's content; nil where it holds no workbook.
  init?(_ archive: ZIPArchive) {
    if archive.contains("xl/workbook.xml") {
      self = .openXML
    } else if archive.contains("xl/workbook.bin") {
      self = .binary
    } else if let types = try? archive.read("[Content_Types].xml"),
      String(decoding: types, as: UTF8.self).contains("spreadsheetml.")
    {
      self = .openXML
    } else {
      return nil
    }
  }

  /// Whether the bytes are a workbook in one XML file, as Excel 2003 wrote it.
  static func isSpreadsheetML2003(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
    return head.contains("<?xml") && head.contains("urn:schemas-microsoft-com:office:spreadsheet")
      && head.contains("Workbook") && !head.lowercased().contains("<html")
  }

  static func refusal(_ kind: String) -> ExtractionError {
    ExtractionError(
      .unsupportedFormat, "This is \(kind), which is not read.",
      advice: "Open it in Excel or LibreOffice and save it as .xlsx.")
  }
}
