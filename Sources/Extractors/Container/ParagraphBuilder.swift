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
  /// Parts of the visible text that are struck through.
  private var struck: [Range<Int>] = []

  /// Whether nothing at all is in it.
  var isEmpty: Bool { visible.isEmpty && hidden.isEmpty }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, look: Look, isHidden: Bool) {
    guard !isHidden else { return hidden.append(contentsOf: bytes) }
    visible.append(contentsOf: bytes)
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    share(look)
    if look.struck { struck.append((visible.count - bytes.count)..<visible.count) }
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
    struck = other.struck + struck.map { ($0.lowerBound + other.visible.count)..<($0.upperBound + other.visible.count) }
    visible = other.visible + visible
    hidden = other.hidden + hidden
    if let look = other.look { share(look) }
  }

  mutating func removeAll() {
    visible.removeAll(keepingCapacity: true)
    hidden.removeAll(keepingCapacity: true)
    look = nil
    struck.removeAll()
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
    if number == nil {
      let mark = visible.withUnsafeBufferPointer { BulletGlyphs.leadingMarkLength(in: $0) }
      if mark > 0 {
        text = text.dropFirst(mark)
        paragraph.marker = .bullet
      }
    }
    let label: [UInt8] = number.map { Array($0.utf8) + [0x20] } ?? []
    let shift = label.count - text.startIndex
    let parts = struck.map { max(0, $0.lowerBound + shift)..<max(0, $0.upperBound + shift) }
    let span: TextSpan?
    if label.isEmpty {
      span = text.withUnsafeBufferPointer { store.append(utf8: $0, struck: parts) }
    } else {
      span = (label + text).withUnsafeBufferPointer { store.append(utf8: $0, struck: parts) }
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
}

extension TextStore {
  /// Appends bytes that are in an array.
  mutating func append(utf8 bytes: [UInt8]) -> TextSpan? {
    bytes.withUnsafeBufferPointer { append(utf8: $0) }
  }
}
