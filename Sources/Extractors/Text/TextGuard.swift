// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Turns away what is no text, or too much of it, with words that say what to do.
enum TextGuard {
  /// Checks a file before it is decoded.
  static func check(_ bytes: [UInt8], limits: TextLimits) throws(ExtractionError) {
    guard bytes.count <= limits.bytes else {
      throw ExtractionError(
        .overLimit, "The text has \(bytes.count) bytes, more than the \(limits.bytes) that are read at once.",
        advice: "Split the file, one plan a file.")
    }
    if let format = foreignFormat(bytes) {
      throw ExtractionError(
        .unsupportedFormat, "The file is \(format), not text.", place: "byte 0",
        advice: format == "RTF"
          ? "Save it as .docx or as plain text." : "Give the file in a format that is read, or export its text.")
    }
  }

  /// Checks decoded text for control characters and overlong lines.
  static func check(_ text: UnsafeBufferPointer<UInt8>, limits: TextLimits) throws(ExtractionError) {
    let first = text.firstIndex(from: 0) { block in
      var controls = block.isBelow(0x20) .& (block.isBelow(0x09) .| block.isAbove(0x0D))
      controls .|= block.has(0x7F)
      return controls
    }
    let controls = text[first...].count { $0 < 0x20 && ($0 < 0x09 || $0 > 0x0D) || $0 == 0x7F }
    if controls * 100 > text.count {
      throw ExtractionError(
        .unsupportedFormat,
        "The file is binary data, not text: \(controls) of its \(text.count) bytes are control "
          + "characters.", place: "byte \(first)",
        advice: "Give a PDF, Word, spreadsheet or web page file unchanged, or export its text as UTF-8.")
    }
    if let start = overlongLine(text, limit: limits.lineBytes) {
      throw ExtractionError(
        .overLimit, "A line is longer than \(limits.lineBytes) bytes.",
        place: "line \(LineScanner.lineNumber(of: start, in: text))",
        advice: "Export the plan again with line breaks, one table row or paragraph a line.")
    }
  }

  /// The error for a text without words.
  static var empty: ExtractionError {
    ExtractionError(
      .empty, "There is no text in the file.", advice: "Check that the export worked, then give it again.")
  }

  /// Offset of the first line that is too long. Looks backwards from where a line would have to end, so it reads few
  /// bytes.
  private static func overlongLine(_ text: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    var start = 0
    while text.count - start > limit {
      var index = start + limit
      while index >= start, text[index] != Byte.lineFeed, text[index] != Byte.carriageReturn { index -= 1 }
      guard index >= start else { return start }
      start = index + 1
    }
    return nil
  }

  private static func foreignFormat(_ bytes: [UInt8]) -> String? {
    let formats: [(signature: [UInt8], name: String)] = [
      (Array("%PDF-".utf8), "PDF"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Office file"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an Office file of the kind before 2007"), (Array("{\\rtf".utf8), "RTF"),
      ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
      (Array("GIF8".utf8), "a GIF picture"), ([0x1F, 0x8B], "a gzip archive"),
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
    ]
    return formats.first { bytes.starts(with: $0.signature) }?.name
  }
}
