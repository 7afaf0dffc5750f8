// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Cuts a report's lines into its parts, at their headings.
struct ReportParts {
  let reading: Reading
  let framework: InspectionFramework

  /// Parts in document order. Headings of parts whose content becomes fields are set aside as labels.
  func split(_ lines: [ReportLine]) -> [(part: ReportPart, lines: [ReportLine])] {
    var parts: [(part: ReportPart, lines: [ReportLine])] = [(.front, [])]
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if ReportPart.opensImprint(line.words) {
        parts.append((.imprint, [line]))
      } else if let (part, count) = heading(lines, at: index, current: parts[parts.count - 1].part) {
        let heads = Array(lines[index..<index + count])
        if part == .prose || part == .imprint {
          parts.append((part, heads))
        } else {
          for head in heads { reading.furnish(Phrase(head.span), kind: "label") }
          if part != parts[parts.count - 1].part { parts.append((part, [])) }
          takeRow(of: line, from: &parts)
        }
        index += count
        continue
      } else if closes(
        parts[parts.count - 1].part, line, hasItems: parts[parts.count - 1].lines.contains(where: \.isBullet))
      {
        parts.append((.prose, [line]))
      } else {
        parts[parts.count - 1].lines.append(line)
      }
      index += 1
    }
    return parts
  }

  /// The part that a line opens as its heading, and how many lines the heading takes.
  private func heading(_ lines: [ReportLine], at index: Int, current: ReportPart) -> (ReportPart, Int)? {
    let line = lines[index]
    if framework == .localAreaSEND2016, WeaknessAnnouncement.kind(line.words) != nil { return (.weaknesses, 1) }
    guard !line.isBullet, current != .imprint else { return nil }
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    if let part = ReportPart.heading(line.words) {
      // "Outcome" may be a word of a table elsewhere; a part of prose does not interrupt the front's dates.
      if part == .team || part == .partners, line.cell != nil, current == part { return nil }
      return (part, 1)
    }
    // A heading over two lines.
    if let next, line.headingLevel != nil, next.headingLevel != nil, !next.isBullet,
      ReportPart.heading(next.words) == nil, let part = ReportPart.heading(line.words + " " + next.words)
    {
      return (part, 2)
    }
    return nil
  }

  /// Cells before the heading in the same row of its table belong to its part: "Responsible body | Areas for …".
  private func takeRow(of head: ReportLine, from parts: inout [(part: ReportPart, lines: [ReportLine])]) {
    guard let cell = head.cell, parts.count > 1 else { return }
    let before = parts.count - 2
    guard parts[parts.count - 1].lines.isEmpty else { return }
    var moved: [ReportLine] = []
    while let last = parts[before].lines.last, let place = last.cell, place.table == cell.table, place.row == cell.row {
      moved.insert(parts[before].lines.removeLast(), at: 0)
    }
    parts[parts.count - 1].lines += moved
  }

  /// Whether a line that is no heading of a known part ends the part: another heading, or a paragraph behind the list of a
  /// letter.
  private func closes(_ part: ReportPart, _ line: ReportLine, hasItems: Bool) -> Bool {
    switch part {
    case .weaknesses: return !line.isBullet && line.cell == nil && !line.isAfterBreak && framework == .localAreaSEND2016
    case .effective, .needsImprovement:
      guard line.headingLevel != nil || framework == .localAreaSEND2016, !line.isBullet, line.cell == nil else {
        return false
      }
      // Behind the list of a letter its prose goes on.
      if framework == .localAreaSEND2016, hasItems, !line.isAfterBreak, !line.beginsLower { return true }
      return line.words.utf8.count < 160 && line.isOpen && !line.isAfterBreak && !line.beginsLower
    case .outcome: return line.headingLevel != nil && line.isOpen && line.words.utf8.count < 120
    default: return false
    }
  }
}
