// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Normaliser
import PlanSchema
import Testing

/// A document in ``DocumentNotation`` and the plan that it becomes, as ``PlanDump`` prints it, side by side in a file
/// under `Cases/`.
///
/// A report of a plan that was read wrong becomes a test by pasting it into the file of the rule that went wrong:
///
///     === What the case shows
///     Ref | Action | Lead | By when
///     1.1 | Train all coordinators | Head of SEN | May 2024
///     --->
///     action 1.1: Train all coordinators · lead Head of SEN · by May 2024
///
/// A line `known: …` under the title says what is still wrong. `furniture` there prints the furniture too.
struct PlanCase: Sendable, CustomTestStringConvertible {
  var file: String
  var line: Int
  var title: String
  var input = ""
  var expected = ""
  var knownIssue: String?
  var showsFurniture = false

  var testDescription: String { "\(file):\(line) \(title)" }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Cases")

  static let all: [PlanCase] = {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name in
      parse((try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? "", file: name)
    }
  }()

  static func parse(_ text: String, file: String) -> [PlanCase] {
    var cases: [PlanCase] = []
    var input: [Substring] = []
    var expected: [Substring]?
    func finish() {
      guard let last = cases.indices.last else { return }
      cases[last].input = input.joined(separator: "\n")
      cases[last].expected = (expected ?? []).filter { !$0.isEmpty }.joined(separator: "\n")
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("=== ") {
        finish()
        cases.append(PlanCase(file: file, line: index + 1, title: String(line.dropFirst(4))))
        input = []
        expected = nil
      } else if line == "--->" {
        expected = []
      } else if expected != nil {
        expected?.append(line)
      } else if input.isEmpty, line.hasPrefix("known: ") {
        cases[cases.count - 1].knownIssue = String(line.dropFirst(7))
      } else if input.isEmpty, line == "furniture" {
        cases[cases.count - 1].showsFurniture = true
      } else if !cases.isEmpty {
        input.append(line)
      }
    }
    finish()
    return cases
  }
}

extension Normaliser {
  /// The plan of a document whose file nobody asks about.
  func normalise(_ document: SourceDocument) -> Normalisation {
    normalise(
      document,
      info: DocumentInfo(
        file: "test", mediaType: document.mediaType, sha256: "", pages: nil, reader: document.reader, readerVersion: "",
        ocr: false))
  }
}
