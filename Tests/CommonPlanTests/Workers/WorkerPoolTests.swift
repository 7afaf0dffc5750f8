// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

@testable import CommonPlan

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

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
