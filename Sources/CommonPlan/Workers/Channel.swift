// SPDX-License-Identifier: GPL-3.0-or-later

import CSandbox

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// One end of a connection that carries worker messages both ways.
struct Channel: Sendable {
  /// The largest message, in bytes: more than any picture or plan.
  static let maximumBytes = 2 << 30

  /// Why nothing came.
  enum Failure: Error {
    /// The other end has gone.
    case closed
    /// Nothing came in time.
    case timeout
    /// What came breaks the protocol.
    case malformed
  }

  /// The socket; whoever opened it closes it.
  let descriptor: Int32

  /// Sends a message.
  func send(_ message: WorkerMessage) throws(Failure) {
    let body = message.body
    var head = WireWriter()
    head.write(body.count)
    try send(head.bytes + [message.kind])
    try send(body)
  }

  /// Waits for the next message.
  func receive() throws(Failure) -> WorkerMessage {
    let head = try receive(9)
    var reader = WireReader(head)
    do {
      let count = try reader.int(in: 0...Channel.maximumBytes)
      return try WorkerMessage(kind: head[8], body: try receive(count))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .malformed
    }
  }

  private func send(_ bytes: [UInt8]) throws(Failure) {
    guard Channel.sendAll(bytes, to: descriptor) else { throw .closed }
  }

  /// Sends bytes over a socket; false where the other end has gone.
  static func sendAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return true }
      var sent = 0
      while sent < buffer.count {
        let count = csandbox_send(descriptor, base + sent, buffer.count - sent)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// Reads a number of bytes. Grows with what really comes, so that a false length costs no memory.
  private func receive(_ count: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let room = min(count - bytes.count, max(1 << 16, bytes.count))
      var code: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        guard let base = buffer.baseAddress else { return }
        let got = SystemCalls.read(descriptor, base, room)
        if got < 0 { code = errno }
        filled = max(0, got)
      }
      if piece.isEmpty { throw code == EAGAIN || code == EWOULDBLOCK ? .timeout : .closed }
      if bytes.isEmpty, piece.count == count { return piece }
      bytes.append(contentsOf: piece)
    }
    return bytes
  }
}
