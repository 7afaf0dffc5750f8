// SPDX-License-Identifier: GPL-3.0-or-later

/// Corrections of a plan that a person made, and who signed them off. A patch outlives the plan: it is applied again
/// whenever its document is converted anew.
///
///     commonplan-patch: 1
///     document:
///       file: "plan.pdf"
///       sha256: "9f86d081…"
///     signed-off-by: "Ada Byron"
///     corrections:
///       - target: "action 1.1"
///         field: "timescale"
///         was: "May 2031"
///         now: "June 2031"
///       - target: "action 2.4"
///         not-an-action: true
///         was: "Total"
public struct Patch: Hashable, Sendable {
  /// Name of the document, for people.
  public var file: String?
  /// SHA-256 of the document's bytes, 64 hexadecimal digits.
  public var sha256: String?
  /// Who has checked the conversion.
  public var signedOffBy: String?
  /// The corrections, in the order of the file.
  public var corrections: [Correction]

  /// A patch.
  public init(
    file: String? = nil, sha256: String? = nil, signedOffBy: String? = nil, corrections: [Correction] = []
  ) {
    self.file = file
    self.sha256 = sha256
    self.signedOffBy = signedOffBy
    self.corrections = corrections
  }
}

/// One correction of one record.
public struct Correction: Hashable, Sendable {
  /// What is changed.
  public enum Change: Hashable, Sendable {
    /// A value of a field: nil for `was` adds one, nil for `now` takes one away. With `fromUnplaced`, that piece of
    /// unplaced text is what is added.
    case value(field: PatchField, was: String?, now: String?, fromUnplaced: String? = nil)
    /// The record is no action. `was` is its text.
    case notAnAction(was: String)
  }

  /// The record.
  public var target: PatchTarget
  /// What is changed.
  public var change: Change
  /// Line of the patch file in which it begins, from 1; 0 for a correction that was never in a file.
  public var line: Int

  /// A correction.
  public init(target: PatchTarget, change: Change, line: Int = 0) {
    self.target = target
    self.change = change
    self.line = line
  }
}

/// A field as a patch names it: `timescale`, `leads`, `milestones[2].due`, `other Cost code`.
public struct PatchField: Hashable, Sendable {
  /// The field's key in the canonical JSON.
  public var name: String
  /// Position in a list, from 1, where a part of an item is meant.
  public var position: Int?
  /// The part of that item.
  public var part: String?
  /// Heading of a column without a canonical role, where `name` is `other`.
  public var heading: String?

  /// The field from the words of a patch file.
  public init(_ words: String) {
    name = words
    if words.hasPrefix("other ") {
      name = "other"
      heading = String(words.dropFirst("other ".count))
      return
    }
    guard let open = words.firstIndex(of: "["), let close = words.lastIndex(of: "]"), open < close,
      let number = Int(words[words.index(after: open)..<close]), number > 0
    else { return }
    let rest = words[words.index(after: close)...]
    guard rest.first == ".", rest.count > 1 else { return }
    name = String(words[..<open])
    position = number
    part = String(rest.dropFirst())
  }

  /// The words that name it in a patch file.
  public var words: String {
    if let heading { return "other \(heading)" }
    if let position, let part { return "\(name)[\(position)].\(part)" }
    return name
  }
}
