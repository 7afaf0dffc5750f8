// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What is left of a run that could not write, or was ended.
@Suite struct OutputTests {
  private static let plan = "Ref\tAction\tLead\tBy when\n1.1\tWind the clock\tHead of Clocks\tMay 2031\n"

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func plans(_ count: Int, in folder: URL) throws -> [String] {
    try (0..<count).map { index in
      try OutputTests.plan.write(
        to: folder.appendingPathComponent("p\(index).txt"), atomically: true, encoding: .utf8)
      return "p\(index).txt"
    }
  }

  @Test(arguments: ["json", "ndjson", "csv"])
  func `a file beyond the size that the system allows is not there at all`(format: String) throws {
    try withTemporaryFolder { folder in
      let files = try plans(3, in: folder)
      // 512 bytes: less than any plan.
      let result = try Program.runShell(
        "ulimit -f 1; exec \"$0\" convert \(files.joined(separator: " ")) -o out --to \(format)", in: folder)
      #expect(result.status == 74)
      #expect(result.diagnostics.contains("File too large"))
      let left = (try? names(in: folder.appendingPathComponent("out"))) ?? []
      #expect(left == [])
    }
  }

  @Test func `a full standard output is said with a status of its own`() throws {
    try withTemporaryFolder { folder in
      let files = try plans(1, in: folder)
      #expect(try Program.runShell("\"$0\" convert \(files[0]) > /dev/full", in: folder).status == 74)
      #expect(try Program.runShell("\"$0\" schema >&-", in: folder).status == 74)
    }
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func `a signal leaves finished documents and nothing unfinished`(signal: String) throws {
    try withTemporaryFolder { folder in
      let files = try plans(1, in: folder)
      // The second document never comes, so that the run waits with one plan done and, as NDJSON, one file begun.
      let script = """
        set -m; mkfifo never; "$0" convert \(files[0]) never -o out --to "$1" & child=$!
        for i in $(seq 100); do [ "$(ls -A out 2>/dev/null)" ] && break; sleep 0.1; done
        sleep 0.5; ls -A out >&2; kill -\(signal) $child; wait $child; echo $?; ls -A out
        """
      let number = ["INT": 2, "TERM": 15, "HUP": 1][signal] ?? 0
      let json = try Program.runShell(script, in: folder, arguments: ["json"])
      #expect(json.output == "\(128 + number)\np0.json\n")
      try FileManager.default.removeItem(at: folder.appendingPathComponent("never"))
      try FileManager.default.removeItem(at: folder.appendingPathComponent("out"))
      let lines = try Program.runShell(script, in: folder, arguments: ["ndjson"])
      #expect(lines.diagnostics.contains(".part"))
      #expect(lines.output == "\(128 + number)\n")
    }
  }

  @Test func `a diff to standard output by its name goes there`() throws {
    try withTemporaryFolder { folder in
      let files = try plans(2, in: folder)
      let result = try Program.runShell("\"$0\" diff \(files[0]) \(files[1]) -o /dev/stdout > diff.md", in: folder)
      #expect(result.status == 0)
      let text = try String(contentsOf: folder.appendingPathComponent("diff.md"), encoding: .utf8)
      #expect(!text.isEmpty)
    }
  }
}
