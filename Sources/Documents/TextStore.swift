// SPDX-License-Identifier: GPL-3.0-or-later

/// All text of one document, end to end, in UTF-8, in the order in which the extractor met it.
///
/// Text is cleaned once, when it is appended, so that every format gives the same words for the same content:
/// white space of any kind is folded to single spaces and trimmed, no-break spaces are spaces, soft hyphens, zero-width
/// and bidirectional marks and control characters are dropped, ligatures (U+FB00–FB06) become their letters.
/// Nothing else is changed. One newline stands between two appended runs; it belongs to no span.
public struct TextStore: Sendable {
  /// The cleaned text. Always valid UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Where parts of a paragraph are struck through: what they say no longer holds. In the order of the text; a paragraph that
  /// is struck through as a whole says so itself (``Paragraph/Style/struckThrough``).
  public private(set) var struck: [TextSpan] = []

  /// A store without text.
  public init() {}

  /// The most text a document may hold, in bytes; extractors refuse larger input before they get here.
  public static let maximumBytes = Int(UInt32.max) - 1

  /// Reserves room for about `count` bytes.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Appends a run of text and gives its span; nil where nothing but white space and marks was in it.
  public mutating func append(_ text: some StringProtocol) -> TextSpan? {
    var text = String(text)
    return text.withUTF8 { append(utf8: $0) }
  }

  /// Appends a run of UTF-8 text and gives its span; nil where nothing but white space and marks was in it.
  ///
  /// Malformed sequences become U+FFFD, one for each maximal ill-formed part, as the Unicode standard recommends.
  public mutating func append(utf8 source: UnsafeBufferPointer<UInt8>) -> TextSpan? {
    let start = bytes.count
    var pendingSpace = false
    var index = 0
    let count = source.count
    while index < count {
      // The common case, words with single spaces between them, is copied in stretches.
      let stop = TextStore.endOfStretch(source, from: index)
      if stop > index {
        if pendingSpace {
          bytes.append(0x20)
          pendingSpace = false
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[index..<stop]))
        index = stop
        continue
      }
      let byte = source[index]
      if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
        pendingSpace = bytes.count > start
        index += 1
        continue
      }
      if byte < 0x20 || byte == 0x7F {
        index += 1
        continue
      }
      let (scalar, length) = TextStore.decode(source, at: index)
      index += length
      switch TextStore.folding(of: scalar) {
      case .drop: continue
      case .space: pendingSpace = bytes.count > start
      case .letters(let letters):
        if pendingSpace {
          bytes.append(0x20)
          pendingSpace = false
        }
        bytes.append(contentsOf: letters.utf8)
      case .keep:
        if pendingSpace {
          bytes.append(0x20)
          pendingSpace = false
        }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    guard bytes.count > start else { return nil }
    let span = TextSpan(start..<bytes.count)
    bytes.append(0x0A)
    return span
  }

  /// Appends a run of UTF-8 text, parts of which are struck through: offsets into `source`, in order.
  public mutating func append(utf8 source: UnsafeBufferPointer<UInt8>, struck parts: [Range<Int>]) -> TextSpan? {
    guard let span = append(utf8: source) else { return nil }
    // Cleaning moves what comes behind: a part begins and ends where the text before it would end. Few texts have any.
    func end(of count: Int) -> Int {
      var prefix = TextStore()
      let length = prefix.append(utf8: UnsafeBufferPointer(rebasing: source[..<min(max(count, 0), source.count)]))
      return Int(span.start) + min(length?.count ?? 0, span.count)
    }
    for part in parts where !part.isEmpty {
      let (start, stop) = (end(of: part.lowerBound), end(of: part.upperBound))
      if start < stop { struck.append(TextSpan(start..<stop)) }
    }
    return span
  }

  /// The words of a span.
  public func string(_ span: TextSpan) -> String {
    let range = span.range.clamped(to: 0..<bytes.count)
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  /// Offset after the stretch from `start` on that is stored as it stands: letters of any script and single spaces between
  /// them; `start` where there is none.
  private static func endOfStretch(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard source[start] > 0x20 else { return start }
    var index = start
    while index < source.count {
      let byte = source[index]
      if byte < 0x7F, byte > 0x20 || byte == 0x20 && source[index - 1] != 0x20 {
        index = source.firstIndex(from: index + 1) { block, before in
          var picks = block.isBelow(0x20)
          picks .|= block.isAbove(0x7E)
          picks .|= block.has(0x20) .& before.has(0x20)
          return picks
        }
      } else if byte >= 0x80 {
        let (scalar, length) = decode(source, at: index)
        guard scalar != "\u{FFFD}", case .keep = folding(of: scalar) else { break }
        index += length
      } else {
        break
      }
    }
    // The space at the end may be one of many, or the last of the text.
    return index > start && source[index - 1] == 0x20 ? index - 1 : index
  }

  enum Folding {
    case keep
    case drop
    case space
    case letters(String)
  }

  /// What becomes of a scalar beyond ASCII.
  static func folding(of scalar: Unicode.Scalar) -> Folding {
    switch scalar.value {
    case 0x80...0x84, 0x86...0x9F: .drop  // C1 controls
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: .drop
    case 0xFFF9...0xFFFC, 0xFE00...0xFE0F: .drop  // annotation marks, object replacement, variation selectors
    case 0x2011: .letters("-")  // no-break hyphen
    case 0xFB00: .letters("ff")
    case 0xFB01: .letters("fi")
    case 0xFB02: .letters("fl")
    case 0xFB03: .letters("ffi")
    case 0xFB04: .letters("ffl")
    case 0xFB05, 0xFB06: .letters("st")
    default: .keep
    }
  }

  /// Decodes the scalar beyond ASCII at `index`; U+FFFD and the length of the ill-formed part where the bytes are no UTF-8.
  package static func decode(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let lead = source[index]
    let (needed, minimumSecond, maximumSecond): (Int, UInt8, UInt8) =
      switch lead {
      case 0xC2...0xDF: (1, 0x80, 0xBF)
      case 0xE0: (2, 0xA0, 0xBF)
      case 0xE1...0xEC, 0xEE...0xEF: (2, 0x80, 0xBF)
      case 0xED: (2, 0x80, 0x9F)
      case 0xF0: (3, 0x90, 0xBF)
      case 0xF1...0xF3: (3, 0x80, 0xBF)
      case 0xF4: (3, 0x80, 0x8F)
      default: (0, 0, 0)
      }
    guard needed > 0 else { return (replacement, 1) }
    var value = UInt32(lead) & (0x3F >> UInt32(needed))
    for offset in 1...needed {
      guard index + offset < source.count else { return (replacement, offset) }
      let next = source[index + offset]
      let valid = offset == 1 ? (minimumSecond...maximumSecond).contains(next) : (0x80...0xBF).contains(next)
      guard valid else { return (replacement, offset) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (Unicode.Scalar(value) ?? replacement, needed + 1)
  }
}

extension UTF8 {
  /// U+FFFD in UTF-8.
  static var encodedReplacementCharacter: UTF8.EncodedScalar {
    UTF8.encode("\u{FFFD}") ?? UTF8.EncodedScalar()
  }
}
