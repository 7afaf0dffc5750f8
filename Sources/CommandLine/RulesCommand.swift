// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import CommonPlan

extension RuleCatalogue.Format: ExpressibleByArgument {}

/// `commonplan rules`: what the validator looks at.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists what the validator looks at.",
    discussion: """
      EXAMPLES:
        commonplan rules
        commonplan rules --to markdown > rules.md
      """)

  @Option(name: .customLong("to"), help: "A rule a line, or the whole documentation.")
  var format = RuleCatalogue.Format.text

  func run() throws {
    do throws(ConversionError) {
      try ByteOutput.standard.write(Array(RuleCatalogue.text(Rules.descriptions, as: format).utf8))
    } catch {
      report(error)
      throw ExitCode.failure(error)
    }
  }
}
