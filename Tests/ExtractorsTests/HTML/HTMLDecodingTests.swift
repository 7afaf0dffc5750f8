// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Extractors

@Suite("Bytes of web pages")
struct HTMLDecodingTests {
  private func text(_ bytes: [UInt8]) throws -> String {
    let document = try HTMLExtractor().extract(bytes)
    return String(decoding: document.text.bytes.dropLast(), as: UTF8.self)
  }

  @Test("encodings by mark, by declaration and by trial")
  func encodings() throws {
    let ascii = Array("<html><body><p>caf".utf8)
    let wide: [UInt8] = "<html><p>caf\u{E9} \u{2013}".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try text(ascii + [0xC3, 0xA9]) == "café")
    #expect(try text(ascii + [0xE9, 0x20, 0x96]) == "café –")
    #expect(try text([0xEF, 0xBB, 0xBF] + ascii + [0xC3, 0xA9]) == "café")
    #expect(try text([0xFF, 0xFE] + wide) == "café –")
    #expect(try text(wide) == "café –")
    #expect(try text(Array("<meta charset=ISO-8859-15>".utf8) + ascii + [0xA4]) == "caf€")
    let declared = "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"
    #expect(try text(Array(declared.utf8) + ascii + [0x92]) == "caf’")
    // Says one thing, is another.
    #expect(try text(Array(declared.utf8) + ascii + [0xC3, 0xA9]) == "café")
    #expect(try text(Array("<meta charset=utf-8>".utf8) + ascii + [0xE9]) == "café")
    #expect(try text(ascii + [0x00, 0x20, 0x78]) == "caf x")
  }

  @Test("a declaration far down counts, and one that is not known is said")
  func late() throws {
    let style = "<html><head><style>" + String(repeating: "p { margin: 0 }\n", count: 600) + "</style>"
    func page(_ charset: String) -> [UInt8] {
      Array("\(style)<meta charset=\(charset)></head><body><p>caf".utf8) + [0xA4, 0x20, 0xE9, 0xC1]
    }
    #expect(try text(page("iso-8859-15")) == "caf€ éÁ")
    let unknown = try HTMLExtractor().extract(page("windows-1251"))
    #expect(unknown.notices.contains { $0.message.contains("windows-1251") })
    let undeclared = try HTMLExtractor().extract(Array("<html><body><p>caf".utf8) + [0xE9])
    #expect(undeclared.notices.map(\.id) == ["encoding-windows-1252"])
  }

  /// Bullets and raised digits are marks, which the formats take off in ways of their own.
  @Test(
    "text and pages read each byte alike",
    arguments: (UInt8(0x80)...0xFF).filter { ![0x95, 0xB2, 0xB3, 0xB7, 0xB9].contains($0) })
  func everyByte(byte: UInt8) throws {
    let words = [UInt8](repeating: byte, count: 3) + Array(" caf".utf8) + [0xE9]
    let plain = try TextExtractor().extract(words)
    let page = try HTMLExtractor().extract(Array("<html><body><p>".utf8) + words)
    #expect(page.text.bytes == plain.text.bytes)
  }

  @Test("a single-file page is read from its archive")
  func archive() throws {
    let file = """
      From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r
      \ttype="text/html";\r\n\tboundary="--b--1"\r\n\r\n\r\n----b--1\r\nContent-Type: text/html\r
      Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p class=3D"a">long li=\r\nne =E2=80=93 end</p>\r
      ----b--1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----b--1--\r\n
      """
    let document = try HTMLExtractor().extract(Array(file.utf8))
    #expect(outline(document) == ["p long line – end"])
    #expect(document.reader == "html/mhtml")
    #expect(HTMLExtractor().confidence(in: Array(file.utf8)) > 0.9)
    let broken = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nA\n"
    #expect(throws: ExtractionError.self) { try HTMLExtractor().extract(Array(broken.utf8)) }
  }

  @Test(
    "pages are told from other text",
    arguments: [
      ("<!DOCTYPE html><p>x", 0.9), ("\n<!-- saved -->\n<HTML>", 0.9), ("<?xml version='1.0'?>\n<html>", 0.9),
      ("<table><tr><td>x</td></tr></table>", 0.7), ("<h1>x</h1><p>y</p>", 0.6),
    ])
  func isPage(text: String, minimum: Double) {
    #expect(HTMLExtractor().confidence(in: Array(text.utf8)) >= minimum)
  }

  @Test(
    "what only holds some tags is no page",
    arguments: [
      "", "Plain text", "Ref\tAction\n1\t<p>Do this</p>\n", "<p>Do</p>\t<p>that</p>\n<p>x</p>\t<p>y</p>\n",
      "a < b and c > d",
      "<?xml version='1.0'?><w:wordDocument xmlns:w='x'/>", "<!DOCTYPE svg><svg/>", "PK\u{3}\u{4}",
      "# Notes\n<div>x</div>",
    ])
  func isNoPage(text: String) {
    #expect(HTMLExtractor().confidence(in: Array(text.utf8)) < 0.3)
  }
}
