// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Validator

@Suite("References and their parts")
struct NumberedReferenceTests {
  /// The parts of a reference, a sign at a time.
  private func parts(_ printed: String) -> [String]? {
    var parts: [String] = []
    var isOpen = false
    for scalar in printed.unicodeScalars {
      guard scalar.isASCII else { return nil }
      let character = Character(scalar)
      guard character.isLetter || character.isNumber else {
        isOpen = false
        continue
      }
      if isOpen, let last = parts.last?.last, last.isNumber == character.isNumber {
        parts[parts.count - 1] += character.lowercased()
      } else {
        parts.append(character.lowercased())
      }
      isOpen = true
    }
    guard !parts.isEmpty, parts.count <= 6 else { return nil }
    let isNumbered = parts.allSatisfy { $0.count == 1 || Int($0) != nil || NumberedReference.roman($0[...]) != nil }
    return isNumbered ? parts : nil
  }

  @Test("the parts of any reference")
  func agree() {
    let pieces = ["1", "10", "0", "a", "B", "iv", "X", ".", ".", "(", ")", " ", "-", "é", "123456789", "1234567890"]
    var numbers = SeededNumbers(seed: 5)
    var references: [NumberedReference] = []
    for _ in 0..<4000 {
      let printed = (0..<numbers.below(9)).map { _ in numbers.pick(pieces) }.joined()
      let expected = parts(printed)
      let reference = NumberedReference(printed)
      #expect(reference.map { $0.parts.map(String.init) } == expected, "\(printed)")
      guard let reference, let expected else { continue }
      #expect(reference.text == expected.joined(separator: "."))
      #expect(reference.count == expected.count)
      #expect(reference.first == expected[0] && String(reference.last) == expected.last)
      #expect(reference.prefix == expected.dropLast().joined(separator: "."))
      let beginnings = (1..<expected.count).reversed().map { expected.prefix($0).joined(separator: ".") }
      #expect(reference.beginnings.map(String.init) == beginnings)
      let last = expected[expected.count - 1]
      #expect(reference.number == (last.count < 10 ? Int(last) : nil))
      references.append(reference)
    }
    for (one, other) in Array(zip(references, references.dropFirst())) + Array(zip(references, references)) {
      #expect(one.isBelow(other) == (one.parts.starts(with: other.parts) && one.count > other.count))
      #expect(one.isBeside(other) == (one.parts.dropLast() == other.parts.dropLast()))
    }
  }

  @Test("a reference is below the one that it begins with, and beside its neighbours")
  func relations() throws {
    let above = try #require(NumberedReference("1.1"))
    #expect(try #require(NumberedReference("1.1a")).isBelow(above))
    #expect(!(try #require(NumberedReference("1.10"))).isBelow(above))
    #expect(try #require(NumberedReference("1.10")).isBeside(above))
    #expect(!(try #require(NumberedReference("11.1"))).isBeside(above))
  }
}
