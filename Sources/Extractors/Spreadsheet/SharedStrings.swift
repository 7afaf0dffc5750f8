// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The strings that the cells of a workbook share, end to end.
struct SharedStrings: Sendable {
  /// Bold and the like where all runs of a rich text have it.
  private(set) var styles: [Paragraph.Style] = []
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]

  var count: Int { styles.count }

  init() {}

  /// Reads a workbook's `sharedStrings.xml`.
  init(part: String, source: any ByteSource, names: XMLNameTable<SheetName>) throws(ExtractionError) {
    let reader = try XMLPullReader(part: part, source: source, names: names)
    while let event = try reader.next() {
      guard event == .start, reader.name == .stringItem else { continue }
      styles.append(try reader.appendRichText(to: &bytes))
      guard bytes.count < TextStore.maximumBytes else {
        throw reader.error(.overLimit, "The workbook holds too much text.", advice: "Save its sheets separately.")
      }
      ends.append(UInt32(bytes.count))
    }
  }

  /// Lends the bytes of a string; nil where there is none of that number.
  func bytes(of index: Int) -> ArraySlice<UInt8>? {
    guard index >= 0, index < count else { return nil }
    return bytes[Int(ends[index])..<Int(ends[index + 1])]
  }
}

extension XMLPullReader<SheetName> {
  /// Appends the text of the string item (`si`, `is`) that has just begun and goes on to its end. Phonetic guides are
  /// left out.
  ///
  /// - Returns: what all its runs look like; empty for plain text.
  func appendRichText(to bytes: inout [UInt8]) throws(ExtractionError) -> Paragraph.Style {
    let outer = depth
    let start = bytes.count
    var shared: Paragraph.Style?
    var run: Paragraph.Style = []
    var isText = false
    var hasEscapes = false
    while let event = try next() {
      switch event {
      case .start:
        switch name {
        case .phonetic: try skip()
        case .run: run = []
        case .bold: if isSwitchedOn { run.insert(.bold) }
        case .italic: if isSwitchedOn { run.insert(.italic) }
        case .strike: if isSwitchedOn { run.insert(.struckThrough) }
        case .text: isText = true
        default: break
        }
      case .text:
        guard isText else { continue }
        withText { text in
          bytes.append(contentsOf: text)
          if text.contains(0x5F) { hasEscapes = true }
          if text.contains(where: { $0 > 0x20 }) { shared = shared.map { $0.intersection(run) } ?? run }
        }
      case .end:
        if name == .text { isText = false }
        if depth == outer {
          if hasEscapes { SheetText.resolveEscapes(in: &bytes, from: start) }
          return shared ?? []
        }
      }
    }
    return shared ?? []
  }
}

/// Text as sheets write it.
enum SheetText {
  /// Replaces `_x000D_` and its like, from a place to the end, by the characters they stand for.
  static func resolveEscapes(in bytes: inout [UInt8], from start: Int) {
    var result: [UInt8] = []
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x5F, index + 6 < bytes.count, bytes[index + 1] == 0x78, bytes[index + 6] == 0x5F,
        let value = UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        if value != 0 { result.append(contentsOf: String(scalar).utf8) }
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    bytes.replaceSubrange(start..., with: result)
  }
}
