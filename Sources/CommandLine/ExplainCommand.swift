// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CommonPlan

/// `commonplan explain`: why a document was read as it was.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why each table and column was read as it was.",
    discussion: """
      EXAMPLES:
        commonplan explain plan.pdf
      """)

  @Argument(help: "The file to read; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let output: WorkerOutput
    do throws(ConversionError) {
      output = try reading.service.perform(.explanation, file: file)
      try ByteOutput.standard.write(output.bytes)
    } catch {
      report(error)
      throw ExitCode.failure(error)
    }
    try refuse(output, of: file)
  }
}
