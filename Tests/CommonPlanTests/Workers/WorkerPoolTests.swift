// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Foundation
import PlanSchema
import TestSupport
import Testing

@testable import CommonPlan

/// The built program, which lies beside the test bundle.
enum BuiltProgram {
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/commonplan"
  }()

  static var isThere: Bool { access(path, X_OK) == 0 }
}

/// The pool against the built program.
@Suite(.enabled(if: BuiltProgram.isThere, "the commonplan program is not built"))
struct WorkerPoolTests {
  private struct NoOCR: PageRecogniser {
    func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord] { throw Tesseract.missing }
  }

  private func pool(jobs: Int = 2, _ command: [String]? = nil) -> WorkerPool {
    WorkerPool(jobs: jobs, command: command ?? [BuiltProgram.path] + WorkerPool.workerArguments, recogniser: NoOCR())
  }

  private func answers(_ pool: WorkerPool, _ requests: [Result<WorkerRequest, ExtractionError>]) -> [WorkerAnswer] {
    var answers: [WorkerAnswer] = []
    var indices: [Int] = []
    pool.run(
      next: { $0 < requests.count ? requests[$0] : nil },
      deliver: { index, answer in
        indices.append(index)
        answers.append(answer)
      })
    #expect(indices == Array(requests.indices))
    return answers
  }

  private func request(_ text: String, task: DocumentTask = .planLine) -> Result<WorkerRequest, ExtractionError> {
    .success(WorkerRequest(file: "\(text).txt", bytes: Array(text.utf8), task: task.rawValue))
  }

  @Test func `answers come in the order of the requests`() throws {
    let missing = ExtractionError(.unavailable, "not there", advice: "Look elsewhere.")
    let requests =
      (0..<20).map { request("plan number \($0)") } + [.failure(missing)] + [request("the last one")]
    let answers = answers(pool(jobs: 3), requests)
    for (index, answer) in answers.enumerated() where index != 20 {
      let name = index < 20 ? "plan number \(index).txt" : "the last one.txt"
      let text = String(decoding: try answer.get().bytes, as: UTF8.self)
      #expect(text.contains("\"\(name)\""))
    }
    #expect(answers[20] == .failure(missing))
  }

  @Test func `a worker that dies costs its document only`() throws {
    // The stand-in drops dead on every request.
    let answers = answers(pool(["/bin/sh", "-c", "kill -ABRT $$"]), [request("one"), request("two")])
    for answer in answers {
      guard case .failure(let error) = answer else {
        Issue.record("a dead worker answered")
        continue
      }
      #expect(error.reason == .damaged)
      #expect(!error.advice.isEmpty)
    }
  }

  /// A worker that runs a line of shell on its way, the first `times` times it is started.
  private func spoilt(_ line: String, times: Int, in folder: URL) -> [String] {
    let script = """
      count=$(cat "$0/count" 2>/dev/null || echo 0); echo $((count + 1)) > "$0/count"
      [ "$count" -lt \(times) ] && { \(line); }
      exec "$1" worker --locked
      """
    return ["/bin/bash", "-c", script, folder.path, BuiltProgram.path]
  }

  private func sample() throws -> WorkerRequest {
    let bytes = try Data(contentsOf: Repository.root.appendingPathComponent("samples/medway-wsoa.pdf"))
    return WorkerRequest(file: "plan.pdf", bytes: Array(bytes), task: DocumentTask.planLine.rawValue)
  }

  @Test(arguments: [1, 3])
  func `a killed worker changes nothing`(times: Int) throws {
    let request = try sample()
    let whole = try #require(answers(pool(jobs: 1), [.success(request)]).first)
    try withTemporaryFolder { folder in
      let command = spoilt("read -r -n 1; kill -KILL $$", times: times, in: folder)
      #expect(answers(pool(jobs: 1, command), [.success(request)]).first == whole)
    }
  }

  @Test func `a worker that is killed again and again is an error, not a poorer plan`() throws {
    let request = try sample()
    try withTemporaryFolder { folder in
      let command = spoilt("read -r -n 1; kill -KILL $$", times: 1_000, in: folder)
      guard case .failure(let error)? = answers(pool(jobs: 1, command), [.success(request)]).first else {
        Issue.record("a killed worker answered")
        return
      }
      #expect(error.reason == .unavailable)
      #expect(error.message.contains("killed from outside (signal 9)"))
    }
  }

  @Test func `what breaks once is read whole`() throws {
    let request = try sample()
    let whole = try #require(answers(pool(jobs: 1), [.success(request)]).first)
    try withTemporaryFolder { folder in
      let command = spoilt("kill -SEGV $$", times: 1, in: folder)
      #expect(answers(pool(jobs: 1, command), [.success(request)]).first == whole)
    }
  }

  @Test func `what breaks each time is read as text, and said to be`() throws {
    let request = try sample()
    try withTemporaryFolder { folder in
      let command = spoilt("kill -SEGV $$", times: 2, in: folder)
      let output = try #require(try answers(pool(jobs: 1, command), [.success(request)]).first?.get())
      #expect(output.shortfall?.message.contains("only the text was read") == true)
      let plan = try CanonicalPlan(json: output.bytes)
      #expect(plan.findings.contains { $0.id == "CP113" && $0.severity == .error })
    }
  }

  @Test func `memory and time are no damage, and are spent once`() throws {
    for (line, words) in [("exit 97", "more memory"), ("kill -XCPU $$", "longer than it may")] {
      try withTemporaryFolder { folder in
        let command = spoilt(line, times: 1_000, in: folder)
        guard case .failure(let error)? = answers(pool(jobs: 1, command), [request("a plan of text")]).first else {
          Issue.record("a dead worker answered")
          return
        }
        #expect(error.reason == .overLimit)
        #expect(error.message.contains(words))
        let count = try String(contentsOf: folder.appendingPathComponent("count"), encoding: .utf8)
        #expect(count == "1\n")
      }
    }
  }

  @Test func `a program that is not there is an error, not a hang`() {
    let answers = answers(pool(["/nowhere/commonplan"]), [request("one")])
    guard case .failure(let error)? = answers.first else {
      Issue.record("nothing answered")
      return
    }
    #expect(error.reason == .unavailable)
  }

  @Test func `when delivery fails nothing more is begun`() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try pool(jobs: 1).run(
        next: { index in request("\(index)") },
        deliver: { (index: Int, _: WorkerAnswer) throws(Full) in if index == 3 { throw Full() } })
    }
  }
}
