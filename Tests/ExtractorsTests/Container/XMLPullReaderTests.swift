// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Extractors

private enum Name: String, XMLVocabulary {
  case other = ""
  case list = "x:list"
  case item = "x:item"
  case plain = "plain"
  case value = "x:value"
  case note = "note"

  static let prefixes = ["urn:one": "x", "urn:two": "x"]
}

@Suite("XML pull reader")
struct XMLPullReaderTests {
  private func dump(_ bytes: [UInt8]) throws(ExtractionError) -> String {
    let reader = try XMLPullReader<Name>(part: "p.xml", source: MemorySource(bytes), names: XMLNameTable())
    var out = ""
    while let event = try reader.next() {
      switch event {
      case .start:
        out += "<\(reader.name)@\(reader.depth)"
        if let value = reader.attribute(.value) { out += " value=\(value)" }
        if let note = reader.attribute(.note) { out += " note=\(note)" }
        out += ">"
      case .end: out += "</\(reader.name)@\(reader.depth)>"
      case .text: out += reader.withText { String(decoding: $0, as: UTF8.self) }
      }
    }
    return out
  }

  private func error(_ text: String) -> ExtractionError? {
    do {
      _ = try dump(Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test("names are told by namespace, not by prefix")
  func namespaces() throws {
    let xml = "<q:list xmlns:q='urn:one' xmlns:r='urn:two' q:value='1' value='no'><r:item/><list/><plain/></q:list>"
    #expect(
      try dump(Array(xml.utf8))
        == "<list@1 value=1><item@2></item@2><other@2></other@2><plain@2></plain@2></list@1>")
  }

  @Test("text and attributes are decoded")
  func entities() throws {
    let xml = "<plain note='a &amp; b &#38; &lt;c&gt; &amp;#38; é'>x &amp; y &#233;<![CDATA[<z>]]></plain>"
    #expect(try dump(Array(xml.utf8)) == "<plain@1 note=a & b & <c> &#38; é>x & y é<z></plain@1>")
  }

  @Test("UTF-16 is read")
  func utf16() throws {
    let units = Array("\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><plain>né</plain>".utf16)
    #expect(try dump(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "<plain@1>né</plain@1>")
  }

  @Test("text longer than one piece arrives whole")
  func longText() throws {
    let text = String(repeating: "abcdefghij", count: 20_000)
    #expect(try dump(Array("<plain>\(text)</plain>".utf8)) == "<plain@1>\(text)</plain@1>")
  }

  @Test("broken XML names part and line")
  func broken() {
    let found = error("<plain>\n<x>\n</plain>")
    #expect(found?.reason == .damaged)
    #expect(found?.place == "p.xml, line 3")
    #expect(error("")?.reason == .damaged)
    #expect(error("<plain>cut")?.reason == .damaged)
    #expect(error("no xml")?.reason == .damaged)
    #expect(error("<plain>&undeclared;</plain>")?.reason == .damaged)
  }

  @Test("a document type declaration is refused before its entities are read")
  func documentType() {
    let bomb = "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><plain>&c;</plain>"
    #expect(error(bomb)?.message.contains("document type") == true)
    let leak = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><plain>&b;</plain>"
    #expect(error(leak)?.message.contains("document type") == true)
  }

  @Test("depth is limited")
  func depth() {
    let deep = String(repeating: "<plain>", count: 100_000)
    #expect(error(deep)?.reason == .overLimit)
    let allowed = String(repeating: "<plain>", count: 200) + String(repeating: "</plain>", count: 200)
    #expect(error(allowed) == nil)
  }

  @Test("skipping goes to the end of the element")
  func skip() throws {
    let xml = "<plain><x><plain>no</plain></x>yes</plain>"
    let reader = try XMLPullReader<Name>(part: "p", source: MemorySource(Array(xml.utf8)), names: XMLNameTable())
    var text = ""
    while let event = try reader.next() {
      if event == .start, reader.name == .other { try reader.skip() }
      if event == .text { text += reader.withText { String(decoding: $0, as: UTF8.self) } }
    }
    #expect(text == "yes")
    #expect(reader.depth == 0)
  }

  @Test("whole numbers are read without strings")
  func integers() throws {
    for (text, value) in [("12", 12), ("-3", -3), ("4.75", 4), ("", nil), ("x", nil)] as [(String, Int?)] {
      let reader = try XMLPullReader<Name>(
        part: "p", source: MemorySource(Array("<plain note='\(text)'/>".utf8)), names: XMLNameTable())
      _ = try reader.next()
      #expect(reader.integer(.note) == value)
    }
  }
}
