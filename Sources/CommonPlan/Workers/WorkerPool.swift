// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
public import Extractors

/// Has documents read by worker processes, several at a time.
///
/// A document that kills its worker, or holds it longer than it may, costs the worker and nothing else. It gets a second
/// try, as text only, and then an error of its own.
///
///     try WorkerPool(command: ["commonplan", "worker", "--locked"]).run(
///       next: { index in index < files.count ? .success(request(files[index])) : nil },
///       deliver: { index, answer in print(files[index], answer) })
public struct WorkerPool: Sendable {
  /// How many documents are read at a time.
  public var jobs: Int
  /// The program that serves as worker (see ``SandboxedWorker``), with its arguments.
  public var command: [String]
  /// What recognises the pages that are pictures.
  public var recogniser: any PageRecogniser

  /// How many documents a worker reads before a fresh one takes over, so that leaks of libraries do not add up.
  static let documentsPerWorker = 200
  /// How many answers, for each job, may wait for one before them.
  static let answersAhead = 8

  /// A pool.
  public init(jobs: Int, command: [String], recogniser: any PageRecogniser) {
    self.jobs = max(1, jobs)
    self.command = command
    self.recogniser = recogniser
  }

  /// What the lanes and the caller share.
  private struct Progress {
    var taken = 0
    var delivered = 0
    var isExhausted = false
    var isStopped = false
    var answers: [Int: WorkerAnswer] = [:]
  }

  /// Reads documents until there are no more and delivers the answers in the order of the requests.
  ///
  /// - Parameters:
  ///   - next: the request with an index from 0, or why there is none; nil at the end. Called on other threads, but
  ///     never twice at a time, and in order.
  ///   - deliver: takes the answers, on the calling thread. When it throws, nothing more is begun.
  public func run<Failure: Error>(
    next: @escaping @Sendable (Int) -> Result<WorkerRequest, ExtractionError>?,
    deliver: (Int, WorkerAnswer) throws(Failure) -> Void
  ) throws(Failure) {
    let progress = Shared(Progress())
    let turn = Shared(())
    let lanes = Lanes(count: jobs) { serve(next, progress, turn) }
    defer { lanes.join() }
    if lanes.isEmpty { return try runHere(next, deliver) }
    while true {
      let answer: (index: Int, answer: WorkerAnswer)? = progress.wait { progress in
        let index = progress.delivered
        if let answer = progress.answers.removeValue(forKey: index) {
          progress.delivered += 1
          return .some((index, answer))
        }
        return progress.isExhausted && index == progress.taken ? .some(nil) : nil
      }
      guard let answer else { return }
      do throws(Failure) {
        try deliver(answer.index, answer.answer)
      } catch {
        progress.change { $0.isStopped = true }
        throw error
      }
    }
  }

  /// The same without threads.
  private func runHere<Failure: Error>(
    _ next: (Int) -> Result<WorkerRequest, ExtractionError>?, _ deliver: (Int, WorkerAnswer) throws(Failure) -> Void
  ) throws(Failure) {
    var lane = WorkerLane(command: command, recogniser: recogniser)
    defer { lane.finish() }
    var index = 0
    while let request = next(index) {
      try deliver(index, request.flatMap { lane.answer(to: $0) })
      index += 1
    }
  }

  /// One lane: takes requests and has its worker do them.
  private func serve(
    _ next: @Sendable (Int) -> Result<WorkerRequest, ExtractionError>?, _ progress: Shared<Progress>,
    _ turn: Shared<Void>
  ) {
    var lane = WorkerLane(command: command, recogniser: recogniser)
    defer { lane.finish() }
    while true {
      // Requests are fetched one at a time, without keeping answers from being delivered meanwhile.
      let taken: (index: Int, request: Result<WorkerRequest, ExtractionError>)? = turn.change { _ in
        let index: Int? = progress.wait { progress in
          if progress.isStopped || progress.isExhausted { return .some(nil) }
          return progress.taken - progress.delivered < jobs * WorkerPool.answersAhead ? .some(progress.taken) : nil
        }
        guard let index else { return nil }
        let request = next(index)
        progress.change { progress in
          if request == nil { progress.isExhausted = true } else { progress.taken += 1 }
        }
        return request.map { (index, $0) }
      }
      guard let taken else { return }
      let answer = taken.request.flatMap { lane.answer(to: $0) }
      progress.change { $0.answers[taken.index] = answer }
    }
  }
}
