// SPDX-License-Identifier: GPL-3.0-or-later

import YAML
import Yams

/// A value of a YAML file with its place, so that whatever is wrong with it can be shown where it stands.
struct YAMLFile {
  private let node: Node

  /// The value that is the whole of a file; nil where the file says nothing.
  static func root(_ text: String, path: String) throws(SettingsError) -> YAMLFile? {
    do {
      guard let node = try YAMLGuard.compose(text) else { return nil }
      return YAMLFile(node: node)
    } catch let error as YAMLLimitError {
      throw SettingsError(file: path, line: error.line, message: error.message)
    } catch let error as YamlError {
      throw SettingsError(file: path, line: error.line, message: "this is no YAML: \(error.words)")
    } catch {
      throw SettingsError(file: path, line: nil, message: "this is no YAML")
    }
  }

  /// An error at this value.
  func error(_ message: String, _ path: String) -> SettingsError {
    SettingsError(file: path, line: node.mark?.line, message: message)
  }

  /// The words of a scalar; empty for anything else.
  var text: String { node.scalar?.string ?? "" }

  /// The members of a mapping.
  func members(_ name: String, _ path: String) throws(SettingsError) -> [(key: YAMLFile, value: YAMLFile)] {
    guard let mapping = node.mapping else { throw error("\(name) should be keys with values", path) }
    let members = mapping.map { (key: YAMLFile(node: $0.key), value: YAMLFile(node: $0.value)) }
    var seen: Set<String> = []
    for (key, _) in members where !seen.insert(key.text).inserted {
      throw key.error("the key \(key.text) stands twice", path)
    }
    return members
  }

  /// The items of a list.
  func items(_ name: String, _ path: String) throws(SettingsError) -> [YAMLFile] {
    guard let sequence = node.sequence else { throw error("\(name) should be a list", path) }
    return sequence.map { YAMLFile(node: $0) }
  }

  /// The words of a scalar.
  func text(_ name: String, _ path: String) throws(SettingsError) -> String {
    guard let scalar = node.scalar, !scalar.string.isEmpty else { throw error("\(name) should be a text", path) }
    return scalar.string
  }

  /// The words of a list of scalars, or of one scalar.
  func texts(_ name: String, _ path: String) throws(SettingsError) -> [String] {
    if node.scalar != nil { return [try text(name, path)] }
    var texts: [String] = []
    for item in try items(name, path) { texts.append(try item.text("an item of \(name)", path)) }
    return texts
  }
}

extension YamlError {
  /// The line, from 1.
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }

  /// The problem, without the excerpt of the file.
  fileprivate var words: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    default: "it cannot be read"
    }
  }
}
