// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads a part that is a list: one text a bullet, also where a page break cuts one.
struct BulletReader {
  let reading: Reading

  func read(_ lines: [ReportLine]) -> [String] {
    var items: [[ReportLine]] = []
    let bullets = lines.filter { isItem($0) }
    let hasBullets = bullets.count * 3 >= lines.count && !bullets.isEmpty
    let top = bullets.map(\.paragraph.level).min() ?? 0
    for line in lines where line.words.utf8.holdsWord {
      let starts: Bool
      if items.isEmpty {
        starts = true
      } else if hasBullets, isItem(line) {
        starts = line.paragraph.level <= top || !(items.last?.last.map { $0.isOpen } ?? true)
      } else {
        starts = !continues(line, after: items[items.count - 1], hasBullets: hasBullets)
      }
      if starts { items.append([line]) } else { items[items.count - 1].append(line) }
    }
    if hasBullets, items.count > 1, let first = items.first?.first, !isItem(first) {
      // A sentence that leads to the list is no item of it.
      items.removeFirst()
    }
    return items.map { item in
      var phrase = Phrase.empty
      for line in item { phrase.append(reading.content(line.paragraph)) }
      reading.ledger.place(phrase, as: .field)
      return reading.joined(phrase)
    }
  }

  /// Whether a line bears the sign of a list item, taken off by the extractor or still in its words.
  private func isItem(_ line: ReportLine) -> Bool {
    line.paragraph.marker != .none || Reading.endOfSigns(Array(line.words.utf8.prefix(8))) > 0
  }

  /// Whether a line without a bullet goes on with the item above.
  private func continues(_ line: ReportLine, after item: [ReportLine], hasBullets: Bool) -> Bool {
    guard let last = item.last else { return false }
    if line.beginsLower || last.isOpen { return true }
    guard hasBullets else { return false }
    // Indented like the text behind a bullet.
    if let left = line.paragraph.location.box?.left, let bullet = item.first?.paragraph.location.box?.left {
      return left > bullet + 6
    }
    return false
  }
}
