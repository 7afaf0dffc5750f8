// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CommonPlan

/// `commonplan schema`: the contract of the JSON output.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of canonical plans.",
    discussion: """
      EXAMPLES:
        commonplan schema > commonplan-1.0.schema.json
      """)

  func run() throws {
    do throws(ConversionError) {
      try ByteOutput.standard.write(Array(PlanJSONSchema.text.utf8))
    } catch {
      report(error)
      throw ExitCode.failure(error)
    }
  }
}
