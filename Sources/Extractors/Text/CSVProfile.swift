// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells comma-separated values from prose with commas, and finds the delimiter.
enum CSVProfile {
  /// The delimiter, nil where the text is none.
  static func delimiter(_ sample: UnsafeBufferPointer<UInt8>) -> UInt8? {
    let candidates = [Byte.comma, Byte.semicolon].compactMap { delimiter -> (UInt8, Int)? in
      let fields = usualFieldCount(sample, delimiter: delimiter)
      return fields > 1 ? (delimiter, fields) : nil
    }
    return candidates.max { $0.1 < $1.1 }?.0
  }

  /// How many fields most records have, 0 where the records do not agree or the delimiters read like prose.
  private static func usualFieldCount(_ sample: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> Int {
    var scanner = CSVScanner(sample, delimiter: delimiter)
    var counts: [Int: Int] = [:]
    var records = 0
    var spaced = 0
    var delimiters = 0
    var quoted = 0
    var head: Int?
    var overfull = 0
    while records < 200, let record = scanner.next() {
      if record.isBlank { continue }
      records += 1
      counts[record.fields.count, default: 0] += 1
      delimiters += record.fields.count - 1
      quoted += record.fields.count { $0.isQuoted }
      if let head {
        if record.fields.count > head { overfull += 1 }
      } else if isHead(record, sample) {
        head = record.fields.count
      }
      spaced += record.fields.dropFirst().count { field in
        !field.isQuoted && !field.range.isEmpty && sample[field.range.lowerBound].isBlank
      }
    }
    let several = counts.filter { $0.key > 1 }
    let total = several.values.reduce(0, +)
    guard let usual = several.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), total >= 2 else { return 0 }
    // Trackers drop the empty cells at the end of a row: the head says how many there are.
    if let head, overfull * 20 <= records, total * 2 >= records, records >= 3, spaced * 2 <= delimiters { return head }
    // Lines of a title may stand above the table.
    guard total * 10 >= records * 6, usual.value * 10 >= total * (quoted > 0 ? 6 : 8) else { return 0 }
    // Prose has a space behind each comma.
    let isTabular = usual.key >= 3 && usual.value == records && records >= 3
    guard spaced * 2 <= delimiters || isTabular else { return 0 }
    return usual.key
  }

  /// Whether a record is a head: three fields or more, all short, none of them blank or set off by a space.
  private static func isHead(_ record: CSVScanner.Record, _ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    record.fields.count >= 3
      && record.fields.enumerated().allSatisfy { index, field in
        (1...60).contains(field.range.count)
          && (field.isQuoted || index == 0 || !sample[field.range.lowerBound].isBlank)
          && sample[field.range].contains(where: \.isLetter)
      }
  }
}
