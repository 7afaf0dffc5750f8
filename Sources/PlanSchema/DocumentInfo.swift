// SPDX-License-Identifier: GPL-3.0-or-later

/// What was read and what read it.
public struct DocumentInfo: Codable, Hashable, Sendable {
  /// The file's name, without its folder.
  public var file: String
  /// Internet media type, told by content.
  public var mediaType: String
  /// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
  public var sha256: String
  /// Number of pages or sheets, where the format has any.
  public var pages: Int?
  /// Which reader read it, such as `text/tab-separated`.
  public var reader: String
  /// Version of commonplan.
  public var readerVersion: String
  /// True where any of the text was recognised by an OCR program.
  public var ocr: Bool

  /// What was read and how.
  public init(
    file: String, mediaType: String, sha256: String, pages: Int?, reader: String, readerVersion: String, ocr: Bool
  ) {
    self.file = file
    self.mediaType = mediaType
    self.sha256 = sha256
    self.pages = pages
    self.reader = reader
    self.readerVersion = readerVersion
    self.ocr = ocr
  }
}
