// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema
import Testing

@testable import Normaliser

/// Tables that an export or a copy turned into lines of text.
@Suite struct FlattenedTablesTests {
  /// The plan that lines of text become; a line behind an empty one says so.
  private func read(_ text: String) -> Normalisation {
    var document = SourceDocument(mediaType: "text/plain", reader: "text/plain")
    var isAfterGap = true
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let span = document.text.append(line), !span.isEmpty {
        document.blocks.append(
          .paragraph(
            Paragraph(span: span, style: isAfterGap ? .afterGap : [], location: Location(line: number + 1))))
        isAfterGap = false
      } else {
        isAfterGap = true
      }
    }
    return Normaliser().normalise(
      document,
      info: DocumentInfo(
        file: "plan.txt", mediaType: "text/plain", sha256: "", pages: nil, reader: "test", readerVersion: "1",
        ocr: false))
  }

  /// Reference, action, deadline and leads of each action.
  private func rows(_ text: String) -> [String] {
    let result = read(text)
    #expect(result.ledger.lost == 0)
    #expect(result.ledger.doubledBytes == 0)
    return result.plan.actions.map { action in
      let leads = action.leads.map(\.text).joined(separator: " + ")
      return "\(action.ref ?? "-") \(action.text) / \(action.timescale?.text ?? "-") / \(leads)"
    }
  }

  @Test func cellsJoinedBySpaces() {
    let text = """
      Action By when Lead Status
      Draw a map of quiet rooms March 2025 Head of Estates Under way
      Teach drivers how to calm a child Ongoing Transport Manager Under way
      Lend tablets to families without one May 2025 Head of Estates Under way
      """
    #expect(
      rows(text) == [
        "- Draw a map of quiet rooms / March 2025 / Head of Estates",
        "- Teach drivers how to calm a child / Ongoing / Transport Manager",
        "- Lend tablets to families without one / May 2025 / Head of Estates",
      ])
    #expect(read(text).plan.actions.allSatisfy { $0.rating?.text == "Under way" })
  }

  @Test func actionAndLeadSideBySideAreTwoHeads() {
    #expect(
      rows(
        """
        Action Lead Deadline
        Draw a map of quiet rooms Head of Estates March 2025
        Teach drivers how to calm a child Transport Manager May 2025
        Pay for a choir Head of Estates June 2025
        """) == [
          "- Draw a map of quiet rooms / March 2025 / Head of Estates",
          "- Teach drivers how to calm a child / May 2025 / Transport Manager",
          "- Pay for a choir / June 2025 / Head of Estates",
        ])
  }

  @Test func aRoleOnTheNextLine() {
    #expect(
      rows(
        """
        Action Target date Person / team responsible
        Mend the ramps at both libraries April 2026
        Head of Estates
        Ask young drivers what they need Ongoing Transport Manager
        Offer taster days in three garages June 2026
        Head of Estates
        """) == [
          "- Mend the ramps at both libraries / April 2026 / Head of Estates",
          "- Ask young drivers what they need / Ongoing / Transport Manager",
          "- Offer taster days in three garages / June 2026 / Head of Estates",
        ])
  }

  @Test func oneCellALine() {
    #expect(
      rows(
        """
        Ref
        Action
        Lead
        Deadline
        1.1
        Draw a map of quiet rooms
        Head of Estates
        March 2025
        1.2
        Teach drivers how to calm a child
        Transport Manager
        May 2025
        1.3
        Lend tablets to families without one
        Digital Lead
        Ongoing
        """) == [
          "1.1 Draw a map of quiet rooms / March 2025 / Head of Estates",
          "1.2 Teach drivers how to calm a child / May 2025 / Transport Manager",
          "1.3 Lend tablets to families without one / Ongoing / Digital Lead",
        ])
  }

  @Test func blocksOfLinesAndHeadsThatStandAgain() {
    let heads = "Ref\n\nAction\n\nLead\n\nDeadline\n\n"
    #expect(
      rows(
        heads + "1.1\n\nDraw a map of quiet rooms\nand print it on cloth\n\nHead of Estates\n\nMarch 2025\n\n" + heads
          + "1.2\n\nTeach drivers how to\ncalm a child\n\nTransport Manager\n\nMay 2025\n\n"
          + "1.3\n\nLend tablets to families\nwithout one\n\nDigital Lead\n\nOngoing\n") == [
          "1.1 Draw a map of quiet rooms and print it on cloth / March 2025 / Head of Estates",
          "1.2 Teach drivers how to calm a child / May 2025 / Transport Manager",
          "1.3 Lend tablets to families without one / Ongoing / Digital Lead",
        ])
  }

  @Test func proseBelowNamesOfColumnsStaysProse() {
    #expect(
      rows(
        """
        Action Lead Deadline
        The board met in the town hall and heard about the bus lane.
        Mrs Pell thanked the members for their time.
        It was noted that the report would come back in the spring.
        """
      ).isEmpty)
  }

  @Test func tablesOfOtherThingsStayText() {
    #expect(
      rows(
        """
        What When Where
        Story time Tuesday 10 June 2025 Central Library
        Coffee morning Thursday 12 June 2025 Town Hall
        Film club Friday 13 June 2025 Arts Centre
        """
      ).isEmpty)
  }
}
