// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP223: an abbreviation that the plan's glossary does not explain.
struct UnexplainedAbbreviation: Rule {
  let about = RuleDescription(
    id: "CP223", name: "unexplained-abbreviation", severity: .note,
    looksAt:
      "Words of two to eight capitals in headings, actions, leads, measures, milestones and indicators of plans that have "
      + "a glossary: those neither in it nor in brackets behind their full words. Common ones such as NHS and UK, "
      + "Roman numerals, and words that the plan also writes in small letters are left out.",
    why: "Families read the plan too.",
    fix: "Add it to the glossary, or write it out where it first stands.",
    example: "“ABC panel” without ABC in the glossary; “Area Board for Children (ABC)” would do.")

  func check(_ subject: Subject) -> [Violation] {
    let plan = subject.plan
    guard !plan.glossary.isEmpty else { return [] }
    var known = UnexplainedAbbreviation.common
    for entry in plan.glossary {
      Abbreviations.each(entry.term) { word, _ in known.insert(Abbreviations.stem(word)) }
      for word in WordScan.words(entry.term) { known.insert(word.uppercased()) }
      Abbreviations.each(entry.meaning) { word, isBracketed in
        if isBracketed { known.insert(Abbreviations.stem(word)) }
      }
    }
    var uses = Uses()
    for narrative in plan.narrative {
      Abbreviations.each(narrative.text) { word, isBracketed in
        if isBracketed { known.insert(Abbreviations.stem(word)) }
      }
    }
    for (index, section) in plan.sections.enumerated() {
      uses.add(section.title, "/sections/\(index)/title", section.source)
      for outcome in section.outcomes { uses.add(outcome, "/sections/\(index)/outcomes", section.source) }
    }
    for (index, action) in plan.actions.enumerated() {
      uses.add(action.text, "/actions/\(index)/text", action.source)
      for lead in action.leads { uses.add(lead.text, "/actions/\(index)/leads", action.source) }
      for measure in action.successMeasures { uses.add(measure, "/actions/\(index)/successMeasures", action.source) }
      for milestone in action.milestones { uses.add(milestone.text, "/actions/\(index)/milestones", action.source) }
    }
    for (index, indicator) in plan.indicators.enumerated() {
      uses.add(indicator.measure, "/indicators/\(index)/measure", indicator.source)
    }
    let open = uses.order.filter { use in
      !known.contains(use.stem) && !uses.bracketed.contains(use.stem)
        && !known.contains { $0.hasPrefix(use.stem) && $0.utf8.count > 2 }
    }
    guard !open.isEmpty else { return [] }
    let written = smallWords(plan, Set(open.map { $0.stem.lowercased() }))
    return open.compactMap { use in
      guard !written.contains(use.stem.lowercased()) else { return nil }
      let count = uses.counts[use.stem] ?? 1
      return Violation(
        message: "“\(use.word)” is not in the plan's glossary\(count > 1 ? " and used \(count) times" : ""): "
          + "add it, or write it out.",
        pointer: use.pointer, source: use.source, key: use.stem)
    }
  }

  /// Those of some words in small letters that the plan writes in small letters: they are words, printed in capitals
  /// elsewhere.
  private func smallWords(_ plan: CanonicalPlan, _ words: Set<String>) -> Set<String> {
    var found: Set<String> = []
    func look(_ text: String) {
      for piece in text.split(whereSeparator: { !$0.isLetter }) where words.contains(String(piece)) {
        found.insert(String(piece))
      }
    }
    for section in plan.sections { look(section.title) }
    for action in plan.actions {
      look(action.text)
      for measure in action.successMeasures { look(measure) }
      for milestone in action.milestones { look(milestone.text) }
    }
    for narrative in plan.narrative { look(narrative.text) }
    return found
  }

  private struct Uses {
    struct Use {
      var word: String
      var stem: String
      var pointer: String
      var source: Source
    }
    var order: [Use] = []
    var counts: [String: Int] = [:]
    var bracketed: Set<String> = []

    mutating func add(_ text: String, _ pointer: @autoclosure () -> String, _ source: Source) {
      var seen: [(String, Bool)] = []
      Abbreviations.each(text) { seen.append(($0, $1)) }
      for (word, isBracketed) in seen {
        let stem = Abbreviations.stem(word)
        if isBracketed { bracketed.insert(stem) }
        if counts[stem] == nil { order.append(Use(word: word, stem: stem, pointer: pointer(), source: source)) }
        counts[stem, default: 0] += 1
      }
    }
  }

  /// What readers of any such plan know, and what is no abbreviation to look up.
  static let common: Set = [
    "UK", "EU", "USA", "NHS", "GP", "IT", "ICT", "HR", "PDF", "FAQ", "TBC", "TBA", "TBD", "NB", "PS", "CEO", "ID", "OK",
    "URL", "BBC", "TV", "DVD", "AM", "PM", "AGM", "CV", "PE", "GCSE", "RAG", "BSL", "SEN", "SEND", "OFSTED", "COVID",
    "SMART", "HM", "MP", "VAT", "PR", "QR", "SMS", "AOB", "AND", "OR", "NOT", "THE", "OF", "TO", "IN", "FOR", "ON",
    "BY", "WITH", "FROM", "ALL", "ANY", "WE", "WILL", "IS", "ARE", "AN", "AS", "AT", "BE", "NO", "YES", "SO", "UP",
    "NEW",
    "OUT", "ITS", "OUR", "KEY", "AREA",
  ]
}
