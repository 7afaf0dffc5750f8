// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The help pages are an interface: a change shows in Snapshots/, which `make golden` writes anew.
@Suite struct HelpTests {
  @Test(arguments: ["", "convert", "validate", "rules", "compare", "diff", "review", "tables", "explain", "schema"])
  func helpIsAsItWas(command: String) throws {
    let result = try Program.run((command.isEmpty ? [] : [command]) + ["--help"])
    let name = command.isEmpty ? "commonplan" : "commonplan-\(command)"
    let snapshot = Repository.root.appendingPathComponent("Tests/CommandLineTests/Snapshots/\(name).txt")
    #expect(result.status == 0)
    #expect(result.output == (try String(contentsOf: snapshot, encoding: .utf8)), "if it is meant: make golden")
  }

  @Test func everyHelpPageHasExamplesThatNameTheCommand() throws {
    for command in ["convert", "validate", "rules", "compare", "diff", "review", "tables", "explain", "schema"] {
      let help = try Program.run([command, "--help"]).output
      #expect(help.contains("EXAMPLES:\n"))
      #expect(help.contains("commonplan \(command)"))
    }
  }

  @Test func theVersionIsASemanticOne() throws {
    let result = try Program.run(["--version"])
    let parts = result.output.trimmingCharacters(in: .newlines).split(separator: ".")
    #expect(result.status == 0)
    #expect(parts.count == 3 && parts.allSatisfy { Int($0) != nil }, "\(result.output)")
  }
}
