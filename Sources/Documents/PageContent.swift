// SPDX-License-Identifier: GPL-3.0-or-later

/// A word with its place on a page.
public struct PlacedWord: Hashable, Sendable {
  /// Its letters, in the document's text store.
  public var span: TextSpan
  /// Its rectangle, in points from the page's top left.
  public var box: Box
  /// Font size, in points; 0 where unknown.
  public var fontSize: Float
  /// Quarter turns of the text, clockwise, 0 to 3.
  public var rotation: UInt8
  /// Looks of the word.
  public var style: Paragraph.Style
  /// OCR confidence, 0 to 100; 100 for text that was not recognised.
  public var confidence: UInt8
  /// Whether white space separates it from the word before it on its line.
  public var spaceBefore: Bool

  /// A word at a place.
  public init(
    span: TextSpan, box: Box, fontSize: Float = 0, rotation: UInt8 = 0, style: Paragraph.Style = [],
    confidence: UInt8 = 100, spaceBefore: Bool = true
  ) {
    self.span = span
    self.box = box
    self.fontSize = fontSize
    self.rotation = rotation
    self.style = style
    self.confidence = confidence
    self.spaceBefore = spaceBefore
  }
}

/// A straight horizontal or vertical line drawn on a page.
public struct RulingLine: Hashable, Sendable {
  /// Its extent, in points; a thin box.
  public var box: Box
  /// Whether it runs from left to right.
  public var isHorizontal: Bool
  /// Its colour.
  public var colour: Colour

  /// A line over its extent.
  public init(box: Box, isHorizontal: Bool, colour: Colour = Colour(red: 0, green: 0, blue: 0)) {
    self.box = box
    self.isHorizontal = isHorizontal
    self.colour = colour
  }
}

/// A filled rectangle on a page.
public struct PageFill: Hashable, Sendable {
  /// Its rectangle after clipping, in points from the page's top left.
  public var box: Box
  /// Its colour.
  public var colour: Colour

  /// A fill over a rectangle.
  public init(box: Box, colour: Colour) {
    self.box = box
    self.colour = colour
  }
}

/// What a page shows, before anybody has looked for tables in it.
///
/// PDF pages, recognised scans and layout text (one character cell is 6 by 12 points) all arrive like this; `TableParser`
/// turns them into blocks.
public struct PageContent: Sendable {
  /// Page number, from 1.
  public var number: Int
  /// Width, in points.
  public var width: Float
  /// Height, in points.
  public var height: Float
  /// Words, in the order in which the reader met them.
  public var words: [PlacedWord]
  /// Lines drawn on the page.
  public var rulingLines: [RulingLine]
  /// Filled rectangles, in paint order.
  public var fills: [PageFill]
  /// Whether the words come from OCR.
  public var isRecognised: Bool

  /// A page with its content.
  public init(
    number: Int, width: Float, height: Float, words: [PlacedWord] = [], rulingLines: [RulingLine] = [],
    fills: [PageFill] = [], isRecognised: Bool = false
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.words = words
    self.rulingLines = rulingLines
    self.fills = fills
    self.isRecognised = isRecognised
  }
}
