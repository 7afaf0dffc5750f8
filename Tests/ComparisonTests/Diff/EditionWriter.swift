// SPDX-License-Identifier: GPL-3.0-or-later

import Comparison
import TestSupport
import PlanSchema

/// Makes a new edition of a plan by edits, and knows from the edits alone what a diff has to say.
struct EditionWriter {
  /// An action of the edition in the making.
  struct Draft {
    var action: Action
    /// Positions of the old actions that it covers; none for a new one.
    var origins: [Int]
    /// What was done to it: `whole` where nothing else may be, or names of fields.
    var touched: Set<String> = []
    /// The other half, by its number, of an action that was split.
    var halves: Int?

    var isWhole: Bool { touched.isEmpty }
    func isOpen(_ field: String) -> Bool { !touched.contains("whole") && !touched.contains(field) }
  }

  /// A fact whose new item is not yet known by its id: references are given out last.
  struct Pending {
    var kind: ChangeKind
    var draft: Int
    var field: String?
    var detail = ""
  }

  let old: CanonicalPlan
  var plan: CanonicalPlan
  var numbers: SeededNumbers
  /// All drafts, also those that were dropped or merged away; `order` has those that are left.
  var drafts: [Draft] = []
  var order: [Int] = []
  var pending: [Pending] = []
  /// Facts on sections and indicators, and on dropped actions.
  var facts: [Fact] = []
  var edits: [String: Int] = [:]

  init(_ plan: CanonicalPlan, seed: UInt64) {
    old = plan
    self.plan = plan
    numbers = SeededNumbers(seed: seed)
    for (index, action) in plan.actions.enumerated() {
      drafts.append(Draft(action: action, origins: [index]))
      order.append(index)
    }
  }

  /// Applies `count` edits, or as many as there is room for, and returns how many.
  mutating func edit(_ count: Int) -> Int {
    var done = 0
    for attempt in 0..<(count * 20) where done < count {
      // What needs untouched actions comes first, or small plans would have no room left for it.
      let choice =
        attempt == 0 ? EditionWriter.edits.filter { EditionWriter.needRoom.contains($0.name) } : EditionWriter.edits
      let edit = numbers.pick(choice)
      if edit.apply(&self) {
        edits[edit.name, default: 0] += 1
        done += 1
      }
    }
    return done
  }

  /// The new edition and all that a diff has to say.
  mutating func finish() -> (plan: CanonicalPlan, facts: [Fact]) {
    number()
    plan.actions = order.map { drafts[$0].action }
    var all = facts
    for fact in pending {
      all.append(
        Fact(
          kind: fact.kind, old: oldIDs(fact.draft), new: newIDs(fact.draft), field: fact.field, detail: fact.detail))
    }
    for draft in order where drafts[draft].origins.count == 1 && drafts[draft].halves == nil {
      let before = old.actions[drafts[draft].origins[0]]
      if before.ref != drafts[draft].action.ref {
        all.append(Fact(kind: .actionRenumbered, old: [before.id], new: [drafts[draft].action.id], field: "ref"))
      }
    }
    for section in old.sections {
      let stayed = order.filter { place in
        let draft = drafts[place]
        return draft.origins.count == 1 && draft.halves == nil && draft.action.section == section.id
          && old.actions[draft.origins[0]].section == section.id
      }.map { drafts[$0].origins[0] }
      if stayed != stayed.sorted() {
        all.append(Fact(kind: .actionsReordered, old: [section.id], new: [section.id], field: "actions"))
      }
    }
    return (plan, all)
  }

  private func oldIDs(_ draft: Int) -> [String] { drafts[draft].origins.map { old.actions[$0].id }.sorted() }

  private func newIDs(_ draft: Int) -> [String] {
    ([draft] + (drafts[draft].halves.map { [$0] } ?? [])).map { drafts[$0].action.id }.sorted()
  }

  /// Gives out references and ids by section: in half of the editions all anew in their order, so that a drop shifts
  /// those that follow; in the others only to new actions.
  private mutating func number() {
    let isAnew = numbers.below(2) == 0
    var taken = Set<String>()
    for section in [nil] + old.sections.map({ Optional($0.id) }) {
      let inside = order.filter { drafts[$0].action.section == section }
      let refs = old.actions.filter { $0.section == section }.compactMap(\.ref)
      guard !refs.isEmpty else {
        for (index, draft) in inside.enumerated() { drafts[draft].action.id = "\(section ?? "")-\(index + 1)" }
        for draft in inside { drafts[draft].action.ref = nil }
        continue
      }
      var spare = refs.count
      for (index, draft) in inside.enumerated() {
        let isOld = drafts[draft].origins.count == 1 && drafts[draft].halves == nil
        let stays = isOld && old.actions[drafts[draft].origins[0]].section == section
        var ref: String
        if isAnew, index < refs.count {
          ref = refs[index]
        } else if !isAnew, stays {
          ref = old.actions[drafts[draft].origins[0]].ref ?? ""
        } else {
          spare += 1
          ref = "\(section ?? "").\(spare + 20)"
        }
        while taken.contains(ref) { ref += "x" }
        taken.insert(ref)
        drafts[draft].action.ref = ref
        drafts[draft].action.id = ref
      }
    }
  }

  /// A draft that is left and fulfils a condition; nil where there is none.
  mutating func choose(_ isMeant: (Draft) -> Bool) -> Int? {
    let candidates = order.filter { isMeant(drafts[$0]) }
    return candidates.isEmpty ? nil : numbers.pick(candidates)
  }

  /// A new action with content of its own.
  mutating func invented(in section: String?) -> Action {
    var action = Action(id: "new", text: Vocabulary.sentence(8 + numbers.below(10), &numbers))
    action.section = section
    let person = numbers.pick(Vocabulary.people)
    action.leads = [Party(text: person, role: person)]
    let date = Vocabulary.date(2030 * 12 + numbers.below(40))
    action.timescale = When(text: date.text, edtf: date.edtf)
    action.successMeasures = [measure()]
    return action
  }

  /// A measure with a number.
  mutating func measure() -> String {
    "\(50 + numbers.below(45))% of \(numbers.pick(Vocabulary.words)) in \(numbers.pick(Vocabulary.words)) "
      + "\(numbers.pick(Vocabulary.words)) report good \(numbers.pick(Vocabulary.words))"
  }
}
