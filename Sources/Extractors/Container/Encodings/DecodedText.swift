// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The bytes of a text or page as UTF-8, and what was noticed on the way: the one decoder of all formats that do not fix their
/// encoding.
struct DecodedText {
  /// UTF-8, save for the damaged places that `notices` names: the text store makes U+FFFD of them.
  let bytes: [UInt8]
  /// Offset of the text behind a byte order mark.
  let start: Int
  /// Whether ``bytes`` has no damaged place.
  let isSound: Bool
  /// Encodings guessed, places repaired.
  private(set) var notices: [Notice] = []

  /// Decodes a file.
  ///
  /// A byte order mark decides; without one, zero bytes at every other place mean UTF-16, and then what the file declares
  /// counts, where it is true. Text that is no UTF-8 is Windows-1252, unless it has more well-formed UTF-8 sequences than bytes
  /// that only a code page explains: then it is UTF-8 that was damaged.
  ///
  /// - Parameter declared: what the file says its encoding is, where it says so.
  init(_ input: [UInt8], declared: String? = nil) {
    if input.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: input, start: 3, mayBeCodePage: false)
    } else if input.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: input, start: 2, isBigEndian: false)
    } else if input.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: input, start: 2, isBigEndian: true)
    } else if let isBigEndian = UTF16Text.isBigEndian(input) {
      self.init(utf16: input, start: 0, isBigEndian: isBigEndian)
    } else if let declared {
      self.init(input, declaredAs: declared)
    } else {
      self.init(utf8: input, start: 0, mayBeCodePage: true)
    }
  }

  private init(_ input: [UInt8], declaredAs label: String) {
    let survey = input.withUnsafeBufferPointer { UTF8Survey($0) }
    switch DeclaredEncoding(label) {
    // A page whose declaration could be read byte by byte is no UTF-16.
    case .unicode: self.init(utf8: input, start: 0, mayBeCodePage: true)
    case .codePage where survey.firstDamage == nil:
      self.init(utf8: input, start: 0, mayBeCodePage: false)
      // Text that is well-formed UTF-8 beyond ASCII is never anything else by accident.
      if survey.sequences > 0 { notices.append(.repaired("The page says \(label.prefix(40)) but is UTF-8.")) }
    case .codePage(let page):
      self.init(DecodedText.decoded(input, page))
    case .unknown:
      self.init(utf8: input, start: 0, mayBeCodePage: true)
      if survey.sequences > 0 || survey.firstDamage != nil {
        notices.append(
          .repaired("The page's encoding \(label.prefix(40)) is not known; letters beyond ASCII may be wrong."))
      }
    }
  }

  private init(_ sound: [UInt8]) {
    bytes = sound
    start = 0
    isSound = true
  }

  private init(utf16 input: [UInt8], start: Int, isBigEndian: Bool) {
    let text = input.withUnsafeBufferPointer { UTF16Text($0, from: start, isBigEndian: isBigEndian) }
    bytes = text.utf8
    self.start = 0
    isSound = true
    if let offset = text.firstDamage {
      notices.append(.damage(count: text.damageCount, offset: offset, line: text.damagedLine))
    }
  }

  private init(utf8 input: [UInt8], start: Int, mayBeCodePage: Bool) {
    let survey = input.withUnsafeBufferPointer { UTF8Survey($0) }
    self.start = start
    guard let offset = survey.firstDamage else {
      bytes = input
      isSound = true
      return
    }
    guard mayBeCodePage, survey.looksLikeCodePage else {
      bytes = input
      isSound = false
      let line = DecodedText.line(of: offset, in: input)
      notices.append(.damage(count: survey.damageCount, offset: offset, line: line))
      return
    }
    bytes = DecodedText.decoded(input, .windows1252)
    isSound = true
    notices.append(
      Notice(
        id: "encoding-windows-1252", severity: .note,
        message: "The text is no UTF-8 and was read as Windows-1252; save it as UTF-8 if letters look wrong."))
  }

  /// The number of a line, from 1; lines end with a line feed, a carriage return, or both.
  private static func line(of offset: Int, in input: [UInt8]) -> Int {
    input[..<offset].enumerated().reduce(1) { line, next in
      let isEnd = next.element == 0x0A && (next.offset == 0 || input[next.offset - 1] != 0x0D) || next.element == 0x0D
      return isEnd ? line + 1 : line
    }
  }

  private static func decoded(_ input: [UInt8], _ page: CodePage) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(input.count + input.count / 8)
    for byte in input {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(contentsOf: String(page.scalar(byte)).utf8)
      }
    }
    return result
  }
}

/// What a file says its encoding is.
private enum DeclaredEncoding {
  case unicode
  case codePage(CodePage)
  case unknown

  init(_ label: String) {
    self =
      switch label.lowercased() {
      case "utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be", "unicode": .unicode
      case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii",
        "ascii", "ansi_x3.4-1968":
        .codePage(.windows1252)
      case "iso-8859-15", "latin-9", "latin9": .codePage(.latin9)
      default: .unknown
      }
  }
}

extension Notice {
  fileprivate static func repaired(_ message: String) -> Notice {
    Notice(id: "encoding-repaired", severity: .note, message: message)
  }

  fileprivate static func damage(count: Int, offset: Int, line: Int) -> Notice {
    let places = count == 1 ? "One place is" : "\(count) places are"
    return Notice(
      id: "encoding-damaged", severity: .warning,
      message: "\(places) not readable as text, the first at byte \(offset) (line \(line)); U+FFFD stands for what was "
        + "there. Export the file again if words are missing.",
      location: Location(line: line))
  }
}
