// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CommonPlan

/// One of the forms that plans are written in, as an option names it.
struct PlanFormat: ExpressibleByArgument, OutputForm {
  let emitter: any PlanEmitter

  init(_ emitter: any PlanEmitter) { self.emitter = emitter }

  var format: OutputFormat { emitter.format }

  /// What is written where nobody asks for another.
  static let standard = PlanFormat(JSONEmitter())

  init?(argument: String) {
    guard let emitter = EmitterRegistry.standard.emitter(named: argument) else { return nil }
    self.emitter = emitter
  }

  var defaultValueDescription: String { emitter.format.name }

  static var allValueStrings: [String] { EmitterRegistry.standard.emitters.map(\.format.name) }
}
