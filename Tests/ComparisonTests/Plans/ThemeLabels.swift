// SPDX-License-Identifier: GPL-3.0-or-later

/// An action in own words, with the themes that a reader gives it.
struct LabelledAction: Sendable {
  let text: String
  var titles: [String] = []
  var measures: [String] = []
  let themes: Set<String>

  /// Written and labelled before the program's answer was seen.
  static let all: [LabelledAction] = [
    LabelledAction(
      text: "Set up one board that steers the work and reports to elected members", themes: ["leadership-governance"]),
    LabelledAction(
      text: "Chairs take what is stuck to the partnership board", titles: ["Governance"],
      themes: ["leadership-governance"]),
    LabelledAction(
      text: "Council and health commission short breaks together from one pooled budget",
      themes: ["joint-commissioning", "sufficiency", "finance"]),
    LabelledAction(
      text: "Write one specification for community health with the integrated care board",
      titles: ["Joint commissioning"],
      themes: ["joint-commissioning", "therapies"]),
    LabelledAction(
      text: "Parent representatives sit on every working group", measures: ["The forum says that it is heard"],
      themes: ["co-production"]),
    LabelledAction(text: "Answer complaints of families within ten days", themes: ["co-production"]),
    LabelledAction(
      text: "Ask families twice a year in a survey how they feel about services", themes: ["co-production", "data"]),
    LabelledAction(text: "Health visitors pass on worries at the two year check", themes: ["early-identification"]),
    LabelledAction(
      text: "Nurseries get help with early identification of speech and language needs",
      themes: ["early-identification", "therapies"]),
    LabelledAction(
      text: "Publish what is ordinarily available in mainstream schools", themes: ["inclusion"]),
    LabelledAction(
      text: "Advisory teachers visit schools that ask about the graduated approach", themes: ["inclusion"]),
    LabelledAction(
      text: "Two officers audit ten EHC plans a month for quality", titles: ["Quality of plans"],
      themes: ["plan-quality"]),
    LabelledAction(
      text: "Write outcomes in EHCPs that are SMART and checked by quality assurance", themes: ["plan-quality"]),
    LabelledAction(text: "Finish new plans within 20 weeks and clear the backlog", themes: ["plan-timeliness"]),
    LabelledAction(
      text: "Psychologists return timely advice within six weeks", titles: ["EHC assessments"],
      themes: ["plan-timeliness", "plan-quality"]),
    LabelledAction(text: "Track annual reviews by year group", themes: ["annual-reviews"]),
    LabelledAction(text: "Amend plans within eight weeks of the annual review", themes: ["annual-reviews"]),
    LabelledAction(text: "Open two resource bases and a new special school", themes: ["sufficiency"]),
    LabelledAction(text: "Forecast specialist places for ten years", themes: ["sufficiency"]),
    LabelledAction(
      text: "Cut the waiting list for a first appointment with the paediatrician",
      themes: ["waiting-times", "therapies"]),
    LabelledAction(
      text: "Nobody waits longer than 18 weeks for an autism assessment", themes: ["waiting-times", "neurodevelopment"]),
    LabelledAction(text: "Hire three occupational therapists", themes: ["therapies"]),
    LabelledAction(
      text: "Families on the neurodevelopmental pathway get a named contact", themes: ["neurodevelopment"]),
    LabelledAction(text: "Mental health support teams start in forty schools", themes: ["mental-health"]),
    LabelledAction(
      text: "A nurture group in each town for pupils with SEMH needs", themes: ["mental-health", "inclusion"]),
    LabelledAction(text: "Plan for adult life from year 9 on", themes: ["transitions"]),
    LabelledAction(text: "Find employers who offer supported internships", themes: ["transitions"]),
    LabelledAction(
      text: "Halve suspensions of pupils with EHCPs", measures: ["Fewer exclusions than in the year before"],
      themes: ["exclusions-attendance"]),
    LabelledAction(text: "End part-time timetables without an end date", themes: ["exclusions-attendance"]),
    LabelledAction(text: "Close the attainment gap at Key Stage 2", themes: ["attainment"]),
    LabelledAction(text: "Train all SENCOs in their first year of office", themes: ["workforce"]),
    LabelledAction(text: "Fill the vacancies in the casework team and keep staff", themes: ["workforce"]),
    LabelledAction(text: "Rewrite the Local Offer website", themes: ["local-offer"]),
    LabelledAction(
      text: "Send a newsletter with clear information to parents", themes: ["local-offer"]),
    LabelledAction(text: "Build a dashboard that all services feed", themes: ["data"]),
    LabelledAction(text: "Review the self-evaluation twice a year", themes: ["data"]),
    LabelledAction(text: "Bring the high needs budget into balance", themes: ["finance"]),
    LabelledAction(text: "Paint the meeting room", themes: []),
    LabelledAction(text: "Buy tea and biscuits for visitors", titles: ["Comfort"], themes: []),
  ]
}
