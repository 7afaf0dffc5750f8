// SPDX-License-Identifier: GPL-3.0-or-later

/// The neutral document that every extractor hands over: text, blocks in reading order, and what was noticed on the way.
public struct SourceDocument: Sendable {
  /// All text; everything else refers to it by span.
  public var text: TextStore
  /// The content in reading order. Empty while ``pages`` still waits for the table parser.
  public var blocks: [Block]
  /// Pages of placed words, for formats that know geometry but no structure.
  public var pages: [PageContent]
  /// Internet media type of what was read.
  public var mediaType: String
  /// Number of pages or sheets, where the format has any.
  public var pageCount: Int?
  /// What read it, for provenance: `text/tab-separated`, `word/docx`, `pdf/poppler`.
  public var reader: String
  /// Whether any of the text comes from OCR.
  public var isRecognised: Bool
  /// The document's own title property, as metadata only: it is not part of the text.
  public var titleProperty: String?
  /// What a person should know about the reading: unread pages, ignored comments, repaired encodings.
  public var notices: [Notice]

  /// A document without content yet.
  public init(mediaType: String, reader: String) {
    text = TextStore()
    blocks = []
    pages = []
    self.mediaType = mediaType
    self.reader = reader
    isRecognised = false
    notices = []
  }
}

/// Something an extractor noticed that a person should know; it becomes a finding of the plan.
public struct Notice: Hashable, Sendable {
  /// How grave it is.
  public enum Severity: String, Sendable {
    /// The document was not read as it should be: whoever uses the result must know.
    case error
    /// Part of the document could not be read.
    case warning
    /// Good to know.
    case note
  }

  /// Stable identifier, in kebab case: `pages-unread`, `comments-ignored`.
  public var id: String
  /// How grave it is.
  public var severity: Severity
  /// What happened and what to do, one sentence or two.
  public var message: String
  /// Where, if it has a place.
  public var location: Location

  /// A notice.
  public init(id: String, severity: Severity, message: String, location: Location = Location()) {
    self.id = id
    self.severity = severity
    self.message = message
    self.location = location
  }
}
