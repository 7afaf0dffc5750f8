// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Documents
import Foundation
import Normaliser
import PlanSchema
import TestSupport
import Testing

/// From bytes to plan: whatever the bytes are, they are refused with a reason, or each of their words is placed once.
@Suite struct LedgerTests {
  /// Inputs of one test; more with `COMMONPLAN_FUZZ`.
  static let inputs = ProcessInfo.processInfo.environment["COMMONPLAN_FUZZ"].flatMap { Int($0) } ?? 40

  static let textSamples = Repository.samples.filter { $0.pathExtension == "txt" }

  @Test func anyBytes() {
    var random = SeededRandom(seed: 1)
    for number in 0..<LedgerTests.inputs {
      let bytes = (0..<random.number(0...1_500)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      check(bytes, "bytes \(number)")
    }
  }

  /// Letters, digits and the bytes that mean something to the text reader.
  @Test func anyText() {
    let alphabet = Array("aeinorst ABCLOPR 0123456789\t\t\n\n\n||#-*:.,/<p></p>&;()\u{c}“é–•".utf8)
    var random = SeededRandom(seed: 2)
    for number in 0..<LedgerTests.inputs {
      let bytes = (0..<random.number(1...1_500)).map { _ in alphabet[random.number(0...alphabet.count - 1)] }
      check(bytes, "text \(number)")
    }
  }

  /// Lines of the samples in any order, with cells moved, dropped and doubled: plans as bad exports leave them.
  @Test(arguments: textSamples) func anyExport(sample: URL) throws {
    let lines = try String(contentsOf: sample, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    var random = SeededRandom(seed: 3)
    for number in 0..<LedgerTests.inputs / 4 {
      var changed = lines
      for _ in 0..<random.number(1...12) where !changed.isEmpty {
        let place = random.number(0...changed.count - 1)
        switch random.number(0...5) {
        case 0: changed.remove(at: place)
        case 1: changed.insert(changed[random.number(0...changed.count - 1)], at: place)
        case 2: changed[place] = Substring(changed[place].replacingOccurrences(of: "\t", with: " "))
        case 3: changed[place] = "\t" + changed[place]
        case 4:
          changed[place] = Substring(
            changed[place].split(separator: "\t").shuffled(using: &random).joined(separator: "\t"))
        default: changed[place] = changed[place].drop { $0 != "\t" }.dropFirst()
        }
      }
      check(Array(changed.joined(separator: "\n").utf8), "\(sample.lastPathComponent) \(number)")
    }
  }

  @Test(arguments: textSamples) func damagedBytes(sample: URL) throws {
    let original = try [UInt8](Data(contentsOf: sample))
    var random = SeededRandom(seed: 4)
    for number in 0..<LedgerTests.inputs / 4 {
      var bytes = original
      for _ in 0..<random.number(1...20) where !bytes.isEmpty {
        let place = random.number(0...bytes.count - 1)
        switch random.number(0...3) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.number(1...40)))
        case 2: bytes.insert(contentsOf: Array("\t\n".utf8), at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: random.number(0...place))
        }
      }
      check(bytes, "\(sample.lastPathComponent) \(number)")
    }
  }

  private func check(_ bytes: [UInt8], _ name: String) {
    // A refusal is a typed error: the compiler sees to it that there is no other.
    guard let conversion = try? PlanConverter().convert(bytes, file: "input") else { return }
    #expect(conversion.ledger.coverage == 1, "\(name)")
    #expect(conversion.ledger.lost == 0, "\(name)")
    #expect(conversion.ledger.doubledBytes == 0, "\(name)")
    guard let again = try? PlanConverter().convert(bytes, file: "input") else {
      Issue.record("\(name) is read the first time only")
      return
    }
    #expect(again.plan == conversion.plan, "\(name)")
  }
}

/// Random numbers that are the same for the same seed (SplitMix64).
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
