// SPDX-License-Identifier: GPL-3.0-or-later

/// The fields that are open at a point of the text: codes are not text, results are.
struct WordFields {
  private struct Field {
    var code: [UInt8] = []
    var isCode = true
    var isContents = false
  }

  private var fields: [Field] = []
  /// Paragraphs that have ended within a field's code.
  private var paragraphsInCode = 0

  /// Number of open fields.
  var depth: Int { fields.count }
  /// Whether what comes is a field's code.
  var isInCode: Bool { fields.contains(where: \.isCode) }
  /// Whether what comes is the result of a table of contents.
  var isInContents: Bool { fields.contains(where: \.isContents) }

  mutating func begin() {
    // Fields are nested a few deep; more is damage, and the text counts.
    if fields.count < 64 { fields.append(Field()) }
  }

  mutating func append(code: UnsafeBufferPointer<UInt8>) {
    guard let last = fields.indices.last, fields[last].code.count < 1024 else { return }
    fields[last].code.append(contentsOf: code)
  }

  /// The code is complete; gives its first word in capitals.
  mutating func separate() -> String {
    guard let last = fields.indices.last else { return "" }
    let word = Self.keyword(String(decoding: fields[last].code, as: UTF8.self))
    fields[last].isCode = false
    fields[last].isContents = word == "TOC"
    return word
  }

  /// The field ends; gives the first word of its code where it ends without a result.
  mutating func end() -> String? {
    guard let last = fields.popLast(), last.isCode else { return nil }
    return Self.keyword(String(decoding: last.code, as: UTF8.self))
  }

  /// Forgets the fields above a depth: none goes on from one cell into the next.
  mutating func cut(to depth: Int) {
    if fields.count > depth { fields.removeLast(fields.count - depth) }
  }

  /// Forgets code without end before it swallows the document.
  mutating func paragraphEnded() {
    guard isInCode else {
      paragraphsInCode = 0
      return
    }
    paragraphsInCode += 1
    if paragraphsInCode > 20 { fields.removeAll() }
  }

  /// The first word of a field's code, in capitals.
  static func keyword(_ code: String) -> String {
    code.split(whereSeparator: \.isWhitespace).first.map { $0.uppercased() } ?? ""
  }
}
