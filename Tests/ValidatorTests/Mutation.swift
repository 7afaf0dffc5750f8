// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import TestSupport

@testable import Validator

/// A fault that is put into a clean plan, with the rule that has to find it and the place or key where.
struct Mutation {
  /// What was done, for the message of a test that fails.
  var name: String
  /// The rule that has to find it.
  var rule: String
  var plan: CanonicalPlan
  /// A violation of the rule has to have a pointer that starts so.
  var pointer: String

  static let kinds: [(String, @Sendable (CanonicalPlan, inout SeededNumbers) -> Mutation)] = [
    ("lead dropped", leadDropped), ("deadline dropped", deadlineDropped), ("review dropped", reviewDropped),
    ("deadline before the plan", deadlineBeforePlan), ("ends before it starts", endsBeforeStart),
    ("two dates swapped", datesSwapped), ("date garbled", dateGarbled), ("milestone late", milestoneLate),
    ("reference repeated", referenceRepeated), ("action removed", actionRemoved), ("action moved", actionMoved),
    ("measure vague", measureVague), ("baseline removed", baselineRemoved), ("targets removed", targetsRemoved),
    ("source removed", sourceRemoved), ("target eased", targetEased), ("targets swapped", targetsSwapped),
    ("unit changed", unitChanged), ("colour out of key", colourOutOfKey), ("key turned", keyTurned),
    ("done with open milestones", doneWithOpen), ("section emptied", sectionEmptied),
    ("abbreviation unexplained", abbreviationUnexplained), ("text repeated", textRepeated),
    ("lead garbled", leadGarbled),
  ]

  private static func pick(
    _ plan: CanonicalPlan, _ numbers: inout SeededNumbers, where fits: (Action) -> Bool = { _ in true }
  ) -> Int {
    plan.actions.indices.filter { fits(plan.actions[$0]) }.randomElement(using: &numbers) ?? 0
  }

  private static func leadDropped(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers)
    let open = [[], [Party(text: "TBC")], [Party(text: "-")]].randomElement(using: &numbers) ?? []
    return Mutation(
      name: "", rule: "CP201", plan: plan.with { $0.actions[index].leads = open }, pointer: "/actions/\(index)")
  }

  private static func deadlineDropped(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers) { !$0.rating.isDone }
    let open =
      [nil, When(text: "TBC"), When(text: "To be agreed"), When(text: "твс")].randomElement(using: &numbers) ?? nil
    return Mutation(
      name: "", rule: "CP202",
      plan: plan.with {
        $0.actions[index].timescale = open
        $0.actions[index].milestones = []
      }, pointer: "/actions/\(index)")
  }

  private static func reviewDropped(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers) { !$0.rating.isDone && $0.timescale?.ongoing != true }
    return Mutation(
      name: "", rule: "CP203",
      plan: plan.with {
        $0.actions[index].timescale = When(text: "Ongoing", ongoing: true)
        $0.actions[index].milestones = []
        $0.actions[index].successMeasures = ["Nine in ten families come again"]
      }, pointer: "/actions/\(index)/timescale")
  }

  private static func deadlineBeforePlan(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers) { !$0.rating.isDone }
    let year = Int.random(in: 2019...2024, using: &numbers)
    return Mutation(
      name: "", rule: "CP204",
      plan: plan.with { $0.actions[index].timescale = When(text: "June \(year)", edtf: "\(year)-06") },
      pointer: "/actions/\(index)/timescale")
  }

  private static func endsBeforeStart(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers) { $0.timescale?.edtf != nil }
    return Mutation(
      name: "", rule: "CP205",
      plan: plan.with { $0.actions[index].start = When(text: "September 2027", edtf: "2027-09") },
      pointer: "/actions/\(index)/timescale")
  }

  private static func datesSwapped(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers) { $0.timescale?.edtf?.hasPrefix("{") == true }
    var dates = [("October 2025", "2025-10"), ("February 2026", "2026-02"), ("June 2026", "2026-06")]
    let first = Int.random(in: 0...1, using: &numbers)
    dates.swapAt(first, Int.random(in: (first + 1)...2, using: &numbers))
    return Mutation(
      name: "", rule: "CP206",
      plan: plan.with {
        $0.actions[index].timescale = When(
          text: dates.map(\.0).joined(separator: ", "), edtf: "{\(dates.map(\.1).joined(separator: ","))}")
      }, pointer: "/actions/\(index)/timescale")
  }

  private static func dateGarbled(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers)
    let garbled = [
      "31 June 2026", "30 February 2026", "29 February 2027", "31/09/2026", "14/2026", "2026-13-01", "March 2-26",
      "31st November", "by 31st April 2026", "July 20266",
    ]
    let text = garbled.randomElement(using: &numbers) ?? ""
    let inMilestone = Bool.random(using: &numbers)
    return Mutation(
      name: text, rule: "CP207",
      plan: plan.with {
        if inMilestone {
          $0.actions[index].milestones[0] = Milestone(text: "Draft read (\(text))")
        } else {
          $0.actions[index].timescale = When(text: text)
        }
      }, pointer: "/actions/\(index)/\(inMilestone ? "milestones/0" : "timescale")")
  }

  private static func milestoneLate(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers) { $0.timescale?.edtf != nil }
    let position = Int.random(in: 0...1, using: &numbers)
    return Mutation(
      name: "", rule: "CP208",
      plan: plan.with { $0.actions[index].milestones[position].due = When(text: "March 2027", edtf: "2027-03") },
      pointer: "/actions/\(index)/milestones/\(position)")
  }

  private static func referenceRepeated(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers) { $0.ref?.hasSuffix(".1") == false }
    return Mutation(
      name: "", rule: "CP209", plan: plan.with { $0.actions[index].ref = $0.actions[index - 1].ref },
      pointer: "/actions/\(index)/ref")
  }

  private static func actionRemoved(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers) { $0.ref?.hasSuffix(".1") == false && $0.ref?.hasSuffix(".5") == false }
    // The next one has its place now.
    return Mutation(
      name: "", rule: "CP210", plan: plan.with { $0.actions.remove(at: index) }, pointer: "/actions/\(index)/ref")
  }

  private static func actionMoved(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers)
    let other = plan.sections.map(\.id).filter { $0 != plan.actions[index].section }.randomElement(using: &numbers)
    return Mutation(
      name: "", rule: "CP211", plan: plan.with { $0.actions[index].section = other }, pointer: "/actions/\(index)/ref")
  }

  private static func measureVague(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers)
    let vague = [
      "Families feel more confident", "Better teamwork between services", "A clearer way through the system",
    ]
    let text = vague.randomElement(using: &numbers) ?? ""
    return Mutation(
      name: text, rule: "CP212", plan: plan.with { $0.actions[index].successMeasures = [text] },
      pointer: "/actions/\(index)/successMeasures")
  }

  private static func indicatorChanged(
    _ rule: String, _ plan: CanonicalPlan, _ numbers: inout SeededNumbers,
    _ change: (inout Indicator, inout SeededNumbers) -> Void
  ) -> Mutation {
    let index = plan.indicators.indices.randomElement(using: &numbers) ?? 0
    var changed = plan
    change(&changed.indicators[index], &numbers)
    return Mutation(name: "", rule: rule, plan: changed, pointer: "/indicators/\(index)")
  }

  private static func baselineRemoved(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    indicatorChanged("CP213", plan, &numbers) {
      $0.baseline = [nil, "TBC", "To be established"].randomElement(using: &$1) ?? nil
    }
  }

  private static func targetsRemoved(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    indicatorChanged("CP214", plan, &numbers) { indicator, numbers in
      let open: String? = [nil, "TBC"].randomElement(using: &numbers) ?? nil
      for position in indicator.readings.indices { indicator.readings[position].target = open }
    }
  }

  private static func sourceRemoved(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    indicatorChanged("CP215", plan, &numbers) { indicator, _ in indicator.dataSource = nil }
  }

  private static func targetEased(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    indicatorChanged("CP216", plan, &numbers) { indicator, numbers in
      let isShare = indicator.baseline?.contains("%") == true
      let by = Int.random(in: 1...20, using: &numbers)
      indicator.readings[2].target = isShare ? "\(45 - by)%" : "\(38 + by)"
    }
  }

  private static func targetsSwapped(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    indicatorChanged("CP217", plan, &numbers) { indicator, numbers in
      let first = Int.random(in: 0...1, using: &numbers)
      let target = indicator.readings[first].target
      indicator.readings[first].target = indicator.readings[2].target
      indicator.readings[2].target = target
    }
  }

  private static func unitChanged(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    indicatorChanged("CP218", plan, &numbers) { indicator, numbers in
      let position = Int.random(in: 0...2, using: &numbers)
      let target = indicator.readings[position].target ?? ""
      indicator.readings[position].target = target.hasSuffix("%") ? String(target.dropLast()) : target + " %"
    }
  }

  private static func colourOutOfKey(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers)
    let colour: RatingColour = [.grey, .purple, .white].randomElement(using: &numbers) ?? .grey
    return Mutation(
      name: "", rule: "CP219",
      plan: plan.with { $0.actions[index].milestones[1].rating = Rating(colour: colour, status: .unknown) },
      pointer: "/actions/\(index)/milestones/1")
  }

  private static func keyTurned(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = Int.random(in: 1...3, using: &numbers)
    let status: RatingStatus = [.offTrack, .onTrack, .completed][index - 1]
    return Mutation(
      name: "", rule: "CP220", plan: plan.with { $0.plan.ratingKey[index].status = status },
      pointer: "/plan/ratingKey/\(index)")
  }

  private static func doneWithOpen(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers) { !$0.rating.isDone }
    return Mutation(
      name: "", rule: "CP221",
      plan: plan.with { $0.actions[index].rating = Rating(text: "Complete", status: .completed) },
      pointer: "/actions/\(index)/milestones/")
  }

  private static func sectionEmptied(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = plan.sections.indices.randomElement(using: &numbers) ?? 0
    let id = plan.sections[index].id
    return Mutation(
      name: "", rule: "CP222",
      plan: plan.with {
        $0.actions.removeAll { $0.section == id }
        $0.indicators.removeAll { $0.section == id }
      }, pointer: "/sections/\(index)")
  }

  private static func abbreviationUnexplained(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers)
    let word = ["QTF", "WXB", "DSCOs", "RJLNT"].randomElement(using: &numbers) ?? ""
    return Mutation(
      name: word, rule: "CP223", plan: plan.with { $0.actions[index].text += " with the \(word)" },
      pointer: "/actions/\(index)/text")
  }

  private static func textRepeated(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers) { $0.ref != "1.1" }
    let other = Int.random(in: 0..<index, using: &numbers)
    return Mutation(
      name: "", rule: "CP225", plan: plan.with { $0.actions[index].text = $0.actions[other].text + "." },
      pointer: "/actions/\(index)/text")
  }

  private static func leadGarbled(_ plan: CanonicalPlan, _ numbers: inout SeededNumbers) -> Mutation {
    let index = pick(plan, &numbers)
    let lead = plan.actions[index].leads[0].text
    let other = SamplePlan.leads.filter { $0 != lead }.randomElement(using: &numbers) ?? ""
    let garbled = [
      "\(lead) (north", "\(lead) \(other)", "ங்லி \(lead)", String(lead.dropFirst(2)), "Area ManagerHead of \(lead)",
    ]
    let text = garbled.randomElement(using: &numbers) ?? ""
    return Mutation(
      name: text, rule: "CP226", plan: plan.with { $0.actions[index].leads = [Party(text: text)] },
      pointer: "/actions/\(index)/leads/0")
  }
}
