// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The scale of a chart: numbers at equal steps, set one below the other at equal distances with nothing beside them.
struct Scale {
  /// Indices into ``PageText/words``.
  var words: [Int]
  var box: Box
}

/// Finds the scales of a page's charts.
struct ScaleFinder {
  var text: PageText
  /// The value of a word; nil where it is no number.
  var value: (Int) -> Double?

  /// Fewer numbers than this are no scale.
  private static let fewest = 4
  /// How far beside a number there must be nothing, in em: the width of a small chart.
  private static let reach: Float = 20
  /// Edges of numbers of one scale lie within this share of an em.
  private static let sameEdge: Float = 0.2
  /// Distances between the numbers of one scale differ by this share at most.
  private static let sameStep: Float = 0.12

  /// All scales, from left to right.
  func scales() -> [Scale] {
    let numbers = text.words.indices.filter { text.words[$0].isNumeric && text.words[$0].rotation == 0 }
    guard numbers.count >= ScaleFinder.fewest, numbers.count < 3000 else { return [] }
    var found: [Scale] = []
    for edge in [\Word.right, \Word.left, \Word.midX] {
      let sorted = numbers.sorted {
        (text.words[$0][keyPath: edge], text.words[$0].top, $0) < (
          text.words[$1][keyPath: edge], text.words[$1].top, $1
        )
      }
      var start = 0
      for index in 1...sorted.count {
        let ends =
          index == sorted.count
          || text.words[sorted[index]][keyPath: edge] - text.words[sorted[index - 1]][keyPath: edge]
            > ScaleFinder.sameEdge * text.words[sorted[index]].em
        guard ends else { continue }
        found += progressions(sorted[start..<index].sorted { (text.words[$0].midY, $0) < (text.words[$1].midY, $1) })
        start = index
      }
    }
    var taken = Set<Int>()
    var kept: [Scale] = []
    // A second scale at the right of a chart may have text beside it; the first one may not.
    for isSecond in [false, true] {
      for scale in found where scale.words.allSatisfy({ !taken.contains($0) }) {
        let isScale =
          isSecond
          ? kept.contains { $0.isLevel(with: scale) && $0.box.right < scale.box.left } : isAlone(scale, among: found)
        guard isScale else { continue }
        taken.formUnion(scale.words)
        kept.append(scale)
      }
    }
    return kept.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
  }

  /// Runs of numbers from top to bottom whose values and places step alike.
  private func progressions(_ words: [Int]) -> [Scale] {
    var result: [Scale] = []
    var run: [Int] = []
    func finish() {
      if run.count >= ScaleFinder.fewest {
        let box = run.dropFirst().reduce(text.words[run[0]].box) { $0.union(text.words[$1].box) }
        result.append(Scale(words: run, box: box))
      }
    }
    for word in words {
      if run.count < 2 || steps(run, to: word) {
        run.append(word)
        continue
      }
      finish()
      run = [run[run.count - 1], word]
    }
    finish()
    return result
  }

  /// Whether a number goes on from a run of two or more.
  private func steps(_ run: [Int], to word: Int) -> Bool {
    let (before, last) = (run[run.count - 2], run[run.count - 1])
    guard let first = value(before), let second = value(last), let third = value(word), first != second else {
      return false
    }
    let step = text.words[last].midY - text.words[before].midY
    let next = text.words[word].midY - text.words[last].midY
    return abs((third - second) - (second - first)) <= 1e-6 * max(abs(second - first), abs(third), 1)
      && step > 0.8 * text.words[word].em && abs(next - step) <= ScaleFinder.sameStep * step + 0.3
  }

  /// Whether next to nothing stands beside the numbers of a scale, as far as the scale at the other side of the chart: in a
  /// table each number has its row.
  private func isAlone(_ scale: Scale, among scales: [Scale]) -> Bool {
    let own = Set(scale.words)
    let opposite = scales.filter { $0.isLevel(with: scale) && $0.box.left > scale.box.right + text.em }
    let members = Set(opposite.flatMap(\.words))
    let limit = opposite.map(\.box.left).min() ?? .infinity
    let crowded = scale.words.filter { number in
      let word = text.words[number]
      let reach = min(word.right + ScaleFinder.reach * word.em, limit)
      return text.words.indices.contains { index in
        let other = text.words[index]
        let shared = min(other.bottom, word.bottom) - max(other.top, word.top)
        guard !own.contains(index), !members.contains(index), shared > 0.5 * (word.bottom - word.top) else {
          return false
        }
        return other.left >= word.right && other.left < reach
          || other.right <= word.left && word.left - other.right < 2 * word.em
      }
    }
    return crowded.count * 3 <= scale.words.count
  }
}

extension Scale {
  /// Whether another scale begins and ends at the same heights.
  func isLevel(with other: Scale) -> Bool {
    let height = max(box.height, other.box.height)
    return abs(box.top - other.box.top) < 0.12 * height && abs(box.bottom - other.box.bottom) < 0.12 * height
  }
}

extension ChartFinder {
  /// The boxes of charts that their scales show, without the labels round them.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - rules: its rules, joined.
  ///   - bytes: the document's text.
  func scaled(_ page: PageContent, rules: PageRules, bytes: UnsafeBufferPointer<UInt8>) -> [Box] {
    let finder = ScaleFinder(text: text) { index in
      ChartFinder.value(UnsafeBufferPointer(rebasing: bytes[page.words[text.words[index].index].span.range(in: bytes)]))
    }
    let scales = finder.scales()
    return scales.map { scale in
      var box = scale.box
      let opposite = scales.filter { $0.isLevel(with: scale) && $0.box.left > scale.box.right }
      if let next = opposite.min(by: { $0.box.left < $1.box.left }) { return box.union(next.box) }
      var right = box.right + ChartFinder.narrowest * text.em
      for rule in rules.horizontal
      where rule.position > box.top - text.em && rule.position < box.bottom + text.em
        && rule.from > box.left && rule.from < box.right + 3 * text.em
      {
        right = max(right, rule.to)
      }
      // The labels of the axis below.
      if let below = (0..<text.levelLines).first(where: { text.lines[$0].midY > box.bottom }),
        text.lines[below].top - box.bottom < 2 * text.em
      {
        var reach = box.right + 4 * text.em
        for index in text.lines[below].segments where text.segments[index].left < reach + 4 * text.em {
          guard text.segments[index].left > box.left - 2 * text.em, text.segments[index].words.count < 8 else {
            continue
          }
          reach = max(reach, text.segments[index].right)
          right = max(right, reach)
        }
      }
      box.right = min(right, page.width)
      return box
    }
  }

  /// Width of a chart of which nothing is known but its scale, in em.
  private static let narrowest: Float = 12

  /// The value of a figure: digits with marks for thousands, decimals, money and shares; nil for anything else.
  static func value(_ letters: UnsafeBufferPointer<UInt8>) -> Double? {
    var value = 0.0
    var scale = 0.0
    var digits = 0
    var isNegative = false
    for (position, byte) in letters.enumerated() {
      switch byte {
      case 0x30...0x39:
        digits += 1
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
      case 0x2E where scale == 0: scale = 1
      case 0x2D where position == 0: isNegative = true
      case 0xE2, 0x80, 0x88, 0x92, 0x93: isNegative = isNegative || position == 0
      case 0x2C, 0x25, 0x24, 0xC2, 0xA3: continue
      default: return nil
      }
    }
    guard digits > 0, digits < 12 else { return nil }
    return (isNegative ? -1 : 1) * value / max(scale, 1)
  }
}
