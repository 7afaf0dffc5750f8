// SPDX-License-Identifier: GPL-3.0-or-later

import YAML
import Yams

extension Patch {
  /// Reads a patch file: YAML in UTF-8.
  ///
  /// - Throws: ``PatchError`` with the line where the file is no YAML, or has keys or values that no patch has.
  public init(yaml bytes: [UInt8]) throws(PatchError) {
    let text = String(decoding: bytes, as: UTF8.self)
    let root: Node?
    do {
      root = try YAMLGuard.compose(text)
    } catch let error as YAMLLimitError {
      throw PatchError(error.message, line: error.line)
    } catch let error as YamlError {
      throw PatchError(error)
    } catch {
      throw PatchError("it is no YAML")
    }
    guard let root else { throw PatchError("the file is empty; a patch begins with commonplan-patch: 1") }
    let top = try PatchNode(root).fields(
      ["commonplan-patch", "document", "signed-off-by", "corrections"], of: "a patch")
    guard let version = top["commonplan-patch"] else {
      throw PatchError("the key commonplan-patch is missing; a patch begins with commonplan-patch: 1", line: 1)
    }
    guard try version.text() == "1" else {
      throw PatchError("this program reads patches of version 1", line: version.line)
    }
    self.init()
    if let document = top["document"] {
      let fields = try document.fields(["file", "sha256"], of: "document")
      file = try fields["file"]?.optionalText()
      sha256 = try fields["sha256"]?.optionalText()?.lowercased()
    }
    signedOffBy = try top["signed-off-by"]?.optionalText()
    for item in try top["corrections"]?.items() ?? [] { corrections.append(try Correction(item)) }
  }

  /// The patch as a file, which the initialiser from YAML reads back. Strings are in double quotes, with the escapes of JSON.
  public var yaml: String {
    var lines = ["commonplan-patch: 1"]
    if file != nil || sha256 != nil { lines.append("document:") }
    if let file { lines.append("  file: " + Patch.quoted(file)) }
    if let sha256 { lines.append("  sha256: " + Patch.quoted(sha256)) }
    if let signedOffBy { lines.append("signed-off-by: " + Patch.quoted(signedOffBy)) }
    lines.append(corrections.isEmpty ? "corrections: []" : "corrections:")
    for correction in corrections {
      lines.append("  - target: " + Patch.quoted(correction.target.words))
      switch correction.change {
      case .notAnAction(let was): lines += ["    not-an-action: true", "    was: " + Patch.quoted(was)]
      case .value(let field, let was, let now, let fromUnplaced):
        lines.append("    field: " + Patch.quoted(field.words))
        lines.append("    was: " + (was.map(Patch.quoted) ?? "null"))
        lines.append("    now: " + (now.map(Patch.quoted) ?? "null"))
        if let fromUnplaced { lines.append("    from-unplaced: " + Patch.quoted(fromUnplaced)) }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0x0A: quoted += "\\n"
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Correction {
  fileprivate init(_ node: PatchNode) throws(PatchError) {
    let fields = try node.fields(
      ["target", "field", "was", "now", "from-unplaced", "not-an-action"], of: "a correction")
    guard let targetNode = fields["target"] else { throw PatchError("a correction needs a target", line: node.line) }
    guard let target = PatchTarget(try targetNode.text()) else {
      throw PatchError("the target is empty; name a record, such as action 1.1", line: targetNode.line)
    }
    let was = try fields["was"]?.optionalText()
    if let flag = fields["not-an-action"] {
      guard try flag.text() == "true" else { throw PatchError("not-an-action is true or left out", line: flag.line) }
      guard case .action = target else {
        throw PatchError("only an action can be no action", line: targetNode.line)
      }
      guard let was else { throw PatchError("was is missing: the text of the record", line: node.line) }
      self.init(target: target, change: .notAnAction(was: was), line: node.line)
      return
    }
    guard let field = fields["field"] else { throw PatchError("a correction needs a field", line: node.line) }
    let now = try fields["now"]?.optionalText()
    guard was != nil || now != nil else {
      throw PatchError("a correction needs was, now or both", line: node.line)
    }
    self.init(
      target: target,
      change: .value(
        field: PatchField(try field.text()), was: was, now: now,
        fromUnplaced: try fields["from-unplaced"]?.optionalText()),
      line: node.line)
  }
}

/// A node of the file with its line.
private struct PatchNode {
  let node: Node

  init(_ node: Node) { self.node = node }

  var line: Int { node.mark?.line ?? 1 }

  /// The members of a mapping whose keys are among those given.
  func fields(_ known: [String], of what: String) throws(PatchError) -> [String: PatchNode] {
    guard case .mapping(let mapping) = node else {
      throw PatchError("\(what) is expected here, with the keys \(known.joined(separator: ", "))", line: line)
    }
    var fields: [String: PatchNode] = [:]
    for (key, value) in mapping {
      let name = try PatchNode(key).text()
      guard known.contains(name) else {
        throw PatchError(
          "\(what) has no key \(name); its keys are \(known.joined(separator: ", "))", line: PatchNode(key).line)
      }
      guard fields[name] == nil else {
        throw PatchError("the key \(name) stands here twice", line: PatchNode(key).line)
      }
      fields[name] = PatchNode(value)
    }
    return fields
  }

  func items() throws(PatchError) -> [PatchNode] {
    if try isNull() { return [] }
    guard case .sequence(let sequence) = node else { throw PatchError("a list is expected here", line: line) }
    return sequence.map(PatchNode.init)
  }

  func text() throws(PatchError) -> String {
    guard let text = try optionalText() else { throw PatchError("words are expected here", line: line) }
    return text
  }

  /// The words; nil for null. Numbers and dates are words too: a plan's reference may be 1.10.
  func optionalText() throws(PatchError) -> String? {
    guard case .scalar(let scalar) = node else { throw PatchError("words are expected here", line: line) }
    return try isNull() ? nil : scalar.string
  }

  private func isNull() throws(PatchError) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}

extension PatchError {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init("it is no YAML: \(problem)", line: mark.line)
    default: self.init("it is no YAML in UTF-8")
    }
  }
}
