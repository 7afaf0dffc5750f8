// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Normaliser
import PlanSchema
import Testing

/// References in whose place recognition has read another mark.
@Suite struct MisreadReferenceTests {
  private let notation = """
    Ref | Action | Lead | By when
    1.1 | Train every coordinator in annual reviews | Head of SEND | May 2024
    1:2 | Publish the offer for short breaks | Head of Inclusion | June 2024
    1.3 | Open a helpline for families | Head of SEND | July 2024
    3:9 | Print the offer for libraries | Head of Inclusion | July 2024
    """

  private func references(isRecognised: Bool) -> [String?] {
    var document = DocumentNotation(notation).document
    for index in document.blocks.indices {
      guard isRecognised, case .table(var table) = document.blocks[index] else { continue }
      for cell in table.cells.indices {
        for paragraph in table.cells[cell].paragraphs.indices {
          table.cells[cell].paragraphs[paragraph].style.insert(.recognised)
        }
      }
      document.blocks[index] = .table(table)
    }
    return Normaliser().normalise(document).plan.actions.map(\.ref)
  }

  @Test func neighboursGiveAMisreadReferenceItsPointBack() {
    #expect(references(isRecognised: true) == ["1.1", "1.2", "1.3", "3:9"])
  }

  @Test func whatWasNotRecognisedIsAsItWasPrinted() {
    #expect(references(isRecognised: false) == ["1.1", "1:2", "1.3", "3:9"])
  }
}
