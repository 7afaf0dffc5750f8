// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import CommonPlan

extension DiffFormat: ExpressibleByArgument {}

/// `commonplan diff`: what changed from one edition of a plan to the next.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what changed from one edition of a plan to the next.",
    discussion: """
      Both editions are canonical JSON or any file that can be converted. Actions are matched by text, fields, \
      reference and place together, because references shift and texts are reworded. White space, letter case and \
      punctuation make no difference.

      EXAMPLES:
        commonplan diff 2024.docx 2025.pdf > paper.md
        commonplan diff old.json new.json --to html -o changes.html
        commonplan diff old.json new.json --to json | jq '.summary'
      """)

  @Argument(help: "The old edition; - is standard input.", completion: .file())
  var old: String

  @Argument(help: "The new edition; - is standard input.", completion: .file())
  var new: String

  @Option(
    name: [.customLong("to"), .customLong("format")],
    help: "The format of the answer (default: as the extension of -o says, else markdown).")
  var chosenFormat: DiffFormat?

  private var format: DiffFormat {
    chosenFormat ?? DiffFormat.allCases.form(named: nil, output: output) ?? .markdown
  }

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write; standard output without it.", valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if old == "-", new == "-" { throw ValidationError("Standard input can be read only once.") }
  }

  func run() throws {
    var isPoorer = false
    do throws(ConversionError) {
      let diff = try reading.service.diff(from: old, to: new) { plan, file in
        if reportReadingErrors(of: plan, file) { isPoorer = true }
      }
      let bytes = try format.write(diff)
      if let output {
        try OutputFile(output, protecting: [old, new]).write(bytes)
      } else {
        try ByteOutput.standard.write(bytes)
      }
    } catch {
      report(error)
      throw ExitCode.failure(error)
    }
    if isPoorer { throw ExitCode.unreadable }
  }
}
