// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// The font sizes of a document: which one is the body's, and what level each larger one has.
struct HeadingSizes {
  /// Sizes in half points with the number of words set in them.
  private var words: [Int: Int] = [:]
  /// The same for long lines without gaps: running text, which is often larger than the text of tables.
  private var running: [Int: Int] = [:]
  /// Sizes in half points with the lines set in them: how many, and the last page.
  private var lines: [Int: (count: Int, lastPage: Int)] = [:]
  /// Size of most words, in points.
  private(set) var body: Float = 0
  private var levels: [Int: UInt8] = [:]
  private var boldLevel: UInt8 = 1

  /// Letters larger than the body's by this factor make a heading; 11 against 10 points is no difference in rank.
  private static let larger: Float = 1.15

  private static func key(_ size: Float) -> Int { Int(saturating: (size * 2).rounded()) }

  /// Counts a page.
  mutating func add(_ text: PageText, page: Int, width: Float) {
    guard !text.isCharacterGrid else { return }
    for line in text.lines[..<text.levelLines] {
      let key = HeadingSizes.key(line.em)
      words[key, default: 0] += line.words.count
      if line.segments.count == 1, line.words.count > 6, line.right - line.left > 0.45 * width {
        running[key, default: 0] += line.words.count
      }
      lines[key] = ((lines[key]?.count ?? 0) + 1, page)
    }
  }

  /// Fixes the levels once all pages are counted: the largest size is level 1, or 0 where it is used only for a title on
  /// the first page; text in bold of the body's size comes last.
  mutating func settle(firstPage: Int) {
    let total = running.values.reduce(0, +)
    // The largest size in which a good part of the running text is set; tables are often set smaller.
    let text = total > 40 ? running.filter { $0.value * 100 >= total * 12 }.keys.max() : nil
    guard let size = text ?? words.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return }
    body = Float(size) / 2
    let larger = words.keys.filter { Float($0) / 2 >= body * HeadingSizes.larger }.sorted(by: >)
    var level: UInt8 = 1
    for (rank, key) in larger.enumerated() {
      if rank == 0, let use = lines[key], use.count <= 4, use.lastPage <= firstPage {
        levels[key] = 0
        continue
      }
      levels[key] = level
      if level < 5 { level += 1 }
    }
    boldLevel = level
  }

  /// The level of a paragraph as a heading, nil for running text.
  func level(of draft: Draft) -> UInt8? {
    guard draft.marker != .bullet, draft.lineCount < 4, draft.text.count < 240, body > 0,
      !draft.style.contains(.recognised), draft.text.contains(where: Letters.isAlphanumeric)
    else { return nil }
    if draft.fontSize >= body * HeadingSizes.larger {
      return levels[HeadingSizes.key(draft.fontSize)] ?? (draft.text.count < 120 ? boldLevel : nil)
    }
    let isShort = draft.lineCount < 3 && draft.text.count < 140
    guard draft.style.contains(.bold), isShort, draft.text.last != 0x2E, draft.fontSize >= body * 0.95 else {
      return nil
    }
    return boldLevel
  }
}
