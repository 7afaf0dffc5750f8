// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import CommonPlan

extension TablesEmitter.Format: ExpressibleByArgument {}

/// `commonplan tables`: the tables of a document as they were found.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Prints a document's tables as they were found.",
    discussion: """
      Nothing is read out of the tables here: this is what the plan is made from. Pages count from 1, rows \
      and columns from 0; boxes are in points from the page's top left corner.

      EXAMPLES:
        commonplan tables plan.pdf --to html > tables.html
        commonplan tables plan.docx | jq '.tables[0].rows'
        commonplan tables plan.pdf --debug-svg pages
      """)

  @Argument(help: "The file to read; - is standard input.", completion: .file())
  var file: String

  @Option(
    name: [.customLong("to"), .customLong("format")],
    help: "The format (default: as the extension of -o says, else json).")
  var chosenFormat: TablesEmitter.Format?

  private var format: TablesEmitter.Format {
    chosenFormat ?? TablesEmitter.Format.allCases.form(named: nil, output: result) ?? .json
  }

  @Option(
    name: .customLong("debug-svg"),
    help: "Draw each page's words, rules, fills and grids into this folder instead (PDF and layout text).",
    completion: .directory)
  var drawings: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write; standard output without it.", valueName: "file"), completion: .file())
  var result: String?

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let output: WorkerOutput
    do throws(ConversionError) {
      if let drawings {
        _ = try PageDrawings(ocr: reading.ocr).write(file: file, to: drawings)
        return
      }
      let task: DocumentTask =
        switch format {
        case .json: .tablesJSON
        case .csv: .tablesCSV
        case .html: .tablesHTML
        }
      output = try reading.service.perform(task, file: file)
      if let result {
        try OutputFile(result, protecting: [file]).write(output.bytes)
      } else {
        try ByteOutput.standard.write(output.bytes)
      }
    } catch {
      report(error)
      throw ExitCode.failure(error)
    }
    try refuse(output, of: file)
  }
}
