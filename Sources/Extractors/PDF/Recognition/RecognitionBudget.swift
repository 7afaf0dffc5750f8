// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// How much OCR without result a document may have in a row.
///
/// A scan is read wholly, however many pages it has. Photographs, maps and drawings, on the other hand, keep an OCR program
/// busy for many times as long as a page of text and give nothing. Pages that give words make up for those before them, so
/// that the pictures in a scanned plan are no reason to leave its text unread.
struct RecognitionBudget {
  /// What pictures without words may cost in a row, in pixels: two pages of A4 at 300 dpi that are hard work.
  var allowance = 2 * 2_480 * 3_300
  /// A picture that is neither text nor hard work counts for so small a part of its pixels: dividers between chapters have
  /// few words too, but a dozen in a row are no plan.
  static let easyShare = 6

  /// What a picture gave.
  enum Yield {
    /// A page of text.
    case text
    /// Hardly a word.
    case little
    /// Letters by the hundred that make no words, or the OCR program gave up.
    case nothing
  }

  private var wasted = 0

  /// Whether further pictures should be left alone.
  var isSpent: Bool { wasted >= allowance }

  /// Notes what came of a picture with so many pixels.
  mutating func note(_ yield: Yield, pixels: Int) {
    switch yield {
    case .text: wasted = 0
    case .little: wasted += pixels / RecognitionBudget.easyShare
    case .nothing: wasted += pixels
    }
  }

  /// Why a page's picture was left alone.
  static let refusal = ExtractionError(
    .overLimit, "the pictures before gave OCR much to do and hardly a word, so that this one was not tried",
    advice:
      "If there is text in it, use --ocr always, or convert the file that the scan was made from.")
}
