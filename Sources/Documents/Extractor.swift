// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads one family of formats into a ``SourceDocument``.
///
/// Extractors are told apart by content, never by the file's name. They are pure: bytes in, document out; no files, no
/// clock, no network.
public protocol Extractor: Sendable {
  /// How sure the extractor is that the bytes are of its format: 0 not at all, 1 certain. Looks at the first few
  /// kilobytes, or at a ZIP's directory, and is cheap.
  func confidence(in bytes: [UInt8]) -> Double

  /// Reads the whole document.
  ///
  /// - Throws: ``ExtractionError`` where the bytes cannot be read: damaged, encrypted, too large, no such format.
  func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument
}

/// Why a document could not be read. The words say what is wrong, where, and what to do; the caller adds the file's name.
public struct ExtractionError: Error, Hashable, Sendable {
  /// The kinds of failure.
  public enum Reason: String, Sendable {
    /// There is nothing in the file.
    case empty
    /// No extractor knows the format.
    case unsupportedFormat
    /// A password is needed.
    case encrypted
    /// The bytes break the rules of their format.
    case damaged
    /// Larger, deeper or more expanding than the limits allow.
    case overLimit
    /// A program or library that is needed is not there.
    case unavailable
    /// The result could not be written.
    case unwritable
  }

  /// The kind of failure.
  public var reason: Reason
  /// What is wrong, in one sentence, without the file's name.
  public var message: String
  /// The part, page, line or byte where it is wrong, if known ("word/document.xml, line 12").
  public var place: String?
  /// What the reader of the message can do about it.
  public var advice: String

  /// An error with its words.
  public init(_ reason: Reason, _ message: String, place: String? = nil, advice: String) {
    self.reason = reason
    self.message = message
    self.place = place
    self.advice = advice
  }
}
