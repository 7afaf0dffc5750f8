// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the marks of Markdown emphasis that belong together: `**bold**`, `__bold__`, `~~struck~~` and, in Markdown
/// files, `*italic*` and `_italic_`.
///
/// A mark opens only where a mark of the same length closes, so `20%*`, `5 * 3` and `file_name` stay as they are. The
/// place of the next closing mark is remembered for each kind, which keeps the search linear over a text full of
/// marks without partner.
struct Emphasis {
  /// A pair of marks.
  struct Opening {
    /// Number of marks: 1 italic, 2 bold (or struck), 3 both.
    var length: Int
    /// Offset of the first byte of the closing marks.
    var close: Int
  }

  private let isMarkdown: Bool
  /// For `*`, `_` and `~`, lengths 1 to 3: offset of the next closing marks, `Int.max` where there is none, -1 where
  /// nobody has looked yet.
  private var nextClose = [Int](repeating: -1, count: 9)

  init(isMarkdown: Bool) { self.isMarkdown = isMarkdown }

  /// Forgets what was found in another text.
  mutating func reset() {
    for index in nextClose.indices { nextClose[index] = -1 }
  }

  /// Number of equal bytes at `start`.
  static func runLength(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var index = start + 1
    while index < source.count, source[index] == source[start] { index += 1 }
    return index - start
  }

  /// The pair of marks that begins at `start`, where `length` equal marks stand.
  mutating func opening(_ source: UnsafeBufferPointer<UInt8>, at start: Int, length: Int) -> Opening? {
    let mark = source[start]
    let after = start + length
    guard length <= 3, length > 1 || isMarkdown, mark != Byte.tilde || length == 2 else { return nil }
    guard after < source.count, !source[after].isBlank else { return nil }
    if isStrict(mark, length), start > 0, source[start - 1].isWordByte { return nil }
    let slot = (mark == Byte.asterisk ? 0 : mark == Byte.underscore ? 3 : 6) + length - 1
    if nextClose[slot] <= after {
      nextClose[slot] = findClose(source, mark: mark, length: length, from: after + 1)
    }
    guard nextClose[slot] != Int.max else { return nil }
    return Opening(length: length, close: nextClose[slot])
  }

  /// Within a word only `**` counts: underscores belong to names there, single stars to footnotes and sums.
  private func isStrict(_ mark: UInt8, _ length: Int) -> Bool { mark == Byte.underscore || length == 1 }

  private func findClose(_ source: UnsafeBufferPointer<UInt8>, mark: UInt8, length: Int, from start: Int) -> Int {
    var index = start
    while index < source.count {
      guard source[index] == mark else {
        index += source[index] == Byte.backslash ? 2 : 1
        continue
      }
      let run = Emphasis.runLength(source, at: index)
      let after = index + run
      if run == length, !source[index - 1].isBlank,
        !(isStrict(mark, length) && after < source.count && source[after].isWordByte)
      {
        return index
      }
      index = after
    }
    return Int.max
  }
}
