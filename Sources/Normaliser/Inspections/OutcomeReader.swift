// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads the outcome: its paragraph, the grade that its words give, and what follows from it.
struct OutcomeReader {
  let reading: Reading

  /// - Parameters:
  ///   - lines: what stands under the heading of the outcome.
  ///   - fallback: where an outcome without a heading may stand.
  func read(_ lines: [ReportLine], fallback: [ReportLine], into inspection: inout Inspection) {
    var paragraphs = OutcomeReader.paragraphs(lines)
    if paragraphs.isEmpty {
      let others = OutcomeReader.paragraphs(fallback)
      guard let first = others.firstIndex(where: { OutcomeReader.grade(reading.joined(phrase($0))) != nil }) else {
        return
      }
      paragraphs = Array(others[first...])
    }
    for (index, paragraph) in paragraphs.enumerated() {
      let words = phrase(paragraph)
      guard !words.isEmpty, !words.spans.contains(where: { reading.ledger.isTouched($0) }) else { continue }
      reading.ledger.place(words, as: .field)
      let text = reading.joined(words)
      if index == 0 {
        inspection.outcome = InspectionOutcome(text: text, grade: OutcomeReader.grade(text))
      } else {
        inspection.next.append(text)
      }
    }
  }

  /// The outcome that a letter tells among its findings: whether a written statement of action is asked for.
  func readLetter(_ lines: [ReportLine], into inspection: inout Inspection) {
    for line in lines where !line.isBullet && !reading.ledger.isTouched(line.span) {
      let words = HeadingVocabulary.words(line.words)
      guard words.contains("statement"), words.contains("determined") || words.contains("required"),
        words.contains("chief") || words.contains("hmci") || words.contains("inspection")
      else { continue }
      let phrase = reading.content(line.paragraph)
      reading.ledger.place(phrase, as: .field)
      inspection.outcome = InspectionOutcome(text: reading.joined(phrase))
      return
    }
  }

  /// Lines that one sentence runs through, together.
  private static func paragraphs(_ lines: [ReportLine]) -> [[ReportLine]] {
    var paragraphs: [[ReportLine]] = []
    for line in lines where line.words.utf8.holdsWord {
      if let last = paragraphs.last?.last, last.isOpen, line.beginsLower || line.isBullet || last.words.hasSuffix(",") {
        paragraphs[paragraphs.count - 1].append(line)
      } else {
        paragraphs.append([line])
      }
    }
    return paragraphs
  }

  private func phrase(_ lines: [ReportLine]) -> Phrase {
    var phrase = Phrase.empty
    for line in lines { phrase.append(reading.content(line.paragraph)) }
    return phrase
  }

  /// The grade that an outcome's words give: 1 the best, 3 the worst.
  static func grade(_ text: String) -> Int? {
    let words = HeadingVocabulary.words(text)
    let set = Set(words)
    guard set.contains("experiences") || set.contains("outcomes") || set.contains("failings") else { return nil }
    if set.contains("failings"), !set.isDisjoint(with: ["systemic", "widespread"]) { return 3 }
    if set.contains("inconsistent") { return 2 }
    if set.contains("positive"), set.contains("typically") || set.contains("lead") { return 1 }
    return nil
  }
}
