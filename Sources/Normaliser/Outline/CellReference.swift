// SPDX-License-Identifier: GPL-3.0-or-later

/// A cell that holds a reference and nothing else: "A", "3", "1.2", "iv)".
enum CellReference {
  /// The reference without punctuation, nil where the cell says anything else.
  static func parse(_ words: String) -> String? {
    guard words.utf8.count <= 12, !words.utf8.contains(UInt8(ascii: "%")) else { return nil }
    if let reference = ReferenceReader.whole(words) { return reference.ref }
    let trimmed = Identifiers.trimmed(words)
    let bytes = Array(trimmed.utf8)
    guard let first = bytes.first else { return nil }
    // A letter or a small number alone is a reference only where nothing else stands in the cell.
    if bytes.count == 1, (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) { return trimmed }
    if bytes.count <= 2, bytes.allSatisfy({ (0x30...0x39).contains($0) }) { return trimmed }
    return nil
  }
}
