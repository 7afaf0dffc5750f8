// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors

/// Keeps one worker alive, and replaces it when it dies.
///
/// Why it died decides what comes next. A death that no document can bring about changes nothing about how the document is
/// read: it is read again. What the document does again and again leaves it to be read as text only, where its format
/// knows that, and the result then says so as an error. A limit that was used up once is not used up a second time.
struct WorkerLane {
  /// How often a document is begun anew because its worker was killed.
  static let mostKills = 4

  private let command: [String]
  private let recogniser: any PageRecogniser
  private var worker: WorkerProcess?
  private var documentCount = 0

  init(command: [String], recogniser: any PageRecogniser) {
    self.command = command
    self.recogniser = recogniser
  }

  /// Has a document read.
  mutating func answer(to request: WorkerRequest) -> WorkerAnswer {
    var request = request
    var kills = 0
    var crashes = 0
    var shortfall: ExtractionError?
    while true {
      let isFresh = worker == nil || documentCount >= WorkerPool.documentsPerWorker
      let death: WorkerProcess.Death
      switch attempt(request) {
      case .success(let answer):
        return answer.map { output in
          var output = output
          output.shortfall = shortfall
          return output
        }
      case .failure(.unstartable(let error)): return .failure(error)
      case .failure(.died(let cause)): death = cause
      }
      let error = WorkerLane.error(of: death)
      switch death {
      case .killed:
        kills += 1
        guard kills > WorkerLane.mostKills else { continue }
        return .failure(error)
      case .crashed, .memory, .protocolBroken:
        // The fault may be that of a document before: libraries keep caches. This one shall not pay for it.
        if !isFresh { continue }
        crashes += 1
        if crashes == 1, death != .memory { continue }
      case .processor, .silence: break
      }
      guard !request.isTextOnly, WorkerLane.knowsTextOnly(request.bytes) else { return .failure(error) }
      request.isTextOnly = true
      shortfall = WorkerLane.shortfall(by: error)
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
    case died(WorkerProcess.Death)
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
    do throws(WorkerProcess.Death) {
      let (answer, isLast) = try worker.perform(request, recogniser: recogniser)
      if isLast { finish() }
      return .success(answer)
    } catch {
      self.worker = nil
      documentCount = 0
      return .failure(.died(error))
    }
  }

  /// Only PDF has lines and fills that can be left out.
  private static func knowsTextOnly(_ bytes: [UInt8]) -> Bool { PDFExtractor().confidence(in: bytes) > 0 }

  private static func shortfall(by error: ExtractionError) -> ExtractionError {
    ExtractionError(
      error.reason, "only the text was read, without lines and fills, because \(error.message)",
      advice: "Check the result against the document. \(error.advice)")
  }

  private static func error(of death: WorkerProcess.Death) -> ExtractionError {
    switch death {
    case .crashed(let signal):
      ExtractionError(
        .damaged, "the document breaks its reader each time (signal \(signal))",
        advice: "Open it in the program that made it, save or print it as a new file, and convert that.")
    case .memory:
      ExtractionError(
        .overLimit, "reading the document needs more memory than it may use",
        advice: "Split it, or save or print it as a new file from the program that made it.")
    case .processor:
      ExtractionError(
        .overLimit, "reading the document takes longer than it may",
        advice: "Split it, or save or print it as a new file from the program that made it.")
    case .silence:
      ExtractionError(
        .overLimit, "reading the document came to a halt",
        advice: "Convert it again; where that does not help, save or print it as a new file.")
    case .protocolBroken:
      ExtractionError(
        .unavailable, "the worker process that read the document ended without an answer",
        advice: "Convert it again; if it stays so, this is an error of commonplan: please report it.")
    case .killed(let signal):
      ExtractionError(
        .unavailable,
        "the worker processes that read the document were killed from outside (signal \(signal)), as a system short of memory does",
        advice: "Free memory or use fewer --jobs, and convert it again.")
    }
  }
}
