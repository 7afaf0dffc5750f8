// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Inputs that a fuzzing test tries, from the environment: `COMMONPLAN_FUZZ`; 0 without it.
let fuzzCount = ProcessInfo.processInfo.environment["COMMONPLAN_FUZZ"].flatMap { Int($0) } ?? 0
/// Where the random numbers begin: `COMMONPLAN_FUZZ_SEED`.
let fuzzSeed = ProcessInfo.processInfo.environment["COMMONPLAN_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1

/// Breaks files in the ways in which files break, the same for the same seed (SplitMix64).
struct Mutator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// True once in `count` times.
  mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

  private mutating func index(_ bytes: [UInt8]) -> Int { Int.random(in: 0...bytes.count, using: &self) }

  /// Bytes changed, cut, doubled or put in.
  mutating func mutateBytes(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...6, using: &self) where !bytes.isEmpty {
      let place = index(bytes)
      let length = min(Int.random(in: 1...32, using: &self), bytes.count - place)
      switch Int.random(in: 0..<6, using: &self) {
      case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 2: bytes.removeSubrange(place..<place + length)
      case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: index(bytes))
      case 4: bytes.removeLast(bytes.count - place)
      default: bytes.insert(contentsOf: (0..<4).map { _ in UInt8.random(in: 0...255, using: &self) }, at: place)
      }
    }
    return bytes
  }

  /// Mostly well-formed changes to XML: elements doubled, dropped or moved, and numbers that nobody would write.
  mutating func mutateXML(_ original: [UInt8]) -> [UInt8] {
    if chance(6) { return mutateBytes(original) }
    var bytes = original
    for _ in 0..<Int.random(in: 1...8, using: &self) {
      switch Int.random(in: 0..<4, using: &self) {
      case 0:
        if let element = element(in: bytes) { bytes.removeSubrange(element) }
      case 1:
        if let element = element(in: bytes), bytes.count < 200_000 {
          let copy = Array(bytes[element])
          bytes.insert(contentsOf: copy, at: chance(2) ? element.upperBound : tagStart(in: bytes) ?? element.lowerBound)
        }
      default:
        guard let value = attributeValue(in: bytes) else { continue }
        let values = [
          "", "0", "-1", "1", "9", "255", "65536", "1000000", "2147483648", "9223372036854775807",
          "99999999999999999999",
          "restart", "%1%9%", "nil", "FFFFFF", "é", "H", "T",
        ]
        bytes.replaceSubrange(value, with: Array(values[Int.random(in: 0..<values.count, using: &self)].utf8))
      }
    }
    return bytes
  }

  private mutating func tagStart(in bytes: [UInt8]) -> Int? {
    let start = index(bytes)
    return bytes[start...].firstIndex(of: 0x3C) ?? bytes.firstIndex(of: 0x3C)
  }

  /// A whole element, found by counting tags.
  private mutating func element(in bytes: [UInt8]) -> Range<Int>? {
    guard let start = tagStart(in: bytes), start + 1 < bytes.count, bytes[start + 1] != 0x2F, bytes[start + 1] != 0x3F
    else { return nil }
    var depth = 0
    var place = start
    while place < bytes.count, let open = bytes[place...].firstIndex(of: 0x3C),
      let close = bytes[open...].firstIndex(of: 0x3E)
    {
      if bytes[open + 1] == 0x2F { depth -= 1 } else if bytes[close - 1] != 0x2F { depth += 1 }
      place = close + 1
      if depth <= 0 { return start..<place }
    }
    return nil
  }

  private mutating func attributeValue(in bytes: [UInt8]) -> Range<Int>? {
    let start = index(bytes)
    guard let quote = bytes[start...].firstRange(of: [0x3D, 0x22])?.upperBound,
      let end = bytes[quote...].firstIndex(of: 0x22)
    else { return nil }
    return quote..<end
  }
}
