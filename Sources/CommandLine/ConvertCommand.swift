// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CommonPlan
import Emitters
import PlanSchema

/// `commonplan convert`: documents in, plans out. A document that fails is reported and the others go on.
struct ConvertCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, csv, ndjson
  }

  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts plans to canonical JSON, CSV tables or NDJSON.",
    discussion: """
      The format of a file is told by its content, not by its name. One file without -o goes to standard \
      output. With -o, JSON is one file a plan, named after it; CSV and NDJSON hold all plans. Nothing is \
      written over a file that is being converted.

      EXAMPLES:
        commonplan convert plan.pdf | jq '.actions[].text'
        commonplan convert plans/* -o out
        commonplan convert plans/* -o out --to csv
        curl -s https://example.org/plan.docx | commonplan convert -
        commonplan convert plan.pdf --patch plan.pdf.patch.yml
      """)

  @Argument(help: "The files to convert; - is standard input.", completion: .file())
  var files: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Folder for the results; created where it is not there.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @Option(name: .customLong("to"), help: "The format of the results.")
  var format = Format.json

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
    if folder == nil, format == .csv {
      throw ValidationError("CSV is several tables: name a folder for them with -o.")
    }
    if folder == nil, format == .json, files.count > 1 {
      throw ValidationError("Several plans do not fit into one JSON text: name a folder with -o, or use --to ndjson.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1.") }
    if files.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
  }

  func run() throws {
    var failures = 0
    do throws(ConversionError) {
      try convertAll(&failures)
    } catch {
      report(error)
      failures += 1
    }
    if failures > 0 { throw ExitCode.unreadable }
  }

  private func convertAll(_ failures: inout Int) throws(ConversionError) {
    let names = OutputNames.make(for: files)
    guard let folder else {
      try each(&failures) { plan, index throws(ConversionError) in try write(plan, index, to: .standard) }
      return
    }
    let output = try OutputFolder(folder, protecting: files)
    switch format {
    case .json:
      try each(&failures) { plan, index throws(ConversionError) in
        try output.write(names[index] + ".json") { file throws(ConversionError) in try write(plan, index, to: file) }
      }
    case .ndjson:
      try output.write("plans.ndjson") { file throws(ConversionError) in
        try each(&failures) { plan, index throws(ConversionError) in try write(plan, index, to: file) }
      }
    case .csv:
      // Rows are smaller than the documents: they are gathered, so that no table is ever half written.
      let emitter = CSVEmitter()
      var tables = emitter.headers()
      try each(&failures) { plan, index throws(ConversionError) in
        emitter.append(try plan.plan(of: files[index]), key: names[index], to: &tables)
      }
      for table in tables + emitter.metadata() {
        try output.write(table.name) { file throws(ConversionError) in try file.write(table.bytes) }
      }
    }
  }

  /// Converts each file and hands its plan on; reports and counts those that fail.
  private func each(
    _ failures: inout Int, _ body: (ConvertedPlan, Int) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    let progress = Progress(total: files.count)
    defer { progress.clear() }
    progress.show(0)
    var service = reading.service
    if let jobs { service.jobs = jobs }
    for file in patchFiles { service.patches.append(try PatchFile.read(file)) }
    try service.convert(files, isOneLine: format != .json) { index, result throws(ConversionError) in
      do throws(ConversionError) {
        let plan = try result.get()
        // The process ends after its only plan and gives all memory back at once: nothing is to be freed text by text.
        if files.count == 1 { _ = Unmanaged.passRetained(Kept(plan)) }
        try body(plan, index)
        if ledger {
          progress.clear()
          ByteOutput.diagnostics.say("\(files[index]): \(plan.ledgerSummary)")
        }
      } catch {
        // Where standard output has gone, nobody waits for the other plans either.
        if error.file == ByteOutput.standard.name { throw error }
        progress.clear()
        report(error)
        failures += 1
      }
      progress.show(index + 1)
    }
  }

  /// A plan that lives as long as the process.
  private final class Kept {
    let plan: ConvertedPlan

    init(_ plan: ConvertedPlan) { self.plan = plan }
  }

  private func write(_ plan: ConvertedPlan, _ index: Int, to output: ByteOutput) throws(ConversionError) {
    try plan.write(isOneLine: format == .ndjson, of: files[index], to: output)
  }
}
