// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// What speaks for a document being an inspection report, and of which kind.
struct ReportEvidence {
  /// The framework that the document's parts and words speak for; nil where it is no report.
  let framework: InspectionFramework?

  /// Lines that are looked through for words of letters.
  private static let longestFront = 60

  init(_ lines: [ReportLine]) {
    var parts: Set<ReportPart> = []
    var informs = false
    for line in lines where !line.isBullet {
      guard let part = ReportPart.heading(line.words) else { continue }
      if part == .prose {
        informs = informs || line.words.utf8.count < 80
      } else {
        parts.insert(part)
      }
    }
    let lists = parts.contains(.effective) && parts.contains(.needsImprovement)
    let people = parts.contains(.team) || parts.contains(.partners)
    let asks = parts.contains(.priorityActions) || parts.contains(.improvements)
    let has = [lists, people, asks, parts.contains(.outcome), informs].count(where: { $0 })
    let isLetter = ReportEvidence.isLetter(lines)
    if has >= 3, lists || parts.contains(.outcome), !isLetter {
      framework = .areaSEND2023
    } else if isLetter {
      framework = .localAreaSEND2016
    } else {
      framework = nil
    }
  }

  /// Whether a letter tells local leaders what an inspection of their area found.
  private static func isLetter(_ lines: [ReportLine]) -> Bool {
    var greets = false
    var closes = false
    var tells = false
    var judges = false
    for (index, line) in lines.enumerated() {
      let words = HeadingVocabulary.words(line.words, limit: 60)
      if index < longestFront {
        greets = greets || words.first == "dear"
        let set = Set(words)
        let speaks = set.contains("inspection") || set.contains("revisit")
        tells =
          tells
          || speaks && !set.isDisjoint(with: ["findings", "outlines", "conducted", "joint"])
            && !set.isDisjoint(with: ["ofsted", "cqc", "inspectors", "letter"])
      }
      closes = closes || words.starts(with: ["yours", "sincerely"]) || words.starts(with: ["yours", "faithfully"])
      judges =
        judges || words.starts(with: ["the", "effectiveness", "of", "the", "local", "area"])
        || words.starts(with: ["main", "findings"])
    }
    return greets && tells && (closes || judges)
  }
}
