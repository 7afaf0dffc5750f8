// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A worker process as its parent sees it.
struct WorkerProcess {
  /// Longest wait for a sign of life, in seconds. Processor time is limited far below; this is for processes that hang
  /// without computing, on machines however loaded.
  static let longestSilence = 600

  private let child: ChildProcess
  private var channel: Channel { Channel(descriptor: child.descriptor) }

  /// How a worker failed.
  enum Failure: Error {
    /// It used more processor time than it may.
    case tooSlow
    /// It broke off.
    case died
  }

  /// Starts a worker; nil where the program cannot be started.
  init?(command: [String]) {
    // A backtrace of each abort that a damaged file causes would take seconds.
    guard let child = ChildProcess(command, environment: ["SWIFT_BACKTRACE": "enable=no"]) else { return nil }
    self.child = child
    _ = SocketTimeout.set(child.descriptor, seconds: WorkerProcess.longestSilence)
  }

  /// Has the worker do a request, and recognises pictures for it. After a failure the worker is gone.
  func perform(
    _ request: WorkerRequest, recogniser: any PageRecogniser
  ) throws(Failure) -> (answer: WorkerAnswer, isLast: Bool) {
    do throws(Channel.Failure) {
      try channel.send(.request(request))
      while true {
        switch try channel.receive() {
        case .answer(let answer, let isLast): return (answer, isLast)
        case .picture(let image): try channel.send(.words(words(on: image, recogniser)))
        default: throw .malformed
        }
      }
    } catch {
      let end = child.end(killing: error != .closed)
      throw end == .signal(SIGXCPU) || error == .timeout ? .tooSlow : .died
    }
  }

  /// Hangs up: the worker ends by itself.
  func finish() { child.end(killing: false) }

  private func words(on image: GreyImage, _ recogniser: any PageRecogniser) -> Result<[RecognisedWord], ExtractionError>
  {
    do throws(ExtractionError) {
      return .success(try recogniser.recognise(image))
    } catch {
      return .failure(error)
    }
  }
}
