// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// Appends JSON to a buffer of bytes: objects and arrays with their commas and indents, strings escaped.
///
/// It exists because the plan's key order is part of the contract and because `JSONEncoder`, which builds a tree first,
/// is slower by an order of magnitude.
package struct JSONWriter: ~Copyable {
  /// What has been written and not yet handed on.
  package var bytes: [UInt8] { output.bytes }
  /// How many bytes that is.
  package var count: Int { output.count }
  /// Whether lines and two-space indents are written; otherwise everything stands on one line.
  let isIndented: Bool
  private var output = ByteBuffer()
  private var depth = 0
  /// Whether the innermost object or array already has an element.
  private var hasElement = false
  /// Whether a key was just written, so that the value follows on its line.
  private var isAfterKey = false

  package init(isIndented: Bool) { self.isIndented = isIndented }

  /// Forgets what was written, after it was handed on; the position in the document stays.
  package mutating func removeWritten() { output.removeAll() }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a key of the open object; it must be plain ASCII that needs no escapes.
  package mutating func key(_ name: StaticString) {
    var pen = beginElement(most: JSONWriter.room(for: name))
    put(name, with: &pen)
    output.end(pen)
    isAfterKey = true
  }

  /// Writes a key of the open object with escapes where it needs them.
  package mutating func key(escaping name: String) {
    value(name)
    var pen = output.begin(most: 2)
    pen.put(UInt8(ascii: ":"))
    if isIndented { pen.put(0x20) }
    output.end(pen)
    isAfterKey = true
  }

  /// Writes a field of the open object that is a text, as most are.
  package mutating func field(_ name: StaticString, _ text: String) {
    text.withBytes { text in
      let extra = JSONQuoting.extra(text)
      var pen = beginElement(most: JSONWriter.room(for: name) + text.count + extra + 2)
      put(name, with: &pen)
      JSONQuoting.put(text, hasEscapes: extra > 0, with: &pen)
      output.end(pen)
    }
  }

  package mutating func value(_ text: String) {
    text.withBytes { text in
      let extra = JSONQuoting.extra(text)
      var pen = beginElement(most: text.count + extra + 2)
      JSONQuoting.put(text, hasEscapes: extra > 0, with: &pen)
      output.end(pen)
    }
  }

  package mutating func value(_ flag: Bool) {
    var pen = beginElement(most: 5)
    pen.put(flag ? "true" : "false")
    output.end(pen)
  }

  package mutating func value(_ number: Int) {
    var pen = beginElement(most: 20)
    if number < 0 { pen.put(UInt8(ascii: "-")) }
    JSONWriter.put(digits: number.magnitude, with: &pen)
    output.end(pen)
  }

  /// Writes a number, rounded to two decimals, without trailing zeros.
  package mutating func value(hundredths number: Double) {
    Hundredths.text(number).withBytes { digits in
      var pen = beginElement(most: digits.count)
      pen.put(digits)
      output.end(pen)
    }
  }

  /// Writes numbers as an array on one line, rounded to two decimals, without trailing zeros.
  package mutating func value(hundredths numbers: [Double]) { line(numbers) { $0.value(hundredths: $1) } }

  /// Writes texts as an array on one line.
  package mutating func value(texts: [String]) { line(texts) { $0.value($1) } }

  /// Ends the document with a newline.
  package mutating func endDocument() { put(0x0A) }

  /// Writes items as an array on one line.
  private mutating func line<Item>(_ items: [Item], _ write: (inout JSONWriter, Item) -> Void) {
    var pen = beginElement(most: 1)
    pen.put(UInt8(ascii: "["))
    output.end(pen)
    for (index, item) in items.enumerated() {
      if index > 0 {
        put(UInt8(ascii: ","))
        if isIndented { put(0x20) }
      }
      // What follows on a line takes neither comma nor newline, just as behind a key.
      isAfterKey = true
      write(&self, item)
    }
    put(UInt8(ascii: "]"))
  }

  private mutating func put(_ byte: UInt8) {
    var pen = output.begin(most: 1)
    pen.put(byte)
    output.end(pen)
  }

  private static func put(digits number: UInt, with pen: inout ByteBuffer.Pen) {
    let (higher, last) = number.quotientAndRemainder(dividingBy: 10)
    if higher > 0 { put(digits: higher, with: &pen) }
    pen.put(0x30 + UInt8(truncatingIfNeeded: last))
  }

  private static func room(for name: StaticString) -> Int { name.utf8CodeUnitCount + 4 }

  @inline(__always)
  private func put(_ name: StaticString, with pen: inout ByteBuffer.Pen) {
    pen.put(UInt8(ascii: "\""))
    pen.put(name)
    pen.put(UInt8(ascii: "\""))
    pen.put(UInt8(ascii: ":"))
    if isIndented { pen.put(0x20) }
  }

  private mutating func open(_ bracket: UInt8) {
    var pen = beginElement(most: 1)
    pen.put(bracket)
    output.end(pen)
    depth += 1
    hasElement = false
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    var pen = output.begin(most: roomForNewLine + 1)
    if hasElement { putNewLine(with: &pen) }
    pen.put(bracket)
    output.end(pen)
    hasElement = true
  }

  /// Begins an element of the open object or array, or what follows a key, with what has to stand before it. The pen has
  /// room for `most` bytes.
  @inline(__always)
  private mutating func beginElement(most: Int) -> ByteBuffer.Pen {
    var pen = output.begin(most: roomForNewLine + 1 + most)
    if isAfterKey {
      isAfterKey = false
    } else if depth > 0 {
      if hasElement { pen.put(UInt8(ascii: ",")) }
      putNewLine(with: &pen)
      hasElement = true
    }
    return pen
  }

  private var roomForNewLine: Int { 1 + ByteBuffer.Pen.room(forSpaces: depth * 2) }

  @inline(__always)
  private func putNewLine(with pen: inout ByteBuffer.Pen) {
    guard isIndented else { return }
    pen.put(0x0A)
    pen.put(spaces: depth * 2)
  }
}
