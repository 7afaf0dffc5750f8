// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import CommonPlan

extension TraceFormat: ExpressibleByArgument {}

/// `commonplan trace`: a plan held against the inspection that it answers.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Holds a plan against its inspection: which area is answered by what.",
    discussion: """
      For each area that the inspectors named: the sections and actions that answer it and why, how far they are, \
      what is to show it; then areas that no action answers, actions that answer none, and responsible bodies that \
      lead nothing. The inspection is a report of any format, its converted JSON, a plan that quotes the areas, or a \
      text file with an area a line. Keep the page beside the documents, so that its links open them.

      EXAMPLES:
        commonplan trace plan.docx report.pdf -o trace.html
        commonplan trace plan.json report.json --to markdown --as-of 2026-03-31 > paper.md
        commonplan trace plan.pdf areas.txt --to json | jq '.openAreas'
      """)

  @Argument(help: "The plan, as JSON or a document; - is standard input.", completion: .file())
  var plan: String

  @Argument(help: "The inspection report, as JSON or a document, or a list of areas.", completion: .file())
  var inspection: String

  @Option(name: .customLong("to"), help: "The format of the answer.")
  var format = TraceFormat.html

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write; standard output without it.", valueName: "file"), completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("The day on which overdue is judged, such as 2026-03-31.", valueName: "date"))
  var asOf: String?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if plan == "-", inspection == "-" { throw ValidationError("Standard input can be read only once.") }
    if let asOf, TraceCommand.day(asOf) == nil { throw ValidationError("--as-of is a day such as 2026-03-31.") }
  }

  func run() throws {
    var isPoorer = false
    do throws(ConversionError) {
      let trace = try reading.service.trace(plan, against: inspection, asOf: asOf.flatMap(TraceCommand.day)) {
        if reportReadingErrors(of: $0, $1) { isPoorer = true }
      }
      let bytes = try format.write(trace)
      if let output {
        try OutputFile(output, protecting: [plan, inspection]).write(bytes)
      } else {
        try ByteOutput.standard.write(bytes)
      }
    } catch {
      report(error)
      throw ExitCode.failure(error)
    }
    if isPoorer { throw ExitCode.unreadable }
  }

  private static func day(_ text: String) -> DayRange.Day? {
    guard let range = DayRange(edtf: text), range.first == range.last, range.first.exists else { return nil }
    return range.first
  }
}
