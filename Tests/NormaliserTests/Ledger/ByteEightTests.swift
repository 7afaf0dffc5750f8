// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import TestSupport
import Testing

@testable import Normaliser

struct ByteEightTests {
  private func eights() -> [[UInt8]] {
    var generator = SeededNumbers(seed: 8)
    // Every byte in every place, among random others of which many are words, marks and 0.
    return (0..<8).flatMap { place in
      (0...255).map { byte in
        var bytes = (0..<8).map { _ in
          [0, 0x2F, 0x3A, 0x40, 0x5B, 0x60, 0x7B, 0x20, UInt8.random(in: 0...255, using: &generator)]
            .randomElement(using: &generator) ?? 0
        }
        bytes[place] = UInt8(byte)
        return bytes
      }
    }
  }

  @Test func eightBytesAreAskedAsOneByOne() {
    for bytes in eights() {
      bytes.withUnsafeBufferPointer { buffer in
        let eight = ByteEight(buffer, at: 0)
        #expect(eight.hasZero == bytes.contains(0), "\(bytes)")
        #expect(eight.isASCII == bytes.allSatisfy { $0 < 0x80 }, "\(bytes)")
        let word = (0..<8).map { eight.wordBytes >> UInt64(8 * $0) & 0xFF == 0x80 }
        #expect(word == bytes.map(\.isWordByte), "\(bytes)")
      }
    }
  }

  @Test func storedBytesAreReadBack() {
    var bytes = [UInt8](repeating: 1, count: 10)
    bytes.withUnsafeMutableBufferPointer { ByteEight(repeating: 7).store(in: $0, at: 1) }
    #expect(bytes == [1, 7, 7, 7, 7, 7, 7, 7, 7, 1])
  }
}
