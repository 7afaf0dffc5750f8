// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Normaliser

/// Columns that stand on a page of their own.
@Suite struct ColumnStripTests {
  static let table = [
    "Ref\tAction\tLead\tBy when\tProgress update May 2023",
    "1\tWrite a charter for families.\tAnn Lowe\tJul-23\tThe charter is with the forum, which wi before the summer. A second dr will go to the board once the fo",
    "2\tOpen a phone line for parents.\tBen Shaw\tSep-23\tThe line opened.",
    "3\tMap all short breaks in the county.\tCara Finch\tOct-23\t",
    "4\tTrain drivers of school buses.\tDev Patel\tNov-23\tForty drivers have been trained in two dep and more courses are booked. The cont renewal asks for the same trai",
    "",
  ].joined(separator: "\n")

  private func updates(_ strip: [String]) -> [[String]] {
    let result = RecognisedDocument.read(([ColumnStripTests.table] + strip).joined(separator: "\n"))
    #expect(RecognisedDocument.isSound(result))
    return result.plan.actions.map { $0.updates.map { $0.text ?? "" } }
  }

  @Test func joinsRowsByOrderWhereRecordsHaveNone() {
    let updates = updates([
      "\tProgress update October 2023",
      "ll answer aft of it rum agreed.\tThe charter was signed.",
      "ots, ract's ning.\tEighty drivers are trained.",
    ])
    #expect(updates[0] == [
      "The charter is with the forum, which wi before the summer. A second dr will go to the board once the fo ll answer aft of it rum agreed.",
      "The charter was signed.",
    ])
    #expect(updates[1] == ["The line opened."])
    #expect(updates[2] == [])
    #expect(updates[3].last == "Eighty drivers are trained.")
  }

  @Test func joinsLinesOfOneRecord() {
    let updates = updates([
      "\tProgress update October 2023",
      "ll answer\tThe charter was signed by all the partners and",
      "aft of it rum agreed.\tis on show in every school.",
      "ots, ract's ning.\tEighty drivers are trained.",
    ])
    #expect(updates[0].last == "The charter was signed by all the partners and is on show in every school.")
    #expect(updates[3].last == "Eighty drivers are trained.")
  }

  @Test func joinsRowByRowWhereAllAreThere() {
    let updates = updates([
      "\tProgress update October 2023",
      "ll answer.\tIt was signed.",
      "\tIt rings often.",
      "\tTwo towns are mapped.",
      "ots.\tAll drivers came.",
    ])
    #expect(updates.map(\.last) == ["It was signed.", "It rings often.", "Two towns are mapped.", "All drivers came."])
  }

  @Test func readsATableOfItsOwnAsSuch() {
    // Whole texts in the nameless column are no rest of another column.
    let text = [
      "\tProgress update October 2023",
      "The offer was launched.\tMore is to come.",
      "Parents were asked.\tReplies are being read.",
    ]
    let updates = updates(text)
    #expect(updates[0].count == 1)
    #expect(updates[3].count == 1)
  }
}
