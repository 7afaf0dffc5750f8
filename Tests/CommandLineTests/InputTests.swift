// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Inputs that are no ordinary files with ordinary names, and settings that nobody vouches for.
@Suite struct InputTests {
  private static let plan = "Ref\tAction\tLead\tBy when\n1.1\tWind the clock\tHead of Clocks\tMay 2031\n"

  private func with(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      for (name, text) in files {
        try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
      }
      try body(folder)
    }
  }

  @Test func `a pipe with a writer that takes its time is read`() throws {
    try with(["a.txt": InputTests.plan]) { folder in
      let script = """
        mkfifo pipe; (sleep 1; exec 3>pipe; sleep 1; cat a.txt >&3) & "$0" convert pipe > pipe.json
        "$0" convert a.txt > a.json; "$0" diff a.json pipe.json --to json | grep -c '"changes": \\[\\]'
        """
      let result = try Program.runShell(script, in: folder)
      #expect(result.output == "1\n")
    }
  }

  @Test func `names that are no UTF-8 are found`() throws {
    try with(["a.txt": InputTests.plan]) { folder in
      let script = """
        name=$'caf\\xe9.txt'; cp a.txt "$name" || exit 9; "$0" convert "$name"; cp a.txt $'caf\\xe8.txt'
        "$0" convert $'caf\\xe9.txt' $'caf\\xe8.txt' -o out; echo " $?"
        """
      let result = try Program.runShell(script, in: folder)
      #expect(result.output.contains("Wind the clock"))
      // Two names that were mended into one might be either file: neither is read for the other.
      #expect(result.output.hasSuffix(" 2\n"))
    }
  }

  @Test func `names cannot act on the terminal or forge lines`() throws {
    let result = try Program.run(["convert", "a\u{1B}[2J\u{202E}\ncommonplan: fine"])
    #expect(
      result.diagnostics.hasPrefix("commonplan: a\\u{1B}[2J\\u{202E}\\u{A}commonplan: fine: there is no such file"))
    #expect(result.diagnostics.filter { $0 == "\n" }.count == 1)
  }

  @Test func `what never ends stops at the limit`() throws {
    let script = "ulimit -v 3000000; head -c 1200000000 /dev/zero | \"$0\" convert - ; echo $?"
    let result = try Program.runShell(script, in: FileManager.default.temporaryDirectory)
    #expect(result.output == "2\n")
    #expect(result.diagnostics.contains("larger than 1024 MiB"))
  }

  @Test func `a worker answers each bad request once, and says what is bad`() throws {
    try with(["a.txt": InputTests.plan]) { folder in
      let long = "{\"file\":\"" + String(repeating: "x", count: 3 << 20) + "\"}"
      let lines = [
        long, "{nonsense", "[1]", "{\"file\":\"-\"}", "{\"file\":\"a.txt\\u0000b\"}", "{\"file\":\"a.txt\"}",
      ]
      let result = try Program.run(["worker"], in: folder, input: Data((lines.joined(separator: "\n") + "\n").utf8))
      let answers = result.output.split(separator: "\n")
      #expect(answers.count == lines.count)
      for (answer, words) in zip(
        answers,
        [
          "longer than 1 MiB", "is no JSON\"", "no JSON object with a file", "through standard input", "NUL",
          "Wind the clock",
        ])
      {
        #expect(answer.contains(words), "\(answer)")
      }
    }
  }

  @Test(arguments: [
    "output: ../../.bashrc", "output: report.txt", "weaknesses: /etc/hostname", "weaknesses: ../w.txt",
    "baseline: sub/../../b.yml", "weaknesses: link.txt",
  ])
  func `settings that were only found do not reach outside`(setting: String) throws {
    try with(["a.txt": InputTests.plan, ".commonplan.yml": setting + "\n"]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent("link.txt").path, withDestinationPath: "/etc/hostname")
      let result = try Program.run(["validate", "a.txt"], in: folder)
      #expect(result.status == 64)
      #expect(result.diagnostics.contains(".commonplan.yml"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
    }
  }

  @Test func `settings that a person names may say where to write`() throws {
    try with(["a.txt": InputTests.plan, "s.yml": "output: report.txt\n"]) { folder in
      _ = try Program.run(["validate", "a.txt", "--config", "s.yml"], in: folder)
      #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent("report.txt").path))
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `YAML nested without end is an error`(opening: String) throws {
    let yaml = String(repeating: opening, count: 5_000)
    try with(["a.txt": InputTests.plan, ".commonplan.yml": yaml, "deep.yml": yaml]) { folder in
      for (arguments, status) in [
        (["validate", "a.txt"], 64), (["convert", "a.txt", "--patch", "deep.yml"], 2),
        (["compare", "a.txt", "a.txt", "--themes", "deep.yml"], 2),
      ] {
        let result = try Program.run(arguments, in: folder)
        #expect(result.status == status, "\(arguments)")
      }
    }
  }
}
