// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Decides what kind of table a grid is and what each of its columns holds: the reading with the best total of evidence.
struct RoleDecision {
  let reading: Reading
  /// What earlier tables of the document say.
  var known = KnownColumns()

  /// One reading of a whole table.
  struct Hypothesis {
    var kind: TableKind
    var roles: [ColumnRole?]
    /// The column of the records.
    var records: Int?
    var total: Double
  }

  /// The layout that a header of one or more rows announces, over the data rows that follow it.
  func layout(_ grid: Grid, header: Range<Int>, data: Range<Int>) -> Layout {
    let heads = ColumnHeads(reading: reading)
    var columns = heads.columns(grid, header: header)
    for (index, profile) in ColumnProfile.profiles(grid, rows: data, reading: reading).enumerated() {
      columns[index].profile = profile
    }
    let words = heads.wordsThatSpeak(columns)
    let evidence = evidence(columns, words: words)
    let isTitled = isTitled(grid, header: header, data: data)
    let best = decide(evidence, heads: words, isTitled: isTitled)
    for index in columns.indices {
      columns[index].role = best.roles[index]
      columns[index].isRatingHead = evidence.columns[index].vote(.rating) > 0
      // What the head calls the sections; its place in the document stays with the column that it stands over.
      if best.roles[index] == .section || best.roles[index] == .outcome { columns[index].words = words[index] }
    }
    heads.inheritSpans(&columns, grid: grid, header: header)
    var layout = Layout(
      kind: best.kind, columns: columns,
      signature: HeaderFinder(reading: reading).signature(grid, row: header.lowerBound))
    layout.isTitled = isTitled && best.kind == .actions && best.records == nil
    if let records = best.records, best.kind == .actions, evidence.columns[records].headsSection {
      layout.sectionHead = records
    }
    explain(layout, best, evidence: evidence, grid: grid)
    return layout
  }

  /// Whether a text stands right above the header of a row or two, as the title of a card does.
  private func isTitled(_ grid: Grid, header: Range<Int>, data: Range<Int>) -> Bool {
    guard header.lowerBound > 0, (1...2).contains(data.count { grid.freshCount($0) > 0 }) else { return false }
    let entries = grid.fresh(header.lowerBound - 1)
    guard (1...2).contains(entries.count), let last = entries.last, let first = entries.first else { return false }
    let text = reading.string(grid.paragraphs(last))
    return text.utf8.count >= 20 && SectionHeading.parse(text).kind == nil
      && (entries.count == 1 || grid.paragraphs(first).byteCount <= 40)
  }

  private func evidence(_ columns: [Layout.Column], words: [String]) -> RoleEvidence {
    let grid = known.sameGrid(columns.map(\.words))
    return RoleEvidence(
      columns: columns.enumerated().map { index, column in
        let head = words[index]
        let isHeaded = head.utf8.contains(where: \.isWordByte)
        var votes: [ColumnRole: Double] = [:]
        if isHeaded { for vote in reading.headings.votes(head) { votes[vote.role] = vote.weight } }
        let list = isHeaded ? HeadingVocabulary.words(head) : []
        return RoleEvidence.Column(
          words: list, votes: votes, leanings: HeadStems.leanings(list), profile: column.profile ?? ColumnProfile(),
          isDated: column.date != nil, speaksOfFuture: ColumnHeads.speaksOfFuture(head),
          namesStage: ColumnHeads.namesStage(head), headsSection: ColumnHeads.headsSection(head),
          figures: votes[.reading] ?? 0 > 0.6 ? nil : PeriodLabel.leading(head)?.role,
          elsewhere: isHeaded ? known.role(of: head) : nil,
          sameGrid: grid?[index], numbersNext: head.isEmpty && !column.words.isEmpty)
      })
  }

  // MARK: The best reading

  /// The best reading of all kinds; a table that nothing speaks for is none of them.
  func decide(_ evidence: RoleEvidence, heads: [String], isTitled: Bool) -> Hypothesis {
    let kinds = KindEvidence(columns: evidence.columns, heads: heads, isTitled: isTitled)
    var best = Hypothesis(
      kind: .decoy, roles: evidence.columns.map { $0.isHeaded ? .other : nil }, records: nil, total: 0)
    for kind in [TableKind.actions, .indicators, .membership, .groups, .glossary] {
      for records in candidates(evidence, kind: kind) {
        for reading in search(evidence, kind: kind, records: records) {
          let beside = kinds.pieces(kind, roles: reading.roles, records: records)
          let total = reading.total + beside.reduce(0) { $0 + $1.value }
          if total > best.total {
            best = Hypothesis(kind: kind, roles: reading.roles, records: records, total: total)
          }
        }
      }
    }
    return best
  }

  /// The columns that may be those of the records, the likeliest first; nil where there may be none.
  private func candidates(_ evidence: RoleEvidence, kind: TableKind) -> [Int?] {
    guard let role = RoleDecision.recordRole(kind) else { return [nil] }
    let sums = evidence.columns.indices.map { evidence.sum($0, role, kind: kind, records: $0) }
    let ranked = evidence.columns.indices.sorted { (sums[$0], -$0) > (sums[$1], -$1) }
    return ranked.prefix(3).map { $0 } + (kind == .actions ? [nil] : [])
  }

  static func recordRole(_ kind: TableKind) -> ColumnRole? {
    switch kind {
    case .actions: .action
    case .indicators: .measure
    default: nil
    }
  }

  /// The best assignments of roles to columns: a beam over the columns, those first that are surest.
  private func search(_ evidence: RoleEvidence, kind: TableKind, records: Int?) -> [(
    roles: [ColumnRole?], total: Double
  )] {
    let record = RoleDecision.recordRole(kind)
    let options = evidence.columns.indices.map { index -> [(role: ColumnRole?, gain: Double)] in
      let column = evidence.columns[index]
      let none = column.isHeaded ? EvidenceWeights.other : EvidenceWeights.nothing
      if index == records, let record {
        let headed = column.headsSection ? EvidenceWeights.head * 0.9 : 0
        return [(record, evidence.sum(index, record, kind: kind, records: records) + headed - none)]
      }
      var options: [(role: ColumnRole?, gain: Double)] = [(column.isHeaded ? .other : nil, 0)]
      guard column.isHeaded || column.profile.filled > 0 else { return options }
      for role in RoleDecision.roles(kind) where role != .other && role != record {
        let gain = evidence.sum(index, role, kind: kind, records: records) - none
        if gain > 0 { options.append((role, gain)) }
      }
      options.sort { ($0.gain, $1.role?.rawValue ?? "") > ($1.gain, $0.role?.rawValue ?? "") }
      return Array(options.prefix(5))
    }
    let order = options.indices.sorted {
      (RoleDecision.margin(options[$0]), -$0) > (RoleDecision.margin(options[$1]), -$1)
    }
    var beam: [(roles: [ColumnRole?], total: Double)] = [(evidence.columns.map { _ in nil }, 0)]
    for index in order {
      var next: [(roles: [ColumnRole?], total: Double)] = []
      for partial in beam {
        for option in options[index] {
          guard let cost = second(option.role, at: index, in: partial.roles, evidence: evidence) else { continue }
          var roles = partial.roles
          roles[index] = option.role
          next.append((roles, partial.total + option.gain + cost))
        }
      }
      next.sort { $0.total > $1.total }
      beam = Array(next.prefix(RoleDecision.beamWidth))
    }
    return beam
  }

  private static let beamWidth = 12

  private static func margin(_ options: [(role: ColumnRole?, gain: Double)]) -> Double {
    guard let first = options.first else { return 0 }
    return options.count > 1 ? first.gain - options[1].gain : 100 + first.gain
  }

  /// What a role costs that another column has already: nil where there can be but one.
  private func second(_ role: ColumnRole?, at index: Int, in roles: [ColumnRole?], evidence: RoleEvidence) -> Double? {
    guard let role, role != .other, roles.contains(role) else { return 0 }
    let column = evidence.columns[index]
    switch role {
    case .section:
      // A second level of sections, which its head names.
      return column.vote(.section) >= 0.9 && column.profile.length >= 10 ? 0 : nil
    case .rating:
      // Statuses are statuses, whatever heads them.
      return column.isHeaded ? 0 : EvidenceWeights.unnamedSecond
    default:
      guard role.canRepeat else { return nil }
      return column.names(role) || column.isDated || column.namesStage || column.sameGrid == role
        ? 0 : EvidenceWeights.unnamedSecond
    }
  }

  private static let texts = ColumnRole.allCases.filter(ColumnRole.actionTexts.contains)

  /// The roles that columns of a kind of table may have.
  static func roles(_ kind: TableKind) -> [ColumnRole] {
    switch kind {
    case .actions:
      [
        .section, .sectionReference, .outcome, .reference, .action, .subAction, .lead, .contributors, .group, .start,
        .timescale,
        .successMeasures, .milestones, .update, .rating,
      ] + texts + [.other]
    case .indicators:
      [
        .theme, .measure, .dataSource, .method, .frequency, .baseline, .target, .actual, .reading, .reference, .lead,
        .contributors, .timescale, .update, .rating,
      ] + texts + [.group, .other]
    case .membership: [.memberName, .memberRole, .lead, .other]
    case .groups: [.section, .group, .lead, .contributors, .memberName, .other]
    case .glossary: [.term, .meaning, .other]
    default: [.other]
    }
  }
}
