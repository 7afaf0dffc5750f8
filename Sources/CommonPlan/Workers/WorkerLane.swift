// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors

/// Keeps one worker alive, and replaces it when it dies.
struct WorkerLane {
  private let command: [String]
  private let recogniser: any PageRecogniser
  private var worker: WorkerProcess?
  private var documentCount = 0

  init(command: [String], recogniser: any PageRecogniser) {
    self.command = command
    self.recogniser = recogniser
  }

  /// Has a document read: as it is, then as text only.
  mutating func answer(to request: WorkerRequest) -> WorkerAnswer {
    let isFresh = documentCount == 0
    var first = attempt(request)
    // The fault may be that of a document before: cairo and poppler keep caches. This one shall not pay for it.
    if case .failure(.failed(.died)) = first, !isFresh { first = attempt(request) }
    switch first {
    case .success(let answer): return answer
    case .failure(.unstartable(let error)): return .failure(error)
    case .failure(.failed): break
    }
    var second = request
    second.isTextOnly = true
    switch attempt(second) {
    case .success(let answer): return answer
    case .failure(.unstartable(let error)): return .failure(error)
    case .failure(.failed(.tooSlow)):
      return .failure(
        ExtractionError(
          .overLimit, "reading the document takes longer than it may",
          advice: "Split it, or save or print it as a new file from the program that made it."))
    case .failure(.failed(.died)):
      return .failure(
        ExtractionError(
          .damaged, "the document breaks its reader: it is damaged, or needs more memory than it may use",
          advice: "Open it in the program that made it, save or print it as a new file, and convert that."))
    }
  }

  /// Ends the worker.
  mutating func finish() {
    worker?.finish()
    worker = nil
    documentCount = 0
  }

  private enum AttemptFailure: Error {
    case unstartable(ExtractionError)
    case failed(WorkerProcess.Failure)
  }

  private mutating func attempt(_ request: WorkerRequest) -> Result<WorkerAnswer, AttemptFailure> {
    if documentCount >= WorkerPool.documentsPerWorker { finish() }
    guard let worker = worker ?? WorkerProcess(command: command) else {
      return .failure(
        .unstartable(
          ExtractionError(
            .unavailable, "the worker process cannot be started",
            advice: "Check that the system has memory and processes to spare.")))
    }
    self.worker = worker
    documentCount += 1
    do throws(WorkerProcess.Failure) {
      let (answer, isLast) = try worker.perform(request, recogniser: recogniser)
      if isLast { finish() }
      return .success(answer)
    } catch {
      self.worker = nil
      documentCount = 0
      return .failure(.failed(error))
    }
  }
}
