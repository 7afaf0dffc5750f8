// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
import Normaliser
import PlanSchema
import TableParser
import Validator

/// Converts a document of any known format into a canonical plan.
///
///     let plan = try PlanConverter().convert(file: "plan.docx").plan
///     for action in plan.actions { print(action.ref ?? "-", action.text) }
///
/// A converter holds nothing but its settings and may be used from many threads at once.
public struct PlanConverter: Sendable {
  /// The readers to choose from.
  public var registry: ExtractorRegistry
  /// The largest file that is read, in bytes.
  public var maximumBytes: Int

  /// A converter with every reader and a limit of 1 GiB a file.
  public init(registry: ExtractorRegistry = .standard, maximumBytes: Int = 1 << 30) {
    self.registry = registry
    self.maximumBytes = maximumBytes
  }

  /// Converts a file; `-` is standard input.
  ///
  /// - Throws: ``ConversionError`` where the file cannot be read or no reader knows its format.
  public func convert(file path: String) throws(ConversionError) -> Conversion {
    let bytes = try FileReader(maximumBytes: maximumBytes).read(path)
    return try convert(bytes, file: path)
  }

  /// Converts the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its name or path, for messages and for ``DocumentInfo/file``; it decides nothing.
  /// - Throws: ``ConversionError`` where no reader knows the format or the bytes are damaged.
  public func convert(_ bytes: consuming [UInt8], file: String) throws(ConversionError) -> Conversion {
    let document = try read(bytes, file: file)
    let info = info(of: document, bytes: bytes, file: file)
    // The document holds its own text: a large file need not stand in memory twice while its plan is made.
    _ = consume bytes
    return convert(consume document, info: info)
  }

  /// Reads the plan that a document holds, whose pages have been read into blocks.
  func convert(_ document: consuming SourceDocument, info: DocumentInfo) -> Conversion {
    let normalisation = Normaliser().normalise(document, info: info)
    var plan = normalisation.plan
    plan.findings += ReadingFindings.make(document, normalisation.explanation, normalisation.ledger)
    let notices = document.notices
    // Nor need the document stand beside its plan while the plan is checked.
    _ = consume document
    plan.findings += PlanValidator().validate(plan).map(\.finding)
    return Conversion(
      plan: plan, explanation: normalisation.explanation, ledger: normalisation.ledger, notices: notices)
  }

  /// Reads a file into blocks (headings, paragraphs, tables) without reading a plan out of them; `-` is standard input.
  ///
  /// - Throws: ``ConversionError`` where the file cannot be read or no reader knows its format.
  public func read(file path: String) throws(ConversionError) -> SourceDocument {
    try read(FileReader(maximumBytes: maximumBytes).read(path), file: path)
  }

  /// Says why the bytes of a file were read as they were: see ``Conversion/explanationText``.
  ///
  /// - Throws: ``ConversionError`` where no reader knows the format or the bytes are damaged.
  public func explain(_ bytes: [UInt8], file: String) throws(ConversionError) -> String {
    try convert(bytes, file: file).explanationText
  }

  /// Reads the bytes of a file into blocks (headings, paragraphs, tables) without reading a plan out of them.
  ///
  /// - Throws: ``ConversionError`` where no reader knows the format or the bytes are damaged.
  public func read(_ bytes: [UInt8], file: String) throws(ConversionError) -> SourceDocument {
    let document = try extract(bytes, file: file)
    return document.pages.isEmpty ? document : TableParser().parse(document)
  }

  /// Reads the bytes of a file as its reader gives them: blocks, or pages of placed words that nobody has read yet.
  func extract(_ bytes: [UInt8], file: String) throws(ConversionError) -> SourceDocument {
    guard let extractor = registry.extractor(for: bytes) else {
      throw ConversionError(
        file: file,
        cause: ExtractionError(
          .unsupportedFormat, "the file's format is not known",
          advice: "Save it as PDF, Word (.docx), OpenDocument, Excel (.xlsx), web page or text and try again."))
    }
    do {
      return try extractor.extract(bytes)
    } catch {
      throw ConversionError(file: file, cause: error)
    }
  }

  /// What was read and how.
  func info(of document: SourceDocument, bytes: [UInt8], file: String) -> DocumentInfo {
    DocumentInfo(
      file: PlanConverter.name(of: file), mediaType: document.mediaType, sha256: Checksum.sha256(bytes),
      pages: document.pageCount, reader: document.reader, readerVersion: commonPlanVersion, ocr: document.isRecognised)
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    guard path != "-" else { return "standard-input" }
    return path.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? ""
  }
}
