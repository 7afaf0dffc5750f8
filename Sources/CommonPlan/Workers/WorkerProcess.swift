// SPDX-License-Identifier: GPL-3.0-or-later

import CSandbox
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

  /// How long a worker that has hung up may take to end, in seconds. One that a document has taken over might not.
  static let grace = 5

  private let child: ChildProcess
  private var channel: Channel { Channel(descriptor: child.descriptor) }

  /// How a worker came to its end before it answered.
  enum Death: Error, Equatable {
    /// A signal that means a broken program: what the document did to a library.
    case crashed(Int32)
    /// It needed more memory than it may use.
    case memory
    /// It used more processor time than it may.
    case processor
    /// It neither answered nor computed.
    case silence
    /// It broke the protocol or ended by itself, which no sound worker does.
    case protocolBroken
    /// A signal that nothing in a document can bring about: somebody, or a system short of memory, has ended it.
    case killed(Int32)

    /// What the end of a process says.
    init(_ end: ChildProcess.End) {
      switch end {
      case .signal(SIGXCPU): self = .processor
      case .signal(let number):
        let broken = [SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGSYS]
        self = broken.contains(number) ? .crashed(number) : .killed(number)
      case .exit(CSANDBOX_OUT_OF_MEMORY): self = .memory
      case .exit: self = .protocolBroken
      }
    }
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
  ) throws(Death) -> (answer: WorkerAnswer, isLast: Bool) {
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
      switch error {
      case .closed: throw Death(child.end(within: WorkerProcess.grace) ?? .exit(0))
      case .timeout: child.kill()
      case .malformed: child.kill()
      }
      throw error == .timeout ? .silence : .protocolBroken
    }
  }

  /// Hangs up: the worker ends by itself.
  func finish() { child.hangUp(within: WorkerProcess.grace) }

  private func words(on image: GreyImage, _ recogniser: any PageRecogniser) -> Result<[RecognisedWord], ExtractionError>
  {
    do throws(ExtractionError) {
      return .success(try recogniser.recognise(image))
    } catch {
      return .failure(error)
    }
  }
}
