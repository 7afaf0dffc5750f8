// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct OtherCommandTests {
  @Test func theSchemaIsPrintedFromAnywhere() throws {
    let result = try Program.run(["schema"], in: URL(fileURLWithPath: "/"))
    let file = Repository.root.appendingPathComponent("schemas/commonplan-1.0.schema.json")
    #expect(result.status == 0)
    #expect(result.output == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: [["tables", "none.pdf"], ["explain", "none.pdf"]]) func whatCannotBeReadIs2(
    arguments: [String]
  ) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.diagnostics.hasPrefix("commonplan: none.pdf: there is no such file"))
  }

  @Test func explainNamesFileAndReader() throws {
    let result = try Program.run(["explain", "-"], input: Data("Just some words.\n".utf8))
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("standard-input: read by text"))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsKnowTheCommands(shell: String) throws {
    let result = try Program.run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    for command in ["convert", "tables", "explain", "schema"] { #expect(result.output.contains(command)) }
  }

  @Test func pagesAreDrawnOnePerFile() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("commonplan-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = Repository.root.appendingPathComponent("samples/southend.pdf").path
    let result = try Program.run(["tables", plan, "--debug-svg", folder.path])
    #expect(result.status == 0)
    #expect(result.output == "")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.first == "page-0001.svg")
    let first = try String(contentsOf: folder.appendingPathComponent("page-0001.svg"), encoding: .utf8)
    #expect(first.hasPrefix("<svg"))
    #expect(first.contains("<title>Page 1</title>"))
  }

  @Test func whatHasNoPagesIsNotDrawn() throws {
    let result = try Program.run(["tables", "-", "--debug-svg", "nowhere"], input: Data("a,b\n1,2\n".utf8))
    #expect(result.status == 2)
    #expect(result.diagnostics.contains("no pages to draw"))
  }
}
