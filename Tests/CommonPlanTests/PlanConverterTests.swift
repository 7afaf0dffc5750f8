// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Documents
import Foundation
import Normaliser
import PlanSchema
import Testing

/// An extractor that claims what it is told to and gives what it is told to give.
private struct MadeUpExtractor: Extractor {
  var sureness = 1.0
  var reader = "made-up"
  var failure: ExtractionError?
  var notices: [Notice] = []

  func confidence(in bytes: [UInt8]) -> Double { sureness }

  func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    if let failure { throw failure }
    var document = SourceDocument(mediaType: "text/x-made-up", reader: reader)
    document.notices = notices
    return document
  }
}

@Suite struct PlanConverterTests {
  private func converter(_ extractors: MadeUpExtractor...) -> PlanConverter {
    PlanConverter(registry: ExtractorRegistry(extractors))
  }

  private func failure(_ body: () throws -> Void) -> ConversionError? {
    do { try body() } catch { return error as? ConversionError }
    return nil
  }

  @Test func theSurestReaderReadsAndOfEqualsTheFirst() throws {
    let two = converter(
      MadeUpExtractor(sureness: 0.4, reader: "a"), MadeUpExtractor(sureness: 0.9, reader: "b"),
      MadeUpExtractor(sureness: 0.9, reader: "c"))
    #expect(try two.convert([1], file: "x").plan.document.reader == "b")
  }

  @Test func unknownFormatsAreSaid() {
    let error = failure { _ = try converter(MadeUpExtractor(sureness: 0)).convert([1], file: "x.bin") }
    #expect(error?.cause.reason == .unsupportedFormat)
    #expect(error?.description.hasPrefix("x.bin: the file's format is not known. Save it as ") == true)
  }

  @Test func errorsCarryFilePlaceAndAdvice() {
    let cause = ExtractionError(.damaged, "the sheet ends too early", place: "sheet 2", advice: "Save it again.")
    let error = failure { _ = try converter(MadeUpExtractor(failure: cause)).convert([1], file: "d/x.xlsx") }
    #expect(error?.description == "d/x.xlsx: the sheet ends too early (sheet 2). Save it again.")
  }

  @Test func aMessageThatIsASentenceGetsNoSecondFullStop() {
    let cause = ExtractionError(.encrypted, "The file is locked.", place: "part a", advice: "Unlock it.")
    #expect(ConversionError(file: "x", cause: cause).description == "x: The file is locked (part a). Unlock it.")
  }

  @Test func noticesBecomeFindings() throws {
    let place = Location(page: 3, box: Box(left: 1, top: 2, right: 3, bottom: 4))
    let plan = try converter(
      MadeUpExtractor(notices: [
        Notice(id: "pages-unread", severity: .warning, message: "Page 3 is a picture.", location: place),
        Notice(id: "comments-ignored", severity: .note, message: "Two comments."),
      ])
    ).convert([1], file: "x").plan
    let finding = try #require(plan.findings.first { $0.id == "CP109" })
    #expect(finding.message == "Page 3 is a picture. [pages-unread]")
    #expect(finding.severity == .warning)
    #expect(finding.source?.page == 3 && finding.source?.box == [1, 2, 3, 4])
    #expect(plan.findings.contains { $0.id == "CP114" && $0.severity == .note && $0.source == nil })
  }

  @Test func columnsThatWereGuessedAreSaid() throws {
    func findings(_ head: String) throws -> [Finding] {
      let table = """
        Area action plan

        Ref\tAction\tLead\tBy when\t\(head)
        1.1\tPrint the welcome booklet for new families\tHead of Advice\tMay 2026\tbegun
        1.2\tHire two more case workers for the team\tService Manager\tJune 2026\tlater

        """
      return try PlanConverter().convert(Array(table.utf8), file: "plan.txt").plan.findings.filter { $0.id == "CP107" }
    }
    #expect(try findings("Progress so far").isEmpty)
    let found = try findings("Month 6")
    #expect(found.map(\.source) == [Source(table: 1)])
    #expect(found.first?.message.hasPrefix("Column 5 of table 1, headed “Month 6”, was taken for milestones") == true)
  }

  @Test func rowsThatWerePutBackUnderTheirColumnsAreSaid() throws {
    let rows = [
      "1.1\tPrint the welcome booklet for new families\tHead of Advice\tMay 2026\tGreen",
      "1.2\tHire two more case workers for the team\tService Manager\tJune 2026\tAmber",
      "1.3\tTeach all case workers to write plainly\tTraining Manager\tJuly 2026\tAmber",
      "1.4\tOpen a telephone line for parents\tHead of Advice\tAugust 2026\tRed",
    ]
    func findings(_ rows: [String]) throws -> [Finding] {
      let table = "Area action plan\n\nRef\tAction\tLead\tBy when\tRAG\n" + rows.joined(separator: "\n") + "\n"
      return try PlanConverter().convert(Array(table.utf8), file: "plan.txt").plan.findings.filter { $0.id == "CP111" }
    }
    #expect(try findings(rows).isEmpty)
    // The export lost a reference and cut the action in two.
    var damaged = rows
    damaged[2] =
      "Teach all case workers to write plainly\tand to speak so too on the telephone\tTraining Manager\tJuly 2026\tAmber"
    let found = try findings(damaged)
    #expect(found.map(\.source) == [Source(table: 1, row: 4)])
    #expect(found.first?.message.hasPrefix("Table 1, row 4: its cells") == true)
  }

  @Test func aTextThatIsNoPlanKeepsItsWordsAndSaysSo() throws {
    let recipe = Array("Mix the flour.\n\nBake it for an hour.\n".utf8)
    let conversion = try PlanConverter().convert(recipe, file: "recipe.txt")
    #expect(conversion.plan.actions.isEmpty)
    #expect(conversion.plan.findings.map(\.id) == ["CP112", "CP104"])
    #expect(conversion.plan.narrative.map(\.text).joined(separator: "\n") == "Mix the flour.\nBake it for an hour.")
    #expect(conversion.ledger.coverage == 1)
    #expect(conversion.explanationText.contains("ledger: coverage 1.0000, 8 words: 0 in fields, 8 in narrative"))
  }

  @Test func theDigestIsThatOfTheBytes() throws {
    let digest = try converter(MadeUpExtractor()).convert(Array("abc".utf8), file: "x").plan.document.sha256
    #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let million = [UInt8](repeating: 0x61, count: 1_000_000)
    let longDigest = try converter(MadeUpExtractor()).convert(million, file: "x").plan.document.sha256
    #expect(longDigest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func filesAboveTheLimitAreRefused() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("commonplan-\(UUID().uuidString)")
    try Data(count: 3000).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try FileReader(maximumBytes: 3000).read(file.path).count == 3000)
    #expect(failure { _ = try FileReader(maximumBytes: 2999).read(file.path) }?.cause.reason == .overLimit)
    // A device has no size to look at first.
    #expect(failure { _ = try FileReader(maximumBytes: 100_000).read("/dev/zero") }?.cause.reason == .overLimit)
  }
}
