// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Normaliser

/// Lists whose marks are drawn, so that only their place tells them from what follows.
@Suite struct SetInListTests {
  private func plan(indent: Float) -> [String] {
    let lines = [
      "Action 1.1: Open a helpline for parents", "Responsible: Head of Inclusion", "Deadline: June 2024",
      "Success measures:", "Parents know whom to ring", "Calls are answered in a day",
      "Progress to date: A room is found.",
    ]
    var document = DocumentNotation(lines.joined(separator: "\n")).document
    for (index, block) in document.blocks.enumerated() {
      guard case .paragraph(var paragraph) = block else { continue }
      let left: Float = index == 4 || index == 5 ? 50 + indent : 50
      let top = 100 + 20 * Float(index)
      paragraph.location = Location(page: 1, box: Box(left: left, top: top, right: 400, bottom: top + 12))
      document.blocks[index] = .paragraph(paragraph)
    }
    return PlanDump(furniture: false).lines(Normaliser().normalise(document).plan)
  }

  @Test func linesSetInBelowAnEmptyLabelAreItsValues() {
    #expect(
      plan(indent: 12) == [
        "action 1.1: Open a helpline for parents · lead Head of Inclusion · by June 2024"
          + " · success Parents know whom to ring · success Calls are answered in a day · update A room is found."
      ])
  }

  @Test func linesLevelWithTheLabelAreNot() {
    #expect(!plan(indent: 0).contains { $0.contains("success Parents know whom to ring") })
  }
}
