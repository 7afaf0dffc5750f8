// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
import Yams

/// Findings that are known and accepted, each for a reason, so that only new ones count.
///
/// A YAML file that people write in:
///
///     accepted:
///       - rule: CP201
///         document: plan.docx
///         key: "3.4"
///         message: Action 3.4 has no lead.
///         reason: The board leads it; agreed on 4 May.
///
/// An entry accepts one finding: that of its rule, in the document of its name, with its key. Documents of one name share
/// their entries, whatever folder or format they are in. `message` is for people.
public struct Baseline: Hashable, Sendable {
  /// One accepted finding.
  public struct Entry: Hashable, Sendable {
    /// The rule's id.
    public var rule: String
    /// The document's name, as canonical JSON has it in `document.file`.
    public var document: String
    /// The violation's ``Violation/key``.
    public var key: String
    /// What the finding said when it was accepted.
    public var message: String
    /// Why it is accepted.
    public var reason: String

    /// An entry.
    public init(rule: String, document: String, key: String, message: String, reason: String) {
      self.rule = rule
      self.document = document
      self.key = key
      self.message = message
      self.reason = reason
    }
  }

  /// The reason of an entry that the program wrote and nobody has looked at.
  public static let notReviewed = "not reviewed yet"

  /// The entries.
  public var entries: [Entry]

  /// A baseline.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// Reads a baseline.
  ///
  /// - Throws: ``SettingsError`` with the place where the text is no YAML, or an entry lacks a rule, document or reason.
  public init(yaml text: String, path: String) throws(SettingsError) {
    entries = []
    guard let root = try YAMLFile.root(text, path: path) else { return }
    for (key, value) in try root.members("a baseline", path) {
      guard key.text == "accepted" else { throw key.error("there is no key \(key.text) here; there is accepted", path) }
      for item in try value.items("accepted", path) { entries.append(try Baseline.entry(item, path)) }
    }
  }

  private static func entry(_ item: YAMLFile, _ path: String) throws(SettingsError) -> Entry {
    var entry = Entry(rule: "", document: "", key: "", message: "", reason: "")
    for (key, value) in try item.members("an accepted finding", path) {
      switch key.text {
      case "rule": entry.rule = try value.text("rule", path)
      case "document": entry.document = try value.text("document", path)
      case "key": entry.key = value.text
      case "message": entry.message = value.text
      case "reason": entry.reason = value.text
      default:
        throw key.error("there is no key \(key.text) here; there are rule, document, key, message and reason", path)
      }
    }
    if entry.rule.isEmpty { throw item.error("an accepted finding needs its rule", path) }
    if entry.document.isEmpty { throw item.error("an accepted finding needs its document", path) }
    if entry.reason.isEmpty { throw item.error("an accepted finding needs a reason", path) }
    return entry
  }

  /// The baseline as YAML. Texts are quoted as in JSON, which YAML reads alike.
  public var yaml: String {
    var text = "# Findings that are known and accepted, for `commonplan validate --baseline`. Say why in each reason.\n"
    text += entries.isEmpty ? "accepted: []\n" : "accepted:\n"
    for entry in entries {
      text += "  - rule: \(entry.rule)\n"
      for (name, value) in [
        ("document", entry.document), ("key", entry.key), ("message", entry.message), ("reason", entry.reason),
      ] { text += "    \(name): \(Baseline.quoted(value))\n" }
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter(isIndented: false)
    writer.value(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A baseline of all findings of a report. Entries that stand in this one keep their reasons; those of documents and rules
  /// that were no part of the run stay.
  public func renewed(from report: ValidationReport) -> Baseline {
    let reasons = Dictionary(grouping: entries) { Key($0) }.mapValues { $0.map(\.reason) }
    var renewed: [Entry] = []
    var written: [Key: Int] = [:]
    for document in report.documents {
      var seen: [Key: Int] = [:]
      for finding in document.findings {
        var entry = Entry(
          rule: finding.rule.id, document: document.document, key: finding.result.violation.key,
          message: finding.message, reason: Baseline.notReviewed)
        let count = seen[Key(entry), default: 0]
        seen[Key(entry)] = count + 1
        // A document that is there twice, for instance as Word and as JSON, has its entries once.
        guard count >= written[Key(entry), default: 0] else { continue }
        written[Key(entry)] = count + 1
        if let known = reasons[Key(entry)], count < known.count { entry.reason = known[count] }
        renewed.append(entry)
      }
    }
    let held = Set(report.documents.map(\.document))
    let speaking = Set(report.rules.map(\.id))
    return Baseline(
      entries: renewed + entries.filter { !held.contains($0.document) || !speaking.contains($0.rule) })
  }

  /// Marks the findings of a report that are accepted, and lists the entries that nothing answers to.
  ///
  /// An entry whose rule may not speak in this run, or whose document is not part of it, is no matter of the run.
  public func apply(to report: inout ValidationReport) {
    let known = Dictionary(grouping: entries) { Key($0) }.mapValues { $0.map(\.reason) }
    var answered: [Key: Int] = [:]
    for document in report.documents.indices {
      let name = report.documents[document].document
      var seen: [Key: Int] = [:]
      for index in report.documents[document].findings.indices {
        let finding = report.documents[document].findings[index]
        let key = Key(rule: finding.rule.id, document: name, key: finding.result.violation.key)
        let count = seen[key, default: 0]
        guard let reasons = known[key], count < reasons.count else { continue }
        seen[key] = count + 1
        answered[key] = max(answered[key, default: 0], count + 1)
        report.documents[document].findings[index].acceptedBecause = reasons[count]
      }
    }
    let speaking = Set(report.rules.map(\.id))
    let held = Set(report.documents.map(\.document))
    report.stale = entries.filter { entry in
      guard speaking.contains(entry.rule), held.contains(entry.document) else { return false }
      // Of several equal entries the first ones are those that were answered.
      if let count = answered[Key(entry)], count > 0 {
        answered[Key(entry)] = count - 1
        return false
      }
      return true
    }
  }

  private struct Key: Hashable {
    let rule: String
    let document: String
    let key: String

    init(rule: String, document: String, key: String) {
      self.rule = rule
      self.document = document
      self.key = key
    }

    init(_ entry: Entry) { self.init(rule: entry.rule, document: entry.document, key: entry.key) }
  }
}
