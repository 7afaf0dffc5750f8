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
    let actions = subject.plan.actions
    let plan = subject.plan
    guard !plan.glossary.isEmpty else { return [] }
    var known = UnexplainedAbbreviation.common
    for entry in plan.glossary {
      Abbreviations.each(entry.term) { known.insert($0.abbreviation) }
      for word in WordScan.words(entry.term) { known.insert(Abbreviation(word.utf8)) }
      Abbreviations.each(entry.meaning) { if $0.isBracketed { known.insert($0.abbreviation) } }
    }
    var uses = Uses()
    for narrative in plan.narrative {
      Abbreviations.each(narrative.text) { if $0.isBracketed { known.insert($0.abbreviation) } }
    }
    for (index, section) in plan.sections.enumerated() {
      uses.add(section.title, "/sections/\(index)/title", section.source)
      for outcome in section.outcomes { uses.add(outcome, "/sections/\(index)/outcomes", section.source) }
    }
    for index in actions.indices {
      uses.add(actions[index].text, "/actions/\(index)/text", actions[index].source)
      for lead in actions[index].leads { uses.add(lead.text, "/actions/\(index)/leads", actions[index].source) }
      for measure in actions[index].successMeasures {
        uses.add(measure, "/actions/\(index)/successMeasures", actions[index].source)
      }
      for milestone in actions[index].milestones {
        uses.add(milestone.text, "/actions/\(index)/milestones", actions[index].source)
      }
    }
    for (index, indicator) in plan.indicators.enumerated() {
      uses.add(indicator.measure, "/indicators/\(index)/measure", indicator.source)
    }
    let open = uses.order.filter { use in
      !known.contains(use.abbreviation) && !uses.bracketed.contains(use.abbreviation)
        && !known.contains { use.abbreviation.begins($0) }
    }
    guard !open.isEmpty else { return [] }
    let written = smallWords(plan, Set(open.map(\.abbreviation)))
    return open.compactMap { use in
      guard !written.contains(use.abbreviation) else { return nil }
      let count = uses.counts[use.abbreviation] ?? 1
      return Violation(
        message: "“\(use.word)” is not in the plan's glossary\(count > 1 ? " and used \(count) times" : ""): "
          + "add it, or write it out.",
        pointer: use.pointer, source: use.source, key: use.abbreviation.text)
    }
  }

  /// Those of some words in small letters that the plan writes in small letters: they are words, printed in capitals
  /// elsewhere.
  private func smallWords(_ plan: CanonicalPlan, _ words: Set<Abbreviation>) -> Set<Abbreviation> {
    var found: Set<Abbreviation> = []
    func look(_ text: String) {
      var text = text
      text.withUTF8 { bytes in
        var at = 0
        while at < bytes.count {
          let start = at
          while at < bytes.count, bytes[at] >= 0x61, bytes[at] <= 0x7A { at += 1 }
          // A part of a longer word is none.
          if at > start + 1, at <= start + 8, start == 0 || bytes[start - 1] < 0x41 {
            let word = Abbreviation(bytes[start..<at])
            if words.contains(word) { found.insert(word) }
          }
          at = max(at, start + 1)
        }
      }
    }
    for section in plan.sections { look(section.title) }
    let actions = plan.actions
    for index in actions.indices {
      look(actions[index].text)
      for measure in actions[index].successMeasures { look(measure) }
      for milestone in actions[index].milestones { look(milestone.text) }
    }
    for narrative in plan.narrative { look(narrative.text) }
    return found
  }

  private struct Uses {
    struct First {
      var word: String
      var abbreviation: Abbreviation
      var pointer: String
      var source: Source
    }
    var order: [First] = []
    var counts: [Abbreviation: Int] = [:]
    var bracketed: Set<Abbreviation> = []

    mutating func add(_ text: String, _ pointer: @autoclosure () -> String, _ source: Source) {
      Abbreviations.each(text) { use in
        if use.isBracketed { bracketed.insert(use.abbreviation) }
        counts[use.abbreviation, default: 0] += 1
        guard counts[use.abbreviation] == 1 else { return }
        let word = String(decoding: use.letters, as: UTF8.self)
        order.append(First(word: word, abbreviation: use.abbreviation, pointer: pointer(), source: source))
      }
    }
  }

  /// What readers of any such plan know, and what is no abbreviation to look up.
  static let common = Set(
    [
      "UK", "EU", "USA", "NHS", "GP", "IT", "ICT", "HR", "PDF", "FAQ", "TBC", "TBA", "TBD", "NB", "PS", "CEO", "ID",
      "OK",
      "URL", "BBC", "TV", "DVD", "AM", "PM", "AGM", "CV", "PE", "GCSE", "RAG", "BSL", "SEN", "SEND", "OFSTED", "COVID",
      "SMART", "HM", "MP", "VAT", "PR", "QR", "SMS", "AOB", "AND", "OR", "NOT", "THE", "OF", "TO", "IN", "FOR", "ON",
      "BY", "WITH", "FROM", "ALL", "ANY", "WE", "WILL", "IS", "ARE", "AN", "AS", "AT", "BE", "NO", "YES", "SO", "UP",
      "NEW",
      "OUT", "ITS", "OUR", "KEY", "AREA",
    ].map { Abbreviation($0.utf8) })
}
