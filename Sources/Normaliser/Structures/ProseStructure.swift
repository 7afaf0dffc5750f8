// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// What a line of the prose is for.
enum LineUse: Hashable {
  /// Running text, or the value of the label above.
  case text
  /// Heads a section.
  case section
  /// Begins an action.
  case record
  /// A label on a line of its own; what stands below it is its value. A lead-in ("We will:") is a sentence and stays one.
  case label(LabelRole, isLeadIn: Bool)
  /// Labels with their values on the line.
  case labelled
  /// A date that heads what is to happen by then.
  case period
  /// The status of the action above.
  case status
}

/// All prose of a document, line by line, and what each line is taken for: decided once, over the whole document.
struct ProseStructure {
  var lines: [ProseLine] = []
  var uses: [LineUse] = []
  /// What labels stand for, by their key.
  var roles: [String: LabelRole] = [:]
  /// Sections whose lists are actions without a label above them.
  var directLists: Set<Int> = []
  /// List numbers that say where an item stands in its list, not what it is called.
  var hasCountedLists = false
  /// Labels that stand once in a section, below the last of its actions: what they label is the section's.
  var sectionLabels: Set<String> = []
  /// Whether bare numbers count the headings.
  var numbersHeadings = false
  /// Labels whose values belong to the action that follows them.
  var leadsToAction: Set<String> = []
  /// Evidence that the document is a plan.
  var plan = 0.0
  private var index: [UInt32: Int] = [:]

  init() {}

  init(lines: [ProseLine]) {
    self.lines = lines
    uses = Array(repeating: .text, count: lines.count)
    for (position, line) in lines.enumerated() { index[line.paragraph.span.start] = position }
  }

  /// The lines of a run of prose.
  func positions(of items: [ProseItem]) -> [Int] { items.compactMap { index[$0.paragraph.span.start] } }

  /// Whether a run of prose holds anything of a plan.
  func holdsRecords(_ positions: [Int]) -> Bool {
    positions.contains { position in
      switch uses[position] {
      case .record, .status, .period, .label(.field(.action), _): true
      case .labelled: lines[position].segments.contains { isField(roles[$0.key]) }
      case .section: directLists.contains(position)
      default: false
      }
    }
  }

  /// Whether anything of a plan stands below a heading, before the next one of its rank.
  func holdsPlan(below position: Int) -> Bool {
    let own = lines[position]
    var next = position + 1
    while next < lines.count, lines[next].run == own.run, lines[next].rank > own.rank {
      switch uses[next] {
      case .record, .period, .status, .labelled: return true
      case .label(.field, _): return true
      default: next += 1
      }
    }
    // A table is part of what stands below.
    return next >= lines.count || lines[next].run != own.run
  }

  func isField(_ role: LabelRole?) -> Bool {
    guard case .field(let role)? = role else { return false }
    return role.marksAction || role == .rating || role == .reference
  }

  /// The lines that stand below a line: up to the next one of its rank or above, or the end of the run.
  func extent(of position: Int, isLabel: (Int) -> Bool) -> Range<Int> {
    let own = lines[position]
    var end = position + 1
    if own.isItem, end < lines.count, lines[end].form == .plain {
      // An item that labels the paragraphs below it.
      while end < lines.count, lines[end].run == own.run, lines[end].form == .plain, !isLabel(end) { end += 1 }
      return position + 1..<end
    }
    while end < lines.count, lines[end].run == own.run {
      let line = lines[end]
      if line.rank <= own.rank, end > position, !own.isItem || line.rank < 92 || line.depth <= own.depth {
        // A short line right below a label is its value, unless it is a label itself.
        if !(end == position + 1 && line.rank == own.rank && !line.isHeading && !isLabel(end)) {
          if line.rank < own.rank || isLabel(end) || line.form != .plain || own.form != .plain { break }
        }
      }
      end += 1
    }
    return position + 1..<end
  }
}
