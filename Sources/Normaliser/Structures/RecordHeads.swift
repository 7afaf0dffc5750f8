// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Finds the lines that begin records: what stands right above a run of labels of an action.
struct RecordHeads {
  let reading: Reading

  /// How a line is set and numbered: records of one plan look alike.
  private struct Look: Hashable {
    enum Number: Hashable {
      case none, labelled, decimal, single, code
    }
    var form: ProseLine.Form
    var number: Number

    init(_ line: ProseLine) {
      form = line.form
      guard let reference = line.reference else {
        number = .none
        return
      }
      if reference.label != nil {
        number = .labelled
      } else {
        switch reference.kind {
        case .decimal: number = .decimal
        case .number, .letter, .roman: number = .single
        case .code: number = .code
        }
      }
    }
  }

  private struct Tally {
    /// Runs of labels below that only an action has.
    var strong = 0
    /// Runs with nothing but a lead.
    var leadOnly = 0
    var lines: [Int] = []
    var strongLines: Set<Int> = []
  }

  /// Whether a run of labels is one that only actions have.
  private func strength(of cycle: Cycle, among cycles: [Cycle]) -> Bool {
    let own = cycle.roles.filter { $0.marksAction || $0 == .rating }
    if own.count > 1 { return true }
    guard !own.isDisjoint(with: [.timescale, .rating, .start, .milestones]) else { return false }
    // One label alone has to come again.
    return cycles.count { !$0.roles.isDisjoint(with: own) } > 1
  }

  /// Marks the heads; says whether the labels themselves leave no doubt that there are records.
  func mark(_ structure: inout ProseStructure) -> Bool {
    let cycles = self.cycles(structure)
    var tallies: [Look: Tally] = [:]
    var deadlines = 0
    var leads = 0
    for cycle in cycles {
      let isStrong = strength(of: cycle, among: cycles)
      if cycle.roles.contains(.timescale) { deadlines += 1 }
      if cycle.roles.contains(.lead) { leads += 1 }
      guard let head = cycle.head, !cycle.holdsAction, !isTitleOfSection(head, structure) else { continue }
      let look = Look(structure.lines[head])
      tallies[look, default: Tally()].lines.append(head)
      if isStrong {
        tallies[look]?.strong += 1
        tallies[look]?.strongLines.insert(head)
      } else if cycle.roles == [.lead] {
        tallies[look]?.leadOnly += 1
      }
    }
    for (look, tally) in tallies {
      let isSection = headsSections(look, tally, structure)
      if isSection || tally.strong == 0 && !(tally.leadOnly > 1 && look.number != .none && !namesKind(tally, structure))
      {
        continue
      }
      for line in tally.lines where look.number != .none || tally.strongLines.contains(line) {
        structure.uses[line] = .record
      }
      if look.number != .none { markAlike(look, &structure) }
    }
    markActionHeadings(&structure)
    let texts = cycles.count { $0.holdsAction }
    noteLeaders(cycles, texts, &structure)
    return deadlines >= 1 && leads >= 1 || deadlines >= 2 || texts >= 1 && leads + deadlines >= 1 || texts >= 2
  }

  // MARK: Runs of labels

  private struct Cycle {
    var head: Int?
    var roles: Set<ColumnRole> = []
    var keys: [String] = []
    /// Whether a label of the run gives the action's text.
    var holdsAction = false
    /// Keys before the one that gives the text.
    var before: [String] = []
  }

  private func cycles(_ structure: ProseStructure) -> [Cycle] {
    var cycles: [Cycle] = []
    var current: Cycle?
    var head: Int?
    var openLabel = -1
    var labelRank = Int.max
    var isQuoted = false
    func end() {
      if let cycle = current { cycles.append(cycle) }
      current = nil
    }
    for (position, line) in structure.lines.enumerated() {
      if position > 0, structure.lines[position - 1].run != line.run {
        end()
        head = nil
      }
      var fields: [(key: String, role: ColumnRole, hasValue: Bool)] = []
      switch structure.uses[position] {
      case .labelled:
        for segment in line.segments {
          if case .field(let role)? = structure.roles[segment.key] {
            fields.append((segment.key, role, !segment.value.isEmpty))
          }
        }
        if line.prefix.count > 3 {
          end()
          head = position
        }
      case .label(.field(let role), let isLeadIn) where !isLeadIn && (role != .action || !heads(position, structure)):
        fields = [(line.key, role, false)]
        openLabel = position
        labelRank = line.rank
        isQuoted = false
      case .label(let role, _):
        end()
        head = nil
        isQuoted = role == .narrative
        continue
      default: break
      }
      if fields.isEmpty {
        let isValue =
          current != nil
          && (line.isItem && line.reference?.kind != .decimal && !beginsRecord(position, structure)
            || openLabel >= 0 && openLabel == position - 1 && !line.isHeading
            || line.paragraph.style.contains(.continuation))
        if !isValue {
          if current != nil || line.isHeading { end() }
          if line.isHeading || line.reference != nil { isQuoted = false }
          // What stands below "You told us" is no action, whatever follows.
          head = isQuoted ? nil : position
        }
        continue
      }
      for field in fields {
        if current != nil, current?.keys.contains(field.key) ?? false {
          end()
          head = nil
        }
        if current == nil {
          // A label that is a heading stands above paragraphs, so none of them is what it belongs to.
          let isBelow = openLabel == position && head.map { labelRank < 70 && !structure.lines[$0].isHeading } ?? false
          current = Cycle(head: isBelow ? nil : head)
        }
        if field.role == .action, let open = current, !open.holdsAction {
          current?.before = open.keys
          current?.holdsAction = true
        }
        current?.keys.append(field.key)
        current?.roles.insert(field.role)
      }
    }
    end()
    return cycles
  }

  /// Whether a label stands over a list: its items are actions of their own.
  private func heads(_ position: Int, _ structure: ProseStructure) -> Bool {
    guard position + 1 < structure.lines.count else { return false }
    let next = structure.lines[position + 1]
    if next.isItem { return true }
    return next.ending == .colon && position + 2 < structure.lines.count && structure.lines[position + 2].isItem
  }

  /// An item with labels right below it, less deep than they or beside them: the next record of a list.
  private func beginsRecord(_ position: Int, _ structure: ProseStructure) -> Bool {
    guard position + 1 < structure.lines.count, structure.uses[position + 1] == .labelled,
      let key = structure.lines[position + 1].segments.first?.key
    else { return false }
    let line = structure.lines[position]
    let next = structure.lines[position + 1]
    guard !next.isItem || next.depth > line.depth else { return false }
    // The same label stands first in the record before.
    var before = position - 1
    while before >= 0, structure.lines[before].run == line.run, position - before < 30 {
      if structure.uses[before] == .labelled, structure.lines[before].segments.first?.key == key {
        return before > 0 && Look(structure.lines[before - 1]) == Look(line)
      }
      before -= 1
    }
    return false
  }

  /// Whether a line is the title of the section whose kind and number stand on the line above it, with a list of actions
  /// below.
  private func isTitleOfSection(_ head: Int, _ structure: ProseStructure) -> Bool {
    guard head > 0, structure.lines[head - 1].run == structure.lines[head].run else { return false }
    let above = structure.lines[head - 1]
    let heading = SectionHeading.parse(above.words)
    guard heading.kind != nil, heading.ref != nil, heading.titleRange.isEmpty else { return false }
    var next = head + 1
    while next < structure.lines.count, structure.lines[next].run == above.run {
      if structure.uses[next] == .label(.field(.action), isLeadIn: false)
        || structure.uses[next] == .label(.field(.action), isLeadIn: true)
      {
        return true
      }
      if SectionHeading.parse(structure.lines[next].words).kind == heading.kind { return false }
      next += 1
    }
    return false
  }

  // MARK: Looks

  private func namesKind(_ tally: Tally, _ structure: ProseStructure) -> Bool {
    tally.lines.contains { line in
      let kind = SectionHeading.parse(structure.lines[line].words).kind
      return kind != nil
    }
  }

  /// Whether lines of a look head sections: they name a kind of section, and lists of actions or records stand below.
  private func headsSections(_ look: Look, _ tally: Tally, _ structure: ProseStructure) -> Bool {
    guard namesKind(tally, structure) || look.form != .plain && look.number != .labelled else { return false }
    var holding = 0
    for line in tally.lines where holdsActions(below: line, structure) { holding += 1 }
    return holding * 2 > tally.lines.count
  }

  private func holdsActions(below line: Int, _ structure: ProseStructure) -> Bool {
    let own = structure.lines[line]
    var next = line + 1
    while next < structure.lines.count, structure.lines[next].run == own.run {
      if structure.lines[next].rank <= own.rank, structure.lines[next].form == own.form { return false }
      if structure.uses[next] == .label(.field(.action), isLeadIn: true) { return true }
      if structure.uses[next] == .label(.field(.action), isLeadIn: false), heads(next, structure) { return true }
      if let label = structure.lines[next].reference?.label, namesAction(label) { return true }
      next += 1
    }
    return false
  }

  private func namesAction(_ label: String) -> Bool { reading.headings.best(label)?.role == .action }

  /// Lines of the same look and numbering begin records too, though no label stands below them.
  private func markAlike(_ look: Look, _ structure: inout ProseStructure) {
    for position in structure.lines.indices where structure.uses[position] == .text {
      let line = structure.lines[position]
      guard Look(line) == look, let reference = line.reference else { continue }
      if reference.label.map({ !namesAction($0) }) ?? false { continue }
      // A number alone counts lists as well.
      if look.number == .single, SectionHeading.parse(line.words).kind != nil { continue }
      structure.uses[position] = .record
    }
  }

  /// "Action 3 – Share what we know": the word says what it is.
  private func markActionHeadings(_ structure: inout ProseStructure) {
    var found: [Int] = []
    for position in structure.lines.indices {
      let line = structure.lines[position]
      guard structure.uses[position] == .text, let reference = line.reference, let label = reference.label,
        namesAction(label), line.isHeading || line.form == .bold || line.words.utf8.count <= 300
      else { continue }
      found.append(position)
    }
    if found.count > 1 { for position in found { structure.uses[position] = .record } }
  }

  /// Labels that come before the one with the action's text belong to the record that it begins, where they come with
  /// each.
  private func noteLeaders(_ cycles: [Cycle], _ texts: Int, _ structure: inout ProseStructure) {
    var before: [String: Int] = [:]
    var all: [String: Int] = [:]
    for cycle in cycles {
      for key in cycle.keys { all[key, default: 0] += 1 }
      if cycle.holdsAction { for key in cycle.before { before[key, default: 0] += 1 } }
    }
    for (key, count) in before where count > 1 && all[key] == count && count * 2 > texts {
      structure.leadsToAction.insert(key)
    }
  }
}

/// Finds statuses that stand on a line of their own below numbered actions.
struct StatusLines {
  let reading: Reading

  func mark(_ structure: inout ProseStructure) {
    var statuses: [Int] = []
    var heads: [Int] = []
    var open: Int?
    for (position, line) in structure.lines.enumerated() {
      if structure.uses[position] == .record || structure.uses[position] == .text && isNumbered(line) {
        open = position
      }
      guard let head = open, structure.uses[position] == .text, position > head, position - head <= 8,
        line.words.utf8.count <= 40, RatingReader.score(line.words) >= 0.75
      else { continue }
      statuses.append(position)
      heads.append(head)
      open = nil
    }
    guard statuses.count > 2 else { return }
    for position in statuses { structure.uses[position] = .status }
    for position in heads { structure.uses[position] = .record }
    // Actions whose status is missing look like the others.
    let codes = Set(heads.compactMap { structure.lines[$0].reference?.kind })
    guard codes == [.code] || codes == [.decimal] else { return }
    for (position, line) in structure.lines.enumerated() where structure.uses[position] == .text && isNumbered(line) {
      if let kind = line.reference?.kind, codes.contains(kind) { structure.uses[position] = .record }
    }
  }

  private func isNumbered(_ line: ProseLine) -> Bool {
    guard let reference = line.reference, reference.range.upperBound < line.words.utf8.count else { return false }
    if reference.kind == .letter { return false }
    return reference.kind == .decimal || reference.kind == .code
      || reference.kind == .number && line.words.utf8.count > 20
  }
}
