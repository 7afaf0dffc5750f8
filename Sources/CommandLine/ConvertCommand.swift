// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CommonPlan
import Emitters

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "convert", abstract: "Converts plans.")

  @Argument(help: "The files to convert; - is standard input.")
  var files: [String]

  func run() throws {
    var failed = false
    for file in files {
      do throws(ConversionError) {
        let plan = try PlanConverter().convert(file: file).plan
        try JSONEmitter().emit(plan) { bytes throws(ConversionError) in
          try ByteOutput.standard.write(bytes)
        }
      } catch {
        ByteOutput.diagnostics.say("commonplan: \(error)")
        failed = true
      }
    }
    if failed { throw ExitCode(2) }
  }
}
