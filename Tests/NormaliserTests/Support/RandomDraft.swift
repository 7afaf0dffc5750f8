// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Draws documents, the same for the same seed (SplitMix64): some like plans, some like nothing that anybody would write.
struct RandomDraft: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  private mutating func chance(_ oneIn: Int) -> Bool { number(1...oneIn) == 1 }
  private mutating func pick(_ list: [String]) -> String { list[number(0...list.count - 1)] }

  // MARK: Words

  private static let heads = [
    "Ref", "No.", "#", "Action", "Actions", "Key actions", "What we will do", "Lead", "Lead officer", "By whom",
    "Partners",
    "By when", "Timescale", "Start date", "Due December 2024", "Milestones", "Progress", "Progress update", "RAG",
    "Status",
    "Outcomes", "Outcome", "Success measures", "How will we know?", "Impact", "Monitoring", "Evidence", "Resources",
    "Risks",
    "Priority", "Area", "Theme", "Workstream", "Measure", "KPI", "Baseline", "Target", "Actual", "Targets & Actuals",
    "Frequency", "Data source", "How measured", "Name", "Role", "Term", "Meaning", "Version", "Author", "Notes",
    "Oct 24",
    "January 2025", "Group", "Strategic lead", "Operational lead", "Comments", "Date", "",
  ]

  private static let references = [
    "1", "2", "1.1", "1.2", "2.1", "1.1a", "1.1b", "A", "B", "A.1", "A1.1", "(iii)", "iv)", "a)", "3.", "R1", "–",
    "10.12",
  ]

  private static let dates = [
    "May 2024", "By March 2025", "Autumn 2024", "Ongoing", "14/07/2024", "Termly", "TBC", "Q3 2024/25", "2025",
    "Sept 2024 and ongoing", "June 2024 July 2024", "Complete", "Jan-25",
  ]

  private static let parties = [
    "Head of SEND", "Director of Education", "Jo Bright", "Jo Bright, Head of SEND", "ICB",
    "Designated Clinical Officer / SENCo",
    "Assistant Director; Parent Carer Forum", "1. Head of Inclusion", "LA and ICB", "All partners",
  ]

  private static let ratings = [
    "Green", "Amber", "Red", "R", "G", "Complete", "On track", "Not started", "●", "✓", "BLUE", "Green – on track",
    "Off track",
  ]

  private static let figures = [
    "47%", "12", "95%", "Target", "Actual", "Target: 40%", "Actual - 38%", "TBC", "n/a", "<5",
  ]

  private static let labels = [
    "Lead: ", "By when: ", "Priority 1: ", "Priority 2 – ", "Required Outcome: ", "Outcomes: ", "Action: ", "Theme A ",
    "Lead officer: Head of SEND. By when: ", "A. ", "1.1 ", "2 ", "Update March 2024: ", "Proposal 3: ", "N.B. ",
    "Objective iv. ",
    "Key: ", "RAG: ", "Success measures: ", "Milestones: ", "Appendix 2 – ", "Area of weakness 1: ",
  ]

  private static let lines = [
    "Joint Local Area Action Plan", "Written Statement of Action", "Required Outcome:", "Priority 1:", "Outcomes:",
    "Our priorities", "Workstreams", "Glossary", "Membership", "Version control",
    "Green – complete Amber – on track Red – late",
    "A. Weak planning AND B. Slow assessments", "continued", "Page 3", "EHCP", "Education, health and care plan",
    "Green: done",
    "Amber: slipping", "Red: late", "Key", "Performance", "1", "Croydon Council", "for all", "(", ":", "–", "::", "•",
    "é ü – “q”",
    "Priority", "A.", "1.", "Action", "Lead:", "By when:", "Lead: Lead: Lead:", "AND B.", "A. x AND B.",
  ]

  private static let plain = [
    "train", "every", "coordinator", "school", "nurses", "publish", "offer", "families", "review", "plans", "with",
    "and", "of",
    "the", "Joint", "Board", "pathway", "waiting", "times", "improve", "co-produce", "Ensure", "health", "visitors",
    "autism",
    "assessments", "quality", "to", "Working", "group", "naïve", "café", "–", "(new)", "&", "16-25", "half-termly",
    "e.g.", "SENCos’",
  ]

  private mutating func sentence() -> String {
    var words = (0..<number(1...(chance(6) ? 40 : 12))).map { _ in pick(RandomDraft.plain) }
    if chance(2), let first = words.first { words[0] = first.prefix(1).uppercased() + first.dropFirst() }
    return words.joined(separator: " ") + pick(["", "", ".", ":", ",", ";", " -"])
  }

  private mutating func words() -> String {
    switch number(0...11) {
    case 0: pick(RandomDraft.heads)
    case 1: pick(RandomDraft.references)
    case 2: pick(RandomDraft.dates)
    case 3: pick(RandomDraft.parties)
    case 4: pick(RandomDraft.ratings)
    case 5: pick(RandomDraft.figures)
    case 6: pick(RandomDraft.labels) + sentence()
    case 7: pick(RandomDraft.lines)
    case 8: pick(RandomDraft.references) + " " + sentence()
    default: sentence()
    }
  }

  private mutating func text(_ words: String) -> DraftDocument.Text {
    var text = DraftDocument.Text(words: chance(60) ? " " : words)
    if chance(6) { text.marker = .bullet } else if chance(20) { text.marker = .number }
    if chance(20) { text.isContinuation = true }
    if chance(30) { text.fill = colour() }
    return text
  }

  private mutating func colour() -> Colour {
    let colours = [(0, 176, 80), (255, 192, 0), (255, 0, 0), (0, 112, 192), (191, 191, 191), (250, 250, 250)]
    let (red, green, blue) = colours[number(0...colours.count - 1)]
    return Colour(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
  }

  // MARK: Documents

  /// A document of up to a dozen pieces.
  mutating func draft() -> DraftDocument {
    DraftDocument(pieces: (0..<number(0...12)).map { _ in piece() })
  }

  private mutating func piece() -> DraftDocument.Piece {
    switch number(0...11) {
    case 0: .heading(number(0...6), text(chance(2) ? pick(RandomDraft.lines) : words()))
    case 1, 2: .paragraph(text(pick(RandomDraft.labels) + (chance(2) ? pick(RandomDraft.dates) : sentence())))
    case 3, 4: .paragraph(text(words()))
    case 5: .pageBreak
    case 6: chance(3) ? .furniture(text(words())) : .paragraph(text(pick(RandomDraft.lines)))
    case 7: .table(chaos())
    default: .table(plausible())
    }
  }

  private mutating func alignment() -> Table.Alignment {
    switch number(0...3) {
    case 0: .exact
    case 1: .inferred
    default: .counted
    }
  }

  /// Heads over columns whose cells fit them, with spans, bands, repeated heads, empty and strayed cells.
  private mutating func plausible() -> DraftDocument.Grid {
    let columns = number(2...7)
    let heads = (0..<columns).map { _ in pick(RandomDraft.heads) }
    var grid = DraftDocument.Grid(
      rowCount: 0, columnCount: columns, alignment: alignment(), headerRowCount: chance(4) ? 1 : 0, cells: [])
    var covered: [Int: Int] = [:]
    for row in 0..<number(1...12) {
      grid.rowCount = row + 1
      if row == 0 && !chance(8) || chance(12) {
        for (column, head) in heads.enumerated() where covered[column, default: 0] <= row {
          grid.cells.append(.init(row: row, column: column, texts: [text(head)]))
        }
        continue
      }
      if chance(9) {
        grid.cells.append(
          .init(row: row, column: 0, columnSpan: chance(2) ? columns : 1, texts: [text(words())]))
        continue
      }
      for (column, head) in heads.enumerated() where covered[column, default: 0] <= row && !chance(5) {
        var cell = DraftDocument.Cell(row: row, column: column, texts: [text(value(under: head))])
        if chance(4) { cell.texts.append(text(value(under: head))) }
        if chance(8) { cell.fill = colour() }
        if chance(40) { cell.texts = [] }
        if chance(10) {
          cell.rowSpan = number(2...3)
          covered[column] = row + cell.rowSpan
        }
        grid.cells.append(cell)
      }
    }
    return grid
  }

  private mutating func value(under head: String) -> String {
    if chance(7) { return words() }
    switch head {
    case "Ref", "No.", "#": return pick(RandomDraft.references)
    case "Lead", "Lead officer", "By whom", "Partners", "Strategic lead", "Operational lead", "Name", "Role":
      return pick(RandomDraft.parties)
    case "By when", "Timescale", "Start date", "Date": return pick(RandomDraft.dates)
    case "RAG", "Status", "Oct 24", "January 2025": return pick(RandomDraft.ratings)
    case "Baseline", "Target", "Actual", "Targets & Actuals": return pick(RandomDraft.figures)
    case "Milestones": return sentence() + " (" + pick(RandomDraft.dates) + ")"
    default: return chance(4) ? pick(RandomDraft.references) + " " + sentence() : sentence()
    }
  }

  /// Cells anywhere, over each other, outside the grid, with spans of any size.
  private mutating func chaos() -> DraftDocument.Grid {
    let columns = chance(12) ? number(200...1_000) : number(0...5)
    let rows = number(0...6)
    let cells = (0..<number(0...14)).map { _ in
      DraftDocument.Cell(
        row: number(-1...7), column: chance(6) ? number(-1...1_001) : number(0...5),
        rowSpan: chance(10) ? Int(Int32.max) : number(0...3), columnSpan: chance(10) ? Int(Int32.max) : number(0...4),
        texts: (0..<number(0...3)).map { _ in text(words()) }, fill: chance(6) ? colour() : nil)
    }
    return DraftDocument.Grid(
      rowCount: rows, columnCount: columns, alignment: alignment(), headerRowCount: number(0...2), cells: cells)
  }
}
