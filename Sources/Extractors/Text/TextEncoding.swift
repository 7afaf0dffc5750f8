// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The encodings that a text file may have.
enum TextEncoding {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case windows1252
}

/// A text file's bytes as UTF-8, and what was noticed on the way.
struct DecodedText {
  /// UTF-8, save for the damaged places that `notices` names: the text store makes U+FFFD of them.
  let bytes: [UInt8]
  /// Offset of the text behind a byte order mark.
  let start: Int
  /// Encodings guessed, places repaired.
  var notices: [Notice] = []

  /// Decodes a file.
  ///
  /// A byte order mark decides; without one, zero bytes at every other place mean UTF-16. Text that is no UTF-8 is
  /// Windows-1252, unless it has more well-formed UTF-8 sequences than bytes that only a code page explains: then it
  /// is UTF-8 that was damaged.
  init(_ input: [UInt8]) {
    if input.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: input, start: 3, mayBeWindows1252: false)
    } else if input.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: input, start: 2, isBigEndian: false)
    } else if input.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: input, start: 2, isBigEndian: true)
    } else if let isBigEndian = UTF16Text.isBigEndian(input) {
      self.init(utf16: input, start: 0, isBigEndian: isBigEndian)
    } else {
      self.init(utf8: input, start: 0, mayBeWindows1252: true)
    }
  }

  private init(utf16 input: [UInt8], start: Int, isBigEndian: Bool) {
    let text = input.withUnsafeBufferPointer { UTF16Text($0, from: start, isBigEndian: isBigEndian) }
    bytes = text.utf8
    self.start = 0
    if let offset = text.firstDamage {
      notices.append(DecodedText.damage(count: text.damageCount, offset: offset, line: text.damagedLine))
    }
  }

  private init(utf8 input: [UInt8], start: Int, mayBeWindows1252: Bool) {
    let survey = input.withUnsafeBufferPointer { UTF8Survey($0) }
    self.start = start
    guard let offset = survey.firstDamage else {
      bytes = input
      return
    }
    guard mayBeWindows1252, survey.looksLikeCodePage else {
      bytes = input
      let line = input.withUnsafeBufferPointer { LineScanner.lineNumber(of: offset, in: $0) }
      notices.append(DecodedText.damage(count: survey.damageCount, offset: offset, line: line))
      return
    }
    bytes = DecodedText.fromWindows1252(input)
    notices.append(
      Notice(
        id: "encoding-windows-1252", severity: .note,
        message: "The text is no UTF-8 and was read as Windows-1252; save it as UTF-8 if letters look wrong."))
  }

  private static func fromWindows1252(_ input: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(input.count + input.count / 8)
    for byte in input {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(contentsOf: String(Windows1252.scalar(byte)).utf8)
      }
    }
    return result
  }

  private static func damage(count: Int, offset: Int, line: Int) -> Notice {
    let places = count == 1 ? "One place is" : "\(count) places are"
    return Notice(
      id: "encoding-damaged", severity: .warning,
      message: "\(places) not readable as text, the first at byte \(offset) (line \(line)); U+FFFD stands for what was "
        + "there. Export the file again if words are missing.",
      location: Location(line: line))
  }
}
