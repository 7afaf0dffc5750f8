// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import CommonPlan

#if os(Linux)
  /// A worker that does its best to break out.
  @Suite(.enabled(if: BuiltProgram.isThere, "the commonplan program is not built"))
  struct SandboxTests {
    @Test func `a locked worker can do nothing but compute and answer`() throws {
      let own = ProcessInfo.processInfo.processIdentifier
      let child = try #require(ChildProcess([BuiltProgram.path, "worker", "--try-sandbox", "\(own)"]))
      var words: [UInt8] = []
      var byte: UInt8 = 0
      while SystemCalls.read(child.descriptor, &byte, 1) == 1 { words.append(byte) }
      #expect(child.end(within: 10) == .exit(0))
      #expect(String(decoding: words, as: UTF8.self) == "nothing")
    }
  }
#endif
