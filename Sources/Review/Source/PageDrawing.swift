// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import HTMLPages

/// Draws a page as inline SVG from what its reader saw: fills, rules and words, each in its place.
struct PageDrawing {
  let page: PageContent
  let text: TextStore
  /// Whether the page is a text file whose columns are characters.
  let isMonospaced: Bool

  /// Share of a word's height that lies below its baseline, as most fonts have it.
  private static let descent: Float = 0.22

  /// The page's content without the places.
  func write(to html: inout String) {
    for fill in page.fills {
      html += "<rect \(fill.box.rectAttributes) fill=\"\(fill.colour.hexadecimal)\"/>\n"
    }
    for rule in page.rulingLines {
      html += "<rect \(visible(rule).rectAttributes) fill=\"\(rule.colour.hexadecimal)\"/>\n"
    }
    for line in lines() { write(line, to: &html) }
  }

  /// Hairlines are given a width that a screen can show.
  private func visible(_ rule: RulingLine) -> Box {
    var box = rule.box
    if rule.isHorizontal, box.height < 0.5 { box.bottom = box.top + 0.5 }
    if !rule.isHorizontal, box.width < 0.5 { box.right = box.left + 0.5 }
    return box
  }

  // MARK: Words

  /// Words that follow each other on a line in one look.
  private struct Line {
    var words: String
    var box: Box
    var first: PlacedWord
    var isLight: Bool
  }

  /// Words joined to stretches, so that the page is small and its text can be marked and copied.
  private func lines() -> [Line] {
    var lines: [Line] = []
    for word in page.words {
      let string = text.string(word.span)
      let isLight = isLight(word.box)
      if var last = lines.last, word.rotation == 0, last.first.rotation == 0, last.isLight == isLight,
        word.style == last.first.style, abs(word.fontSize - last.first.fontSize) < 0.05,
        abs(word.box.bottom - last.box.bottom) < 0.6, word.box.left > last.box.right - 1,
        word.box.left - last.box.right < max(2, word.box.height * (isMonospaced ? 0.6 : 0.5))
      {
        last.words += (word.spaceBefore ? " " : "") + string
        last.box = last.box.union(word.box)
        lines[lines.count - 1] = last
      } else {
        lines.append(Line(words: string, box: word.box, first: word, isLight: isLight))
      }
    }
    return lines
  }

  /// Whether the uppermost fill behind a word is dark. The reader does not say the colour of letters: it is the one that
  /// can be read.
  private func isLight(_ box: Box) -> Bool {
    let x = (box.left + box.right) / 2
    let y = (box.top + box.bottom) / 2
    let fill = page.fills.last { $0.box.left <= x && $0.box.right >= x && $0.box.top <= y && $0.box.bottom >= y }
    return fill.map { SourceFigures.isDark($0.colour) } ?? false
  }

  private func write(_ line: Line, to html: inout String) {
    let word = line.first
    let turned = word.rotation % 2 == 1
    let height = turned ? line.box.width : line.box.height
    let length = turned ? line.box.height : line.box.width
    let size = isMonospaced ? 10 : word.fontSize > 0 ? min(word.fontSize, height * 1.4) : height * 0.8
    let rise = height * PageDrawing.descent
    let (x, y, angle): (Float, Float, Int) =
      switch word.rotation {
      case 1: (line.box.left + rise, line.box.top, 90)
      case 2: (line.box.right, line.box.top + rise, 180)
      case 3: (line.box.right - rise, line.box.bottom, -90)
      default: (line.box.left, line.box.bottom - rise, 0)
      }
    let t = SourceFigures.tenths
    html += "<text x=\"\(t(x))\" y=\"\(t(y))\" font-size=\"\(t(size))\" textLength=\"\(t(length))\""
    html += " lengthAdjust=\"spacingAndGlyphs\""
    if angle != 0 { html += " transform=\"rotate(\(angle) \(t(x)) \(t(y)))\"" }
    var look: [String] = []
    if word.style.contains(.bold) { look.append("b") }
    if word.style.contains(.italic) { look.append("i") }
    if line.isLight { look.append("w") }
    if !look.isEmpty { html += " class=\"\(look.joined(separator: " "))\"" }
    html += ">\(line.words.htmlEscaped)</text>\n"
  }
}
