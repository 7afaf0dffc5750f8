// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CommonPlan

@main
struct CommonPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commonplan",
    abstract: "Converts the action plans of English local areas into one canonical form.",
    discussion: """
      Reads Written Statements of Action, Priority Action Plans and other SEND action plans in whatever format they \
      were published, and says in one schema who does what by when, with the place of every value.

      EXAMPLES:
        commonplan convert plan.docx > plan.json
        commonplan convert *.pdf -o plans --to csv
        commonplan validate plan.docx
        commonplan compare ours.pdf theirs.docx -o comparison.html
        commonplan diff 2024.docx 2025.pdf > changes.md
        commonplan trace plan.docx report.pdf -o trace.html
        commonplan inspections reports/*.pdf -o inspections.html
        commonplan review plan.pdf -o review.html
        commonplan tables plan.pdf --to html > tables.html
        commonplan explain plan.txt

      EXIT STATUS:
        0   done
        1   findings at or above the level that --fail-on names
        2   a document could not be read (the others were)
        64  wrong usage
        74  a result could not be written; no file is left half-written
      """,
    version: commonPlanVersion,
    subcommands: [
      ConvertCommand.self, ValidateCommand.self, RulesCommand.self, CompareCommand.self, DiffCommand.self,
      TraceCommand.self, InspectionsCommand.self, ReviewCommand.self, TablesCommand.self, ExplainCommand.self,
      SchemaCommand.self, WorkerCommand.self,
    ])

  static func main() {
    ProgramStart.prepare()
    main(nil)
  }
}

extension ExitCode {
  /// There are findings that make a validation fail.
  static let findings = ExitCode(1)
  /// At least one document could not be read.
  static let unreadable = ExitCode(2)
  /// A result could not be written (`EX_IOERR` of sysexits.h).
  static let unwritten = ExitCode(74)

  /// The status that says what an error is about.
  static func failure(_ error: ConversionError) -> ExitCode {
    error.cause.reason == .unwritable ? unwritten : unreadable
  }
}

/// Says on standard error that a result is poorer than its document, and ends the run as one that could not read it.
func refuse(_ output: WorkerOutput, of file: String) throws {
  guard let shortfall = output.shortfall else { return }
  report(ConversionError(file: file, cause: shortfall))
  throw ExitCode.unreadable
}

/// Says on standard error what went wrong when a plan was read; whether there was anything.
func reportReadingErrors(of plan: CanonicalPlan, _ file: String) -> Bool {
  let errors = plan.findings.filter { $0.severity == .error && $0.id == ReadingFinding.readDegraded.rawValue }
  for finding in errors { ByteOutput.diagnostics.say("commonplan: \(file): \(finding.message)") }
  return !errors.isEmpty
}

/// Says on standard error why a document failed.
func report(_ error: ConversionError) {
  ByteOutput.diagnostics.say("commonplan: \(error)")
}
