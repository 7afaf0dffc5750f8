// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Yams

@testable import YAML

@Suite struct YAMLGuardTests {
  private func depth(_ levels: Int, _ opening: String, _ closing: String = "") -> String {
    String(repeating: opening, count: levels) + "x" + String(repeating: closing, count: levels)
  }

  @Test func `what files of this program look like is read`() throws {
    let node = try #require(try YAMLGuard.compose("a: {b: [1, '[[[[', \"{{{\"]}\nc:\n  - d: |\n      [[[ text\n"))
    #expect(node.mapping?["a"]?.mapping?["b"]?.sequence?.count == 3)
    #expect(try YAMLGuard.compose("") == nil)
  }

  @Test(arguments: [65, 5_000, 19_000, 2_000_000])
  func `what is too deep is an error`(levels: Int) throws {
    for text in [depth(levels, "[", "]"), depth(levels, "{a: ", "}"), depth(levels, "- "), depth(levels, "? ")] {
      #expect(throws: YAMLLimitError.self) { _ = try YAMLGuard.compose(text) }
    }
  }

  @Test func `indented a level a line it is too deep as well`() {
    let text = (0..<1_500).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(throws: YAMLLimitError.self) { _ = try YAMLGuard.compose(text) }
  }

  @Test func `64 levels are read`() throws {
    #expect(try YAMLGuard.compose(depth(63, "[", "]")) != nil)
  }

  @Test func `aliases that stand for millions are an error`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for index in 1..<12 {
      let names = Array(repeating: "*a\(index - 1)", count: 10).joined(separator: ", ")
      text += "a\(index): &a\(index) [\(names)]\n"
    }
    #expect(throws: YAMLLimitError.self) { _ = try YAMLGuard.compose(text) }
  }

  @Test func `what is no YAML stays that`() {
    #expect(throws: YamlError.self) { _ = try YAMLGuard.compose("a: [1, 2") }
  }
}
