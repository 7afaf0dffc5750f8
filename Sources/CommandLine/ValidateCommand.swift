// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import CommonPlan

extension ReportFormat: ExpressibleByArgument {}
extension ValidationSettings.FailLevel: ExpressibleByArgument {}

/// `commonplan validate`: what is wrong, weak or doubtful in plans.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Says what is wrong, weak or doubtful in plans.",
    discussion: """
      Takes canonical JSON, or any plan file, which is converted on the way. Rules are named by their ids \
      (CP201), the beginnings of ids (CP2) or their names (action-without-lead). What options do not say, \
      .commonplan.yml in the working folder may: fail-on, select, ignore, format, output, baseline, weaknesses.

      EXAMPLES:
        commonplan validate plan.docx
        commonplan validate plans/*.json --fail-on warning --ignore CP1
        commonplan validate plans/* --format sarif -o findings.sarif
        commonplan validate plans/* --write-baseline accepted.yml
        commonplan validate plans/* --baseline accepted.yml

      EXIT STATUS:
        0   no findings at or above --fail-on
        1   findings at or above --fail-on
        2   a document could not be read (the others were)
        64  wrong usage, or a file of settings that is not right
        74  a report could not be written
      """)

  @Argument(help: "The plans; - is standard input.", completion: .file())
  var files: [String]

  @Option(
    name: [.customLong("format"), .customLong("to")],
    help: ArgumentHelp("The form of the report (default: as the extension of -o says, else text).", valueName: "format")
  )
  var format: ReportFormat?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("File for the report (default: standard output).", valueName: "file"), completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("From which severity on findings fail the run (default: error).", valueName: "level"))
  var failOn: ValidationSettings.FailLevel?

  @Option(help: ArgumentHelp("Rules that may speak, with commas between them.", valueName: "rules"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Rules that may not speak, with commas between them.", valueName: "rules"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("File of settings (default: .commonplan.yml).", valueName: "file"), completion: .file())
  var config: String?

  @Option(
    help: ArgumentHelp("Findings that are known and accepted; only others count.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all findings there as a baseline; reasons of --baseline are kept.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    name: [.customLong("inspection"), .customLong("weaknesses")],
    help: ArgumentHelp(
      "The inspection that the plan answers: a report, its JSON, or a list with an area a line.", valueName: "file"),
    completion: .file())
  var weaknesses: String?

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Documents that are read at the same time (default: one a processor).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1.") }
    if files.count(where: { $0 == "-" }) > 1 { throw ValidationError("Standard input can be read only once.") }
  }

  func run() throws {
    let run = try preparedRun()
    let result: ValidationReport
    do throws(ConversionError) {
      result = try validated(run)
    } catch {
      report(error)
      throw ExitCode.failure(error)
    }
    if !result.unread.isEmpty { throw ExitCode.unreadable }
    if run.fails(result) { throw ExitCode.findings }
  }

  private func preparedRun() throws -> ValidationRun {
    var settings = ValidationSettings()
    settings.failOn = failOn
    settings.select = ValidateCommand.words(select)
    settings.ignore = ValidateCommand.words(ignore)
    settings.format = format ?? ReportFormat.allCases.form(named: nil, output: output)
    settings.output = output
    settings.baseline = baseline
    settings.weaknesses = weaknesses
    do throws(ConversionError) {
      return try ValidationRun(settings: settings, settingsFile: config, renewsBaseline: writeBaseline != nil)
    } catch {
      report(error)
      throw ExitCode.validationFailure
    }
  }

  private func validated(_ run: ValidationRun) throws(ConversionError) -> ValidationReport {
    var service = reading.service
    if let jobs { service.jobs = jobs }
    let progress = Progress(total: files.count)
    defer { progress.clear() }
    progress.show(0)
    var result = try run.report(on: files, service: service) { done, error in
      progress.clear()
      if let error { report(error) }
      progress.show(done)
    }
    progress.clear()
    if let writeBaseline { try run.renewBaseline(from: &result, to: writeBaseline, protecting: files) }
    try run.write(result, protecting: files)
    return result
  }

  /// Words with commas between them; nil where none are given.
  private static func words(_ lists: [String]) -> [String]? {
    let words = lists.flatMap { $0.split(separator: ",").map(String.init) }
    return words.isEmpty ? nil : words
  }
}
