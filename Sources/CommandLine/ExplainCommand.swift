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

  func run() throws {
    do throws(ConversionError) {
      let conversion = try PlanConverter().convert(file: file)
      try ByteOutput.standard.write(Array(conversion.explanationText.utf8))
    } catch {
      report(error)
      throw ExitCode.unreadable
    }
  }
}
