// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Reads Word files: DOCX, DOCM, DOTX and DOTM, the same as one XML file (Flat OPC), and Word 2003 XML.
///
/// Tracked changes are read as accepted, fields as their results, comments are counted and left out. Numbers that Word
/// prints in front of paragraphs are part of their text; bullets are markers.
public struct WordExtractor: Extractor {
  private let limits: ContainerLimits

  /// An extractor.
  public init() { limits = ContainerLimits() }

  /// An extractor with limits of its own.
  init(limits: ContainerLimits) { self.limits = limits }

  /// 1 for Word files, 0.5 for what only looks like one: an old `.doc`, a password-protected file, an unknown package.
  public func confidence(in bytes: [UInt8]) -> Double {
    if let content = OLEContainer.content(of: bytes) {
      switch content {
      case .wordDocument, .encryptedPackage: return 0.5
      case .workbook, .presentation, .unknown: return 0.2
      }
    }
    let names = ZIPDirectory.names(in: bytes).map { $0.lowercased() }
    if !names.isEmpty {
      if names.contains(where: { $0.hasPrefix("word/") || $0.hasPrefix("word\\") }) { return 1 }
      let isOther = names.contains { $0.hasPrefix("xl/") || $0.hasPrefix("ppt/") || $0 == "mimetype" }
      return names.contains("[content_types].xml") && !isOther ? 0.5 : 0
    }
    switch Self.flatFormat(of: bytes) {
    case .package?, .word2003?: return 1
    case nil: return 0
    }
  }

  private enum FlatFormat {
    case package
    case word2003
  }

  private static func flatFormat(of bytes: [UInt8]) -> FlatFormat? {
    guard let head = XMLSniffer.beginning(of: bytes) else { return nil }
    if head.contains("schemas.microsoft.com/office/2006/xmlPackage") { return .package }
    if head.contains("schemas.microsoft.com/office/word/2003/wordml"), head.contains("wordDocument") {
      return .word2003
    }
    return nil
  }

  /// Reads a Word file.
  ///
  /// - Throws: ``ExtractionError``: `.empty`, `.encrypted`, `.unsupportedFormat` (no Word file, or an old `.doc`),
  ///   `.damaged` with the part and line, `.overLimit`.
  public func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    guard !bytes.isEmpty else {
      throw ExtractionError(.empty, "The file is empty.", advice: "Download or copy it again.")
    }
    if let refusal = OLEContainer.refusal(of: bytes) { throw refusal }
    if ZIPArchive.isArchive(bytes) {
      return try WordPackageReader(package: .zip(ZIPArchive(bytes, limits: limits)), limits: limits).read()
    }
    switch Self.flatFormat(of: bytes) {
    case .package?:
      guard let package = FlatPackage(bytes) else { break }
      return try WordPackageReader(package: .flat(package), limits: limits).read()
    case .word2003?: return try Word2003Reader(limits: limits).read(bytes)
    case nil: break
    }
    throw ExtractionError(
      .unsupportedFormat, "This is not a Word document.", advice: "Save it as .docx, or convert the original file.")
  }
}
