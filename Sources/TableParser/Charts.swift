// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// Charts of a page: what stands in and round them are labels and no table.
struct ChartFinder {
  var text: PageText
  var tolerances: Tolerances

  /// Room for the labels of an axis beside a chart, in em.
  private static let room: (side: Float, below: Float, above: Float) = (3.5, 2.4, 1.3)

  /// The boxes of a page's charts with the labels of their axes and their legends.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - rules: its rules, joined.
  ///   - drawings: frames that hold next to no words.
  func boxes(_ page: PageContent, rules: PageRules, drawings: [Box]) -> [Box] {
    var boxes = drawings
    for bars in bars(page.fills) {
      var box = bars
      // The axes and the lines of the scale that the bars stand on.
      for rule in rules.vertical
      where rule.position > bars.left - 4 * text.em && rule.position < bars.right + 4 * text.em
        && rule.from < bars.bottom && rule.to > bars.top - 4 * text.em && rule.to < bars.bottom + 2 * text.em
      {
        box = box.union(Box(left: rule.position, top: rule.from, right: rule.position, bottom: rule.to))
      }
      for rule in rules.horizontal
      where !rule.isEdge && rule.position > bars.top - 8 * text.em && rule.position < bars.bottom + text.em
        && rule.from < bars.right && rule.to > bars.left && rule.length < 1.6 * bars.width + 8 * text.em
      {
        box = box.union(Box(left: rule.from, top: rule.position, right: rule.to, bottom: rule.position))
      }
      boxes.append(box)
    }
    return boxes.map { withLabels($0, page: page) }
  }

  /// Groups of three or more bars: fills of one breadth that stand on one line and reach up to different heights.
  private func bars(_ fills: [PageFill]) -> [Box] {
    let white = Colour.white
    let usable = fills.suffix(4000).filter {
      $0.colour != white && $0.box.width > 1 && $0.box.height > 1 && $0.box.width < 400 && $0.box.height < 600
    }
    var result: [Box] = []
    for isUpright in [true, false] {
      struct Key: Hashable {
        var base: Int
        var breadth: Int
      }
      var groups: [Key: [Box]] = [:]
      var order: [Key] = []
      for fill in usable {
        let key =
          isUpright
          ? Key(
            base: Int(saturating: (fill.box.bottom * 2).rounded()), breadth: Int(saturating: fill.box.width.rounded()))
          : Key(
            base: Int(saturating: (fill.box.left * 2).rounded()), breadth: Int(saturating: fill.box.height.rounded()))
        if groups[key] == nil { order.append(key) }
        groups[key, default: []].append(fill.box)
      }
      for key in order {
        guard let group = groups[key], group.count > 2 else { continue }
        let lengths = Set(group.map { Int(saturating: (isUpright ? $0.height : $0.width).rounded()) })
        guard lengths.count > 2, lengths.count * 2 > group.count, let first = group.first else { continue }
        let box = group.dropFirst().reduce(first) { $0.union($1) }
        // Cells of a table hold words, bars at most a number.
        let inside = text.words.filter { word in
          word.start != .digit
            && group.contains {
              $0.left < word.midX && word.midX < $0.right && $0.top < word.midY && word.midY < $0.bottom
            }
        }
        if inside.count * 2 < group.count { result.append(box) }
      }
    }
    return result
  }

  /// A chart's box with the room round it for labels, and with the names beside its swatches.
  private func withLabels(_ chart: Box, page: PageContent) -> Box {
    let em = min(text.em, 10)
    var box = chart
    box.left -= ChartFinder.room.side * em
    box.right += em
    box.top -= ChartFinder.room.above * em
    box.bottom += ChartFinder.room.below * em
    var right = box.right
    for fill in page.fills.suffix(4000)
    where fill.box.width < 14 && fill.box.height < 14 && fill.box.left > chart.right
      && fill.box.left < chart.right + 16 * em
      && fill.box.top > box.top && fill.box.bottom < box.bottom
    {
      for segment in text.segments where text.lines[segment.line].rotation == 0 {
        let line = text.lines[segment.line]
        if segment.left > fill.box.right - 1, segment.left < fill.box.right + 2 * em, line.midY > fill.box.top - em,
          line.midY < fill.box.bottom + em
        {
          right = max(right, segment.right + 1)
        }
      }
    }
    box.right = right
    return box
  }

  /// The words that stand in the charts, as indices in the page's words.
  func words(in boxes: [Box]) -> Set<Int> {
    guard !boxes.isEmpty else { return [] }
    var result = Set<Int>()
    for number in 0..<text.levelLines where !text.opensCaption(number) && !text.opensNote(number) {
      for segmentIndex in text.lines[number].segments {
        let segment = text.segments[segmentIndex]
        let midY = text.lines[number].midY
        guard
          boxes.contains(where: {
            $0.top < midY && midY < $0.bottom && $0.left < segment.left && segment.right < $0.right
          })
        else { continue }
        for index in segment.words { result.insert(text.words[index].index) }
      }
    }
    return result
  }
}
