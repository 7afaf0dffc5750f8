// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CommonPlan

/// `commonplan review`: a page on which a person checks and corrects a conversion.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Makes a page on which a person checks and corrects a conversion.",
    discussion: """
      The page shows the document beside the records read from it; a click on either shows its place in the \
      other. It is one file that loads nothing. Corrections typed into it are saved as a patch file, which \
      `commonplan convert --patch` applies.

      EXAMPLES:
        commonplan review plan.pdf -o review.html
        commonplan convert plan.pdf --patch plan.pdf.patch.yml > plan.json
      """)

  @Argument(help: "The file to review; - is standard input.", completion: .file())
  var file: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The page to write; standard output where it is left out.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output: String?

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let page: WorkerOutput
    do throws(ConversionError) {
      page = try reading.service.perform(.review, file: file)
      if let output {
        try OutputFile(output, protecting: [file]).write(page.bytes)
      } else {
        try ByteOutput.standard.write(page.bytes)
      }
    } catch {
      report(error)
      throw ExitCode.failure(error)
    }
    try refuse(page, of: file)
  }
}
