// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Finds lists right below the headings of sections whose items are actions, though no label says so.
struct DirectLists {
  let reading: Reading

  func mark(_ structure: inout ProseStructure) {
    // Where a label or a record says what an action is, lists elsewhere are none.
    let isSaid = structure.uses.contains { use in
      switch use {
      case .label(.field(.action), _), .record, .period, .status: true
      default: false
      }
    }
    if isSaid || structure.roles.contains(where: { $0.value == .field(.action) }) { return }
    var byRank: [Int: [(section: Int, items: Range<Int>)]] = [:]
    for position in structure.lines.indices where structure.uses[position] == .section {
      if let items = items(below: position, structure) {
        byRank[structure.lines[position].rank, default: []].append((position, items))
      }
    }
    for lists in byRank.values {
      let named = lists.filter { SectionHeading.parse(structure.lines[$0.section].words).isExplicit }
      let candidates = named.count > 1 ? named : lists
      guard candidates.count > 1 else { continue }
      var future = 0
      var all = 0
      for list in candidates {
        for item in list.items where structure.lines[item].depth == structure.lines[list.items.lowerBound].depth {
          all += 1
          if VerbForms.form(ValueProfile.bare(structure.lines[item])) == .future { future += 1 }
        }
      }
      guard future * 10 >= all * 7, all > 2 else { continue }
      for list in candidates { structure.directLists.insert(list.section) }
    }
  }

  /// The first list below a heading, with no other heading or label between.
  private func items(below section: Int, _ structure: ProseStructure) -> Range<Int>? {
    var start = section + 1
    let run = structure.lines[section].run
    func isOpen(_ position: Int) -> Bool { position < structure.lines.count && structure.lines[position].run == run }
    while isOpen(start), structure.uses[start] == .text, !structure.lines[start].isItem { start += 1 }
    guard isOpen(start), structure.lines[start].isItem, structure.uses[start] == .text else { return nil }
    var end = start
    while isOpen(end), structure.lines[end].isItem, structure.uses[end] == .text { end += 1 }
    return start..<end
  }
}
