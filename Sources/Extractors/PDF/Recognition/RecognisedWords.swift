// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Makes placed words of what an OCR program read.
enum RecognisedWords {
  /// Words with fewer letters and digits than marks, and less sure than this, are specks and rests of rules.
  static let leastSureMark: UInt8 = 70
  /// Words less sure than this, whatever they are made of, are noise.
  static let leastSureWord: UInt8 = 5

  /// A word with its measures in points.
  struct Word {
    var text: String
    var box: Box
    var fontSize: Float
    var confidence: UInt8
  }

  /// The words of a page, their boxes as high as their font, so that words of a line have the same.
  static func words(_ found: [RecognisedWord], scale: Double) -> [Word] {
    var words = found.compactMap { word(from: $0, scale: scale) }
    let sizes = words.map(\.fontSize).sorted()
    guard !sizes.isEmpty else { return [] }
    let usual = sizes[sizes.count / 2]
    words = withoutLooseBars(words, usual: usual)
    for index in words.indices {
      // Sizes measured on a word are off by a tenth; most text of a page has one size.
      if abs(words[index].fontSize - usual) <= 0.2 * usual { words[index].fontSize = usual }
      let extent = vertical(words[index].text)
      let baseline = words[index].box.bottom - Float(extent.below) * words[index].fontSize
      if words[index].text != "\u{2022}" {
        words[index].box.top = baseline - 0.9 * words[index].fontSize
        words[index].box.bottom = baseline + 0.22 * words[index].fontSize
      }
    }
    return words
  }

  /// The words without bars that divide none: columns of noise and rests of rules are read as bars, too.
  ///
  /// A bar between words ("Lead: … | By when: …") is as high as they are, has one close to each side, and stands under no
  /// other.
  private static func withoutLooseBars(_ words: [Word], usual: Float) -> [Word] {
    let bars = words.indices.filter { words[$0].text == "|" }
    if bars.isEmpty { return words }
    let loose = bars.filter { index in
      let bar = words[index].box
      guard bar.height > 0.6 * usual, bar.height < 1.8 * usual else { return true }
      let isUnderOther = bars.contains { other in
        other != index && abs(words[other].box.left - bar.left) < 0.25 * usual
          && abs(words[other].box.top - bar.top) < 4 * usual
      }
      func isBeside(_ word: Word, _ gap: Float) -> Bool {
        word.text != "|" && gap > -0.2 * usual && gap < 1.2 * usual && word.box.top < bar.bottom
          && bar.top < word.box.bottom
      }
      return isUnderOther || !words.contains { isBeside($0, bar.left - $0.box.right) }
        || !words.contains { isBeside($0, $0.box.left - bar.right) }
    }
    return words.indices.filter { !loose.contains($0) }.map { words[$0] }
  }

  private static func word(from found: RecognisedWord, scale: Double) -> Word? {
    guard found.width > 0, found.height > 0, found.confidence >= leastSureWord else { return nil }
    var text = found.text
    let box = Box(
      left: Float(Double(found.left) / scale), top: Float(Double(found.top) / scale),
      right: Float(Double(found.left + found.width) / scale),
      bottom: Float(Double(found.top + found.height) / scale))
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic || (0x30...0x39).contains($0.value) }.count
    if letters * 2 < text.unicodeScalars.count, found.confidence < leastSureMark, !isBulletLike(text), text != "|" {
      return nil
    }
    if text.utf8.allSatisfy({ $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "_") }), text != "|" { return nil }
    if isBulletLike(text), box.height < 5, box.width < 5, box.height > 0.5 * box.width { text = "\u{2022}" }
    let extent = vertical(text)
    let fontSize = max(3, box.height / Float(extent.above + extent.below))
    return Word(text: text, box: box, fontSize: fontSize, confidence: found.confidence)
  }

  /// What a bullet is read as.
  private static func isBulletLike(_ text: String) -> Bool {
    [
      "e", "o", "*", "\u{AB}", "\u{BB}", "\u{A2}", "\u{A9}", "\u{AE}", "\u{B0}", "\u{2022}", "\u{B7}", "\u{25CF}", "@",
      ".",
    ]
    .contains(text)
  }

  /// How far a word's letters reach above and below the baseline, in font sizes (Latin type in general).
  private static func vertical(_ text: String) -> (above: Double, below: Double) {
    var above = 0.52
    var below = 0.0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "g", "p", "q", "y": below = max(below, 0.21)
      case "j", "Q", "(", ")", "[", "]", "/", "|":
        above = 0.73
        below = max(below, 0.2)
      case ",", ";": below = max(below, 0.12)
      case "a", "c", "e", "m", "n", "o", "r", "s", "u", "v", "w", "x", "z", ".", "-", ":", "\u{2013}", "\u{2022}": break
      default: above = 0.73
      }
    }
    return (above, below)
  }
}
