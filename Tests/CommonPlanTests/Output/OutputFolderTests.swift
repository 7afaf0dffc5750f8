// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import TestSupport
import Testing

@testable import CommonPlan

@Suite struct OutputFolderTests {
  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  private let late = ConversionError(file: "late", cause: ExtractionError(.damaged, "broken off", advice: "None."))

  @Test func `a file is there when it is whole, and nothing else is`() throws {
    try withTemporaryFolder { folder in
      let output = try OutputFolder(folder.path, protecting: [])
      try output.write("a.json") { file throws(ConversionError) in
        try file.write(Array("one".utf8))
        let found = (try? names(folder)) ?? []
        #expect(!found.contains("a.json"))
        try file.write(Array(" and two".utf8))
      }
      #expect(try names(folder) == ["a.json"])
      #expect(try text(folder.appendingPathComponent("a.json")) == "one and two")
    }
  }

  @Test func `what is broken off leaves what was there before`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("a.json")
      try "before".write(to: file, atomically: true, encoding: .utf8)
      #expect(throws: late) {
        try OutputFolder(folder.path, protecting: []).write("a.json") { output throws(ConversionError) in
          try output.write(Array("half".utf8))
          throw late
        }
      }
      #expect(try names(folder) == ["a.json"])
      #expect(try text(file) == "before")
    }
  }

  @Test func `a set appears as a whole`() throws {
    try withTemporaryFolder { folder in
      try OutputFolder(folder.path, protecting: []).writeSet { set throws(ConversionError) in
        try set.write("a.csv", Array("a".utf8))
        try set.write("b.csv", Array("b".utf8))
        let found = (try? names(folder)) ?? []
        #expect(!found.contains { $0.hasSuffix(".csv") })
      }
      #expect(try names(folder) == ["a.csv", "b.csv"])
    }
  }

  @Test func `where one file of a set cannot take its place none has changed`() throws {
    try withTemporaryFolder { folder in
      let old = folder.appendingPathComponent("a.csv")
      try "old".write(to: old, atomically: true, encoding: .utf8)
      // A folder stands in the way of the third.
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("c.csv/x"), withIntermediateDirectories: true)
      let error = #expect(throws: ConversionError.self) {
        try OutputFolder(folder.path, protecting: []).writeSet { set throws(ConversionError) in
          for name in ["a.csv", "b.csv", "c.csv", "d.csv"] { try set.write(name, Array("new".utf8)) }
        }
      }
      #expect(error?.cause.reason == .unwritable)
      #expect(try names(folder) == ["a.csv", "c.csv"])
      #expect(try text(old) == "old")
    }
  }

  @Test func `folders made for a set that failed are gone`() throws {
    try withTemporaryFolder { folder in
      #expect(throws: late) {
        try OutputFolder(folder.path + "/new/deep", protecting: []).writeSet { set throws(ConversionError) in
          try set.write("a.csv", [1])
          throw late
        }
      }
      let left = try names(folder)
      #expect(left == [])
    }
  }

  @Test func `a full disk is said, and nothing put into place`() throws {
    let full = try OutputFile("/dev/full", protecting: [])
    let error = #expect(throws: ConversionError.self) { try full.write([1, 2, 3]) }
    #expect(error?.cause.reason == .unwritable)
    #expect(error?.description.contains("No space left") == true)
  }

  @Test func `a link at the temporary name is not followed and names cannot be foreseen`() {
    let names = Set((0..<1_000).map { _ in TemporaryFile.unforeseeableName() })
    #expect(names.count == 1_000)
  }

  @Test func `a link in the place of the file is replaced, not followed`() throws {
    try withTemporaryFolder { folder in
      let other = folder.appendingPathComponent("other")
      try "precious".write(to: other, atomically: true, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        at: folder.appendingPathComponent("a.json"), withDestinationURL: other)
      try OutputFile(folder.path + "/a.json", protecting: []).write(Array("new".utf8))
      #expect(try text(other) == "precious")
      #expect(try text(folder.appendingPathComponent("a.json")) == "new")
    }
  }

  @Test func `who may read a file stays as it was`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("a.json")
      try "x".write(to: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
      try OutputFile(file.path, protecting: []).write([1])
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func `many writers of one set never mix theirs`() throws {
    try withTemporaryFolder { folder in
      let path = folder.path
      let lanes = Lanes(count: 4) {
        for round in 0..<30 {
          let text = Array("\(round) \(TemporaryFile.unforeseeableName())".utf8)
          try? OutputFolder(path, protecting: []).writeSet { set throws(ConversionError) in
            for name in ["a", "b", "c"] { try set.write(name, text) }
          }
        }
      }
      lanes.join()
      let left = try names(folder)
      #expect(left == ["a", "b", "c"])
      let texts = try Set(left.map { try text(folder.appendingPathComponent($0)) })
      #expect(texts.count == 1)
    }
  }
}
