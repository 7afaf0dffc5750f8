// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// CP212: an action whose success nobody can measure.
struct MeasureNotMeasurable: Rule {
  let about = RuleDescription(
    id: "CP212", name: "measure-not-measurable", severity: .note,
    looksAt:
      "The success measures of an action together: whether any has a number, a share such as “all”, a thing to count, "
      + "a source such as a survey or audit, a comparison, a date, or a deliverable such as “published” or “in place”. "
      + "Only measures with vague words such as “better” or “confident” are reported.",
    why: "“Families feel better informed” can neither be reached nor missed until somebody says how it is measured.",
    fix: "Say what is counted, from where to where and by when, or which document or service is there in the end.",
    example: "“Families feel better informed”; “80 % of families say in the survey that they are informed” would do.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    return actions.indices.compactMap { index in
      guard !actions[index].successMeasures.isEmpty else { return nil }
      var isVague = false
      for measure in actions[index].successMeasures {
        // A number is seen without a look at the words.
        var isMeasurable = measure.withBytes { $0.contains { $0 >= 0x30 && $0 <= 0x39 } }
        if isMeasurable { return nil }
        WordScan.each(measure) { (word: PackedWord) in
          isMeasurable = MeasureNotMeasurable.measurable.contains(word)
          if !isVague, MeasureNotMeasurable.vague.contains(word) { isVague = true }
          return !isMeasurable
        }
        if isMeasurable { return nil }
      }
      guard isVague else { return nil }
      let action = actions[index]
      return Violation(
        message: "\(action.title): nothing in its success measures can be measured (“"
          + "\(Quote.short(action.successMeasures[0], words: 14))”). Say what is counted, or what is there in the end.",
        pointer: "/actions/\(index)/successMeasures", source: action.source, key: action.id)
    }
  }

  private static let measurable: WordList = [
    // Shares and counts.
    "all", "every", "each", "both", "none", "no", "percent", "percentage", "number", "numbers", "rate", "rates",
    "proportion", "majority", "half", "most", "fewer", "volume", "score", "scores", "single",
    // Where it is read off.
    "survey", "surveys", "questionnaire", "audit", "audits", "audited", "data", "dashboard", "dashboards", "report",
    "reports", "reported", "reporting", "records", "record", "feedback", "evaluation", "evaluations", "evaluated",
    "inspection", "inspections", "statistics", "dataset", "scorecard", "kpi", "kpis", "judged", "graded", "rated",
    "recorded", "minutes", "ofsted", "returns", "evidence", "evidenced", "evidences", "monitoring", "monitored",
    "demonstrate", "demonstrates", "demonstrated", "measured", "tracked", "sampled", "moderated",
    // Things that are counted anyway.
    "attendance", "absence", "absences", "exclusions", "exclusion", "suspensions", "complaints", "appeals", "tribunals",
    "requests", "referrals", "waiting", "waits", "neet", "attainment", "uptake", "placements", "budgets", "budget",
    "costs", "timescale", "timescales", "timeframe", "timeframes", "deadline", "deadlines", "average",
    "averages", "national", "qualifications", "places", "hits", "attend", "attended", "vacancies", "caseload",
    "progress", "standard", "standards", "target", "targets", "compliance", "compliant", "statutory",
    // How often.
    "annual", "annually", "monthly", "quarterly", "termly", "weekly", "yearly", "daily", "regularly",
    // What is there in the end.
    "published", "produced", "established", "implemented", "agreed", "signed", "appointed", "recruited", "launched",
    "completed", "complete", "delivered", "trained", "circulated", "adopted", "approved", "commissioned", "created",
    "developed", "place", "available", "updated", "introduced", "rolled", "embedded", "shared", "identified",
    "allocated",
    "assigned", "written", "issued", "held", "set", "reviewed", "secured", "mobilised", "operating", "operational",
    "functioning", "running", "accessible", "expanded", "provided", "used", "using", "exists", "exist", "achieved",
    "received", "receive", "receives", "contains", "attends", "reduced", "increased", "decreased", "reduction",
    "jointly",
    "offered", "designed", "presented", "coproduced", "procured", "funded", "met", "invited", "represented", "agree",
    "agrees", "members", "membership", "job", "post", "posts",
  ]
  private static let vague: WordList = [
    "better", "improved", "improve", "improves", "improving", "improvements", "more", "effective",
    "effectively", "efficient", "confident", "confidence", "feel", "feels", "understand", "understands",
    "understanding", "understood", "aware", "awareness", "clear", "clearer", "clearly", "consistent", "consistency",
    "quality",
    "robust", "strong", "stronger", "strengthened", "supported", "appropriate", "appropriately", "good", "enhanced",
    "informed", "knowledge", "happy", "valued", "seamless", "smooth", "timely", "ambitious", "positive", "greater",
    "inclusive", "collaboratively", "collaborative", "relevant", "able",
  ]
}
