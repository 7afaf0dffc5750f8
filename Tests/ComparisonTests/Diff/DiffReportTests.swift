// SPDX-License-Identifier: GPL-3.0-or-later

import Comparison
import Foundation
import PlanSchema
import Testing

@Suite("Diffs as they are written")
struct DiffReportTests {
  private let old: CanonicalPlan = {
    var plan = FurnishedPlan.generated(actions: 0, seed: 5)
    plan.sections = [Section(id: "1", kind: .priority, ref: "1", title: "Clocks that keep time")]
    plan.indicators = []
    var wind = Action(id: "1.1", text: "Wind the tower clock each morning before the market opens")
    wind.ref = "1.1"
    wind.section = "1"
    wind.leads = [Party(text: "Clock Warden")]
    wind.timescale = When(text: "May 2031", edtf: "2031-05")
    wind.successMeasures = ["90% of mornings on time"]
    wind.milestones = [Milestone(text: "Key found (April 2031)", due: When(text: "April 2031", edtf: "2031-04"))]
    var oil = Action(id: "1.2", text: "Oil the hinges of all the northern gates | and *doors*")
    oil.ref = "1.2"
    oil.section = "1"
    var paint = Action(id: "1.3", text: "Paint the sundial with weatherproof varnish")
    paint.ref = "1.3"
    paint.section = "1"
    plan.actions = [wind, oil, paint]
    return plan
  }()

  private var new: CanonicalPlan {
    var plan = old
    plan.document.file = "new.json"
    plan.actions.remove(at: 1)
    plan.actions[0].timescale = When(text: "August 2031", edtf: "2031-08")
    plan.actions[0].leads = [Party(text: "Deputy Warden <acting>")]
    plan.actions[0].successMeasures = ["75% of mornings on time"]
    plan.actions[0].milestones[0].rating = Rating(colour: .blue, status: .completed)
    plan.actions[1].text = "Paint the old sundial with weatherproof varnish"
    plan.actions[1].ref = "1.2"
    plan.actions[1].id = "1.2"
    return plan
  }

  @Test("kinds in document order, what was dropped last") func order() {
    #expect(
      PlanDiff(from: old, to: new).changes.map(\.kind) == [
        .deadlineChanged, .leadsChanged, .milestoneCompleted, .measureWeakened, .actionReworded, .actionRenumbered,
        .actionDropped,
      ])
  }

  @Test("only form differs: no changes, but they are counted") func form() {
    var new = old
    new.actions[0].text = "WIND the tower-clock, each morning before the market opens."
    new.actions[0].timescale?.text = "31/05"
    new.actions[0].leads[0].text = "clock  warden"
    let diff = PlanDiff(from: old, to: new)
    #expect(diff.isEmpty)
    #expect(diff.formal == 3)
    let text = String(decoding: DiffMarkdownEmitter().emit(diff), as: UTF8.self)
    #expect(text.contains("The editions say the same. 3 differences in white space"))
  }

  @Test("Markdown: the summary first, then slipped deadlines, then leads; nothing breaks a table") func markdown() {
    let text = String(decoding: DiffMarkdownEmitter().emit(PlanDiff(from: old, to: new)), as: UTF8.self)
    let heads = text.split(separator: "\n").filter { $0.hasPrefix("| Summary") || $0.hasPrefix("## ") }
    #expect(
      heads == [
        "| Summary | Number |", "## Deadlines that slipped", "## Leads and contributors", "## Milestones",
        "## Measures of success", "## Dropped actions", "## Renumbered, moved and reordered", "## Reworded actions",
      ])
    #expect(text.contains("| Deadlines later | 1 |"))
    #expect(text.contains("| 3 months later (92 days) | May 2031 | August 2031 |"))
    #expect(text.contains("| 1.3 → 1.2 |"))
    #expect(text.contains("Paint the **old** sundial"))
    #expect(text.contains("northern gates \\| and \\*doors\\*"))
    #expect(text.contains("weakened: 90 to 75%"))
  }

  @Test("JSON is valid and has the details") func json() throws {
    let bytes = DiffJSONEmitter().emit(PlanDiff(from: old, to: new))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let changes = try #require(object["changes"] as? [[String: Any]])
    #expect(changes.count == 7)
    let shift = try #require(changes[0]["shift"] as? [String: Any])
    #expect(shift["direction"] as? String == "later")
    #expect(shift["days"] as? Int == 92)
    #expect(shift["months"] as? Int == 3)
    #expect(changes[1]["joined"] as? [String] == ["Deputy Warden <acting>"])
    let quantity = try #require((changes[3]["quantities"] as? [[String: Any]])?.first)
    #expect(quantity["before"] as? Double == 90)
    #expect(quantity["isWeaker"] as? Bool == true)
    let summary = try #require(object["summary"] as? [String: Any])
    #expect(summary["slippedDeadlines"] as? Int == 1)
    #expect(summary["weakened"] as? Int == 1)
  }

  @Test("CSV has a row a change and as many cells as columns") func csv() {
    let text = String(decoding: DiffCSVEmitter().emit(PlanDiff(from: old, to: new)), as: UTF8.self)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 8)
    #expect(lines[0].split(separator: ",").count == DiffCSVEmitter.columns.count)
    #expect(lines[1].hasPrefix("deadline-changed,action,1.1,1.1,1.1,1.1,Wind the tower clock"))
    #expect(lines[1].contains(",May 2031,August 2031,later,92,3,"))
  }

  @Test("HTML loads nothing, escapes texts and tells words that came and went by more than colour") func html() throws {
    let text = String(decoding: try DiffHTMLEmitter().emit(PlanDiff(from: old, to: new)), as: UTF8.self)
    #expect(text.contains("<main id=\"main\">"))
    #expect(text.contains("Deputy Warden &lt;acting&gt;"))
    #expect(!text.contains("<acting>"))
    #expect(text.contains("<ins><span class=\"vh\">new: </span>old<span"))
    #expect(text.contains("<th scope=\"col\">What</th>"))
    #expect(!text.contains("src=") && !text.contains("http:") && !text.contains("https:") && !text.contains("<script"))
    #expect(text.contains("<a href=\"#topic-0\">Deadlines that slipped</a> (1)"))
  }
}
