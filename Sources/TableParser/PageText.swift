// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A word as the parser works with it: finite geometry and what its letters say about line breaks.
struct Word {
  /// What the first letter of a word is.
  enum Start: UInt8 { case lower, upper, digit, other }

  /// Index in the page's words.
  var index: Int
  var left: Float
  var top: Float
  var right: Float
  var bottom: Float
  /// Font size in points, from the box where the reader did not know it.
  var em: Float
  var rotation: UInt8
  var isBold: Bool
  var spaceBefore: Bool
  var start: Start
  /// Whether it ends a sentence or a clause: `.`, `;`, `:`, `!`, `?`.
  var endsSentence: Bool
  /// Whether it ends in a letter or digit and a hyphen.
  var endsInHyphen: Bool
  /// Whether it is made of digits and the marks that go with figures.
  var isNumeric: Bool
  /// Whether it is nothing but a bullet, arrow or symbol-font glyph.
  var isBullet: Bool
  /// Whether it holds a run of dots that leads to a page number.
  var isLeader: Bool
  /// Whether it is a currency sign by itself.
  var isCurrency = false
  /// Whether it is a word that begins captions ("Table", "Figure") or notes below a table ("Source:").
  var captionWord = CaptionWord.none
  /// What it says about the lines of a cell, in layout text only.
  var layout: LayoutWord = []
  /// Number of the line it stands on.
  var line: Int = -1

  var midX: Float { (left + right) / 2 }
  var midY: Float { (top + bottom) / 2 }
  var width: Float { right - left }
  var box: Box { Box(left: left, top: top, right: right, bottom: bottom) }
}

/// Words that follow each other on one line with no more than word spaces between them.
struct Segment {
  /// Indices into ``PageText/words``.
  var words: Range<Int>
  var line: Int
  var left: Float
  var right: Float
}

/// Words on one baseline, across the whole page.
struct Line {
  /// Indices into ``PageText/words``.
  var words: Range<Int>
  /// Indices into ``PageText/segments``.
  var segments: Range<Int>
  var left: Float
  var top: Float
  var right: Float
  var bottom: Float
  var em: Float
  var rotation: UInt8

  var midY: Float { (top + bottom) / 2 }
  var box: Box { Box(left: left, top: top, right: right, bottom: bottom) }
}

/// A page's words on their lines.
struct PageText {
  /// Words, line by line, within a line in reading direction.
  var words: [Word] = []
  var segments: [Segment] = []
  /// Lines from top to bottom; turned lines come after the level ones.
  var lines: [Line] = []
  /// Number of level lines, which come first.
  var levelLines = 0
  /// Indices in the page's words of those that have no usable place or cannot be seen.
  var loose: [Int] = []
  /// Whether the words stand on the 6 by 12 point cells of layout text.
  var isCharacterGrid = false
  /// The usual distance of two lines of one paragraph, in points.
  var pitch: Float = 12
  /// The usual font size, in points.
  var em: Float = 10
}

extension PageText {
  /// Puts a page's words on lines.
  init(
    _ page: PageContent, bytes: UnsafeBufferPointer<UInt8>, tolerances: Tolerances, without excluded: Set<Int> = []
  ) {
    var usable: [Word] = []
    usable.reserveCapacity(page.words.count)
    var onGrid = 0
    let limit = tolerances.largestCoordinate
    for (index, placed) in page.words.enumerated() {
      if excluded.contains(index) { continue }
      let box = placed.box
      let isPlaced =
        abs(box.left) <= limit && abs(box.right) <= limit && abs(box.top) <= limit && abs(box.bottom) <= limit
      guard isPlaced, !placed.style.contains(.hidden) else {
        loose.append(index)
        continue
      }
      let word = Word(index: index, placed: placed, bytes: bytes)
      if word.bottom - word.top > 11.4, word.bottom - word.top < 12.6 {
        let cells = word.left / 6
        if abs(cells - cells.rounded()) < 0.05 { onGrid += 1 }
      }
      usable.append(word)
    }
    isCharacterGrid = !usable.isEmpty && onGrid * 20 >= usable.count * 19
    if isCharacterGrid {
      for index in usable.indices {
        let range = page.words[usable[index].index].span.range(in: bytes)
        usable[index].layout = LayoutWord(UnsafeBufferPointer(rebasing: bytes[range]))
      }
    }
    for rotation in 0..<UInt8(4) {
      var group = rotation == 0 ? usable.filter { $0.rotation == 0 } : usable.filter { $0.rotation == rotation }
      if group.isEmpty { continue }
      if rotation != 0 { for index in group.indices { group[index].turn(rotation) } }
      appendLines(of: group, rotation: rotation, tolerances: tolerances)
      if rotation == 0 { levelLines = lines.count }
    }
    measure()
  }

  /// Groups words of one direction by baseline and cuts the lines at wide gaps.
  private mutating func appendLines(of group: [Word], rotation: UInt8, tolerances: Tolerances) {
    var group = group
    group.sort { ($0.baseline, $0.left, $0.index) < ($1.baseline, $1.left, $1.index) }
    var clusters: [[Word]] = []
    var current: [Word] = []
    var mean: Float = 0
    for word in group {
      if let last = current.last,
        word.baseline - mean <= tolerances.sameBaseline * min(word.em, last.em)
      {
        current.append(word)
        mean += (word.baseline - mean) / Float(current.count)
      } else {
        if !current.isEmpty { clusters.append(current) }
        current = [word]
        mean = word.baseline
      }
    }
    if !current.isEmpty { clusters.append(current) }
    PageText.attachRaised(&clusters)
    for var cluster in clusters where !cluster.isEmpty {
      cluster.sort { ($0.left, $0.index) < ($1.left, $1.index) }
      let firstWord = words.count
      let firstSegment = segments.count
      let number = lines.count
      var line = Line(
        words: firstWord..<firstWord, segments: firstSegment..<firstSegment, left: .infinity, top: .infinity,
        right: -.infinity, bottom: -.infinity, em: 0, rotation: rotation)
      var segmentStart = firstWord
      var reach = -Float.infinity
      for index in cluster.indices {
        cluster[index].line = number
        let word = cluster[index]
        let gap = isCharacterGrid ? Float(11) : tolerances.columnGap * word.em
        if words.count > segmentStart, word.left - reach > gap {
          segments.append(
            Segment(words: segmentStart..<words.count, line: number, left: words[segmentStart].left, right: reach))
          segmentStart = words.count
          reach = -.infinity
        }
        reach = max(reach, word.right)
        line.left = min(line.left, word.left)
        line.right = max(line.right, word.right)
        line.top = min(line.top, word.top)
        line.bottom = max(line.bottom, word.bottom)
        line.em = max(line.em, word.em)
        words.append(word)
      }
      segments.append(
        Segment(words: segmentStart..<words.count, line: number, left: words[segmentStart].left, right: reach))
      line.words = firstWord..<words.count
      line.segments = firstSegment..<segments.count
      lines.append(line)
    }
    guard rotation != 0 else { return }
    // The grids work on the page as it is seen: turned words go back to their own boxes once they are in order.
    for line in lines.indices where lines[line].rotation == rotation {
      var box: Box?
      for index in lines[line].words {
        words[index].turn((4 - rotation) & 3)
        box = box?.union(words[index].box) ?? words[index].box
      }
      guard let box else { continue }
      lines[line].left = box.left
      lines[line].top = box.top
      lines[line].right = box.right
      lines[line].bottom = box.bottom
    }
  }

  /// Moves raised and lowered marks (footnote numbers, "1st") to the line of the word that they touch.
  private static func attachRaised(_ clusters: inout [[Word]]) {
    guard clusters.count > 1 else { return }
    for number in clusters.indices {
      guard clusters[number].count <= 24 else { continue }
      var kept: [Word] = []
      for word in clusters[number] {
        var target: Int?
        for other in [number + 1, number - 1] where clusters.indices.contains(other) {
          guard clusters[other].count <= 200 else { continue }
          if word.isBullet {
            // Bullets come from symbol fonts whose boxes sit higher or lower than the text's.
            let isBeside = clusters[other].contains { base in
              !base.isBullet && base.left > word.left && base.left - word.right < 4 * base.em
                && min(word.bottom, base.bottom) - max(word.top, base.top)
                  > 0.5 * min(word.bottom - word.top, base.bottom - base.top)
            }
            if isBeside {
              target = other
              break
            }
          }
          let touches = clusters[other].contains { base in
            base.em > word.em * 1.2 && word.left - base.right < 0.3 * base.em
              && word.left - base.right > -0.3 * base.em
              && min(word.bottom, base.bottom) - max(word.top, base.top) > 0.35 * (word.bottom - word.top)
          }
          if touches {
            target = other
            break
          }
        }
        if let target { clusters[target].append(word) } else { kept.append(word) }
      }
      clusters[number] = kept
    }
  }

  /// Finds the usual font size and line pitch.
  private mutating func measure() {
    guard levelLines > 0 else { return }
    var sizes: [Float] = []
    sizes.reserveCapacity(words.count)
    for word in words where word.rotation == 0 { sizes.append(word.em) }
    sizes.sort()
    em = sizes[sizes.count / 2]
    var steps: [Float] = []
    for number in 1..<max(1, levelLines) {
      let step = lines[number].bottom - lines[number - 1].bottom
      if step > 0.7 * em, step < 2.2 * em { steps.append(step) }
    }
    steps.sort()
    pitch = steps.isEmpty ? 1.2 * em : steps[steps.count / 3]
    if isCharacterGrid { pitch = 12 }
  }
}

extension PageText {
  /// The same lines with the usual font size and pitch of some of them: a table is often set smaller than its page.
  func measured(by numbers: [Int]) -> PageText {
    guard !isCharacterGrid, numbers.count > 1 else { return self }
    var sizes: [Float] = []
    var steps: [Float] = []
    for (position, number) in numbers.enumerated() {
      for index in lines[number].words where words[index].rotation == 0 { sizes.append(words[index].em) }
      if position > 0 { steps.append(lines[number].bottom - lines[numbers[position - 1]].bottom) }
    }
    guard !sizes.isEmpty else { return self }
    var result = self
    sizes.sort()
    result.em = sizes[sizes.count / 2]
    steps = steps.filter { $0 > 0.7 * result.em && $0 < 2.2 * result.em }.sorted()
    result.pitch = steps.isEmpty ? pitch : steps[steps.count / 3]
    return result
  }
}

extension Word {
  init(index: Int, placed: PlacedWord, bytes: UnsafeBufferPointer<UInt8>) {
    self.index = index
    left = min(placed.box.left, placed.box.right)
    right = max(placed.box.left, placed.box.right)
    top = min(placed.box.top, placed.box.bottom)
    bottom = max(placed.box.top, placed.box.bottom)
    rotation = placed.rotation & 3
    let height = rotation & 1 == 0 ? bottom - top : right - left
    em = placed.fontSize >= 1 && placed.fontSize <= 400 ? placed.fontSize : min(max(height, 1), 400)
    isBold = placed.style.contains(.bold)
    spaceBefore = placed.spaceBefore
    let range = placed.span.range(in: bytes)
    let letters = UnsafeBufferPointer(rebasing: bytes[range])
    start = .other
    endsSentence = false
    endsInHyphen = false
    isNumeric = false
    isBullet = false
    isLeader = false
    guard let first = letters.first, let last = letters.last else { return }
    let opening = letters.first { Letters.isAlphanumeric($0) } ?? first
    start =
      Letters.isLower(opening) ? .lower : Letters.isUpper(opening) ? .upper : Letters.isDigit(opening) ? .digit : .other
    endsSentence = last == 0x2E || last == 0x3B || last == 0x3A || last == 0x21 || last == 0x3F
    endsInHyphen = letters.count > 1 && last == 0x2D && Letters.isAlphanumeric(letters[letters.count - 2])
    isNumeric = Letters.isNumeric(letters)
    isBullet = Letters.isBullet(letters)
    isLeader = Letters.isLeader(letters)
    isCurrency = Letters.isCurrency(letters)
    captionWord = CaptionWord(letters)
  }

  /// Height at which its letters stand, in points; letters reach about a fifth of their box below it.
  var baseline: Float { bottom - 0.2 * min(bottom - top, 1.4 * em) }

  /// Turns the coordinates so that text of the given quarter turn reads from left to right.
  mutating func turn(_ quarterTurns: UInt8) {
    let (l, t, r, b) = (left, top, right, bottom)
    switch quarterTurns {
    case 1: (left, top, right, bottom) = (t, -r, b, -l)
    case 2: (left, top, right, bottom) = (-r, -b, -l, -t)
    case 3: (left, top, right, bottom) = (-b, l, -t, r)
    default: break
    }
  }
}
