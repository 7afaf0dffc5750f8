// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Puts a paragraph together from runs: what can be seen and what cannot, and the looks that all of it shares.
struct ParagraphBuilder {
  /// What a run looks like.
  struct Look: Hashable {
    var bold = false
    var italic = false
    var struck = false
    var fill: Colour?
    /// Font size in points, 0 where unknown.
    var fontSize: Float = 0
  }

  private(set) var visible: [UInt8] = []
  private(set) var hidden: [UInt8] = []
  private var look: Look?

  /// Whether nothing at all is in it.
  var isEmpty: Bool { visible.isEmpty && hidden.isEmpty }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, look: Look, isHidden: Bool) {
    guard !isHidden else { return hidden.append(contentsOf: bytes) }
    visible.append(contentsOf: bytes)
    if bytes.contains(where: { $0 > 0x20 }) { share(look) }
  }

  mutating func append(_ text: String, look: Look, isHidden: Bool) {
    var text = text
    text.withUTF8 { append($0, look: look, isHidden: isHidden) }
  }

  /// A tab or another gap.
  mutating func appendSpace() {
    if !visible.isEmpty { visible.append(0x20) }
    if !hidden.isEmpty { hidden.append(0x20) }
  }

  private mutating func share(_ new: Look) {
    guard var shared = look else {
      look = new
      return
    }
    shared.bold = shared.bold && new.bold
    shared.italic = shared.italic && new.italic
    shared.struck = shared.struck && new.struck
    if shared.fill != new.fill { shared.fill = nil }
    shared.fontSize = max(shared.fontSize, new.fontSize)
    look = shared
  }

  /// Puts what another paragraph holds before this one's text: their common mark was deleted.
  mutating func prepend(_ other: ParagraphBuilder) {
    visible = other.visible + visible
    hidden = other.hidden + hidden
    if let look = other.look { share(look) }
  }

  mutating func removeAll() {
    visible.removeAll(keepingCapacity: true)
    hidden.removeAll(keepingCapacity: true)
    look = nil
  }

  /// Appends the paragraph to the text store.
  ///
  /// - Parameters:
  ///   - number: the printed number that belongs in front, if any.
  ///   - template: marker, level and fill of the paragraph.
  /// - Returns: the visible paragraph, and what is hidden as a paragraph of its own; each nil where it has no words.
  func finish(
    number: String?, template: Paragraph, in store: inout TextStore
  ) -> (visible: Paragraph?, hidden: Paragraph?) {
    var paragraph = template
    var text = visible[...]
    if number == nil, template.marker == .none, let rest = Self.afterTypedBullet(text) {
      text = rest
      paragraph.marker = .bullet
    } else if template.marker == .bullet, let rest = Self.afterTypedBullet(text) {
      text = rest
    }
    let span: TextSpan?
    if let number {
      span = store.append(utf8: Array(number.utf8) + [0x20] + text)
    } else {
      span = text.withUnsafeBufferPointer { store.append(utf8: $0) }
    }
    var seen: Paragraph?
    if let span {
      paragraph.span = span
      if let look {
        if look.bold { paragraph.style.insert(.bold) }
        if look.italic { paragraph.style.insert(.italic) }
        if look.struck { paragraph.style.insert(.struckThrough) }
        paragraph.fill = look.fill ?? paragraph.fill
        paragraph.fontSize = look.fontSize
      }
      seen = paragraph
    }
    var unseen: Paragraph?
    if !hidden.isEmpty, let span = hidden.withUnsafeBufferPointer({ store.append(utf8: $0) }) {
      unseen = Paragraph(span: span, style: template.style.union(.hidden), location: template.location)
    }
    return (seen, unseen)
  }

  /// What follows a bullet that somebody typed; nil where there is none, or nothing but it.
  static func afterTypedBullet(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = text.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = rest.first else { return nil }
    if first < 0x80 {
      // A hyphen or an asterisk is a bullet only with a space behind it.
      guard first == 0x2D || first == 0x2A, rest.count > 1, case let second = rest[rest.startIndex + 1],
        second == 0x20 || second == 0x09
      else { return nil }
      rest = rest.dropFirst()
    } else {
      let (scalar, length) = rest.withUnsafeBufferPointer { TextStore.decodeScalar($0) }
      switch scalar.value {
      case 0x2022, 0x2023, 0x25AA, 0x25AB, 0x25E6, 0x2043, 0x2219, 0x00B7, 0x27A2, 0x2756, 0x25BA, 0x25B6, 0xF0B7,
        0xF0A7, 0xF0D8, 0xF076:
        rest = rest.dropFirst(length)
      case 0x2013, 0x2014, 0x2212:
        rest = rest.dropFirst(length)
        guard rest.first == 0x20 || rest.first == 0x09 else { return nil }
      default: return nil
      }
    }
    let words = rest.drop { $0 <= 0x20 }
    return words.isEmpty ? nil : words
  }
}

extension TextStore {
  /// The first scalar of a text and its length in bytes; U+FFFD where the bytes are no UTF-8.
  fileprivate static func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }
}

extension TextStore {
  /// Appends bytes that are in an array.
  mutating func append(utf8 bytes: [UInt8]) -> TextSpan? {
    bytes.withUnsafeBufferPointer { append(utf8: $0) }
  }
}
