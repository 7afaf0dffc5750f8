// SPDX-License-Identifier: GPL-3.0-or-later

import Normaliser
public import PlanSchema

extension CanonicalPlan {
  /// The plan with the corrections of a patch.
  ///
  /// A correction whose record is gone, or whose value no longer reads as the patch says, is not applied; a finding says
  /// so, and the others are. Dates, parties and ratings are read from the new words as a conversion reads them. No word
  /// of the document is lost: what a correction takes out of a field goes to ``unplaced`` with the reason
  /// ``PatchReasons/replaced``, unless the new words still hold it all; what it takes from ``unplaced`` leaves it only if
  /// the new value holds all its words.
  public func patched(with patch: Patch) -> CanonicalPlan {
    var patched = PatchedPlan(plan: self, patch: patch)
    patched.apply()
    return patched.plan
  }
}

/// What `unplaced` says of words that a correction moved there.
public enum PatchReasons {
  /// The words of a value that a person has corrected.
  public static let replaced = "replaced by a correction"
  /// The words of a record that a person has taken for no action.
  public static let notAnAction = "no action, by a correction"
}

/// A plan while a patch is applied to it.
struct PatchedPlan {
  var plan: CanonicalPlan
  let patch: Patch
  private let values: ValueReader
  private var refusals = 0

  init(plan: CanonicalPlan, patch: Patch) {
    self.plan = plan
    self.patch = patch
    values = ValueReader(plan: plan)
  }

  mutating func apply() {
    if let sha256 = patch.sha256, sha256 != plan.document.sha256 {
      say(
        "patch-of-other-bytes", .warning,
        "The patch was made for other bytes (SHA-256 \(sha256.prefix(12))…): corrections that still fit were applied. "
          + "Check them, and write the document's own SHA-256 into the patch.")
    }
    // Positions and names mean the plan as it was reviewed: what would shift them comes last.
    for rank in 0...3 {
      for correction in patch.corrections where PatchedPlan.rank(correction) == rank { apply(correction) }
    }
    if let name = patch.signedOffBy {
      let rest =
        refusals == 0 ? "" : " But \(refusals) of the corrections no longer fit: it has to be checked once more."
      say(
        "signed-off", refusals == 0 ? .note : .warning,
        "The conversion was checked and signed off by \(name), with \(patch.corrections.count) corrections.\(rest)")
    }
  }

  private static func rank(_ correction: Correction) -> Int {
    guard case .value(let field, _, _, _) = correction.change else { return 3 }
    if field.position != nil { return 0 }
    return ["ref", "name", "term"].contains(field.name) ? 2 : 1
  }

  private mutating func say(_ id: String, _ severity: Finding.Severity, _ message: String, _ source: Source? = nil) {
    plan.findings.append(Finding(id: id, severity: severity, message: message, source: source))
  }

  private mutating func apply(_ correction: Correction) {
    let line = correction.line > 0 ? " of line \(correction.line)" : ""
    do throws(Refusal) {
      switch correction.change {
      case .notAnAction(let was): try drop(correction.target, was: was)
      case .value(let field, let was, let now, let piece):
        let source = try change(correction.target, field, was: was, now: now, piece: piece)
        let what = "\(field.words) of \(correction.target.words)"
        let message =
          switch (was, now) {
          case (let was?, let now?): "\(what): “\(was)” was corrected to “\(now)”"
          case (nil, let now?): "\(what): “\(now)” was added"
          default: "\(what): “\(was ?? "")” was taken away"
          }
        say("corrected", .note, message + " by a person.", source == Source() ? nil : source)
      }
    } catch {
      refusals += 1
      say(
        "correction-refused", .warning,
        "The correction\(line) of the patch (\(correction.target.words)) was not applied: \(error.reason).")
    }
  }

  // MARK: Values

  /// Changes a value, keeps its old words, and gives the record's place.
  private mutating func change(
    _ target: PatchTarget, _ field: PatchField, was: String?, now: String?, piece: String?
  ) throws(Refusal) -> Source {
    var position: Int?
    if let piece {
      position = plan.unplaced.firstIndex { ValueEdit.isSame($0.text, piece) }
      guard position != nil else { throw Refusal("“\(piece)” is not among the unplaced text") }
    }
    var edit = ValueEdit(was: was, now: now, values: values)
    let source = try change(target, field, &edit)
    if let position, let piece {
      // Words that the new value does not repeat stay where they are found.
      if ValueEdit.holds(now ?? "", wordsOf: piece) {
        plan.unplaced.remove(at: position)
      } else {
        plan.unplaced[position].reason = PatchReasons.replaced
      }
    }
    for words in edit.displaced {
      plan.unplaced.append(Unplaced(text: words, reason: PatchReasons.replaced, source: source))
    }
    return source
  }

  private mutating func change(
    _ target: PatchTarget, _ field: PatchField, _ edit: inout ValueEdit
  ) throws(Refusal) -> Source {
    switch target {
    case .plan:
      try RecordEdit.apply(&edit, field, to: &plan.plan)
      return Source()
    case .section(let name):
      let index = try index(of: name, plan.sections.map(\.id), plan.sections.map(\.ref), "section")
      try RecordEdit.apply(&edit, field, to: &plan.sections[index])
      return plan.sections[index].source
    case .action(let name):
      let index = try index(of: name, plan.actions.map(\.id), plan.actions.map(\.ref), "action")
      try RecordEdit.apply(&edit, field, to: &plan.actions[index], sections: plan.sections.map(\.id))
      return plan.actions[index].source
    case .indicator(let name):
      let index = try index(of: name, plan.indicators.map(\.id), [], "indicator")
      try RecordEdit.apply(&edit, field, to: &plan.indicators[index])
      return plan.indicators[index].source
    case .group(let name):
      return try named(name, plan.groups.map(\.name), "group", &edit) { (plan, index, edit) throws(Refusal) in
        try RecordEdit.apply(&edit, field, to: &plan.groups[index])
        return plan.groups[index].source
      }
    case .term(let name):
      return try named(name, plan.glossary.map(\.term), "term", &edit) { (plan, index, edit) throws(Refusal) in
        try RecordEdit.apply(&edit, field, to: &plan.glossary[index])
        return plan.glossary[index].source
      }
    case .unplaced:
      throw Refusal("unplaced text has no fields: name the record that it belongs to, and the text in from-unplaced")
    }
  }

  /// The record of an id, or the only one of a reference.
  private func index(
    of name: String, _ ids: [String], _ references: [String?], _ kind: String
  ) throws(Refusal) -> Int {
    if let index = ids.firstIndex(of: name) { return index }
    let found = references.indices.filter { references[$0] == name }
    guard let index = found.first else { throw Refusal("there is no \(kind) \(name) any more") }
    guard found.count == 1 else { throw Refusal("\(found.count) records have the reference \(name): use the id") }
    return index
  }

  /// Changes the first record of a name that the correction fits: names need not be unique.
  private mutating func named(
    _ name: String, _ names: [String], _ kind: String, _ edit: inout ValueEdit,
    _ change: (inout CanonicalPlan, Int, inout ValueEdit) throws(Refusal) -> Source
  ) throws(Refusal) -> Source {
    var refusal = Refusal("there is no \(kind) \(name) any more")
    for index in names.indices where names[index] == name {
      do throws(Refusal) {
        return try change(&plan, index, &edit)
      } catch {
        refusal = error
      }
    }
    throw refusal
  }

  // MARK: Records that are none

  /// Takes an action out; all it had goes to the unplaced text.
  private mutating func drop(_ target: PatchTarget, was: String) throws(Refusal) {
    guard case .action(let name) = target else { throw Refusal("only an action can be no action") }
    let index = try index(of: name, plan.actions.map(\.id), plan.actions.map(\.ref), "action")
    let action = plan.actions[index]
    guard ValueEdit.isSame(action.text, was) else { throw Refusal("its text now reads “\(action.text)”") }
    plan.actions.remove(at: index)
    for other in plan.actions.indices where plan.actions[other].parent == action.id {
      plan.actions[other].parent = action.parent
    }
    for words in PatchedPlan.words(of: action) {
      plan.unplaced.append(Unplaced(text: words, reason: PatchReasons.notAnAction, source: action.source))
    }
    say("corrected", .note, "“\(was)” was taken for no action by a person.", action.source)
  }

  /// All that an action has of the document, a field a text.
  private static func words(of action: Action) -> [String] {
    var words: [String?] = []
    for field in Action.fields {
      switch field.value {
      case .text(let access): words.append(access.get(action))
      case .optionalText(let access): words.append(access.get(action))
      case .texts(let access): words += access.get(action)
      case .parties(let access): words += access.get(action).map(\.text)
      case .date(let access): words.append(access.get(action)?.text)
      case .rating(let access): words.append(access.get(action)?.text)
      case .others(let access): words += access.get(action).map(\.text)
      case .records where field.name == "milestones":
        for milestone in action.milestones { words += [milestone.text, milestone.rating?.text] }
      case .records: for update in action.updates { words += [update.text, update.rating?.text] }
      default: break
      }
    }
    return words.compactMap { $0 }
  }
}
