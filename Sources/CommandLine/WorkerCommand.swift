// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import CommonPlan

/// `commonplan worker`: plans for other programs, a request a line.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Answers requests for plans, one line of JSON each.",
    discussion: """
      Reads lines like {"file":"plan.pdf","ocr":"auto"} from standard input and writes for each, in the same order, the
      plan on one line, or {"file":"plan.pdf","error":{"reason":"damaged","message":"…","advice":"…"}}. For Spark's
      RDD.pipe, GNU parallel and job queues.

      EXAMPLE:
        echo '{"file":"plan.pdf"}' | commonplan worker
      """,
    shouldDisplay: false)

  @Option(help: "Documents that are read at the same time.")
  var jobs = 1

  // How a pool starts the processes that read documents: requests come over a socket in a form of our own.
  @Flag(help: .private)
  var locked = false

  // A worker that tries to break out of its lock, towards the process of that number (see SandboxTests).
  @Option(help: .private)
  var trySandbox: Int?

  func run() throws {
    if let trySandbox {
      SandboxedWorker.trySandbox(of: trySandbox)
      return
    }
    if locked {
      SandboxedWorker.serve(DocumentTask.perform)
      return
    }
    do throws(ConversionError) {
      try NDJSONWorker(pool: .standard(jobs: jobs)).serve(from: 0, to: .standard)
    } catch {
      report(error)
      throw ExitCode.failure(error)
    }
  }
}
