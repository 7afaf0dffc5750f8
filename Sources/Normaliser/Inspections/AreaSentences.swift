// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Parts areas that a reader has joined into one paragraph, as it does where the rows of a box have no space between them:
/// a sentence that says again who should do something begins another area.
struct AreaSentences {
  let reading: Reading

  private static let duties: Set<String> = ["should", "must", "need", "needs"]
  private static let longestSubject = 9
  private static let shortestSubject = 3

  /// The paragraphs of a line outside of tables.
  func split(_ line: ReportLine) -> [ReportLine] {
    guard line.cell == nil, !line.isBullet, let subject = AreaSentences.subject(line.words) else { return [line] }
    let bytes = Array(line.words.utf8)
    var starts = [0]
    for index in bytes.indices.dropLast(2)
    where bytes[index] == UInt8(ascii: ".") && bytes[index + 1] == 0x20 && (0x41...0x5A).contains(bytes[index + 2]) {
      let rest = String(decoding: bytes[(index + 2)...].prefix(200), as: UTF8.self)
      if AreaSentences.subject(rest) == subject { starts.append(index + 2) }
    }
    guard starts.count > 1 else { return [line] }
    return starts.enumerated().map { place, start in
      let end = place + 1 < starts.count ? starts[place + 1] - 1 : bytes.count
      var part = line
      let base = Int(line.span.start)
      part.paragraph.span = TextSpan(base + start..<base + end)
      part.words = String(decoding: bytes[start..<end], as: UTF8.self)
      part.isAfterBreak = line.isAfterBreak && place == 0
      return part
    }
  }

  /// Who should do something, where a sentence begins with that; nil where it only adds to what was said ("should also").
  private static func subject(_ sentence: String) -> [String]? {
    let words = HeadingVocabulary.words(sentence, limit: longestSubject + 2)
    guard let duty = words.firstIndex(where: duties.contains), duty >= shortestSubject, duty <= longestSubject,
      duty + 1 < words.count, words[duty + 1] != "also"
    else { return nil }
    return Array(words[..<duty])
  }
}
