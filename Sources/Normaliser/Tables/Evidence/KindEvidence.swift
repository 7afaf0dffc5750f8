// SPDX-License-Identifier: GPL-3.0-or-later

/// What speaks for a table being of a kind, beside what its columns say one by one.
struct KindEvidence {
  let columns: [RoleEvidence.Column]
  /// Whether a text stands right above the header, as the title of a card does.
  let isTitled: Bool
  /// What the heads say of control and of risks whatever the roles are: found once, since many readings are weighed.
  private let control: Double
  private let risks: Double

  /// Evidence for columns whose heads have these words as they stand.
  init(columns: [RoleEvidence.Column], heads: [String], isTitled: Bool = false) {
    self.columns = columns
    self.isTitled = isTitled
    let namesActions = columns.contains { ($0.votes.max { $0.value < $1.value })?.key == .action }
    control = KindEvidence.control(heads, namesActions: namesActions)
    risks = KindEvidence.risks(heads, columns, namesActions: namesActions)
  }

  /// The pieces for a kind whose columns have these roles.
  func pieces(_ kind: TableKind, roles: [ColumnRole?], records: Int?) -> [EvidencePiece] {
    let pieces = [
      EvidencePiece(name: "kind", value: EvidenceWeights.prior(kind)),
      EvidencePiece(name: "control", value: control),
      EvidencePiece(name: "risks", value: risks),
      EvidencePiece(name: "beside", value: beside(kind, roles: roles, records: records)),
      EvidencePiece(name: "records", value: otherRecords(kind, records: records)),
      EvidencePiece(name: "unmet", value: holds(kind, roles: roles) ? 0 : -100),
    ]
    return pieces.filter { $0.value != 0 }
  }

  /// Whether the columns are those that a table of the kind cannot do without.
  private func holds(_ kind: TableKind, roles: [ColumnRole?]) -> Bool {
    let present = Set(roles.compactMap { $0 })
    let acts = present.count { $0.marksAction }
    switch kind {
    case .actions:
      if present.contains(.action) { return acts >= 2 || present.contains(.rating) }
      // The actions themselves may stand in rows across the table.
      return present.contains(.lead) && present.contains(.timescale) && acts >= (isTitled ? 2 : 3)
    case .indicators: return present.contains(.measure) && present.count { $0.marksIndicator } >= 2
    case .membership: return present.contains(.memberName) && (present.contains(.memberRole) || present.contains(.lead))
    case .groups:
      return (present.contains(.section) || present.contains(.group))
        && (present.contains(.lead) || present.contains(.memberName))
    case .glossary: return present.contains(.term) && present.contains(.meaning)
    default: return true
    }
  }

  /// Heads of version control, sign-off, contacts or meetings.
  private static func control(_ heads: [String], namesActions: Bool) -> Double {
    let marks = heads.count { DecoyWords.speakOfControl($0) }
    guard marks > 0 else { return 0 }
    if marks == 1, namesActions { return 0 }
    return EvidenceWeights.control * Double(marks) + (namesActions ? 0 : EvidenceWeights.controlWithoutAction)
  }

  /// Heads of a register of risks: two of them, or how likely each risk is.
  private static func risks(
    _ heads: [String], _ columns: [RoleEvidence.Column], namesActions: Bool
  ) -> Double {
    let marks = heads.count { DecoyWords.speakOfRisk($0) }
    let namesRisk = columns.contains { $0.vote(.risks) >= 0.6 }
    if marks > 1 || marks == 1 && namesRisk && !namesActions { return EvidenceWeights.risk * 2 }
    let likelihood = heads.contains {
      HeadingVocabulary.words($0).contains { $0 == "likelihood" || $0 == "probability" }
    }
    return likelihood && namesRisk ? EvidenceWeights.risk * 2 : 0
  }

  /// Leads and deadlines beside the actions.
  private func beside(_ kind: TableKind, roles: [ColumnRole?], records: Int?) -> Double {
    guard kind == .actions else { return 0 }
    var value = 0.0
    if let records, roles[records] == .action, !columns[records].headsSection,
      !columns[records].names(.action)
    {
      // A text that nothing calls an action.
      value += roles.contains(.timescale) ? EvidenceWeights.unnamedDated : EvidenceWeights.unnamedRecords
    }
    if roles.contains(.lead) { value += EvidenceWeights.besideLead }
    if roles.contains(.timescale) { value += EvidenceWeights.besideTimescale }
    if roles.contains(.action) { return value }
    return value + (isTitled ? EvidenceWeights.titled : EvidenceWeights.withoutRecords)
  }

  /// A head that names the records of another kind.
  private func otherRecords(_ kind: TableKind, records: Int?) -> Double {
    let other: ColumnRole
    switch kind {
    case .indicators, .membership, .groups, .glossary: other = .action
    case .actions: other = .measure
    default: return 0
    }
    if kind == .indicators, let records, !columns[records].names(.measure), !columns[records].names(.successMeasures) {
      return EvidenceWeights.unnamedMeasures
    }
    let names = columns.indices.contains { $0 != records && columns[$0].vote(other) > 0.85 }
    return names ? EvidenceWeights.otherRecords * (kind == .actions ? 0.5 : 1) : 0
  }
}

/// Words by which tables are known that hold no records of a plan.
enum DecoyWords {
  /// Whether a head is one of version control, sign-off, contacts or meetings.
  static func speakOfControl(_ head: String) -> Bool {
    HeadingVocabulary.words(head).contains { controlWords.contains($0) }
  }

  /// Whether a head is one of a register of risks.
  static func speakOfRisk(_ head: String) -> Bool { HeadingVocabulary.words(head).contains { riskWords.contains($0) } }

  /// Whether a head is one of sums of money.
  static func speakOfMoney(_ head: String) -> Bool {
    head.unicodeScalars.contains("£") || HeadingVocabulary.words(head).contains { moneyWords.contains($0) }
  }

  private static let riskWords: Set<String> = [
    "likelihood", "probability", "severity", "mitigation", "mitigations", "residual",
  ]

  private static let controlWords: Set<String> = [
    "version", "author", "authors", "revision", "amendment", "amendments", "approved", "circulation", "distribution",
    "signature", "signed", "email", "telephone", "phone", "tel", "venue", "meeting", "edition", "change", "changes",
    "contact", "draft",
  ]

  private static let moneyWords: Set<String> = [
    "saving", "savings", "cost", "costs", "spend", "expenditure", "£k", "£m",
  ]
}
