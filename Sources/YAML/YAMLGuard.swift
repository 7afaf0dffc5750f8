// SPDX-License-Identifier: GPL-3.0-or-later

package import Yams

/// Reads YAML that nobody vouches for: settings that lie about, theme and patch files of other people.
///
/// Composing goes down one call a level, and so does freeing what was composed: a file of nothing but brackets would end
/// the process. Here sizes are looked at first, and the rest happens on a stack that is large enough for what is left.
package enum YAMLGuard {
  /// The largest file, in bytes.
  package static let maximumBytes = 16 << 20
  /// The most levels of lists and mappings in one another. Files of this program need five.
  package static let maximumDepth = 64
  /// The most values, aliases counted as what they stand for: a few lines can stand for millions.
  package static let maximumValues = 1_000_000

  /// Bounds on what is composed at all: so many flow brackets, and so much indentation, can mean that many levels.
  private static let maximumBrackets = 20_000
  private static let maximumColumn = 2_000
  /// For 24,000 levels of some kilobytes each. Only what is used is taken from the system.
  private static let stackBytes = 512 << 20

  /// The value that is the whole of a file; nil where the file says nothing.
  ///
  /// - Throws: ``YAMLLimitError`` where the file goes beyond a limit, `YamlError` where it is no YAML.
  package static func compose(_ text: String) throws -> Node? {
    try checkSizes(text)
    let result: Result<Node?, any Error>? = onStack(of: stackBytes) {
      do {
        guard let node = try Yams.compose(yaml: text) else { return .success(nil) }
        var count = 0
        try measure(node, depth: 1, &count)
        return .success(node)
      } catch {
        return .failure(error)
      }
    }
    guard let result else { throw YAMLLimitError(line: nil, message: "there is no memory to read it") }
    return try result.get()
  }

  /// Refuses what could be too deep to compose, by bounds that no quoting can hide from.
  private static func checkSizes(_ text: String) throws(YAMLLimitError) {
    guard text.utf8.count <= maximumBytes else {
      throw YAMLLimitError(line: nil, message: "it is larger than \(maximumBytes >> 20) MiB")
    }
    var brackets = 0
    var line = 1
    var column = 0
    var isIndentation = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if byte == UInt8(ascii: "\n") { line += 1 }
        column = 0
        isIndentation = true
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        isIndentation = false
      // Each of these may begin a level of its own on the same line.
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): break
      default: isIndentation = false
      }
      column += 1
      if brackets > maximumBrackets || isIndentation && column > maximumColumn {
        throw YAMLLimitError(line: line, message: "it is nested deeper than \(maximumDepth) levels")
      }
    }
  }

  private static func measure(_ node: Node, depth: Int, _ count: inout Int) throws(YAMLLimitError) {
    count += 1
    guard depth <= maximumDepth else {
      throw YAMLLimitError(line: node.mark?.line, message: "it is nested deeper than \(maximumDepth) levels")
    }
    guard count <= maximumValues else {
      throw YAMLLimitError(line: node.mark?.line, message: "it holds more than \(maximumValues) values")
    }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        try measure(key, depth: depth + 1, &count)
        try measure(value, depth: depth + 1, &count)
      }
    case .sequence(let sequence): for item in sequence { try measure(item, depth: depth + 1, &count) }
    default: break
    }
  }
}

/// Which limit a YAML file goes beyond.
package struct YAMLLimitError: Error, Hashable {
  /// The line, from 1, where it is known.
  package var line: Int?
  /// What is wrong, a clause about the file.
  package var message: String
}
