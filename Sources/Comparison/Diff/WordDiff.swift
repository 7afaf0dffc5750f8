// SPDX-License-Identifier: GPL-3.0-or-later

/// A run of words that the editions share, or that only one of them has.
public struct WordRun: Hashable, Sendable {
  /// What became of the words.
  public enum Fate: String, CaseIterable, Sendable {
    /// In both editions.
    case kept
    /// Only in the new edition.
    case inserted
    /// Only in the old edition.
    case deleted
  }

  /// What became of the words.
  public var fate: Fate
  /// The words as printed, kept ones as the new edition prints them.
  public var text: String

  /// A run.
  public init(fate: Fate, text: String) {
    self.fate = fate
    self.text = text
  }
}

/// Differences between two texts, word by word.
enum WordDiff {
  /// Above this many comparisons the differing middle of two texts is given as replaced as a whole.
  private static let mostComparisons = 4_000_000

  /// The runs that lead from the old text to the new one: a longest common subsequence of words is kept. Deleted words
  /// stand before inserted ones. White space, case and punctuation make no difference.
  static func runs(from old: String, to new: String) -> [WordRun] {
    let left = Words.pieces(of: old)
    let right = Words.pieces(of: new)
    var steps: [(WordRun.Fate, String)] = []
    var start = 0
    while start < min(left.count, right.count), left[start].word == right[start].word {
      steps.append((.kept, right[start].printed))
      start += 1
    }
    var end = 0
    while end < min(left.count, right.count) - start,
      left[left.count - 1 - end].word == right[right.count - 1 - end].word
    { end += 1 }
    steps += middle(left[start..<(left.count - end)], right[start..<(right.count - end)])
    for piece in right[(right.count - end)...] { steps.append((.kept, piece.printed)) }
    return gathered(steps)
  }

  private static func middle(
    _ left: ArraySlice<Words.Piece>, _ right: ArraySlice<Words.Piece>
  ) -> [(WordRun.Fate, String)] {
    guard !left.isEmpty, !right.isEmpty, left.count * right.count <= mostComparisons else {
      return left.map { (.deleted, $0.printed) } + right.map { (.inserted, $0.printed) }
    }
    let (old, new) = (Array(left), Array(right))
    let width = new.count + 1
    // lengths[i][j]: words that old[i...] and new[j...] have in common, in order.
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in stride(from: old.count - 1, through: 0, by: -1) {
      for j in stride(from: new.count - 1, through: 0, by: -1) {
        lengths[i * width + j] =
          old[i].word == new[j].word
          ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var steps: [(WordRun.Fate, String)] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i].word == new[j].word {
        steps.append((.kept, new[j].printed))
        i += 1
        j += 1
      } else if i < old.count, j == new.count || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        steps.append((.deleted, old[i].printed))
        i += 1
      } else {
        steps.append((.inserted, new[j].printed))
        j += 1
      }
    }
    return steps
  }

  /// Neighbouring steps of one fate as one run; between two kept runs the deleted words first.
  private static func gathered(_ steps: [(WordRun.Fate, String)]) -> [WordRun] {
    var runs: [WordRun] = []
    var texts: [WordRun.Fate: String] = [:]
    func trimmed(_ text: String) -> String { Folded.trimmed(text) }
    func flush(_ fates: [WordRun.Fate]) {
      for fate in fates {
        if let text = texts[fate] { runs.append(WordRun(fate: fate, text: trimmed(text))) }
        texts[fate] = nil
      }
    }
    for (fate, text) in steps {
      flush(fate == .kept ? [.deleted, .inserted] : [.kept])
      texts[fate, default: ""] += text
    }
    flush([.kept, .deleted, .inserted])
    return runs
  }
}
