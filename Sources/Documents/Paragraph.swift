// SPDX-License-Identifier: GPL-3.0-or-later

/// One paragraph: a line of a text file, a paragraph of a Word file or of a cell, an item of a list.
@frozen
public struct Paragraph: Hashable, Sendable {
  /// What stood before a list item and is not part of its text.
  @frozen
  public enum Marker: UInt8, Hashable, Sendable {
    /// No list item.
    case none
    /// A bullet, dash or arrow, which the extractor has taken off the text.
    case bullet
    /// A number or letter. It belongs to the text and is still in it ("(iii) Train staff").
    case number
  }

  /// How the paragraph looks as a whole.
  @frozen
  public struct Style: OptionSet, Hashable, Sendable {
    /// The set's bits.
    public let rawValue: UInt8
    /// A style from its bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// All of it is bold.
    @inlinable public static var bold: Style { Style(rawValue: 1) }
    /// All of it is italic.
    @inlinable public static var italic: Style { Style(rawValue: 2) }
    /// It cannot be seen in the document (white on white, hidden rows and columns, text behind other text).
    @inlinable public static var hidden: Style { Style(rawValue: 4) }
    /// It continues the paragraph before it: a line or page break cut one sentence.
    @inlinable public static var continuation: Style { Style(rawValue: 8) }
    /// Everything in it is struck through.
    @inlinable public static var struckThrough: Style { Style(rawValue: 16) }
    /// It is what an OCR program read.
    @inlinable public static var recognised: Style { Style(rawValue: 32) }
    /// An empty line, or more room than between lines, stands before it; only text files say so.
    @inlinable public static var afterGap: Style { Style(rawValue: 64) }
  }

  /// The words, in the document's text store.
  public var span: TextSpan
  /// What stood before it, where it is a list item.
  public var marker: Marker
  /// Depth of a list item, from 0.
  public var level: UInt8
  /// Looks that hold for all of it.
  public var style: Style
  /// How sure an OCR program was of its least certain word, 0 to 100; 100 for text that was not recognised.
  public var confidence: UInt8
  /// Font size in points, 0 where the format does not say.
  public var fontSize: Float
  /// Colour behind the text (highlight or paragraph shading), where there is one.
  public var fill: Colour?
  /// Where it stands.
  public var location: Location

  /// A paragraph over a span of the document's text.
  @inlinable
  public init(
    span: TextSpan, marker: Marker = .none, level: UInt8 = 0, style: Style = [], confidence: UInt8 = 100,
    fontSize: Float = 0, fill: Colour? = nil, location: Location = Location()
  ) {
    self.span = span
    self.marker = marker
    self.level = level
    self.style = style
    self.confidence = confidence
    self.fontSize = fontSize
    self.fill = fill
    self.location = location
  }
}
