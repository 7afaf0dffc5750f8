// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP217: targets that do not move the way they should.
struct TargetsGoBack: Rule {
  let about = RuleDescription(
    id: "CP217", name: "targets-go-back", severity: .warning,
    looksAt: "An indicator's targets from one period to the next in the same unit: against the better way, where the "
      + "measure's words say which that is, else first one way and then the other.",
    why: "A target that falls back is mostly a slip of the pen, and hides how far the measure is to move.",
    fix: "Mend the figure, or say why the target falls back.",
    example: "80 %, 50 %, 60 %, 70 %; 50 %, 60 %, 60 %, 70 % would do.")

  func check(_ subject: Subject) -> [Violation] {
    subject.plan.indicators.enumerated().compactMap { index, indicator in
      var targets: [(position: Int, quantity: Quantity)] = []
      for (position, target) in subject.figures[index].targets.enumerated() {
        guard let target else { continue }
        if let known = targets.first?.quantity, known.unit != target.unit || known.isRelative != target.isRelative {
          return nil
        }
        targets.append((position, target))
      }
      guard targets.count > 1 else { return nil }
      // An improvement by so much is better when it is more.
      let way = targets[0].quantity.isRelative ? Polarity.higher : Polarity(measure: indicator.measure)
      guard let slip = slip(targets.map(\.quantity.value), way) else { return nil }
      return Violation(
        message: "\(indicator.title) has a target of \(targets[slip].quantity.words) after one of "
          + "\(targets[slip - 1].quantity.words): \(reason(way)).",
        pointer: "/indicators/\(index)/readings/\(targets[slip].position)/target", source: indicator.source,
        key: indicator.id)
    }
  }

  /// The position of the first value that moves the wrong way.
  private func slip(_ values: [Double], _ way: Polarity?) -> Int? {
    if let way { return values.indices.dropFirst().first { way.isWorse(values[$0], than: values[$0 - 1]) } }
    let rises = values.indices.dropFirst().filter { values[$0] > values[$0 - 1] }
    let falls = values.indices.dropFirst().filter { values[$0] < values[$0 - 1] }
    guard let rise = rises.first, let fall = falls.first else { return nil }
    // The rarer move is the slip.
    return falls.count <= rises.count ? fall : rise
  }

  private func reason(_ way: Polarity?) -> String {
    switch way {
    case .higher: "more is better here"
    case .lower: "less is better here"
    case nil: "the targets go one way and then the other"
    }
  }
}
