// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import TestSupport
import Testing

@Suite("Looking at sixteen bytes at once")
struct ByteBlockTests {
  @Test("The first byte that a test picks is the one that a look at each byte finds, wherever the text ends")
  func firstIndex() {
    var numbers = SeededNumbers(seed: 1)
    for count in 0...70 {
      for _ in 0..<20 {
        let text = (0..<count).map { _ in
          numbers.pick([0x00, 0x20, 0x20, 0x61, 0x61, 0x61, 0x7F, 0x80, 0xFF] as [UInt8])
        }
        let start = numbers.below(count + 1)
        let byte = numbers.pick(text + [0x62])
        text.withUnsafeBufferPointer { bytes in
          let rest = start..<count
          #expect(bytes.firstIndex(of: byte, from: start) == rest.first { bytes[$0] == byte } ?? count)
          #expect(bytes.firstIndex(from: start) { $0.isBelow(byte) } == rest.first { bytes[$0] < byte } ?? count)
          #expect(bytes.firstIndex(from: start) { $0.isAbove(byte) } == rest.first { bytes[$0] > byte } ?? count)
          guard start > 0 else { return }
          let doubled = bytes.firstIndex(from: start) { $0.has(byte) .& $1.has(byte) }
          #expect(doubled == rest.first { bytes[$0] == byte && bytes[$0 - 1] == byte } ?? count)
        }
      }
    }
  }
}
