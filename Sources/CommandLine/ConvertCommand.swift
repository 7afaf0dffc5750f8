// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CommonPlan

/// `commonplan convert`: documents in, plans out. A document that fails is reported and the others go on.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts plans to JSON, a workbook, CSV tables, a calendar or NDJSON.",
    discussion: """
      The format of a file is told by its content, not by its name. One file without -o goes to standard \
      output. JSON is one file a plan; every other form holds all plans: a workbook (xlsx), joined tables with a flat \
      register beside them (csv, a folder), the register alone, a calendar of deadlines (ics), NDJSON. Nothing is \
      written over a file that is being converted.

      EXAMPLES:
        commonplan convert plan.pdf | jq '.actions[].text'
        commonplan convert plans/* -o out
        commonplan convert plan.docx -o plan.xlsx
        commonplan convert plans/* -o register.csv
        commonplan convert plans/* -o out --to csv
        curl -s https://example.org/plan.docx | commonplan convert -
        commonplan convert plan.pdf --patch plan.pdf.patch.yml
      """)

  @Argument(help: "The files to convert; - is standard input.", completion: .file())
  var files: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "File for the results, by its ending (.json, .xlsx, .csv, .ics, .ndjson), else a folder.", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    name: [.customLong("to"), .customLong("format")],
    help: "The format of the results (default: as the extension of -o says, else json).")
  var format: PlanFormat?

  @OptionGroup var reading: ReadingOptions

  @Option(
    name: .customLong("patch"),
    help: ArgumentHelp(
      "Apply corrections saved from a page of `review`; among several files, to the one with their SHA-256.",
      valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var patchFiles: [String] = []

  @Option(help: ArgumentHelp("Documents that are read at the same time (default: one a processor).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Also say on standard error where each document's words went.")
  var ledger = false

  func validate() throws {
    if let objection = request.objection { throw ValidationError(objection) }
    if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1.") }
    if files.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
  }

  func run() throws {
    let progress = Progress(total: files.count)
    defer { progress.clear() }
    let failures: ConversionRun.Failures
    do throws(ConversionError) {
      var run = request
      run.service = reading.service
      if let jobs { run.service.jobs = jobs }
      for file in patchFiles { run.service.patches.append(try PatchFile.read(file)) }
      run.endsProcess = true
      failures = try run.run { step in
        switch step {
        case .done(let count): progress.show(count)
        case .failed(let error):
          progress.clear()
          report(error)
        case .converted(let file, let line):
          guard ledger else { break }
          progress.clear()
          ByteOutput.diagnostics.say("\(file): \(line)")
        }
      }
    } catch {
      progress.clear()
      report(error)
      throw ExitCode.failure(error)
    }
    // That a result is missing is the graver of the two.
    if failures.unwritten > 0 { throw ExitCode.unwritten }
    if failures.unread > 0 { throw ExitCode.unreadable }
  }

  /// What is asked for, apart from how the documents are read.
  private var request: ConversionRun {
    let emitters = EmitterRegistry.standard.emitters.map(PlanFormat.init)
    let chosen = format ?? emitters.form(named: nil, output: output) ?? .standard
    return ConversionRun(files: files, emitter: chosen.emitter, output: output)
  }
}
