// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Evidence that a document is a plan, and evidence that it is something else: news, minutes, a service page.
struct PlanEvidence {
  let reading: Reading

  func score(_ structure: ProseStructure, title: Phrase?, document: SourceDocument) -> Double {
    var score = titles(structure, title, document)
    score += labels(structure)
    score -= genre(structure, title.map { reading.string($0) } ?? document.titleProperty ?? "")
    return score
  }

  // MARK: For

  private func titles(_ structure: ProseStructure, _ title: Phrase?, _ document: SourceDocument) -> Double {
    var best = 0.0
    var lines: [String] = title.map { [reading.string($0)] } ?? []
    if let property = document.titleProperty { lines.append(property) }
    let headings = structure.lines.prefix(60).filter { $0.isHeading && $0.rank <= 20 }
    let front = headings.isEmpty ? structure.lines.prefix(24).filter { $0.words.utf8.count < 100 } : headings
    lines += front.prefix(headings.isEmpty ? 24 : 4).map(\.words)
    for (position, line) in lines.enumerated() {
      let weight = position == 0 ? 1 : 0.75
      if PlanKindReader.kind(line) != nil {
        best = max(best, StructureWeights.titleKind * weight)
      } else if TitleWords.speakOfPlan(line) {
        best = max(best, StructureWeights.titleWords * weight)
      }
    }
    return best
  }

  private func labels(_ structure: ProseStructure) -> Double {
    var places: [LabelRole: Int] = [:]
    var kinds = 0
    var periods = 0
    var records = 0
    var statuses = 0
    for (position, use) in structure.uses.enumerated() {
      switch use {
      case .label(let role, _): places[role, default: 0] += 1
      case .labelled:
        for segment in structure.lines[position].segments {
          if let role = structure.roles[segment.key] { places[role, default: 0] += 1 }
        }
      case .section:
        let heading = SectionHeading.parse(structure.lines[position].words)
        if heading.kind != nil, heading.ref != nil { kinds += 1 }
      case .period: periods += 1
      case .record: records += 1
      case .status: statuses += 1
      case .text: break
      }
    }
    var score = 0.0
    let actions = places[.field(.action)] ?? 0
    if actions > 1 { score += StructureWeights.recurringActions }
    if actions > 2 { score += 0.4 }
    for role: ColumnRole in [.successMeasures, .update, .lead, .timescale, .outcome, .rating]
    where (places[.field(role)] ?? 0) > 1 {
      score += StructureWeights.recurringLabels
    }
    if actions > 0, (places[.field(.successMeasures)] ?? 0) > 0 { score += StructureWeights.recurringLabels }
    if kinds > 1 { score += StructureWeights.kindHeadings }
    if periods > 1 { score += StructureWeights.timeline }
    if statuses > 2 { score += StructureWeights.timeline }
    if records > 1 { score += StructureWeights.recurringActions }
    if !structure.directLists.isEmpty { score += 0.4 }
    return score
  }

  // MARK: Against

  private func genre(_ structure: ProseStructure, _ title: String) -> Double {
    var score = 0.0
    let titleWords = Set(HeadingVocabulary.words(title))
    if !titleWords.isDisjoint(with: PlanEvidence.otherTitles) { score += StructureWeights.otherGenre }
    var ours = 0
    var yours = 0
    var marks = 0
    for line in structure.lines.prefix(400) {
      let words = HeadingVocabulary.words(line.words, limit: 60)
      ours += words.count { $0 == "we" || $0 == "our" }
      yours += words.count { $0 == "you" || $0 == "your" }
      if line.words.utf8.count < 60, PlanEvidence.isGenreMark(words) { marks += 1 }
      if words.contains("said"), line.words.utf8.contains(UInt8(ascii: ":")), words.contains("councillor") {
        marks += 1
      }
    }
    if marks > 0 { score += StructureWeights.otherGenre * min(1.5, Double(marks) * 0.75) }
    if yours > 6, yours > ours * 2 { score += 1.2 }
    return score
  }

  private static func isGenreMark(_ words: [String]) -> Bool {
    let text = words.joined(separator: " ")
    return [
      "minutes", "apologies", "apologies for absence", "agenda item", "declarations of interest", "matters arising",
      "any other business", "notes to editors", "ends", "media enquiries", "press release", "resolved", "in attendance",
      "how to apply", "how to respond", "have your say", "date of next meeting", "minutes of the last meeting",
      "related stories", "more news", "how we use your information", "your rights", "who can apply", "eligibility",
      "job description", "person specification", "terms and conditions", "memorandum", "consultation questions",
      "decision", "decision made", "recipe", "ingredients",
    ].contains(text) || text.hasPrefix("minutes of the meeting") || text.hasPrefix("published on monday")
  }

  private static let otherTitles: Set<String> = [
    "minutes", "news", "agenda", "privacy", "cookies", "vacancy", "consultation", "survey", "newsletter", "job",
    "apply",
    "memorandum", "memo", "decision", "press", "recipe", "admissions", "faq", "questions", "planning",
  ]
}
