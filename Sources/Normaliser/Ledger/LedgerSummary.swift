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
    var counts = [Int](repeating: 0, count: 256)
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        guard bytes[index].isWordByte else {
          index += 1
          continue
        }
        let start = index
        var hasASCII = false
        while index < bytes.count, bytes[index].isWordByte {
          hasASCII = hasASCII || bytes[index] < 0x80
          index += 1
        }
        // A dash or a bullet alone is no word.
        guard hasASCII || bytes[start..<index].holdsWord else { continue }
        counts[Int(ledger.place(at: start).rawValue)] += 1
      }
    }
    func count(_ place: Ledger.Place) -> Int { counts[Int(place.rawValue)] }
    fields = count(.field)
    narrative = count(.narrative)
    furniture = count(.furniture)
    unplaced = count(.unplaced)
    lost = count(.none)
    doubledBytes = ledger.doubledBytes
  }
}
