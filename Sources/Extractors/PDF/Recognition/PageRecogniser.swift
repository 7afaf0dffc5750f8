// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Reads the words off a picture of a page.
///
/// Extractors are pure; whoever runs an OCR program stands behind this protocol and hands it in.
public protocol PageRecogniser: Sendable {
  /// The words of a picture, in any order.
  ///
  /// - Throws: ``ExtractionError`` with reason `.unavailable` where the OCR program is missing, with advice how to
  ///   install it; with another reason where it failed on this picture.
  func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord]
}

/// When pages are read by OCR.
public enum OCRMode: String, CaseIterable, Sendable {
  /// Pages without characters that a picture covers.
  case auto
  /// No page; scanned pages are reported as unread.
  case never
  /// Every page, in place of the characters that the file has.
  case always
}

/// A picture in shades of grey.
public struct GreyImage: Sendable {
  /// Width, in pixels.
  public var width: Int
  /// Height, in pixels.
  public var height: Int
  /// Dots per inch.
  public var resolution: Int
  /// Rows from top to bottom, one byte a pixel: 0 black, 255 white.
  public var pixels: [UInt8]

  /// A picture from its rows; nil where the number of pixels is not width times height.
  public init?(width: Int, height: Int, resolution: Int, pixels: [UInt8]) {
    guard width > 0, height > 0, pixels.count == width * height else { return nil }
    self.width = width
    self.height = height
    self.resolution = resolution
    self.pixels = pixels
  }
}

/// A word that OCR read.
public struct RecognisedWord: Hashable, Sendable {
  /// Its letters.
  public var text: String
  /// Left edge, in pixels from the picture's left.
  public var left: Int
  /// Top edge, in pixels from the picture's top.
  public var top: Int
  /// Width, in pixels.
  public var width: Int
  /// Height, in pixels.
  public var height: Int
  /// How sure the program is, 0 to 100.
  public var confidence: UInt8

  /// A word at a place.
  public init(text: String, left: Int, top: Int, width: Int, height: Int, confidence: UInt8) {
    self.text = text
    self.left = left
    self.top = top
    self.width = width
    self.height = height
    self.confidence = confidence
  }
}
