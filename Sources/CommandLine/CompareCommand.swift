// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import CommonPlan

extension ComparisonService.Format: ExpressibleByArgument {}

/// `commonplan compare`: several plans side by side under shared themes.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Puts several plans side by side under shared themes.",
    discussion: """
      Takes plans as canonical JSON or as documents of any format, and says which plan does what about each theme, \
      by when and who leads, with the closest counterpart of each action in the other plans. The HTML page needs \
      no network and nothing beside it; keep it with the documents, so that its links open them.

      EXAMPLES:
        commonplan compare ours.pdf theirs.docx -o comparison.html
        commonplan compare plans/*.json --to markdown > comparison.md
        commonplan compare plans/*.json --to csv -o tables
        commonplan compare plans/*.json --themes my-themes.yml -o comparison.html
      """)

  @Argument(help: "The plans, as JSON or documents; - is standard input.", completion: .file())
  var files: [String]

  @Option(
    name: [.customLong("to"), .customLong("format")],
    help: "The format of the comparison (default: as the extension of -o says, else html).")
  var chosenFormat: ComparisonService.Format?

  private var format: ComparisonService.Format {
    chosenFormat ?? ComparisonService.Format.allCases.form(named: nil, output: output) ?? .html
  }

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "File for the comparison, for CSV a folder; standard output where it is not given.", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("A theme file in place of the program's own (YAML).", valueName: "file"), completion: .file())
  var themes: String?

  @OptionGroup var reading: ReadingOptions

  func validate() throws {
    if files.count < 2 { throw ValidationError("Name at least two plans to compare.") }
    if files.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input can be read only once.") }
    if format == .csv, output == nil {
      throw ValidationError("CSV is several tables: name a folder for them with -o.")
    }
  }

  func run() throws {
    var plans: [CanonicalPlan] = []
    var isPoorer = false
    let progress = Progress(total: files.count)
    defer { progress.clear() }
    do throws(ConversionError) {
      try reading.service.inputs(files) { index, result throws(ConversionError) in
        progress.clear()
        do throws(ConversionError) {
          let plan = try result.get().plan(of: files[index])
          plans.append(plan)
          if reportReadingErrors(of: plan, files[index]) { isPoorer = true }
        } catch {
          report(error)
        }
        progress.show(index + 1)
      }
      let service = ComparisonService(themes: themes)
      try service.write(try service.compare(plans), as: format, to: output, protecting: files)
    } catch {
      progress.clear()
      report(error)
      throw ExitCode.failure(error)
    }
    if isPoorer || plans.count < files.count { throw ExitCode.unreadable }
  }
}
