// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads the values of what was collected, places their words, and writes the plan down.
struct PlanAssembler {
  let reading: Reading
  private var raw: RawPlan
  private let known: KnownParties
  private let readValues = ReadValues()
  /// The words over each column or label of leads, where there are several kinds.
  private var leadParts: [Phrase: String] = [:]
  /// Whether ratings beside milestones belong to them, by layout.
  private let milestoneRatings: [Int: Bool]

  init(reading: Reading, raw: consuming RawPlan) {
    self.reading = reading
    var known = KnownParties()
    var seen: [String: (times: Int, parties: [String])] = [:]
    for action in raw.actions.indices {
      let values = raw.actions[action].values
      for index in values.indices
      where (values[index].role == .lead || values[index].role == .contributors) && !values[index].isReferred {
        let key = PlanAssembler.key(values[index].paragraphs, reading: reading)
        // A cell that stands in every row says no more the hundredth time.
        let present = seen[key]
        if let present, present.times >= 3 { continue }
        let parties =
          present?.parties ?? KnownParties.parties(in: Lines(values[index].paragraphs).map { reading.string($0) })
        seen[key] = ((present?.times ?? 0) + 1, parties)
        for party in parties { known.add(party: party) }
      }
    }
    self.known = known
    var rows: [Int: (several: Int, all: Int)] = [:]
    for index in raw.actions.indices where !raw.actions[index].milestones.isEmpty {
      let action = raw.actions[index]
      rows[action.layout, default: (0, 0)].all += 1
      if Set(action.milestones.map(\.row)).count > 1 { rows[action.layout, default: (0, 0)].several += 1 }
    }
    milestoneRatings = rows.mapValues { $0.several * 5 >= $0.all }
    self.raw = raw
  }

  mutating func assemble(into plan: inout CanonicalPlan) {
    plan.plan.ratingKey = placeKey()
    let sectionIDs = Identifiers.sections(raw.outline.sections)
    let actionIDs = Identifiers.actions(raw.actions, sectionIDs: sectionIDs)
    plan.sections = raw.outline.sections.indices.map { section($0, ids: sectionIDs) }
    plan.actions.reserveCapacity(raw.actions.count)
    leadParts = partsOfLeads()
    for index in raw.actions.indices {
      // Each is taken out, so that the next ones are made in the room that its cells took; those below it in the numbering
      // still ask for its reference.
      var action = RawAction(place: raw.actions[index].place, layout: raw.actions[index].layout)
      swap(&action, &raw.actions[index])
      raw.actions[index].resolvedReference = action.resolvedReference
      raw.actions[index].section = action.section
      plan.actions.append(Action(id: actionIDs[index], text: "", source: action.place.source))
      plan.actions[index].parent =
        action.parent.map { actionIDs[$0] }
        ?? Identifiers.parent(of: index, actions: raw.actions, ids: actionIDs, reading: reading)
      complete(&plan.actions[index], from: action, sectionIDs: sectionIDs)
    }
    var counts: [String: Int] = [:]
    plan.indicators = raw.indicators.map { indicator in
      let section = indicator.section.map { sectionIDs[$0] }
      let number = counts[section ?? "", default: 0] + 1
      counts[section ?? ""] = number
      let id = section.map { "\($0).i\(number)" } ?? "indicator-\(number)"
      return self.indicator(indicator, id: id, section: section)
    }
    plan.groups = raw.groups.map(group)
    plan.glossary = raw.glossary.map { entry in
      GlossaryEntry(
        term: words(entry.term, isReferred: entry.termIsReferred),
        meaning: words(entry.meaning, isReferred: entry.meaningIsReferred), source: entry.place.source)
    }
  }

  // MARK: Parts

  /// One string for the lines of a cell, to know the cell by.
  private static func key(_ paragraphs: [Paragraph], reading: Reading) -> String {
    if paragraphs.count == 1 { return reading.string(paragraphs[0]) }
    return Lines(paragraphs).map { reading.string($0) }.joined(separator: "\n")
  }

  /// The words of a phrase; placed, unless they were placed with another record.
  private func words(_ phrase: Phrase, isReferred: Bool) -> String {
    isReferred ? reading.string(phrase) : reading.place(phrase)
  }

  private func parties(_ paragraphs: [Paragraph], isReferred: Bool, isContributors: Bool = false) -> [Party] {
    let key = PlanAssembler.key(paragraphs, reading: reading)
    let cell: ReadValues.Parties
    if let known = readValues.parties(key, isContributors: isContributors) {
      cell = known
    } else {
      cell = readParties(Lines(paragraphs).map { reading.string($0) }, isContributors: isContributors)
      readValues.keep(cell, of: key, isContributors: isContributors)
    }
    if isReferred { return cell.parties }
    if paragraphs.count == 1, cell.places.count == 1, cell.places[0].range == 0..<key.utf8.count {
      // The party is all that the cell says.
      reading.ledger.place(Phrase(paragraphs[0].span), as: .field)
      return cell.parties
    }
    let lines = Array(Lines(paragraphs))
    for (line, label) in zip(lines, cell.labels) where label > 0 {
      reading.furnish(line.part(0..<label), kind: "label")
    }
    for place in cell.places { reading.ledger.place(lines[place.line].part(place.range), as: .field) }
    // Separators and list numbers between the parties are no words of theirs.
    for (line, label) in zip(lines, cell.labels) { placeRest(label == 0 ? line : line.part(label..<Int.max)) }
    return cell.parties
  }

  /// The parties of a cell with these lines.
  private func readParties(_ texts: [String], isContributors: Bool) -> ReadValues.Parties {
    let labels = texts.map { labelLength($0) }
    let rest = zip(texts, labels).map { $1 == 0 ? $0 : $0.utf8Slice($1..<$0.utf8.count) }
    var parts = PartyReader.split(rest, known: known)
    if isContributors {
      parts = parts.flatMap { part -> [PartyPart] in
        let text = String(decoding: Array(rest[part.paragraph].utf8)[part.range], as: UTF8.self)
        return PartyReader.commaList(text, known: known).map { piece in
          PartyPart(
            paragraph: part.paragraph,
            range: part.range.lowerBound + piece.range.lowerBound..<part.range.lowerBound + piece.range.upperBound,
            party: piece.party)
        }
      }
    }
    let places = parts.map { part in
      let label = labels[part.paragraph]
      return (line: part.paragraph, range: part.range.lowerBound + label..<part.range.upperBound + label)
    }
    return ReadValues.Parties(labels: labels, places: places, parties: parts.map(\.party))
  }

  /// Bytes of the label or the number before a party ("Lead: …", "1. …"), 0 where there is none.
  private func labelLength(_ words: String) -> Int {
    if let label = LabelledText.leading(words, headings: &reading.headings), label.vote.role == .lead,
      !label.value.isEmpty
    {
      return label.value.lowerBound
    }
    if let leading = ReferenceReader.leading(words), leading.kind == .number || leading.kind == .roman,
      leading.label == nil, leading.range.upperBound < words.utf8.count
    {
      return leading.range.upperBound
    }
    return 0
  }

  /// Puts what is left of a line without letters or digits of its own aside; words stay for the sweep.
  private func placeRest(_ line: Phrase) {
    for span in line.spans { reading.ledger.setAsideMarks(in: span, of: reading.text) }
  }

  // MARK: Sections

  private func section(_ index: Int, ids: [String]) -> Section {
    let raw = raw.outline.sections[index]
    placeReference(raw.refPhrase)
    var section = Section(
      id: ids[index], parent: raw.parent.map { ids[$0] }, kind: raw.kind, ref: raw.ref,
      title: reading.place(raw.title), source: raw.place.source)
    let isShared = self.raw.outline.sharesOutcomes(index)
    section.outcomes = raw.outcomes.map { words($0, isReferred: isShared) }
    section.leads = raw.leads.flatMap { parties($0, isReferred: false) }
    section.successMeasures = raw.successMeasures.map(reading.place)
    section.updates = raw.updates.compactMap { update($0, place: section.source) }
    return section
  }

  // MARK: Actions

  /// Fills an action that so far has no more than its identifiers and its place.
  private func complete(_ action: inout Action, from raw: RawAction, sectionIDs: [String]) {
    let text = reading.phrase(raw.text)
    placeReference(raw.referencePhrase)
    if !raw.textIsReferred { placeReference(text.part(raw.leadingRange)) }
    let body = raw.leadingRange.isEmpty ? text : text.part(raw.leadingRange.upperBound..<Int.max)
    action.text = words(body, isReferred: raw.textIsReferred)
    action.ref = raw.resolvedReference
    action.section = raw.section.map { sectionIDs[$0] }
    let ratingsBelongToMilestones = milestoneRatings[raw.layout] ?? false && !raw.milestones.isEmpty
    let dues = milestoneDates(raw)
    // Values are read in their place: a copy of each would count its owners up and down.
    raw.values.withUnsafeBufferPointer { values in
      for index in values.indices
      where dues.isEmpty || values[index].role != .timescale || dues[values[index].row] == nil {
        fill(values[index], of: &action, ratingsBelongToMilestones: ratingsBelongToMilestones)
      }
    }
    if raw.milestones.isEmpty { return }
    action.milestones = raw.milestones.flatMap { milestone -> [Milestone] in
      var steps = milestones(milestone, withRating: ratingsBelongToMilestones)
      if let due = dues[milestone.row] {
        let words = reading.place(reading.phrase(due.paragraphs))
        let struck = reading.struck(in: reading.phrase(due.paragraphs), of: due.paragraphs)
        for index in steps.indices { steps[index].due = readValues.when(words, struck: struck) }
      }
      return steps
    }
  }

  /// The headings of leads, where records of one layout have several: "Accountable" beside "Responsible".
  private func partsOfLeads() -> [Phrase: String] {
    var heads: [Int: [String: Set<Phrase>]] = [:]
    for action in raw.actions.prefix(PlanAssembler.mostForParts) {
      for value in action.values where value.role == .lead && !value.heading.isEmpty {
        heads[action.layout, default: [:]][reading.string(value.heading), default: []].insert(value.heading)
      }
    }
    var parts: [Phrase: String] = [:]
    for names in heads.values where names.count > 1 {
      for (name, phrases) in names { for phrase in phrases { parts[phrase] = name } }
    }
    return parts
  }

  /// Most records that are asked for headings of leads: those of one layout are alike.
  private static let mostForParts = 4_096

  /// Places a reference; the word before it ("Action 1.1") is a label.
  private func placeReference(_ phrase: Phrase) {
    if phrase.isEmpty { return }
    guard let leading = ReferenceReader.leading(reading.string(phrase)) else {
      reading.ledger.place(phrase, as: .field)
      return
    }
    let start = leading.label?.utf8.count ?? 0
    if start > 0 { reading.furnish(phrase.part(0..<start), kind: "label") }
    // What stands behind the reference in its cell is no part of it; the sweep finds it.
    reading.ledger.place(phrase.part(start..<max(start, leading.range.upperBound)), as: .field)
  }

  /// Longest text that is the date of a milestone, in bytes.
  private static let longestDue = 80

  /// The dates that stand beside milestones, by row: they are the milestones' own where each of several has one.
  private func milestoneDates(_ raw: RawAction) -> [Int: RawValue] {
    guard raw.milestones.count > 1 else { return [:] }
    let dates = raw.values.filter { $0.role == .timescale && !$0.isReferred && $0.rowSpan == 1 }
    let rows = Set(raw.milestones.map(\.row))
    guard rows.count > 1, dates.count == rows.count, Set(dates.map(\.row)) == rows,
      raw.milestones.allSatisfy({ $0.column >= 0 }), let column = raw.milestones.first?.column,
      dates.allSatisfy({ $0.column > column && $0.paragraphs.byteCount <= PlanAssembler.longestDue })
    else { return [:] }
    return Dictionary(dates.map { ($0.row, $0) }) { first, _ in first }
  }

  private func fill(_ value: RawValue, of action: inout Action, ratingsBelongToMilestones: Bool) {
    func joinedWords() -> String { words(reading.phrase(value.paragraphs), isReferred: value.isReferred) }
    func struck() -> [Range<Int>] { reading.struck(in: reading.phrase(value.paragraphs), of: value.paragraphs) }
    switch value.role {
    case .lead:
      var found = parties(value.paragraphs, isReferred: value.isReferred)
      if !leadParts.isEmpty, let part = leadParts[value.heading] {
        for index in found.indices { found[index].part = part }
      }
      PlanAssembler.add(found, to: &action.leads)
    case .contributors:
      PlanAssembler.add(
        parties(value.paragraphs, isReferred: value.isReferred, isContributors: true), to: &action.contributors)
    case .group: action.group = append(joinedWords(), to: action.group)
    case .timescale: action.timescale = when(joinedWords(), struck: struck(), after: action.timescale)
    case .start: action.start = when(joinedWords(), struck: struck(), after: action.start)
    case .successMeasures:
      action.successMeasures.reserveCapacity(action.successMeasures.count + value.paragraphs.count)
      for line in Lines(value.paragraphs) {
        let measure = words(line, isReferred: value.isReferred)
        if !measure.isEmpty { action.successMeasures.append(measure) }
      }
    case .update: if let update = update(value, place: action.source) { action.updates.append(update) }
    case .rating:
      if ratingsBelongToMilestones, value.rowSpan == 1 { return }
      // A second rating has no field: its words are left for the sweep.
      if action.rating == nil, let rating = rating(value) {
        action.rating = rating
      } else if !value.paragraphs.allSatisfy(\.span.isEmpty) {
        // Words that say no status are kept as they stand: a long text is a report, a short one a status unknown.
        if value.paragraphs.reduce(0, { $0 + $1.span.count }) > 60 {
          if let update = update(value, place: action.source) { action.updates.append(update) }
        } else if action.rating == nil {
          action.rating = Rating(text: joinedWords(), status: .unknown)
        }
      }
    default:
      if let field = PlanAssembler.texts[value.role] {
        return field.set(&action, append(joinedWords(), to: field.get(action)))
      }
      let heading = reading.string(value.heading)
      let text = joinedWords()
      guard !text.isEmpty else { return }
      if heading.isEmpty {
        action.other.append(OtherField(heading: "column \(value.column + 1)", text: text))
      } else if let index = action.other.firstIndex(where: { $0.heading == heading }) {
        action.other[index].text += " " + text
      } else {
        action.other.append(OtherField(heading: heading, text: text))
      }
    }
  }

  /// The fields of roles that are texts and nothing else: a role is called as its field.
  private static let texts: [ColumnRole: PlanAccess<Action, String?>] = Dictionary(
    uniqueKeysWithValues: Action.optionalTexts.compactMap { field, access in
      ColumnRole(rawValue: field.name).flatMap { ColumnRole.actionTexts.contains($0) ? ($0, access) : nil }
    })

  /// The parties of most cells are those of a cell read before: an empty list takes theirs without a copy.
  private static func add(_ parties: [Party], to present: inout [Party]) {
    if present.isEmpty { present = parties } else { present += parties }
  }

  private func append(_ words: String, to present: String?) -> String? {
    if words.isEmpty { return present }
    return present.map { $0 + " " + words } ?? words
  }

  private func when(_ words: String, struck: [Range<Int>], after present: When?) -> When? {
    if words.isEmpty || !words.utf8.contains(where: \.isWordByte) { return present }
    let shift = present.map { $0.text.utf8.count + 1 } ?? 0
    return readValues.when(
      present.map { $0.text + " " + words } ?? words,
      struck: struck.map { ($0.lowerBound + shift)..<($0.upperBound + shift) })
  }

  private func rating(_ value: RawValue) -> Rating? {
    let phrase = reading.phrase(value.paragraphs)
    let words = reading.string(phrase)
    let cell = ReadValues.RatingCell(text: words, fill: value.fill ?? value.paragraphs.first?.fill)
    guard
      let rating = readValues.rating(
        cell, read: { RatingReader.rating(text: cell.text, fill: cell.fill, key: raw.key) ?? answer(cell.text) })
    else { return nil }
    if rating.text == nil, words.utf8.contains(where: \.isWordByte) {
      // The fill is a rating, the words are not: they are kept beside it.
      var worded = rating
      worded.text = self.words(phrase, isReferred: value.isReferred)
      return worded
    }
    // Where the fill alone speaks, the words beside it are not part of the rating: they are still to be placed.
    if !value.isReferred, rating.text != nil { reading.ledger.place(phrase, as: .field) }
    return rating
  }

  /// "Y" under "Complete?".
  private func answer(_ words: String) -> Rating? {
    let answer = words.lowercased()
    guard ColumnProfile.answerWords.contains(answer) else { return nil }
    return Rating(text: words, status: answer.hasPrefix("y") ? .completed : .unknown)
  }

  /// What a column of updates says, nil where it says nothing.
  private func update(_ value: RawValue, place: Source) -> Update? {
    let phrase = reading.phrase(value.paragraphs)
    let words = reading.string(phrase)
    let isRating =
      words.isEmpty
      || (value.date != nil || value.isRatingHead) && words.utf8.count < 40 && RatingReader.score(words) > 0.7
    if isRating, let rating = rating(value) { return Update(asOf: value.date, rating: rating, source: place) }
    guard words.utf8.contains(where: \.isWordByte) else { return nil }
    if !value.isReferred { reading.ledger.place(phrase, as: .field) }
    return Update(asOf: value.date, text: words, source: place)
  }

  /// A paragraph that ends in a colon and the list under it are one milestone, unless the items have dates of their own.
  private func withListsJoined(_ paragraphs: [Paragraph]) -> [Paragraph] {
    guard paragraphs.count > 1, paragraphs.contains(where: { $0.marker == .bullet }) else { return paragraphs }
    var joined = paragraphs
    for index in paragraphs.indices where paragraphs[index].marker == .none {
      guard reading.lastByte(Phrase(paragraphs[index].span)) == UInt8(ascii: ":") else { continue }
      let items = paragraphs[(index + 1)...].prefix { $0.marker == .bullet }
      let dated = items.count { DateReader.embedded(in: reading.string($0)) != nil }
      if dated > 1 { continue }
      for item in items.indices { joined[item].style.insert(.continuation) }
    }
    return joined
  }

  private func milestones(_ raw: RawMilestone, withRating: Bool) -> [Milestone] {
    var milestones: [Milestone] = []
    for line in Lines(withListsJoined(raw.paragraphs)) {
      let words = reading.string(line)
      let parts =
        DateReader.sentencesWithDates(in: words) ?? DateReader.clausesWithDates(in: words) ?? [0..<words.utf8.count]
      for range in parts {
        let phrase = line.part(range)
        let text = reading.place(phrase)
        guard text.utf8.contains(where: \.isWordByte) else { continue }
        var milestone = Milestone(text: text, source: raw.place.source)
        milestone.due = raw.date ?? DateReader.embedded(in: text, struck: reading.struck(in: phrase))?.when
        milestones.append(milestone)
      }
    }
    if withRating, let value = raw.rating, value.rowSpan == 1, let rating = rating(value) {
      for index in milestones.indices { milestones[index].rating = rating }
    }
    return milestones
  }

  // MARK: Indicators

  private func indicator(_ raw: RawIndicator, id: String, section: String?) -> Indicator {
    var indicator = Indicator(id: id, measure: reading.place(reading.phrase(raw.measure)), source: raw.place.source)
    indicator.section = section
    if let theme = raw.theme {
      indicator.theme = words(reading.phrase(theme.paragraphs), isReferred: theme.isReferred)
    }
    for value in raw.values {
      let phrase = reading.phrase(value.paragraphs)
      switch value.role {
      case .dataSource: indicator.dataSource = append(reading.place(phrase), to: indicator.dataSource)
      case .method, .monitoring: indicator.method = append(reading.place(phrase), to: indicator.method)
      case .frequency, .timescale: indicator.frequency = append(reading.place(phrase), to: indicator.frequency)
      case .baseline: indicator.baseline = append(reading.place(phrase), to: indicator.baseline)
      case .rating where indicator.rating == nil: indicator.rating = rating(value)
      default: break
      }
    }
    for entry in raw.readings {
      var reading = PlanSchema.Reading()
      if !entry.period.isEmpty {
        let text = words(entry.period, isReferred: entry.periodIsReferred)
        var period = DateReader.headingDate(text)?.when ?? DateReader.when(text)
        period.text = text
        reading.period = period
      }
      let target = self.reading.place(self.reading.phrase(entry.target))
      let actual = self.reading.place(self.reading.phrase(entry.actual))
      reading.target = target.isEmpty ? nil : target
      reading.actual = actual.isEmpty ? nil : actual
      if reading.period != nil || reading.target != nil || reading.actual != nil { indicator.readings.append(reading) }
    }
    return indicator
  }

  // MARK: Groups

  private func group(_ raw: RawGroup) -> Group {
    // The heading over a membership table may be a section too.
    let isReferred = raw.nameIsReferred || raw.name.spans.contains { reading.ledger.isTouched($0) }
    var group = Group(name: words(raw.name, isReferred: isReferred), source: raw.place.source)
    for row in raw.rows {
      if row.isList {
        let part = reading.string(row.part)
        for party in parties(row.role, isReferred: false) {
          let post = [party.role, party.organisation].compactMap { $0 }.joined(separator: ", ")
          var member = Member(name: party.name, role: party.name == nil ? party.text : post.isEmpty ? nil : post)
          member.part = part.isEmpty ? nil : part
          group.members.append(member)
        }
        continue
      }
      let names = reading.phrase(row.name)
      let roles = reading.phrase(row.role)
      let members = PartyReader.members(name: reading.string(names), role: reading.string(roles))
      for part in members {
        group.members.append(part.member)
      }
      reading.ledger.place(reading.phrase(row.placed), as: .field)
    }
    return group
  }

  // MARK: Legend

  private func placeKey() -> [RatingKeyEntry] {
    for item in raw.key.items where item.line < raw.keyLines.count {
      reading.ledger.place(raw.keyLines[item.line].part(item.range), as: .field)
    }
    for line in raw.keyLines {
      for span in line.spans {
        for rest in reading.ledger.remainder(of: span) where rest.count < 40 && !raw.key.items.isEmpty {
          if raw.keyLines.count <= raw.key.items.count + 2 { reading.furnish(Phrase(rest), kind: "label") }
        }
      }
    }
    return raw.key.entries
  }
}
