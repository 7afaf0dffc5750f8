// SPDX-License-Identifier: GPL-3.0-or-later

import Comparison
import TestSupport
import PlanSchema

extension EditionWriter {
  typealias Edit = (name: String, apply: @Sendable (inout EditionWriter) -> Bool)

  /// Edits of actions that nothing else was done to.
  static let needRoom: Set = ["merge", "split", "drop", "copy"]

  static let edits: [Edit] = [
    ("drop", { $0.drop() }), ("add", { $0.addAction() }), ("copy", { $0.copy() }), ("reword", { $0.reword() }),
    ("move deadline", { $0.moveDeadline() }), ("change deadline's kind", { $0.changeDeadline() }),
    ("change lead", { $0.changeLead() }), ("change rating", { $0.changeRating() }),
    ("tick off milestone", { $0.tickOff() }), ("drop milestone", { $0.dropMilestone() }),
    ("add milestone", { $0.addMilestone() }), ("move milestone", { $0.moveMilestone() }),
    ("weaken measure", { $0.weaken() }), ("drop measure", { $0.dropMeasure() }),
    ("change baseline", { $0.changeBaseline() }), ("change target", { $0.changeTarget() }), ("merge", { $0.merge() }),
    ("split", { $0.split() }), ("move", { $0.move() }), ("swap", { $0.swapOrder() }), ("report", { $0.addUpdate() }),
    ("form", { $0.changeForm() }),
  ]

  // MARK: Actions

  mutating func drop() -> Bool {
    guard order.count > 2, let draft = choose({ $0.isWhole && $0.origins.count == 1 }) else { return false }
    order.removeAll { $0 == draft }
    facts.append(Fact(kind: .actionDropped, old: [old.actions[drafts[draft].origins[0]].id], new: []))
    return true
  }

  mutating func addAction() -> Bool {
    insert(invented(in: numbers.pick(old.sections).id))
    return true
  }

  /// A second action of the same words, with a lead and a date of its own.
  mutating func copy() -> Bool {
    guard let draft = choose({ $0.isWhole && $0.origins.count == 1 }) else { return false }
    drafts[draft].touched.insert("whole")
    var action = invented(in: numbers.pick(old.sections).id)
    action.text = drafts[draft].action.text
    insert(action)
    return true
  }

  mutating func reword() -> Bool {
    guard let draft = choose({ $0.isOpen("text") }) else { return false }
    drafts[draft].touched.insert("text")
    drafts[draft].action.text = reworded(drafts[draft].action.text)
    pending.append(Pending(kind: .actionReworded, draft: draft, field: "text"))
    return true
  }

  mutating func merge() -> Bool {
    let spots = order.indices.dropLast().filter { spot in
      let (first, second) = (drafts[order[spot]], drafts[order[spot + 1]])
      return first.isWhole && second.isWhole && first.origins.count == 1 && second.origins.count == 1
        && first.action.section == second.action.section
    }
    guard order.count > 3, !spots.isEmpty else { return false }
    let spot = numbers.pick(Array(spots))
    let (first, second) = (drafts[order[spot]].action, drafts[order[spot + 1]].action)
    var whole = first
    whole.text += " and " + second.text
    whole.leads += second.leads.filter { !whole.leads.contains($0) }
    whole.contributors += second.contributors.filter { !whole.contributors.contains($0) }
    whole.milestones += second.milestones
    whole.successMeasures += second.successMeasures
    whole.updates += second.updates
    whole.timescale = second.timescale ?? first.timescale
    whole.rating = second.rating ?? first.rating
    whole.group = first.group ?? second.group
    whole.monitoring = first.monitoring ?? second.monitoring
    let origins = drafts[order[spot]].origins + drafts[order[spot + 1]].origins
    drafts.append(Draft(action: whole, origins: origins, touched: ["whole"]))
    order.replaceSubrange(spot...(spot + 1), with: [drafts.count - 1])
    pending.append(Pending(kind: .actionMerged, draft: drafts.count - 1))
    return true
  }

  mutating func split() -> Bool {
    guard
      let draft = choose({ $0.isWhole && $0.origins.count == 1 && $0.action.text.split(separator: " ").count >= 8 }),
      let spot = order.firstIndex(of: draft)
    else { return false }
    let words = drafts[draft].action.text.split(separator: " ").map(String.init)
    let middle = words.count / 2
    var second = drafts[draft].action
    drafts[draft].action.text = words[..<middle].joined(separator: " ")
    second.text = words[middle...].joined(separator: " ")
    let (steps, measures) = (second.milestones.count / 2, second.successMeasures.count / 2)
    drafts[draft].action.milestones = Array(second.milestones[..<steps])
    second.milestones = Array(second.milestones[steps...])
    drafts[draft].action.successMeasures = Array(second.successMeasures[..<measures])
    second.successMeasures = Array(second.successMeasures[measures...])
    second.updates = []
    drafts[draft].touched = ["whole"]
    drafts[draft].halves = drafts.count
    drafts.append(Draft(action: second, origins: drafts[draft].origins, touched: ["whole"], halves: draft))
    order.insert(drafts.count - 1, at: spot + 1)
    pending.append(Pending(kind: .actionSplit, draft: draft))
    return true
  }

  mutating func move() -> Bool {
    guard let draft = choose({ $0.isOpen("section") && $0.origins.count == 1 }) else { return false }
    let targets = old.sections.map(\.id).filter { $0 != drafts[draft].action.section }
    guard !targets.isEmpty else { return false }
    drafts[draft].touched.insert("section")
    let target = numbers.pick(targets)
    drafts[draft].action.section = target
    order.removeAll { $0 == draft }
    place(draft, in: target)
    pending.append(Pending(kind: .actionMoved, draft: draft, field: "section"))
    return true
  }

  /// Two neighbours of a section change places; ``finish()`` says so unless they change back.
  mutating func swapOrder() -> Bool {
    let spots = order.indices.dropLast().filter { spot in
      let (first, second) = (drafts[order[spot]], drafts[order[spot + 1]])
      return first.action.section == second.action.section && first.halves == nil && second.halves == nil
    }
    guard !spots.isEmpty else { return false }
    let spot = numbers.pick(Array(spots))
    order.swapAt(spot, spot + 1)
    return true
  }

  // MARK: Fields

  mutating func moveDeadline() -> Bool {
    guard let draft = choose({ $0.isOpen("timescale") && Vocabulary.month($0.action.timescale?.edtf) != nil }),
      let month = Vocabulary.month(drafts[draft].action.timescale?.edtf)
    else { return false }
    drafts[draft].touched.insert("timescale")
    let shift = (1 + numbers.below(9)) * (numbers.below(3) == 0 ? -1 : 1)
    let date = Vocabulary.date(month + shift)
    drafts[draft].action.timescale = When(text: date.text, edtf: date.edtf)
    let direction = shift > 0 ? "later" : "earlier"
    pending.append(
      Pending(kind: .deadlineChanged, draft: draft, field: "timescale", detail: "\(direction) \(shift)"))
    return true
  }

  mutating func changeDeadline() -> Bool {
    guard let draft = choose({ $0.isOpen("timescale") }) else { return false }
    drafts[draft].touched.insert("timescale")
    let month = Vocabulary.month(drafts[draft].action.timescale?.edtf)
    let direction: String
    if drafts[draft].action.timescale == nil {
      let date = Vocabulary.date(2032 * 12 + numbers.below(12))
      drafts[draft].action.timescale = When(text: "by \(date.text)", edtf: date.edtf)
      direction = "given"
    } else if month != nil, numbers.below(2) == 0 {
      let text = drafts[draft].action.timescale?.text ?? ""
      let edtf = drafts[draft].action.timescale?.edtf ?? ""
      drafts[draft].action.timescale = When(text: "from \(text)", edtf: "\(edtf)/..", ongoing: true)
      direction = "open-ended"
    } else {
      drafts[draft].action.timescale = nil
      direction = "dropped"
    }
    pending.append(Pending(kind: .deadlineChanged, draft: draft, field: "timescale", detail: "\(direction) 0"))
    return true
  }

  mutating func changeLead() -> Bool {
    guard let draft = choose({ $0.isOpen("leads") }) else { return false }
    drafts[draft].touched.insert("leads")
    let people = Vocabulary.people.filter { name in !drafts[draft].action.leads.contains { $0.text == name } }
    let person = numbers.pick(people)
    var left: [String] = []
    if !drafts[draft].action.leads.isEmpty, numbers.below(3) > 0 {
      let index = numbers.below(drafts[draft].action.leads.count)
      left = [drafts[draft].action.leads.remove(at: index).text]
    }
    drafts[draft].action.leads.append(Party(text: person, role: person))
    pending.append(Pending(kind: .leadsChanged, draft: draft, field: "leads", detail: "+\([person]) -\(left)"))
    return true
  }

  mutating func changeRating() -> Bool {
    let scale: [RatingStatus] = [.offTrack, .atRisk, .onTrack, .completed, .embedded]
    guard let draft = choose({ $0.isOpen("rating") && $0.action.rating != nil }),
      let before = drafts[draft].action.rating?.status, let rank = scale.firstIndex(of: before)
    else { return false }
    drafts[draft].touched.insert("rating")
    let target = (rank + 1 + numbers.below(scale.count - 1)) % scale.count
    drafts[draft].action.rating = Rating(text: "now \(scale[target].rawValue)", status: scale[target])
    pending.append(
      Pending(kind: .ratingChanged, draft: draft, field: "rating", detail: target > rank ? "improved" : "regressed"))
    return true
  }

  mutating func addUpdate() -> Bool {
    guard let draft = choose({ $0.isOpen("updates") }) else { return false }
    drafts[draft].touched.insert("updates")
    let text = Vocabulary.sentence(9, &numbers)
    let update = Update(asOf: When(text: "June 2039", edtf: "2039-06"), text: text)
    drafts[draft].action.updates.append(update)
    pending.append(Pending(kind: .updateAdded, draft: draft, field: "updates", detail: text))
    return true
  }

  /// What is no change: case, spaces, punctuation and another way to write a date.
  mutating func changeForm() -> Bool {
    guard let draft = choose({ $0.isOpen("text") && $0.isOpen("timescale") }) else { return false }
    drafts[draft].touched.formUnion(["text", "timescale"])
    drafts[draft].action.text = "  " + drafts[draft].action.text.uppercased() + " ;"
    if let edtf = drafts[draft].action.timescale?.edtf { drafts[draft].action.timescale?.text = "by \(edtf)" }
    return true
  }

  // MARK: Tools

  private mutating func insert(_ action: Action) {
    drafts.append(Draft(action: action, origins: [], touched: ["whole"]))
    place(drafts.count - 1, in: action.section)
    pending.append(Pending(kind: .actionAdded, draft: drafts.count - 1))
  }

  /// Puts a draft among the others of a section.
  private mutating func place(_ draft: Int, in section: String?) {
    let inside = order.indices.filter { drafts[order[$0]].action.section == section }
    order.insert(draft, at: inside.isEmpty ? order.count : numbers.pick(inside.map { $0 + 1 }))
  }

  /// The text with up to a quarter of its words exchanged, taken out or put in; at least one.
  mutating func reworded(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    for _ in 0..<(1 + numbers.below(max(1, words.count / 4))) {
      let place = numbers.below(words.count)
      switch numbers.below(3) {
      case 0 where words.count > 5: words.remove(at: place)
      case 1: words.insert(numbers.pick(Vocabulary.words), at: place)
      default: words[place] = numbers.pick(Vocabulary.words) + "s"
      }
    }
    let result = words.joined(separator: " ")
    return result == text ? text + " again" : result
  }
}
