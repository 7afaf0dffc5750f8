// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers

extension PageText {
  /// The gutters of a run of lines, found by vote: strips that few of the lines cross that have words on both sides.
  ///
  /// Growing a run line by line narrows a strip to what the most careless line leaves; the vote over all lines is robust
  /// against one cell that was pushed aside.
  func votedGutters(_ block: TextBlock) -> [Gutter] {
    let body = block.lines.filter { !block.bands.contains($0) }
    guard body.count > 1 else { return block.gutters }
    let left = body.map { lines[$0].left }.min() ?? 0
    let right = body.map { lines[$0].right }.max() ?? 0
    let step = max(0.15 * em, (right - left) / 3000, 0.5)
    let count = Int(saturating: (right - left) / step) + 2
    var cover = [Int32](repeating: 0, count: count + 1)
    var wide = [Int32](repeating: 0, count: count + 1)
    var narrow = [Int32](repeating: 0, count: count + 1)
    func mark(_ bins: inout [Int32], _ from: Float, _ to: Float) {
      let first = max(0, Int(saturating: ((from - left) / step).rounded(.down)))
      let last = min(count, Int(saturating: ((to - left) / step).rounded(.up)))
      guard first < last else { return }
      bins[first] += 1
      bins[last] -= 1
    }
    for number in body {
      var reach = -Float.infinity
      var segment = lines[number].segments.lowerBound
      for index in lines[number].words {
        let word = words[index]
        if word.left > reach, reach.isFinite {
          let isWide = index >= segments[segment].words.upperBound
          if isWide {
            mark(&wide, reach + step, word.left - step)
          } else {
            mark(&narrow, reach + step, word.left - step)
          }
        }
        while segment + 1 < lines[number].segments.upperBound, index >= segments[segment].words.upperBound {
          segment += 1
        }
        let from = max(word.left, reach)
        if word.right > from { mark(&cover, from + 0.2, word.right - 0.2) }
        reach = max(reach, word.right)
      }
    }
    for bin in 1..<count {
      cover[bin] += cover[bin - 1]
      wide[bin] += wide[bin - 1]
      narrow[bin] += narrow[bin - 1]
    }
    let share: Float = 0.13
    func isFree(_ bin: Int) -> Bool {
      guard wide[bin] > 0 else { return false }
      let crossed = Float(cover[bin])
      return crossed == 0 || crossed <= share * Float(cover[bin] + wide[bin] + narrow[bin])
        || cover[bin] == 1 && wide[bin] > 4
    }
    var gutters: [Gutter] = []
    var bin = 0
    while bin < count {
      guard isFree(bin) else {
        bin += 1
        continue
      }
      var end = bin
      while end < count, isFree(end) { end += 1 }
      appendGutters(from: bin, to: end, origin: left, step: step, cover: cover, wide: wide, body: body, into: &gutters)
      bin = end
    }
    return headed(gutters, body: body)
  }

  /// Splits a free strip at segments that stand in it with white on both sides: columns that are almost empty.
  private func appendGutters(
    from start: Int, to end: Int, origin: Float, step: Float, cover: [Int32], wide: [Int32], body: [Int],
    into gutters: inout [Gutter]
  ) {
    let low = origin + Float(start) * step
    let high = origin + Float(end) * step
    // Columns that are almost empty show as islands: stretches that more lines cover than cells pushed aside would, and
    // segments with white on both sides.
    var isIsland = [Bool](repeating: false, count: end - start)
    if let most = cover[start..<end].max(), most > 0 {
      for bin in start..<end where most > 1 && Float(cover[bin]) >= max(1.5, 0.4 * Float(most)) {
        isIsland[bin - start] = true
      }
      for number in body {
        // A title between two rows, alone on its line, makes no column.
        if lines[number].segments.count == 1 { continue }
        for index in lines[number].segments {
          let segment = segments[index]
          guard segment.left >= low - step, segment.right <= high + step else { continue }
          let first = max(start, Int(saturating: (segment.left - origin) / step))
          let last = min(end, Int(saturating: ((segment.right - origin) / step).rounded(.up)))
          for bin in first..<max(first, last) { isIsland[bin - start] = true }
        }
      }
    }
    let wordSpace = 0.6 * em
    var cuts: [(left: Float, right: Float)] = []
    var reach = low
    var bin = start
    while bin < end {
      guard isIsland[bin - start] else {
        bin += 1
        continue
      }
      let left = origin + Float(bin) * step
      while bin < end, isIsland[bin - start] { bin += 1 }
      if left - reach > (cuts.isEmpty && reach == low ? step / 2 : wordSpace) { cuts.append((reach, left)) }
      reach = origin + Float(bin) * step
    }
    if cuts.isEmpty || high - reach > step / 2 { cuts.append((reach, high)) }
    for cut in cuts where cut.right > cut.left {
      var best: (left: Int, right: Int, cover: Int32)?
      let first = max(start, Int(saturating: (cut.left - origin) / step))
      let last = min(end, max(first + 1, Int(saturating: ((cut.right - origin) / step).rounded(.up))))
      var bin = first
      while bin < last {
        var stop = bin
        while stop < last, cover[stop] == cover[bin] { stop += 1 }
        if best.map({ cover[bin] < $0.cover || cover[bin] == $0.cover && stop - bin > $0.right - $0.left }) ?? true {
          best = (bin, stop, cover[bin])
        }
        bin = stop
      }
      guard let best else { continue }
      gutters.append(
        Gutter(
          left: origin + Float(best.left) * step, right: origin + Float(best.right) * step,
          support: Int(wide[best.left..<best.right].max() ?? 0), crossings: Int(best.cover)))
    }
  }

  /// Marks the gutters that a row of heads respects: a line of four or more segments that crosses none of them.
  private func headed(_ gutters: [Gutter], body: [Int]) -> [Gutter] {
    var gutters = gutters
    for number in body where lines[number].segments.count > 3 {
      var crosses = 0
      for gutter in gutters
      where lines[number].words.contains(where: {
        words[$0].left < gutter.left - 0.3 && words[$0].right > gutter.right + 0.3
      }) {
        crosses += 1
      }
      guard crosses == 0 else { continue }
      let gaps = wideGaps(ofLine: number)
      for index in gutters.indices
      where gaps.contains(where: { $0.left <= gutters[index].middle && $0.right >= gutters[index].middle }) {
        gutters[index].isHeaded = true
      }
    }
    return gutters
  }
}
