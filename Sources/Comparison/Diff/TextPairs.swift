// SPDX-License-Identifier: GPL-3.0-or-later

/// Which text of an old list became which of a new one: measures, outcomes, milestones.
struct TextPairs {
  /// For each old text the new one.
  let newOfOld: [Int?]
  /// For each new text the old one.
  let oldOfNew: [Int?]
  /// True where the lists have the same words and only divide them into items in another way, which is no change.
  let isSameTogether: Bool
  /// 1 where the lists are the same only together, otherwise 0.
  var formal: Int { isSameTogether ? 1 : 0 }

  /// Pairs two lists of texts. `rest` has further words for each text, such as a milestone's date.
  init(_ old: [String], _ new: [String], rest: (old: [String], new: [String])? = nil) {
    let keys = (old.map(Folded.key), new.map(Folded.key))
    if keys.0 == keys.1, rest.map({ $0.old == $0.new }) ?? true {
      newOfOld = Array(old.indices)
      oldOfNew = Array(new.indices)
      isSameTogether = false
      return
    }
    func items(_ texts: [String], _ rest: [String]?) -> [MatchItem] {
      texts.enumerated().map { index, text in
        MatchItem(text: Words.of(text), rest: rest.map { Words.of($0[index]) } ?? [])
      }
    }
    isSameTogether =
      old.count != new.count && !old.isEmpty && !new.isEmpty
      && keys.0.joined(separator: " ") == keys.1.joined(separator: " ")
    guard !isSameTogether, !old.isEmpty, !new.isEmpty else {
      newOfOld = old.map { _ in nil }
      oldOfNew = new.map { _ in nil }
      return
    }
    let assignment = ItemMatcher(old: items(old, rest?.old), new: items(new, rest?.new)).assignment()
    newOfOld = assignment.newOfOld
    oldOfNew = assignment.oldOfNew
  }
}
