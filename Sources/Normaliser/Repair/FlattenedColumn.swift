// SPDX-License-Identifier: GPL-3.0-or-later

/// What the cells of a column look like, by its head and, once rows have been read, by their cells.
struct FlattenedColumn {
  /// What kind of words its cells hold.
  enum Nature {
    case reference
    case date
    case party
    case status
    case text

    init(_ role: ColumnRole?) {
      self =
        switch role {
        case .reference, .sectionReference: .reference
        case .timescale, .start, .frequency: .date
        case .lead, .contributors, .group, .memberName, .memberRole: .party
        case .rating: .status
        default: .text
        }
    }
  }

  var role: ColumnRole?
  var nature: Nature
  /// Whether its texts may hold dates of their own.
  var holdsDates: Bool { role == .milestones || role == .update || role == .successMeasures }
  /// What an empty cell costs.
  var empty: Double
  /// Share of its cells that end with a full stop, nil before any row was read.
  var stops: Double?

  init(role: ColumnRole?, isAction: Bool) {
    self.role = role
    nature = isAction ? .text : Nature(role)
    empty =
      isAction
      ? FlattenedWeights.noAction
      : nature == .reference ? FlattenedWeights.emptyReference : FlattenedWeights.emptyCell
  }
}

/// What is known of a few words that may be a cell.
struct FlattenedCell {
  var words: Int
  var length: Int
  /// How much they look like a deadline, a party, a status; 0 for longer texts.
  var date = 0.0
  var party = 0.0
  var status = 0.0
  var isReference = false
  var hasLeadingReference = false
  /// How often they stand between places where cells may begin.
  var count = 0
  var startsLow = false
  var endsOpen = false
  var endsSentence = false

  /// How well they fit a column.
  func fit(_ column: FlattenedColumn, numbered: Bool) -> Double {
    typealias W = FlattenedWeights
    let excess = { (usual: Int) in Double(max(0, words - usual)) * W.wordTooMany }
    let recurring =
      count > 1 ? min(W.mostRecurring, W.recurring * Double(Int.bitWidth - count.leadingZeroBitCount - 1)) : 0
    let open = endsOpen ? W.endsOpen : 0
    switch column.nature {
    case .reference: return isReference ? W.reference : W.noReference + excess(2)
    case .date:
      if date >= 0.9 { return W.date }
      return (date >= 0.5 ? W.halfDate : W.noDate + excess(1) + recurring / 2) + open
    case .status:
      if status > 0.75 { return W.status + recurring / 2 }
      return W.noStatus + excess(2) + (words <= 4 && date < 0.5 ? recurring * 1.5 : 0) + open
    case .party:
      if date >= 0.9 || isReference { return -2.5 }
      return party * W.party + (party > 0 ? 0 : W.noParty) + recurring + excess(8) + open
        + (endsSentence && words > 4 ? -1 : 0) + (startsLow ? W.startsLow / 2 : 0)
    case .text:
      var sum = W.text + Double(min(words, 12)) * W.word + open
      if startsLow { sum += W.startsLow }
      if date >= 0.9 { sum += W.dateAsText }
      if isReference { sum += W.referenceAsText }
      if party >= 0.8, words <= 5 { sum += W.partyAsText }
      if status > 0.75 { sum += W.statusAsText }
      if words <= 8, count > 2 { sum -= recurring / 2 }
      if column.role == .action, numbered { sum += hasLeadingReference ? W.numberedAction : -W.numberedAction }
      if let stops = column.stops { sum += (endsSentence ? 1 : -1) * (2 * stops - 1) * W.stop }
      return sum
    }
  }
}
