// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CommonPlan

@main
struct CommonPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commonplan",
    abstract: "Converts SEND action plans of any format into one canonical form.",
    version: commonPlanVersion,
    subcommands: [ConvertCommand.self])
}
