// SPDX-License-Identifier: GPL-3.0-or-later

import CSandbox
import Documents
public import Extractors

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// The inside of a worker process: locks itself in, then answers one request after another until its parent hangs up.
///
/// The document arrives over the socket, so that the worker needs no file at all. Programs that it needs (OCR) are run
/// by the parent, which gets the picture and sends back words.
public enum SandboxedWorker {
  /// What a worker does with a request.
  public typealias Handler = (WorkerRequest, any PageRecogniser) -> WorkerAnswer

  /// Locks this process in as a worker does, tries to break out, and says over standard input, a socket, how that ended:
  /// what could be done that should not, or nothing.
  public static func trySandbox(of process: Int) {
    Sandbox.lock()
    let words = Sandbox.gap(towards: process) ?? "nothing"
    _ = Channel.sendAll(Array(words.utf8), to: STDIN_FILENO)
  }

  /// Serves requests from standard input, which must be a socket, until it is closed.
  public static func serve(_ handle: Handler) {
    Sandbox.lock()
    csandbox_tell_deaths()
    let channel = Channel(descriptor: STDIN_FILENO)
    while case .request(let request)? = try? channel.receive() {
      Sandbox.limit(forBytes: request.bytes.count, isSecondTry: request.isTextOnly)
      let answer = handle(request, ParentRecogniser(channel: channel, documentSize: request.bytes.count))
      // Memory that a large document used is not all given back: the next one would run into the limit for it.
      let isSpoilt = (try? answer.get().spoilsWorker) ?? false
      let isLast = isSpoilt || Sandbox.heapMemory > Sandbox.reusableMemory
      guard (try? channel.send(.answer(answer, isLast: isLast))) != nil, !isLast else { return }
    }
  }
}

/// Has the parent recognise pictures.
private struct ParentRecogniser: PageRecogniser {
  let channel: Channel
  let documentSize: Int

  func recognise(_ image: GreyImage) throws(ExtractionError) -> [RecognisedWord] {
    do {
      try channel.send(.picture(image))
      guard case .words(let words) = try channel.receive() else { throw Channel.Failure.malformed }
      Sandbox.allowPicture(forBytes: documentSize)
      return try words.get()
    } catch let error as ExtractionError {
      throw error
    } catch {
      throw ExtractionError(
        .unavailable, "the program that started this worker has gone", advice: "Start the conversion again.")
    }
  }
}
