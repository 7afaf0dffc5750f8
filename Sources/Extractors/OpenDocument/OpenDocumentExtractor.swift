// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Reads OpenDocument text (ODT, OTT, flat FODT), and spreadsheets (ODS, FODS) as one table for each sheet.
///
/// Tracked changes are read as accepted, comments are counted and left out. Numbers that are printed in front of
/// paragraphs are part of their text; bullets are markers.
public struct OpenDocumentExtractor: Extractor {
  private let limits: ContainerLimits

  /// An extractor.
  public init() { limits = ContainerLimits() }

  /// An extractor with limits of its own.
  init(limits: ContainerLimits) { self.limits = limits }

  private static let namespace = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"

  /// 1 for OpenDocument text and spreadsheets, 0.9 for an archive that has its parts without saying so, 0.3 for one
  /// that says so without having them.
  public func confidence(in bytes: [UInt8]) -> Double {
    let names = ZIPDirectory.names(in: bytes)
    if !names.isEmpty {
      guard names.contains("content.xml") else { return names.contains("META-INF/manifest.xml") ? 0.3 : 0 }
      return names.contains("mimetype") || names.contains("META-INF/manifest.xml") ? 1 : 0.9
    }
    guard let head = XMLSniffer.beginning(of: bytes), head.contains(Self.namespace) else { return 0 }
    return 1
  }

  /// Reads an OpenDocument file.
  ///
  /// - Throws: ``ExtractionError``: `.empty`, `.encrypted`, `.unsupportedFormat` (a presentation or drawing, or no
  ///   OpenDocument file), `.damaged` with the part and line, `.overLimit`.
  public func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    guard !bytes.isEmpty else {
      throw ExtractionError(.empty, "The file is empty.", advice: "Download or copy it again.")
    }
    if let refusal = OLEContainer.refusal(of: bytes) { throw refusal }
    let body = OpenDocumentBodyReader(
      document: SourceDocument(mediaType: "application/vnd.oasis.opendocument.text", reader: "opendocument/odt"),
      limits: limits)
    let names = XMLNameTable<OpenDocumentName>()
    var story = ContentStory(.body)
    var hasBody = false
    if ZIPArchive.isArchive(bytes) {
      let archive = try ZIPArchive(bytes, limits: limits)
      try checkEncryption(archive)
      if archive.contains("styles.xml") {
        let reader = try XMLPullReader(
          part: "styles.xml", source: archive.open("styles.xml"), names: names, limits: limits)
        _ = try readDocument(reader, body, into: &story)
      }
      body.document.titleProperty = try readTitle(archive, names)
      let reader = try XMLPullReader(
        part: "content.xml", source: archive.open("content.xml"), names: names, limits: limits)
      hasBody = try readDocument(reader, body, into: &story)
    } else if confidence(in: bytes) > 0 {
      body.document.reader = "opendocument/flat"
      let reader = try XMLPullReader(
        part: "the document", source: MemorySource(bytes), names: names, limits: limits)
      hasBody = try readDocument(reader, body, into: &story)
    }
    guard hasBody else {
      throw ExtractionError(
        .unsupportedFormat, "This is not an OpenDocument text or spreadsheet.",
        advice: "Save it as .odt, .docx or PDF, or convert the original file.")
    }
    return body.finish(story)
  }

  /// Reads a document element: styles first, then the body. Gives whether there was a body that can be read.
  private func readDocument(
    _ reader: OpenDocumentReader, _ body: OpenDocumentBodyReader, into story: inout ContentStory
  ) throws(ExtractionError) -> Bool {
    var hasBody = false
    while let event = try reader.next() {
      guard event == .start else { continue }
      switch reader.name {
      case .styles, .automaticStyles: try body.styles.read(reader)
      case .masterStyles: try body.readMasterStyles(reader)
      case .title where body.document.titleProperty == nil && !hasBody:
        body.document.titleProperty = Self.title(try reader.textContent())
      case .textBody, .spreadsheetBody:
        hasBody = true
        if reader.name == .spreadsheetBody {
          body.isSpreadsheet = true
          body.document.mediaType = "application/vnd.oasis.opendocument.spreadsheet"
          body.document.reader = "opendocument/ods"
        }
        try body.readBlocks(reader, into: &story, until: reader.depth)
      case .binaryData, .script, .scripts: try reader.skip()
      default: break
      }
    }
    return hasBody
  }

  /// The manifest is looked through, not parsed: old programs begin it with a document type declaration.
  private func checkEncryption(_ archive: ZIPArchive) throws(ExtractionError) {
    let part = "META-INF/manifest.xml"
    guard archive.contains(part) else { return }
    guard XMLSniffer.find(Array("encryption-data".utf8), in: try archive.read(part), from: 0) == nil else {
      throw ExtractionError(
        .encrypted, "The document is protected by a password.", place: part,
        advice: "Save it without a password and try again.")
    }
  }

  private func readTitle(
    _ archive: ZIPArchive, _ names: XMLNameTable<OpenDocumentName>
  ) throws(ExtractionError) -> String? {
    guard archive.contains("meta.xml") else { return nil }
    do {
      let reader = try XMLPullReader(part: "meta.xml", source: archive.open("meta.xml"), names: names, limits: limits)
      while let event = try reader.next() {
        if event == .start, reader.name == .title { return Self.title(try reader.textContent()) }
      }
      return nil
    } catch {
      guard error.reason == .damaged else { throw error }
      return nil
    }
  }

  private static func title(_ text: String) -> String? { text.allSatisfy(\.isWhitespace) ? nil : text }
}

extension OpenDocumentBodyReader {
  /// Puts the parts in their order (body, notes, headers and footers) and says what was left out.
  func finish(_ story: ContentStory) -> SourceDocument {
    document.blocks = story.blocks + notes + furniture
    func note(_ id: String, _ severity: Notice.Severity, _ count: Int, _ message: String) {
      if count > 0 { document.notices.append(Notice(id: id, severity: severity, message: message)) }
    }
    note(
      "comments-ignored", .note, annotationCount, "Comments are not part of the plan: \(annotationCount) ignored.")
    note(
      "tracked-changes-accepted", .note, changeCount,
      "The document has tracked changes (\(changeCount)); they were read as accepted.")
    note(
      "drawings-unread", .warning, objectCount,
      "Charts and embedded objects are not read (\(objectCount)); check that no text is only there.")
    if isSpreadsheet { document.pageCount = story.blocks.count }
    return document
  }
}
