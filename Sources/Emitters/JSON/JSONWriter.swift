// SPDX-License-Identifier: GPL-3.0-or-later

/// Appends JSON to a buffer of bytes: objects and arrays with their commas and indents, strings escaped.
///
/// It exists because the plan's key order is part of the contract and because `JSONEncoder`, which builds a tree first,
/// is slower by an order of magnitude.
package struct JSONWriter {
  /// What has been written and not yet handed on.
  package private(set) var bytes: [UInt8] = []
  /// Whether lines and two-space indents are written; otherwise everything stands on one line.
  let isIndented: Bool
  private var depth = 0
  /// Whether the innermost object or array already has an element.
  private var hasElement = false
  /// Whether a key was just written, so that the value follows on its line.
  private var isAfterKey = false

  package init(isIndented: Bool) { self.isIndented = isIndented }

  /// Forgets what was written, after it was handed on; the position in the document stays.
  package mutating func removeWritten() { bytes.removeAll(keepingCapacity: true) }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a key of the open object; it must be plain ASCII that needs no escapes.
  package mutating func key(_ name: StaticString) {
    beginElement()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    endKey()
  }

  /// Writes a key of the open object with escapes where it needs them.
  package mutating func key(escaping name: String) {
    beginElement()
    quoted(name)
    endKey()
  }

  package mutating func value(_ text: String) {
    beginElement()
    quoted(text)
  }

  package mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }

  package mutating func value(_ number: Int) {
    beginElement()
    decimal(number)
  }

  /// Writes a number, rounded to two decimals, without trailing zeros.
  package mutating func value(hundredths number: Double) {
    beginElement()
    bytes.append(contentsOf: Hundredths.text(number).utf8)
  }

  /// Writes numbers as an array on one line, rounded to two decimals, without trailing zeros.
  package mutating func value(hundredths numbers: [Double]) {
    beginElement()
    bytes.append(UInt8(ascii: "["))
    for (index, number) in numbers.enumerated() {
      if index > 0 {
        bytes.append(UInt8(ascii: ","))
        if isIndented { bytes.append(0x20) }
      }
      bytes.append(contentsOf: Hundredths.text(number).utf8)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Writes texts as an array on one line.
  package mutating func value(texts: [String]) {
    beginElement()
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 {
        bytes.append(UInt8(ascii: ","))
        if isIndented { bytes.append(0x20) }
      }
      quoted(text)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Ends the document with a newline.
  package mutating func endDocument() { bytes.append(0x0A) }

  private mutating func open(_ bracket: UInt8) {
    beginElement()
    bytes.append(bracket)
    depth += 1
    hasElement = false
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if hasElement { newLine() }
    bytes.append(bracket)
    hasElement = true
  }

  private mutating func endKey() {
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(0x20) }
    isAfterKey = true
  }

  private mutating func beginElement() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard depth > 0 else { return }
    if hasElement { bytes.append(UInt8(ascii: ",")) }
    newLine()
    hasElement = true
  }

  private mutating func newLine() {
    guard isIndented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private mutating func literal(_ word: StaticString) {
    beginElement()
    word.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func quoted(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { source in
      var start = 0
      var index = 0
      while index < source.count {
        let byte = source[index]
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
          index += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
        escape(byte)
        index += 1
        start = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      bytes.append(contentsOf: [UInt8(ascii: "u"), 0x30, 0x30, 0x30 + (byte >> 4)])
      let low = byte & 0x0F
      bytes.append(low < 10 ? 0x30 + low : UInt8(ascii: "a") + low - 10)
    }
  }

  private mutating func decimal(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
}
