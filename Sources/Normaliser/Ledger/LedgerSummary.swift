// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// How many of the document's words went where. A word is a run of letters and digits.
public struct LedgerSummary: Hashable, Sendable {
  /// Words in fields of the plan.
  public var fields = 0
  /// Words in `narrative`.
  public var narrative = 0
  /// Words in `furniture`.
  public var furniture = 0
  /// Words in `unplaced`.
  public var unplaced = 0
  /// Words that are nowhere: always 0, or the normaliser has an error.
  public var lost = 0
  /// Bytes that were placed more than once: always 0, or the normaliser has an error.
  public var doubledBytes = 0

  /// All words of the document.
  public var total: Int { fields + narrative + furniture + unplaced + lost }

  /// Share of the words that are placed, 0 to 1; 1 for a document without words.
  public var coverage: Double { total == 0 ? 1 : Double(total - lost) / Double(total) }

  init(_ ledger: Ledger, text: TextStore) {
    let counts = text.bytes.withUnsafeBufferPointer { bytes in
      ledger.withMarks { LedgerSummary.words(of: bytes, marks: $0) }
    }
    func count(_ place: Ledger.Place) -> Int { counts[Int(place.rawValue)] }
    fields = count(.field)
    narrative = count(.narrative)
    furniture = count(.furniture)
    unplaced = count(.unplaced)
    lost = count(.none)
    doubledBytes = ledger.doubledBytes
  }

  /// How many words begin with a byte of each mark.
  private static func words(of bytes: UnsafeBufferPointer<UInt8>, marks: UnsafeBufferPointer<UInt8>) -> [Int] {
    var counts = [Int](repeating: 0, count: 256)
    // Whether the byte before belongs to a word.
    var isInWord = false
    func count(from start: Int, to end: Int) {
      for index in start..<end {
        let byte = bytes[index]
        if byte.isWordByte, !isInWord, byte < 0x80 || isWord(bytes, at: index) { counts[Int(marks[index])] += 1 }
        isInWord = byte.isWordByte
      }
    }
    // Words are counted up as long as they go to the same place.
    var mark = Ledger.Place.none.rawValue
    var present = ByteEight(repeating: mark)
    var presentCount = 0
    var index = 0
    let end = min(bytes.count, marks.count)
    while index + ByteEight.count <= end {
      let eight = ByteEight(bytes, at: index)
      if eight.isASCII {
        let word = eight.wordBytes
        var starts = word & ~(word << 8 | (isInWord ? 0x80 : 0))
        isInWord = word >> 63 == 1
        let places = ByteEight(marks, at: index)
        if places == present {
          presentCount += ByteEight.count(of: starts)
        } else if places == ByteEight(repeating: marks[index]) {
          counts[Int(mark)] += presentCount
          (mark, present, presentCount) = (marks[index], places, ByteEight.count(of: starts))
        } else {
          while starts != 0 {
            counts[Int(marks[index + starts.trailingZeroBitCount / 8])] += 1
            starts &= starts - 1
          }
        }
      } else {
        count(from: index, to: index + ByteEight.count)
      }
      index += ByteEight.count
    }
    count(from: index, to: end)
    counts[Int(mark)] += presentCount
    return counts
  }

  /// Whether a word that begins beyond ASCII is one: a dash or a bullet alone is none.
  private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let word = bytes[start...].prefix(while: \.isWordByte)
    return word.contains { $0 < 0x80 } || word.holdsWord
  }
}
