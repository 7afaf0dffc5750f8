// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Extractors

@Suite("ZIP archive")
struct ZIPArchiveTests {
  private func reason(_ body: () throws -> Void) -> ExtractionError.Reason? {
    do {
      try body()
      return nil
    } catch { return (error as? ExtractionError)?.reason }
  }

  @Test("reads stored and deflated parts by name, whatever the case")
  func parts() throws {
    var writer = ZIPWriter(["word/document.xml": "<a/>"])
    writer.entries.append(.init(name: "word/styles.xml", bytes: Array(repeating: 0x41, count: 200_000), method: 8))
    let archive = try ZIPArchive(writer.bytes)
    #expect(archive.entryCount == 2)
    #expect(try archive.read("word/Document.xml") == Array("<a/>".utf8))
    #expect(try archive.read("word/styles.xml").count == 200_000)
    #expect(archive.names(withPrefix: "word/") == ["word/document.xml", "word/styles.xml"])
  }

  @Test("a name that climbs is only a name")
  func climbing() throws {
    let archive = try ZIPArchive(ZIPWriter(["../../etc/passwd": "x", "/abs.xml": "y"]).bytes)
    #expect(!archive.contains("etc/passwd"))
    #expect(try archive.read("../../etc/passwd") == [0x78])
  }

  @Test("a missing part is named")
  func missing() throws {
    let archive = try ZIPArchive(ZIPWriter(["a": "x"]).bytes)
    do {
      _ = try archive.open("word/document.xml")
      Issue.record("opened")
    } catch {
      #expect(error.reason == .damaged)
      #expect(error.place == "word/document.xml")
    }
  }

  @Test("a part that stands twice is refused when it is asked for, not before")
  func duplicate() throws {
    let archive = try ZIPArchive(ZIPWriter(["a.xml": "1", "A.xml": "2", "b.xml": "3"]).bytes)
    #expect(reason { _ = try archive.open("a.xml") } == .damaged)
    #expect(reason { _ = try archive.open("b.xml") } == nil)
  }

  @Test("an encrypted entry asks for a file without a password")
  func encrypted() throws {
    var writer = ZIPWriter()
    writer.entries.append(.init(name: "a", bytes: Array(repeating: 7, count: 40), flags: 1))
    let archive = try ZIPArchive(writer.bytes)
    #expect(reason { _ = try archive.open("a") } == .encrypted)
  }

  @Test("declared size and ratio are checked before anything is unpacked")
  func declared() throws {
    var writer = ZIPWriter()
    writer.entries.append(.init(name: "big", bytes: Array("abc".utf8), method: 8, declaredSize: 1 << 30))
    writer.entries.append(.init(name: "ratio", bytes: Array("abc".utf8), method: 8, declaredSize: 100 << 20))
    let archive = try ZIPArchive(writer.bytes)
    #expect(reason { _ = try archive.open("big") } == .overLimit)
    #expect(reason { _ = try archive.open("ratio") } == .overLimit)
  }

  @Test("bytes that the directory does not declare are counted as they come")
  func undeclared() throws {
    var writer = ZIPWriter()
    writer.entries.append(.init(name: "a", bytes: Array(repeating: 1, count: 300_000), method: 8, declaredSize: 10))
    var limits = ContainerLimits()
    limits.partBytes = 100_000
    let small = try ZIPArchive(writer.bytes, limits: limits)
    let found = reason { _ = try small.read("a") }
    #expect(found == .overLimit || found == .damaged)
    limits.partBytes = 1 << 20
    limits.totalBytes = 500_000
    writer.entries[0].declaredSize = nil
    writer.entries.append(.init(name: "b", bytes: Array(repeating: 1, count: 300_000)))
    let both = try ZIPArchive(writer.bytes, limits: limits)
    #expect(reason { _ = try both.read("a") } == nil)
    #expect(reason { _ = try both.read("b") } == .overLimit)
  }

  @Test("too many entries are refused")
  func entries() {
    var limits = ContainerLimits()
    limits.entries = 2
    #expect(reason { _ = try ZIPArchive(ZIPWriter(["a": "", "b": "", "c": ""]).bytes, limits: limits) } == .overLimit)
  }

  @Test("a file that is cut short says so, at every length")
  func truncated() {
    let bytes = ZIPWriter(["a.xml": "some text", "b.xml": "more"]).bytes
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(
        reason {
          let archive = try ZIPArchive(Array(bytes[..<count]))
          _ = try archive.read("a.xml")
        } == .damaged)
    }
  }

  @Test("a wrong checksum is found")
  func checksum() throws {
    var bytes = ZIPWriter(["a.xml": "some text"]).bytes
    bytes[30 + 5 + 2] ^= 1
    let archive = try ZIPArchive(bytes)
    #expect(reason { _ = try archive.read("a.xml") } == .damaged)
  }

  @Test("old office files are told by their directory")
  func ole() {
    func container(_ name: String) -> [UInt8] {
      var bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)
      bytes += name.utf8.flatMap { [$0, 0] } + [UInt8](repeating: 0, count: 200)
      return bytes
    }
    #expect(OLEContainer.refusal(of: container("EncryptedPackage"))?.reason == .encrypted)
    #expect(OLEContainer.refusal(of: container("WordDocument"))?.advice.contains(".docx") == true)
    #expect(OLEContainer.refusal(of: container("Workbook"))?.advice.contains(".xlsx") == true)
    #expect(OLEContainer.content(of: container("Something")) == .unknown)
    #expect(OLEContainer.refusal(of: Array("PK".utf8)) == nil)
  }
}
