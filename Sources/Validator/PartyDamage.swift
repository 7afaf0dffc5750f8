// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells what happened to the words of a party on their way through a scan or an export.
struct PartyDamage {
  private let known: TextNumbers
  /// The known texts by their last word.
  private let byLastWord: [Substring: [String]]

  /// Prepares for the texts of all parties of a plan.
  init(known: TextNumbers) {
    self.known = known
    // Only for texts that begin with a small letter.
    let mayBeCut = known.texts.contains { $0.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? false }
    byLastWord = mayBeCut ? Dictionary(grouping: known.texts.sorted()) { $0.split(separator: " ").last ?? "" } : [:]
  }

  /// Why a text is damaged; nil where nothing shows that it is.
  func reason(_ text: String) -> String? {
    if let sign = PartyDamage.strangeSign(text) {
      return "“\(sign)” is no letter of English, so that the cell was misread or damaged"
    }
    if let open = PartyDamage.openBracket(text) { return open }
    if let glued = PartyDamage.gluedWord(text) { return "“\(glued)” looks like two words without a space" }
    if let whole = whole(of: text) { return "it lost its first letters, for “\(whole)” stands elsewhere" }
    if let (first, second) = PartyDamage.gluedPosts(text) ?? knownHalves(text) {
      return "it looks like two posts without a separator, “\(first)” and “\(second)”"
    }
    return nil
  }

  private static func strangeSign(_ text: String) -> Unicode.Scalar? {
    guard text.utf8.contains(where: { $0 >= 0xC9 }) else { return nil }
    return text.unicodeScalars.first { scalar in
      switch scalar.value {
      // Latin with its extensions, general punctuation, currency, letter-like signs and combining accents.
      case 0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF, 0x2000...0x206F, 0x20A0...0x20CF, 0x2100...0x214F: false
      case 0x2200...0x22FF, 0xFFFD: true
      default: scalar.properties.isAlphabetic
      }
    }
  }

  private static func openBracket(_ text: String) -> String? {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return "a bracket is closed that was never opened" }
    }
    return depth > 0 ? "a bracket is left open" : nil
  }

  /// A word in which another begins: `ManagerSEND` (a post ends in the middle of it) or `SENReview` after three capitals
  /// and more.
  private static func gluedWord(_ text: String) -> Substring? {
    guard mayBeGlued(text) else { return nil }
    return text.split { $0 == " " || $0 == "/" || $0 == "-" || $0 == "," || $0 == "(" || $0 == ")" }.first { word in
      let bytes = Array(word.utf8)
      guard bytes.count > 5 else { return false }
      let isCapital = bytes.map { $0 >= 0x41 && $0 <= 0x5A }
      let isSmall = bytes.map { $0 >= 0x61 && $0 <= 0x7A }
      // Four capitals and then small letters: the last capital begins a word.
      if isCapital.prefix(4).allSatisfy({ $0 }), let end = isCapital.firstIndex(of: false), end + 2 < bytes.count,
        isSmall[end...].allSatisfy({ $0 }), bytes.count - end > 2
      {
        return true
      }
      for at in 4..<bytes.count where isCapital[at] && isSmall[at - 1] {
        if posts.contains(String(decoding: bytes[..<at], as: UTF8.self).lowercased()) { return true }
      }
      return false
    }
  }

  /// Whether a capital follows a small letter, or a small letter four capitals, which is rare.
  private static func mayBeGlued(_ text: String) -> Bool {
    var capitals = 0
    var wasSmall = false
    for byte in text.utf8 {
      let isSmall = byte >= 0x61 && byte <= 0x7A
      if byte >= 0x41, byte <= 0x5A {
        if wasSmall { return true }
        capitals += 1
      } else {
        if isSmall, capitals > 3 { return true }
        capitals = 0
      }
      wasSmall = isSmall
    }
    return false
  }

  /// Two posts in a row: a second `Head of` or `Director of` behind a first post, with no word or sign that joins them.
  private static func gluedPosts(_ text: String) -> (String, String)? {
    let words = text.split(separator: " ")
    guard words.count > 4 else { return nil }
    for at in 2..<(words.count - 1) where words[at + 1] == "of" && (words[at] == "Head" || words[at] == "Director") {
      var start = at
      while start > 0, qualifiers.contains(String(words[start - 1])) { start -= 1 }
      guard start > 1, let first = words[start - 1].utf8.first, first >= 0x41 && first <= 0x5A,
        let last = words[start - 1].utf8.last, (last | 0x20) >= 0x61 && (last | 0x20) <= 0x7A,
        words[..<start].contains(where: { posts.contains($0.lowercased()) })
      else { continue }
      return (words[..<start].joined(separator: " "), words[start...].joined(separator: " "))
    }
    return nil
  }

  /// The two known parties that a text is made of.
  private func knownHalves(_ text: String) -> (String, String)? {
    let words = text.split(separator: " ")
    guard words.count > 3 else { return nil }
    for at in 2...(words.count - 2) {
      let first = words[..<at].joined(separator: " ")
      guard known.contains(first) else { continue }
      let second = words[at...].joined(separator: " ")
      if known.contains(second) { return (first, second) }
    }
    return nil
  }

  /// The known text of which another is the end, cut in the middle of a word.
  private func whole(of text: String) -> String? {
    guard let first = text.utf8.first, first >= 0x61 && first <= 0x7A, text.utf8.count > 3,
      let last = text.split(separator: " ").last
    else { return nil }
    return byLastWord[last]?.first { candidate in
      guard candidate.utf8.count > text.utf8.count, candidate.hasSuffix(text) else { return false }
      let before = candidate.utf8[candidate.utf8.index(candidate.utf8.endIndex, offsetBy: -text.utf8.count - 1)]
      return (before | 0x20) >= 0x61 && (before | 0x20) <= 0x7A
    }
  }

  private static let posts: Set = [
    "adviser", "advisor", "chair", "commissioner", "consultant", "coordinator", "co-ordinator", "director", "head",
    "headteacher", "leader", "manager", "nurse", "officer", "psychologist",
  ]
  /// Words that belong to the post behind them.
  private static let qualifiers: Set = [
    "Acting", "Area", "Assistant", "Associate", "Chief", "Clinical", "Corporate", "Deputy", "Divisional", "Executive",
    "Group", "Interim", "Joint", "Lead", "Managing", "Medical", "Programme", "Regional", "School", "Senior", "Service",
    "Strategic", "Virtual",
  ]
}
