// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import CommonPlan

extension OverviewFormat: ExpressibleByArgument {}

/// `commonplan inspections`: many inspection reports side by side.
struct InspectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspections",
    abstract: "Puts many inspection reports side by side.",
    discussion: """
      Grade, dates, what follows, number and themes of the areas, and the bodies of each report, as a page with a \
      filter or as CSV.

      EXAMPLES:
        commonplan inspections reports/*.pdf -o inspections.html
        commonplan inspections reports/*.json --to csv > inspections.csv
      """)

  @Argument(help: "The reports, as JSON or documents; - is standard input.", completion: .file())
  var files: [String]

  @Option(name: .customLong("to"), help: "The format of the answer.")
  var format = OverviewFormat.html

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write; standard output without it.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("A theme file in place of the program's own (YAML).", valueName: "file"), completion: .file())
  var themes: String?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one inspection report.") }
    if files.count(where: { $0 == "-" }) > 1 { throw ValidationError("Standard input can be read only once.") }
  }

  func run() throws {
    var reports: [CanonicalPlan] = []
    var isPoorer = false
    let progress = Progress(total: files.count)
    defer { progress.clear() }
    do throws(ConversionError) {
      try reading.service.inputs(files) { index, result throws(ConversionError) in
        progress.clear()
        do throws(ConversionError) {
          let plan = try result.get().plan(of: files[index])
          reports.append(plan)
          if reportReadingErrors(of: plan, files[index]) { isPoorer = true }
        } catch {
          report(error)
        }
        progress.show(index + 1)
      }
      let bytes = try format.write(try ComparisonService(themes: themes).inspections(reports))
      if let output {
        try OutputFile(output, protecting: files).write(bytes)
      } else {
        try ByteOutput.standard.write(bytes)
      }
    } catch {
      progress.clear()
      report(error)
      throw ExitCode.failure(error)
    }
    if isPoorer || reports.count < files.count { throw ExitCode.unreadable }
  }
}
