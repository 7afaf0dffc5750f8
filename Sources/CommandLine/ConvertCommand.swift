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

  @Flag(help: "Also say on standard error where each document's words went.")
  var ledger = false

  func validate() throws {
    if folder == nil, format == .csv {
      throw ValidationError("CSV is several tables: name a folder for them with -o.")
    }
    if folder == nil, format == .json, files.count > 1 {
      throw ValidationError("Several plans do not fit into one JSON text: name a folder with -o, or use --to ndjson.")
    }
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
    guard let folder else {
      try each(&failures) { plan, _ throws(ConversionError) in
        try emit(plan, to: .standard)
      }
      return
    }
    let output = try OutputFolder(folder, protecting: files)
    switch format {
    case .json:
      try each(&failures) { plan, name throws(ConversionError) in
        try output.write(name + ".json") { file throws(ConversionError) in try emit(plan, to: file) }
      }
    case .ndjson:
      try output.write("plans.ndjson") { file throws(ConversionError) in
        try each(&failures) { plan, _ throws(ConversionError) in try emit(plan, to: file) }
      }
    case .csv:
      // Rows are some tenth of the documents' size: they are gathered, so that no table is ever half written.
      let emitter = CSVEmitter()
      var files = emitter.headers()
      try each(&failures) { plan, name throws(ConversionError) in emitter.append(plan, key: name, to: &files) }
      for file in files + emitter.metadata() {
        try output.write(file.name) { output throws(ConversionError) in try output.write(file.bytes) }
      }
    }
  }

  /// Converts each file and hands its plan on, with the name that its result bears; reports and counts those that fail.
  private func each(
    _ failures: inout Int, _ body: (CanonicalPlan, String) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    let converter = PlanConverter()
    for (file, name) in zip(files, OutputNames.make(for: files)) {
      do throws(ConversionError) {
        let conversion = try converter.convert(file: file)
        if ledger { ByteOutput.diagnostics.say("\(file): \(conversion.ledgerSummary)") }
        try body(conversion.plan, name)
      } catch {
        report(error)
        failures += 1
      }
    }
  }

  private func emit(_ plan: CanonicalPlan, to output: ByteOutput) throws(ConversionError) {
    let emitter = JSONEmitter(layout: format == .ndjson ? .oneLine : .indented)
    try emitter.emit(plan) { bytes throws(ConversionError) in try output.write(bytes) }
  }
}
