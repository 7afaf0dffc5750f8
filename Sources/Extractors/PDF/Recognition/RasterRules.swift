// SPDX-License-Identifier: GPL-3.0-or-later

import Numbers

/// Finds ruling lines in a picture by its runs of dark pixels.
enum RasterRules {
  /// A line found, in pixels, with its far edges excluded.
  struct Rule: Equatable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
    var isHorizontal: Bool
  }

  /// Shortest line, in points: longer than strokes of letters, shorter than a low table row.
  static let minimumLength = 13.0
  /// Thickest line, in points.
  static let maximumThickness = 3.5
  /// Contrast from which on a pixel is dark, of 255. Thin grey rules of a scan are paler than its text.
  static let darkness: UInt8 = 38
  /// Pixels that may be missing within a run: specks and fax faults.
  static let gap = 1
  /// How far pieces of one line may be apart, in points: less than a narrow column.
  static let joinGap = 12.0
  /// What part of a line's length may have something dark close above or below it. Rows of letters have it along half
  /// their length, rules only where other rules meet them.
  static let crowding = 0.25
  /// How close, in points.
  static let crowdingReach = 0.9

  /// The lines of a picture given as contrast (255 nothing, 0 full).
  static func rules(in contrast: [UInt8], width: Int, height: Int, scale: Double) -> [Rule] {
    let lying = runs(in: contrast, length: width, lines: height, scale: scale)
    let turned = transposed(contrast, width: width, height: height)
    let upright = runs(in: turned, length: height, lines: width, scale: scale)
    let rules =
      lying.map { Rule(left: $0.start, top: $0.first, right: $0.end, bottom: $0.last + 1, isHorizontal: true) }
      + upright.map { Rule(left: $0.first, top: $0.start, right: $0.last + 1, bottom: $0.end, isHorizontal: false) }
    return withoutBars(
      joined(rules, gap: Int(saturating: joinGap * scale), offAxis: Int(saturating: 0.5 * scale)), scale: scale)
  }

  /// Upright lines shorter than this that meet no other are bars between words ("Lead: … | By when: …"), in points.
  static let longestBar = 24.0
  /// How near to another line an upright one must end to meet it, in points.
  static let meetingReach = 3.0

  /// How far from the end of a longer line in line with it a short one may be a piece of it, in points: a head row's height.
  static let pieceReach = 60.0

  /// The lines without bars between words.
  private static func withoutBars(_ rules: [Rule], scale: Double) -> [Rule] {
    let reach = Int(saturating: meetingReach * scale)
    let pieceReach = Int(saturating: pieceReach * scale)
    func isShort(_ rule: Rule) -> Bool { !rule.isHorizontal && Double(rule.bottom - rule.top) < longestBar * scale }
    return rules.filter { rule in
      guard isShort(rule) else { return true }
      return rules.contains { other in
        if other.isHorizontal {
          return other.left - reach <= rule.left && rule.right <= other.right + reach
            && other.top - reach <= rule.bottom && rule.top <= other.bottom + reach
        }
        // A line is broken where it crosses a dark fill.
        return !isShort(other) && other.left - reach / 2 <= rule.left && rule.right <= other.right + reach / 2
          && other.top - pieceReach <= rule.bottom && rule.top <= other.bottom + pieceReach
      }
    }
  }

  /// One line for each row of pieces in line with each other: print wears off, and letters that touch a rule break it.
  private static func joined(_ rules: [Rule], gap: Int, offAxis: Int) -> [Rule] {
    let sorted = rules.sorted {
      $0.isHorizontal != $1.isHorizontal
        ? $0.isHorizontal
        : $0.isHorizontal ? ($0.left, $0.top) < ($1.left, $1.top) : ($0.top, $0.left) < ($1.top, $1.left)
    }
    var joined: [Rule] = []
    for rule in sorted {
      let partner = joined.indices.last { index in
        let other = joined[index]
        guard other.isHorizontal == rule.isHorizontal else { return false }
        return rule.isHorizontal
          ? rule.left - other.right <= gap && rule.top <= other.bottom + offAxis && other.top <= rule.bottom + offAxis
          : rule.top - other.bottom <= gap && rule.left <= other.right + offAxis && other.left <= rule.right + offAxis
      }
      guard let partner else {
        joined.append(rule)
        continue
      }
      joined[partner].left = min(joined[partner].left, rule.left)
      joined[partner].top = min(joined[partner].top, rule.top)
      joined[partner].right = max(joined[partner].right, rule.right)
      joined[partner].bottom = max(joined[partner].bottom, rule.bottom)
    }
    return joined
  }

  /// Dark pixels side by side, and equal ones in the lines below.
  private struct Run {
    var start: Int
    var end: Int
    var first: Int
    var last: Int
    /// The end of the run in its last line.
    var pixelCount: Int
  }

  private static func runs(in picture: [UInt8], length: Int, lines: Int, scale: Double) -> [Run] {
    let minimum = Int(saturating: minimumLength * scale)
    let thickest = Int(saturating: (maximumThickness * scale).rounded(.up))
    // The page has been levelled, so that a rule's pixels lie in few rows; pieces join over rows.
    let minimumPiece = max(12, minimum * 2 / 3)
    var open: [Run] = []
    var closed: [Run] = []
    picture.withUnsafeBufferPointer { picture in
      for line in 0..<lines {
        let found = pieces(picture, line * length, length, line, minimumPiece)
        var next: [Run] = []
        for piece in found {
          var merged = piece
          for index in open.indices.reversed()
          where open[index].start <= merged.end + gap
            && open[index].end + gap >= merged.start
          {
            let other = open.remove(at: index)
            merged.start = min(merged.start, other.start)
            merged.end = max(merged.end, other.end)
            merged.first = min(merged.first, other.first)
            merged.pixelCount += other.pixelCount
          }
          if let last = next.indices.last, next[last].end + gap >= merged.start {
            next[last].start = min(next[last].start, merged.start)
            next[last].end = max(next[last].end, merged.end)
            next[last].first = min(next[last].first, merged.first)
            next[last].pixelCount += merged.pixelCount
          } else {
            next.append(merged)
          }
        }
        closed.append(contentsOf: open)
        open = next
      }
    }
    closed.append(contentsOf: open)
    return closed.filter { run in
      let thickness = run.last - run.first + 1
      let extent = run.end - run.start
      return extent >= minimum && thickness <= thickest && extent >= 6 * thickness
        && run.pixelCount * 2 >= extent && isFree(run, in: picture, length: length, lines: lines, scale: scale)
    }
  }

  /// Whether a run has blank space on both sides.
  private static func isFree(_ run: Run, in picture: [UInt8], length: Int, lines: Int, scale: Double) -> Bool {
    let reach = max(2, Int(saturating: (crowdingReach * scale).rounded()))
    for line in [run.first - reach, run.last + reach] where line >= 0 && line < lines {
      var dark = 0
      for index in run.start..<run.end where picture[line * length + index] <= 255 - 2 * darkness { dark += 1 }
      if Double(dark) > crowding * Double(run.end - run.start) { return false }
    }
    return true
  }

  /// The dark pieces of one line of pixels.
  private static func pieces(
    _ picture: UnsafeBufferPointer<UInt8>, _ base: Int, _ length: Int, _ line: Int, _ minimum: Int
  ) -> [Run] {
    var found: [Run] = []
    var start = -1
    var lastDark = -1
    let limit = 255 - darkness
    for index in 0..<length where picture[base + index] <= limit {
      if start < 0 || index - lastDark > gap + 1 {
        if start >= 0, lastDark + 1 - start >= minimum {
          found.append(Run(start: start, end: lastDark + 1, first: line, last: line, pixelCount: lastDark + 1 - start))
        }
        start = index
      }
      lastDark = index
    }
    if start >= 0, lastDark + 1 - start >= minimum {
      found.append(Run(start: start, end: lastDark + 1, first: line, last: line, pixelCount: lastDark + 1 - start))
    }
    return found
  }

  private static func transposed(_ picture: [UInt8], width: Int, height: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: picture.count) { buffer, count in
      picture.withUnsafeBufferPointer { picture in
        // Block by block, so that neither side runs through all of memory for each pixel.
        for top in stride(from: 0, to: height, by: 32) {
          for left in stride(from: 0, to: width, by: 32) {
            for y in top..<min(height, top + 32) {
              for x in left..<min(width, left + 32) { buffer[x * height + y] = picture[y * width + x] }
            }
          }
        }
      }
      count = picture.count
    }
  }

  /// Wipes lines out of a picture, so that OCR does not take them for letters.
  static func erase(_ rules: [Rule], from contrast: inout [UInt8], width: Int, height: Int) {
    for rule in rules {
      for y in max(0, rule.top - 1)..<min(height, rule.bottom + 1) {
        for x in max(0, rule.left - 1)..<min(width, rule.right + 1) { contrast[y * width + x] = 255 }
      }
    }
  }
}
