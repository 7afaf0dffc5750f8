// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@testable import CommonPlan

struct WorkerMessageTests {
  private func roundTrip(_ message: WorkerMessage) throws -> WorkerMessage {
    try WorkerMessage(kind: message.kind, body: message.body)
  }

  @Test func `messages survive the way over the wire`() throws {
    let request = WorkerRequest(file: "a/b.pdf", bytes: [1, 2, 3], task: "plan", ocr: .never, isTextOnly: true)
    guard case .request(let same) = try roundTrip(.request(request)) else { throw WireReader.Malformed() }
    #expect(same.file == "a/b.pdf" && same.bytes == [1, 2, 3] && same.task == "plan")
    #expect(same.ocr == .never && same.isTextOnly)

    let output = WorkerOutput(bytes: [7, 0, 10], ledger: "all of it")
    guard case .answer(.success(output), isLast: true) = try roundTrip(.answer(.success(output), isLast: true)) else {
      throw WireReader.Malformed()
    }
    let error = ExtractionError(.damaged, "broken", place: "page 3", advice: "Mend it.")
    guard case .answer(.failure(error), isLast: false) = try roundTrip(.answer(.failure(error), isLast: false)) else {
      throw WireReader.Malformed()
    }

    let words = [RecognisedWord(text: "Ziel é", left: 1, top: 2, width: 3, height: 4, confidence: 55)]
    guard case .words(.success(words)) = try roundTrip(.words(.success(words))) else { throw WireReader.Malformed() }
  }

  @Test func `false lengths and kinds are refused`() throws {
    let body = WorkerMessage.answer(.success(WorkerOutput(bytes: [1, 2, 3])), isLast: false).body
    for count in 0..<body.count {
      #expect(throws: WireReader.Malformed.self) { try WorkerMessage(kind: 2, body: Array(body[..<count])) }
    }
    #expect(throws: WireReader.Malformed.self) { try WorkerMessage(kind: 9, body: body) }
    var writer = WireWriter()
    for value in [0, 0, Int.max] { writer.write(value) }
    #expect(throws: WireReader.Malformed.self) { try WorkerMessage(kind: 2, body: writer.bytes) }
    var picture = WireWriter()
    for value in [100, 100, 300] { picture.write(value) }
    picture.write([UInt8](repeating: 0, count: 99))
    #expect(throws: WireReader.Malformed.self) { try WorkerMessage(kind: 3, body: picture.bytes) }
  }

  @Test func `tesseract's table gives words, and only words`() {
    let table = """
      level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
      4\t1\t1\t1\t1\t0\t10\t20\t300\t30\t-1\t
      5\t1\t1\t1\t1\t1\t10\t20\t80\t30\t96.51\tLead
      5\t1\t1\t1\t1\t2\t100\t20\t5\t30\t12.0\t
      5\t1\t1\t1\t1\t3\tx\t20\t5\t30\t12.0\tbad

      """
    #expect(
      TesseractTable.words(of: Array(table.utf8)) == [
        RecognisedWord(text: "Lead", left: 10, top: 20, width: 80, height: 30, confidence: 96)
      ])
  }

  @Test func `a second reading replaces what the first was unsure of and adds what it missed`() {
    func word(_ text: String, _ left: Int, _ confidence: UInt8) -> RecognisedWord {
      RecognisedWord(text: text, left: left, top: 10, width: 50, height: 20, confidence: confidence)
    }
    let first = [word("a4", 0, 31), word("July", 100, 95)]
    let second = [word("1.1", 2, 94), word("Juiy", 100, 97), word("Lead", 200, 90), word("~", 300, 30)]
    #expect(TesseractTable.merged(first, with: second).map(\.text) == ["1.1", "July", "Lead"])
  }

  @Test func `a reading that saw the mark at a word's end, or figures for letters like them, is taken`() {
    func word(_ text: String, _ left: Int, _ confidence: UInt8) -> RecognisedWord {
      RecognisedWord(text: text, left: left, top: 0, width: 50, height: 20, confidence: confidence)
    }
    let first = [
      word("change", 0, 96), word("Al", 100, 96), word("l.2", 200, 90), word("out", 300, 96), word("plan", 400, 96),
    ]
    let second = [
      word("change.", 0, 95), word("A1", 100, 80), word("1.2", 200, 92), word("oul", 300, 97), word("plan~", 400, 97),
    ]
    #expect(TesseractTable.merged(first, with: second).map(\.text) == ["change.", "A1", "1.2", "out", "plan"])
    // A reading that is much less sure is not.
    #expect(TesseractTable.merged([word("Al", 0, 96)], with: [word("A1", 0, 60)]).map(\.text) == ["Al"])
  }
}
