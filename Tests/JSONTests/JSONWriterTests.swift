// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import TestSupport

@testable import JSON

@Suite("JSON, byte by byte")
struct JSONWriterTests {
  /// A string of JSON made a scalar at a time.
  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{8}": quoted += "\\b"
      case "\t": quoted += "\\t"
      case "\n": quoted += "\\n"
      case "\u{C}": quoted += "\\f"
      case "\r": quoted += "\\r"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private func text(_ isIndented: Bool = false, _ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(isIndented: isIndented)
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("texts of any length and with any sign are quoted as they are sign by sign")
  func quotes() {
    let signs: [Unicode.Scalar] = ["a", "Z", " ", "!", "#", "[", "]", "\u{7F}", "é", "’", "🕰"]
    let special = (0..<32).compactMap { Unicode.Scalar($0) } + ["\"", "\\"]
    var numbers = SeededNumbers(seed: 7)
    for length in 0..<40 {
      for _ in 0..<40 {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<length {
          scalars.append(numbers.pick(numbers.below(12) == 0 ? special : signs))
        }
        let value = String(scalars)
        #expect(text { $0.value(value) } == quoted(value))
      }
    }
  }

  @Test("whole numbers", arguments: [0, 1, -1, 9, 10, -10, 99, 100, 1234567, Int.max, Int.min])
  func integers(number: Int) { #expect(text { $0.value(number) } == String(number)) }

  @Test("lines are as deep as what they stand in, however deep that is")
  func indents() {
    for depth in 0..<40 {
      let written = text(true) { writer in
        for _ in 0..<depth { writer.beginArray() }
        writer.value(1)
        writer.value(true)
        for _ in 0..<depth { writer.endArray() }
      }
      var expected = ""
      for level in 0..<depth { expected += "[\n" + String(repeating: "  ", count: level + 1) }
      expected += depth == 0 ? "1true" : "1,\n" + String(repeating: "  ", count: depth) + "true"
      for level in (0..<depth).reversed() { expected += "\n" + String(repeating: "  ", count: level) + "]" }
      #expect(written == expected)
    }
  }

  @Test("an object with fields, lists on one line and empty lists")
  func object() {
    func write(_ writer: inout JSONWriter) {
      writer.beginObject()
      writer.field("a", "x")
      writer.key("b")
      writer.value(texts: ["y", "z\n"])
      writer.key(escaping: "c\"")
      writer.value(hundredths: [1, 2.345])
      writer.key("d")
      writer.beginArray()
      writer.endArray()
      writer.field("e", false)
      writer.endObject()
      writer.endDocument()
    }
    #expect(
      text(true, write) == """
        {
          "a": "x",
          "b": ["y", "z\\n"],
          "c\\"": [1, 2.35],
          "d": [],
          "e": false
        }

        """)
    #expect(text(false, write) == #"{"a":"x","b":["y","z\n"],"c\"":[1,2.35],"d":[],"e":false}"# + "\n")
  }

  @Test("what was handed on is forgotten, and the rest follows on")
  func handsOn() {
    var writer = JSONWriter(isIndented: false)
    writer.beginArray()
    var written: [UInt8] = []
    for number in 0..<5000 {
      writer.value(number)
      if number % 700 == 0 {
        written += writer.bytes
        writer.removeWritten()
      }
    }
    writer.endArray()
    written += writer.bytes
    #expect(String(decoding: written, as: UTF8.self) == "[" + (0..<5000).map(String.init).joined(separator: ",") + "]")
  }

  @Test(arguments: [
    (0.0, "0"), (1.005, "1"), (-2.5, "-2.5"), (612.004, "612"), (0.07, "0.07"), (-0.001, "0"), (.nan, "0"),
    (1e300, "0"),
  ]) func numbersHaveTwoDecimals(number: Double, expected: String) {
    #expect(Hundredths.text(number) == expected)
  }
}
