// SPDX-License-Identifier: GPL-3.0-or-later

import Comparison
import TestSupport
import PlanSchema

extension EditionWriter {
  // MARK: Milestones

  mutating func tickOff() -> Bool {
    guard
      let (draft, index) = chooseMilestone({ $0.rating?.status != .completed && $0.rating?.status != .embedded })
    else { return false }
    drafts[draft].action.milestones[index].rating = Rating(colour: .blue, status: .completed)
    let text = drafts[draft].action.milestones[index].text
    pending.append(Pending(kind: .milestoneCompleted, draft: draft, field: "milestones", detail: text))
    return true
  }

  mutating func dropMilestone() -> Bool {
    guard let (draft, index) = chooseMilestone({ _ in true }) else { return false }
    let text = drafts[draft].action.milestones.remove(at: index).text
    pending.append(Pending(kind: .milestoneDropped, draft: draft, field: "milestones", detail: text))
    return true
  }

  mutating func addMilestone() -> Bool {
    guard let draft = choose({ $0.isOpen("milestones") }) else { return false }
    drafts[draft].touched.insert("milestones")
    let milestone = EditionWriter.milestone(&numbers)
    drafts[draft].action.milestones.append(milestone)
    pending.append(Pending(kind: .milestoneAdded, draft: draft, field: "milestones", detail: milestone.text))
    return true
  }

  mutating func moveMilestone() -> Bool {
    guard let (draft, index) = chooseMilestone({ Vocabulary.month($0.due?.edtf) != nil }),
      let due = drafts[draft].action.milestones[index].due, let month = Vocabulary.month(due.edtf)
    else { return false }
    let shift = 1 + numbers.below(6)
    let date = Vocabulary.date(month + shift)
    let text = drafts[draft].action.milestones[index].text
    guard let range = text.ranges(of: due.text).last else { return false }
    drafts[draft].action.milestones[index].text = text.replacingCharacters(in: range, with: date.text)
    drafts[draft].action.milestones[index].due = When(text: date.text, edtf: date.edtf)
    pending.append(
      Pending(
        kind: .milestoneDateChanged, draft: draft, field: "milestones",
        detail: "\(drafts[draft].action.milestones[index].text) \(shift)"))
    return true
  }

  /// A milestone of an action whose milestones are untouched.
  private mutating func chooseMilestone(_ isMeant: (Milestone) -> Bool) -> (Int, Int)? {
    guard let draft = choose({ $0.isOpen("milestones") && $0.action.milestones.contains(where: isMeant) }) else {
      return nil
    }
    drafts[draft].touched.insert("milestones")
    let milestones = drafts[draft].action.milestones
    return (draft, numbers.pick(milestones.indices.filter { isMeant(milestones[$0]) }))
  }

  static func milestone(_ numbers: inout SeededNumbers) -> Milestone {
    let date = Vocabulary.date(2030 * 12 + numbers.below(30))
    return Milestone(
      text: "\(Vocabulary.sentence(5, &numbers)) (\(date.text)).", due: When(text: date.text, edtf: date.edtf))
  }

  // MARK: Measures and indicators

  mutating func weaken() -> Bool {
    guard let draft = choose({ $0.isOpen("measures") && $0.action.successMeasures.contains { $0.contains("% of ") } }),
      let index = drafts[draft].action.successMeasures.firstIndex(where: { $0.contains("% of ") })
    else { return false }
    let text = drafts[draft].action.successMeasures[index]
    guard let range = text.ranges(of: "% of ").first, let number = Int(text[..<range.lowerBound]) else { return false }
    drafts[draft].touched.insert("measures")
    let weaker = "\(number - 5 - numbers.below(20))" + text[range.lowerBound...]
    drafts[draft].action.successMeasures[index] = weaker
    pending.append(Pending(kind: .measureWeakened, draft: draft, field: "successMeasures", detail: weaker))
    return true
  }

  mutating func dropMeasure() -> Bool {
    guard let draft = choose({ $0.isOpen("measures") && !$0.action.successMeasures.isEmpty }) else { return false }
    drafts[draft].touched.insert("measures")
    let index = numbers.below(drafts[draft].action.successMeasures.count)
    let text = drafts[draft].action.successMeasures.remove(at: index)
    pending.append(Pending(kind: .measureDropped, draft: draft, field: "successMeasures", detail: text))
    return true
  }

  mutating func changeBaseline() -> Bool {
    let free = plan.indicators.indices.filter { plan.indicators[$0].baseline == old.indicators[$0].baseline }
    guard !free.isEmpty else { return false }
    let index = numbers.pick(free)
    plan.indicators[index].baseline = "\(31 + numbers.below(60)) in 2029"
    let id = plan.indicators[index].id
    facts.append(Fact(kind: .baselineChanged, old: [id], new: [id], field: "baseline"))
    return true
  }

  mutating func changeTarget() -> Bool {
    let free = plan.indicators.indices.filter {
      !plan.indicators[$0].readings.isEmpty && plan.indicators[$0].readings == old.indicators[$0].readings
    }
    guard !free.isEmpty else { return false }
    let index = numbers.pick(free)
    let reading = numbers.below(plan.indicators[index].readings.count)
    plan.indicators[index].readings[reading].target = "\(101 + numbers.below(60))"
    let id = plan.indicators[index].id
    facts.append(
      Fact(
        kind: .targetChanged, old: [id], new: [id], field: "target",
        detail: plan.indicators[index].readings[reading].period?.text ?? ""))
    return true
  }
}

extension String {
  /// The text with a range exchanged.
  func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
