// SPDX-License-Identifier: GPL-3.0-or-later

/// The words of one line that stand in one column.
struct Fragment {
  /// Indices into ``PageText/words``.
  var words: Range<Int>
  var line: Int
  var column: Int
  var columnSpan: Int
  var left: Float
  var right: Float
  var top: Float
  var bottom: Float
}

/// A line's fragments with its place.
struct FragmentLine {
  var number: Int
  var fragments: [Fragment]
  var top: Float
  var bottom: Float
  /// Whether it runs across columns on purpose.
  var isBand: Bool
}

extension PageText {
  /// Deals the words of some lines out to columns.
  ///
  /// - Parameters:
  ///   - numbers: indices of the lines.
  ///   - edges: borders of the columns, from left to right.
  ///   - gutters: the white strips round the inner borders; a word that crosses one makes its segment span.
  ///   - bands: lines that are not to be cut at a border.
  ///   - starts: where the text of each column usually begins, if known.
  func fragments(
    ofLines numbers: [Int], edges: [Float], gutters: [Gutter], bands: Set<Int>, starts: [Float] = []
  ) -> [FragmentLine] {
    let inner = Array(edges.dropFirst().dropLast())
    func column(at x: Float) -> Int {
      var low = 0
      var high = inner.count
      while low < high {
        let middle = (low + high) / 2
        if inner[middle] <= x { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var result: [FragmentLine] = []
    for number in numbers {
      let line = lines[number]
      var pieces: [Fragment] = []
      for segmentIndex in line.segments {
        let segment = segments[segmentIndex]
        let first = column(at: words[segment.words.lowerBound].midX)
        let last = max(first, column(at: words[segment.words.upperBound - 1].midX))
        // One run of words over several columns, alone on its line, is a band although a strip may be free by chance.
        var isSpanning = first != last && (bands.contains(number) || line.segments.count == 1)
        if !isSpanning, !gutters.isEmpty {
          for index in segment.words {
            let word = words[index]
            let from = column(at: word.left)
            let to = column(at: word.right)
            if from < to, from < gutters.count, word.left < gutters[from].left - 0.3,
              word.right > gutters[to - 1].right + 0.3
            {
              isSpanning = true
              break
            }
          }
        }
        if !isSpanning, first < last, !starts.isEmpty {
          // A title centred over several columns may leave a gutter free by chance; a cell's text begins at its column's
          // usual place.
          for index in segment.words.dropFirst() {
            let at = column(at: words[index].midX)
            if at != column(at: words[index - 1].midX), starts.indices.contains(at),
              abs(words[index].left - starts[at]) > 1.2 * em
            {
              isSpanning = true
              break
            }
          }
        }
        if isSpanning || first == last {
          let from = isSpanning ? min(first, column(at: segment.left)) : first
          let to = isSpanning ? max(last, column(at: segment.right - 0.1)) : first
          pieces.append(piece(segment.words, line: number, column: from, span: to - from + 1))
          continue
        }
        var start = segment.words.lowerBound
        var current = first
        for index in segment.words.dropFirst() {
          let at = max(current, column(at: words[index].midX))
          if at != current {
            pieces.append(piece(start..<index, line: number, column: current, span: 1))
            start = index
            current = at
          }
        }
        pieces.append(piece(start..<segment.words.upperBound, line: number, column: current, span: 1))
      }
      // Segments that share a column are one fragment.
      var merged: [Fragment] = []
      for next in pieces {
        if let last = merged.last, next.column < last.column + last.columnSpan {
          let end = max(last.column + last.columnSpan, next.column + next.columnSpan)
          merged[merged.count - 1] = piece(
            last.words.lowerBound..<next.words.upperBound, line: number, column: last.column, span: end - last.column)
        } else {
          merged.append(next)
        }
      }
      result.append(
        FragmentLine(
          number: number, fragments: merged, top: line.top, bottom: line.bottom, isBand: bands.contains(number)))
    }
    return result
  }

  func piece(_ range: Range<Int>, line: Int, column: Int, span: Int) -> Fragment {
    var fragment = Fragment(
      words: range, line: line, column: column, columnSpan: span, left: .infinity, right: -.infinity, top: .infinity,
      bottom: -.infinity)
    for index in range {
      fragment.left = min(fragment.left, words[index].left)
      fragment.right = max(fragment.right, words[index].right)
      fragment.top = min(fragment.top, words[index].top)
      fragment.bottom = max(fragment.bottom, words[index].bottom)
    }
    return fragment
  }
}
