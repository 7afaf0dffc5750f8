// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Labels that read alike, wherever they stand: they decide together.
struct LabelClass {
  /// One place of the label.
  struct Place {
    var line: Int
    /// What it labels on its own line.
    var value: Range<Int>?
    /// The lines below a label that stands alone.
    var below: Range<Int> = 0..<0
  }

  var key: String
  var words: String
  var places: [Place] = []
  /// How the label is set where it stands alone.
  var hasInline: Bool { places.contains { $0.value != nil } }
}

/// What the values of a class of labels look like, as shares from 0 to 1.
struct ValueProfile {
  var dates = 0.0
  var parties = 0.0
  var statuses = 0.0
  var future = 0.0
  var past = 0.0
  var state = 0.0
  /// Share of places below which a list stands.
  var lists = 0.0
  /// Share of places below which anything stands.
  var filled = 0.0

  init(_ group: LabelClass, _ lines: [ProseLine], reading: Reading) {
    var counts: (values: Double, statements: Double) = (0, 0)
    for place in group.places.prefix(40) {
      if let value = place.value {
        let text = lines[place.line].words.utf8Slice(value)
        guard !text.isEmpty else { continue }
        filled += 1
        add(value: text, &counts, reading)
        add(statement: text, &counts)
        continue
      }
      let items = place.below.filter { lines[$0].isItem }
      if !place.below.isEmpty { filled += 1 }
      if !items.isEmpty { lists += 1 }
      let depth = items.map { lines[$0].depth }.min() ?? 0
      let statements = items.isEmpty ? Array(place.below.prefix(6)) : items.filter { lines[$0].depth == depth }
      for position in statements.prefix(30) { add(statement: ValueProfile.bare(lines[position]), &counts) }
      if statements.count <= 4 {
        for position in statements { add(value: lines[position].words, &counts, reading) }
      } else {
        counts.values += 1
      }
    }
    let places = Double(max(1, group.places.prefix(40).count))
    (lists, filled) = (lists / places, filled / places)
    let values = max(1, counts.values)
    (dates, parties, statuses) = (dates / values, parties / values, statuses / values)
    let statements = max(1, counts.statements)
    (future, past, state) = (future / statements, past / statements, state / statements)
  }

  /// A line's words without its number.
  static func bare(_ line: ProseLine) -> String {
    guard let reference = line.reference, reference.range.upperBound < line.words.utf8.count else { return line.words }
    return line.words.utf8Slice(reference.range.upperBound..<line.words.utf8.count)
  }

  /// Whether a date can be read from it: a telephone number has none.
  private static func saysWhen(_ value: String) -> Bool {
    let when = DateReader.when(value)
    return when.edtf != nil || when.ongoing != nil || when.recurrence != nil
  }

  private mutating func add(value: String, _ counts: inout (values: Double, statements: Double), _ reading: Reading) {
    counts.values += 1
    guard value.utf8.count <= 160 else { return }
    if reading.dateScore(value) >= 0.6, ValueProfile.saysWhen(value) {
      dates += 1
    } else if RatingReader.score(value) >= 0.75 {
      statuses += 1
    } else if PartyReader.score(value) >= 0.6 {
      parties += 1
    }
  }

  private mutating func add(statement: String, _ counts: inout (values: Double, statements: Double)) {
    counts.statements += 1
    switch VerbForms.form(statement) {
    case .future: future += 1
    case .past: past += 1
    case .state: state += 1
    case .none: break
    }
  }
}

/// The total for each role that a class of labels may have, with the pieces that it is made of.
struct LabelEvidence {
  private(set) var totals: [LabelRole: Double] = [:]
  private(set) var coverage: Double
  let profile: ValueProfile
  /// How much the label's own words say.
  private(set) var wordScore = 0.0

  init(_ group: LabelClass, profile: ValueProfile, leadIn: [LabelRole: Double], reading: Reading) {
    self.profile = profile
    let words = LabelWords.read(group.words)
    coverage = words.coverage
    for (role, score) in words.scores {
      totals[role, default: 0] += StructureWeights.stems * score * share(words.coverage)
    }
    for vote in reading.headings.votes(group.words)
    where vote.role.marksAction || vote.role == .rating || vote.role == .outcome || vote.role == .reference {
      totals[.field(vote.role), default: 0] += StructureWeights.vocabulary * (vote.weight - 0.4)
      if vote.weight >= 0.9 { coverage = 1 }
    }
    wordScore = totals.values.max() ?? 0
    for (role, score) in leadIn { totals[role, default: 0] += StructureWeights.leadIn * score }
    addValues()
  }

  private func share(_ coverage: Double) -> Double { coverage < 0.5 ? 0.4 : coverage < 0.7 ? 0.7 : 1 }

  private mutating func addValues() {
    let lists = profile.lists
    func add(_ role: LabelRole, _ score: Double) { if score > 0 { totals[role, default: 0] += score } }
    add(.field(.action), StructureWeights.futureItems * profile.future * (lists > 0 ? 1 : 0.3))
    add(.field(.update), StructureWeights.pastItems * profile.past * (lists > 0 ? 0.6 : 0.4))
    add(.field(.successMeasures), StructureWeights.stateItems * profile.state * (lists > 0 ? 0.8 : 0.3))
    add(.field(.timescale), StructureWeights.dates * profile.dates)
    add(.field(.rating), StructureWeights.statuses * profile.statuses)
    add(.field(.lead), StructureWeights.parties * profile.parties)
    // A date is no list of tasks, and a task no date.
    if profile.dates < 0.25 { totals[.field(.timescale)]? *= profile.filled > 0 ? 0.35 : 1 }
    if profile.statuses < 0.25 { totals[.field(.rating)]? *= profile.filled > 0 ? 0.5 : 1 }
    if profile.parties < 0.2, profile.future + profile.past + profile.state > 0.7 {
      for role: ColumnRole in [.lead, .contributors, .group] { totals[.field(role)]? *= 0.4 }
    }
  }

  /// The best role and its total; equal totals are settled by the order of the roles.
  var best: (role: LabelRole, total: Double)? {
    totals.max { ($0.value, LabelEvidence.order($1.key)) < ($1.value, LabelEvidence.order($0.key)) }
      .map { ($0.key, $0.value) }
  }

  private static func order(_ role: LabelRole) -> String {
    if case .field(let field) = role { field.rawValue } else { "~" }
  }
}
