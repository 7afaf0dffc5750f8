// SPDX-License-Identifier: GPL-3.0-or-later

import HTMLPages
import PlanSchema

/// The right half of the page: findings and records, part by part.
struct RecordsView {
  let plan: CanonicalPlan
  let entries: [PlacedRecords.Entry]

  /// The records as HTML.
  func write(to html: inout String) {
    writeFindings(to: &html)
    var position = 0
    for kind in ReviewRecord.Kind.allCases {
      let count = entries.count { $0.record.kind == kind }
      guard count > 0 else {
        if kind == .unplaced {
          html +=
            "<section id=\"part-unplaced\"><h2>Unplaced text (0)</h2>\n<p>Every word found its place.</p></section>\n"
        }
        continue
      }
      html += "<section id=\"part-\(kind.rawValue)\"><h2>\(kind.heading)"
      html += kind == .plan ? "</h2>\n" : " (\(count))</h2>\n"
      if kind == .furniture { html += "<details><summary>What only frames the content</summary>\n" }
      while position < entries.count, entries[position].record.kind == kind {
        if kind == .furniture { writeFurniture(position, to: &html) } else { write(position, to: &html) }
        position += 1
      }
      if kind == .furniture { html += "</details>" }
      html += "</section>\n"
    }
  }

  private func writeFindings(to html: inout String) {
    html += "<section id=\"part-findings\"><h2>Findings (\(plan.findings.count))</h2>\n"
    if plan.findings.isEmpty {
      html += "<p>Nothing was found.</p>\n"
    } else {
      html += "<ul class=\"findings\">\n"
      for finding in plan.findings {
        html += "<li class=\"\(finding.severity.rawValue)\"><strong>\(finding.severity.rawValue)</strong> "
        html += "\(finding.message.htmlEscaped)"
        if let place = finding.source?.label { html += " <span class=\"where\">\(place.htmlEscaped)</span>" }
        html += "</li>\n"
      }
      html += "</ul>\n"
    }
    html += "</section>\n"
  }

  private func write(_ index: Int, to html: inout String) {
    let entry = entries[index]
    let record = entry.record
    html += "<article class=\"record \(record.kind.rawValue)\" id=\"r\(index)\" data-kind=\"\(record.kind.rawValue)\""
    if let target = record.target { html += " data-target=\"\(target.words.htmlEscaped)\"" }
    html += " data-p=\"\(entry.all.map(String.init).joined(separator: " "))\" tabindex=\"-1\">\n"
    html += "<h3>\(record.title.htmlEscaped)"
    if let place = record.source?.label { html += " <span class=\"where\">\(place.htmlEscaped)</span>" }
    html += "</h3>\n<dl>\n"
    for (number, field) in record.fields.enumerated() {
      html += "<dt>\(field.label.htmlEscaped)</dt>\n"
      for (position, value) in field.values.enumerated() {
        write(value, entry.places[number][position], to: &html)
      }
    }
    html += "</dl></article>\n"
  }

  private func write(_ value: ReviewValue, _ places: [Int], to html: inout String) {
    html += "<dd"
    if let name = value.name { html += " data-field=\"\(name.htmlEscaped)\"" }
    if !places.isEmpty { html += " data-p=\"\(places.map(String.init).joined(separator: " "))\"" }
    html += ">"
    if let colour = value.colour { html += "<i class=\"swatch \(colour.rawValue)\"></i>" }
    html += "<span class=\"v\">\(value.text.htmlEscaped)</span>"
    if let note = value.note { html += " <span class=\"note\">\(note.htmlEscaped)</span>" }
    html += "</dd>\n"
  }

  private func writeFurniture(_ index: Int, to html: inout String) {
    let entry = entries[index]
    html += "<div class=\"record furniture\" id=\"r\(index)\" data-kind=\"furniture\""
    html += " data-p=\"\(entry.all.map(String.init).joined(separator: " "))\" tabindex=\"-1\">"
    html += "<span class=\"note\">\(entry.record.title.htmlEscaped)</span> "
    for field in entry.record.fields {
      for value in field.values { html += "<span class=\"v\">\(value.text.htmlEscaped)</span>" }
    }
    html += "</div>\n"
  }
}
