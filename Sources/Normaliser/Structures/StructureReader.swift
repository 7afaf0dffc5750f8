// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers
import PlanSchema

/// Decides what each line of a document's prose is for.
///
/// Lines become structures first: labels that recur, lists below them, heads of records, dates as headings. Then each class
/// of alike lines is decided by what speaks for it, once for the whole document.
struct StructureReader {
  let reading: Reading
  let prose: ProseReader
  var structure: ProseStructure
  private var classes: [String: LabelClass] = [:]
  private var order: [String] = []
  private(set) var accepted: Set<String> = []
  private var title: Phrase?

  init(reading: Reading, prose: ProseReader) {
    self.reading = reading
    self.prose = prose
    structure = ProseStructure()
  }

  /// The structure of a document's prose.
  mutating func read(_ document: SourceDocument, title: Phrase?) -> ProseStructure {
    self.title = title
    structure = ProseStructure(lines: lines(of: document))
    guard !structure.lines.isEmpty else { return structure }
    gatherLabels()
    decideLabels()
    nestSteps()
    markLabels()
    markPeriods()
    let records = RecordHeads(reading: reading).mark(&structure)
    StatusLines(reading: reading).mark(&structure)
    markSections()
    markSectionLabels()
    structure.hasCountedLists = hasCountedLists()
    structure.numbersHeadings = numbersHeadings()
    DirectLists(reading: reading).mark(&structure)
    structure.plan = PlanEvidence(reading: reading).score(structure, title: title, document: document)
    if structure.plan < StructureWeights.leastPlan || standsBesideGrid(document) { withdraw(keepsRecords: records) }
    explain()
    return structure
  }

  private func lines(of document: SourceDocument) -> [ProseLine] {
    let reader = ProseLineReader(reading: reading)
    var lines: [ProseLine] = []
    var run = 0
    for block in document.blocks {
      switch block {
      case .heading(let level, let paragraph):
        lines.append(
          reader.line(ProseItem(paragraph: paragraph, headingLevel: level, isAfterBreak: false), run: run))
      case .paragraph(let paragraph):
        lines.append(reader.line(ProseItem(paragraph: paragraph, headingLevel: nil, isAfterBreak: false), run: run))
      case .table: run += 1
      default: break
      }
    }
    markSetIn(&lines)
    return lines
  }

  /// Lines set in below a label are the items of a list whose marks are drawn.
  private func markSetIn(_ lines: inout [ProseLine]) {
    var edge: Float?
    for position in lines.indices.dropFirst() {
      let (above, line) = (lines[position - 1], lines[position])
      guard line.form == .plain, above.run == line.run, let box = line.paragraph.location.box,
        let upper = above.paragraph.location.box, line.segments.isEmpty
      else {
        edge = nil
        continue
      }
      let height = max(upper.bottom - upper.top, 1)
      if let left = edge, abs(box.left - left) < 2 {
        lines[position].form = .item(0)
      } else if above.form == .plain || above.form == .bold, above.ending == .colon || above.ending == .none,
        above.words.utf8.count < 70, above.segments.isEmpty, above.reference == nil,
        box.left > upper.left + 0.5 * height, box.left < upper.left + 6 * height
      {
        edge = box.left
        lines[position].form = .item(0)
      } else {
        edge = nil
      }
    }
  }

  // MARK: Labels

  /// Whether a line may be a label that stands alone, by its look.
  private func mayBeLabel(_ position: Int) -> Bool {
    let lines = structure.lines
    let line = lines[position]
    guard !line.key.isEmpty, line.segments.isEmpty || !line.prefix.isEmpty, position + 1 < lines.count,
      lines[position + 1].run == line.run, title != Phrase(line.paragraph.span)
    else { return false }
    if line.paragraph.span.count > ProseLineReader.longestLabel { return false }
    if PlanKindReader.kind(line.words) != nil || line.reference?.label != nil { return false }
    if line.isHeading, ReferenceReader.leading(line.words, bareNumbers: true)?.kind == .number { return false }
    if let reference = line.reference, reference.kind != .roman, reference.range.upperBound < line.words.utf8.count,
      line.isHeading || reference.label != nil || reference.kind == .decimal
    {
      return false
    }
    switch line.form {
    case .heading, .bold: return line.ending != .stop
    case .item(let depth):
      let next = lines[position + 1]
      return line.ending != .stop && line.ending != .question
        && (next.depth > depth || !next.isItem && line.ending == .colon && next.form == .plain)
        || isBareItemLabel(position)
    case .plain:
      if line.ending == .colon || line.ending == .question { return true }
      guard line.ending == .none, let first = line.words.utf8.first, (0x41...0x5A).contains(first) || first > 0x7F
      else { return false }
      return line.words.utf8.count(where: { $0 == 0x20 }) <= 11
    }
  }

  /// "• November update from the lead" above a paragraph: an item that the vocabulary knows, nothing else on it.
  private func isBareItemLabel(_ position: Int) -> Bool {
    let line = structure.lines[position]
    let next = structure.lines[position + 1]
    guard line.ending == .none, next.form == .plain, next.segments.isEmpty, next.reference == nil else { return false }
    let words = LabelWords.read(line.words)
    return words.coverage >= 0.6 && (words.scores.values.max() ?? 0) >= 1.5
  }

  private mutating func gatherLabels() {
    var mayBe = structure.lines.indices.map { mayBeLabel($0) }
    // Dates and statuses head something else.
    for position in structure.lines.indices where mayBe[position] {
      let words = structure.lines[position].words
      if PeriodHeading.reads(words, reading: reading) { mayBe[position] = false }
      // "Progress" heads what was done; "On track" says how far.
      let isHead = reading.headings.best(words).map { $0.weight >= 0.9 } ?? false
      if RatingReader.score(words) >= 0.75, !isHead { mayBe[position] = false }
    }
    for position in structure.lines.indices {
      let line = structure.lines[position]
      for segment in line.segments {
        add(
          LabelClass.Place(line: position, value: segment.value), key: segment.key,
          words: line.words.utf8Slice(segment.label))
      }
      guard mayBe[position] else { continue }
      let below = structure.extent(of: position) { mayBe[$0] && structure.lines[$0].key != line.key || mayBe[$0] }
      add(LabelClass.Place(line: position, value: nil, below: below), key: line.key, words: line.words)
    }
  }

  private mutating func add(_ place: LabelClass.Place, key: String, words: String) {
    if key.isEmpty { return }
    if classes[key] == nil {
      classes[key] = LabelClass(key: key, words: words)
      order.append(key)
    }
    classes[key]?.places.append(place)
  }

  private mutating func decideLabels() {
    for key in order {
      guard let group = classes[key] else { continue }
      let profile = ValueProfile(group, structure.lines, reading: reading)
      let evidence = LabelEvidence(group, profile: profile, leadIn: leadIns(group), reading: reading)
      guard let best = evidence.best else {
        if group.hasInline { structure.roles[key] = .field(.other) }
        continue
      }
      let recurs = group.places.count > 1
      if group.hasInline {
        let isKnown =
          recurs
          ? best.total >= StructureWeights.leastRecurring
          : best.total >= StructureWeights.leastSingle - 0.3 && evidence.wordScore >= 0.8
            && evidence.coverage >= StructureWeights.leastCoverage
        structure.roles[key] = isKnown ? best.role : .field(.other)
        if isKnown { accepted.insert(key) }
        continue
      }
      guard profile.filled > 0 else { continue }
      if !recurs, isBareWord(group, profile) { continue }
      let least = recurs ? StructureWeights.leastRecurring : StructureWeights.leastSingle
      let needed = isPlainStatement(group) ? StructureWeights.leastPlainCoverage : StructureWeights.leastCoverage
      let covers = evidence.coverage >= (recurs ? StructureWeights.leastCoverage - 0.12 : needed)
      guard best.total >= least,
        evidence.wordScore >= 0.8 && covers || recurs && evidence.wordScore >= 0.5 && covers
          || recurs && group.places.count > 2 && best.total >= 1.6 && isSameBelowEach(group)
      else { continue }
      structure.roles[key] = best.role
      accepted.insert(key)
    }
    promotePast()
  }

  /// A plain line with no colon or question mark is as likely a sentence or a title.
  private func isPlainStatement(_ group: LabelClass) -> Bool {
    guard let line = group.places.first?.line else { return false }
    return structure.lines[line].form == .plain && structure.lines[line].ending == .none
  }

  /// "Monitoring" alone on a line above a sentence may head the next chapter.
  private func isBareWord(_ group: LabelClass, _ profile: ValueProfile) -> Bool {
    guard let line = group.places.first?.line, structure.lines[line].form == .plain else { return false }
    return structure.lines[line].ending == .none && profile.lists == 0 && !group.words.utf8.contains(0x20)
  }

  /// An unknown heading that stands once in each of several sections is a label all the same.
  private func isSameBelowEach(_ group: LabelClass) -> Bool {
    let forms = Set(group.places.map { structure.lines[$0.line].form })
    return forms.count == 1 && !forms.contains(.plain)
  }

  /// What sentences that lead to a list say of it, added up over the places of a label.
  private func leadIns(_ group: LabelClass) -> [LabelRole: Double] {
    var scores: [LabelRole: Double] = [:]
    var count = 0.0
    for place in group.places.prefix(40) {
      count += 1
      let last = structure.lines[place.line]
      if let role = LeadIn.role(last.words) { scores[role, default: 0] += 1 }
      if let lead = place.below.first(where: { structure.lines[$0].ending == .colon && !structure.lines[$0].isItem }),
        let role = LeadIn.role(structure.lines[lead].words)
      {
        scores[role, default: 0] += 1
      }
    }
    return scores.mapValues { $0 / max(1, count) }
  }

  /// "What we did" is a report beside "what is next"; where nothing else says what is done, it is the list of actions.
  private mutating func promotePast() {
    let action = LabelRole.field(.action)
    guard !structure.roles.values.contains(action) else { return }
    let past = order.filter { key in
      guard structure.roles[key] == .field(.update), let group = classes[key], !group.hasInline else { return false }
      let words = HeadingVocabulary.words(group.words)
      return words.contains("we") && (words.contains("did") || words.contains("done"))
    }
    for key in past { structure.roles[key] = action }
  }

  /// "Steps" with a list below the lead and the date of each action are its milestones, no actions.
  private mutating func nestSteps() {
    for key in order where structure.roles[key] == .field(.action) {
      guard let group = classes[key], !group.hasInline else { continue }
      let nested = group.places.count { place in
        guard place.line > 0, structure.lines[place.line - 1].run == structure.lines[place.line].run,
          !standsInSection(place.line)
        else { return false }
        return structure.lines[place.line - 1].segments.contains { segment in
          guard case .field(let role)? = structure.roles[segment.key] else { return false }
          return [.lead, .timescale, .contributors, .start, .rating].contains(role)
        }
      }
      if nested * 2 > group.places.count { structure.roles[key] = .field(.milestones) }
    }
  }

  /// Whether what stands above the labels before a line heads a section: its kind is named there, or on the line above.
  private func standsInSection(_ position: Int) -> Bool {
    var head = position - 1
    while head > 0, !structure.lines[head].segments.isEmpty { head -= 1 }
    for line in [head, head - 1] where line >= 0 && structure.lines[line].run == structure.lines[position].run {
      let heading = SectionHeading.parse(structure.lines[line].words)
      if heading.kind != nil, heading.ref != nil, line == head || heading.titleRange.isEmpty { return true }
    }
    return false
  }

  private mutating func markLabels() {
    for key in order where accepted.contains(key) {
      guard let group = classes[key], let role = structure.roles[key] else { continue }
      for place in group.places where place.value == nil {
        let line = structure.lines[place.line]
        let isLeadIn = line.ending == .colon && LeadIn.role(line.words) != nil
        structure.uses[place.line] = .label(role, isLeadIn: isLeadIn)
      }
    }
    for position in structure.lines.indices where !structure.lines[position].segments.isEmpty {
      let keys = structure.lines[position].segments.map(\.key)
      let isKnown = keys.contains { accepted.contains($0) }
      let recurs = keys.contains { (classes[$0]?.places.count ?? 0) > 1 }
      if isKnown || recurs { structure.uses[position] = .labelled }
    }
  }

  // MARK: Periods and sections

  private mutating func markPeriods() {
    var found: [Int] = []
    for position in structure.lines.indices.dropLast() {
      let line = structure.lines[position]
      guard line.run == structure.lines[position + 1].run, !line.isItem, structure.uses[position] == .text,
        line.segments.isEmpty, title != Phrase(line.paragraph.span),
        PeriodHeading.reads(line.words, reading: reading)
      else { continue }
      let next = structure.lines[position + 1]
      if next.isItem || next.form == .plain && next.ending == .stop
        || next.ending == .colon && position + 2 < structure.lines.count && structure.lines[position + 2].isItem
      {
        found.append(position)
      }
    }
    let ranks = Dictionary(grouping: found) { structure.lines[$0].rank }
    for positions in ranks.values where positions.count > 1 {
      let listed = positions.count { structure.lines[$0 + 1].isItem }
      if listed * 2 >= positions.count { for position in positions { structure.uses[position] = .period } }
    }
  }

  /// A heading is a section where something of a plan stands below it before the next of its kind.
  private mutating func markSections() {
    // From the end: whether a line leads to something shows below it.
    for position in structure.lines.indices.reversed()
    where structure.uses[position] == .text || structure.uses[position] == .labelled {
      let line = structure.lines[position]
      if title == Phrase(line.paragraph.span) { continue }
      let heading = SectionHeading.parse(line.words)
      if !heading.isExplicit, saysNoTitle(line) || isValueOfLabel(position) { continue }
      if structure.uses[position] == .labelled {
        if heading.kind != nil, !heading.headsList, heading.kind != .outcome || line.isHeading,
          line.segments.first?.label.lowerBound ?? 0 <= heading.labelRange.upperBound
        {
          structure.uses[position] = .section
        }
        continue
      }
      switch line.form {
      case .heading(let level) where level > 0: structure.uses[position] = .section
      case .bold:
        if line.ending != .stop, prose.isHeadingLike(line.item), leads(position) { structure.uses[position] = .section }
      case .plain:
        let isNamed =
          heading.kind != nil && !heading.headsList && (heading.ref != nil || prose.isHeadingLike(line.item))
        if isNamed || prose.isHeadingLike(line.item) && line.ending == .none && leads(position)
          || numbersChildren(position, heading)
        {
          structure.uses[position] = .section
        }
      case .item:
        if line.paragraph.marker == .number, numbersChildren(position, heading) { structure.uses[position] = .section }
      default: break
      }
    }
  }

  /// Whether a line stands right below a label that waits for a value.
  private func isValueOfLabel(_ position: Int) -> Bool {
    guard position > 0, structure.lines[position - 1].run == structure.lines[position].run,
      !structure.lines[position].isHeading,
      case .label(.field(let role), false) = structure.uses[position - 1]
    else { return false }
    return role != .action || structure.lines[position].form == .plain
  }

  /// Lines of copied pages that fold, print or leave them.
  private static let chrome: Set<String> = [
    "show all sections", "hide all sections", "show all", "hide all", "open all", "close all", "menu", "search",
    "skip to content", "skip to main content", "in this section", "on this page", "back to top", "share this page",
    "print this page", "was this page helpful", "is this page useful", "related links", "related pages",
    "related content",
    "follow us", "contact us", "contents", "you are here", "home",
  ]

  /// Dates of the edition and what somebody said are no titles.
  private func saysNoTitle(_ line: ProseLine) -> Bool {
    if StructureReader.chrome.contains(HeadingVocabulary.words(line.words, limit: 5).joined(separator: " ")) {
      return true
    }
    if line.words.hasPrefix("\"") || line.words.hasPrefix("“") || line.words.hasPrefix("‘") { return true }
    return !line.isHeading && (PlanKindReader.edition(line.words) != nil || reading.dateScore(line.words) >= 0.6)
  }

  /// Whether a label, a record or a date comes below a line before another line that looks like it.
  private func leads(_ position: Int) -> Bool {
    let own = structure.lines[position]
    var next = position + 1
    while next < structure.lines.count, structure.lines[next].run == own.run {
      let line = structure.lines[next]
      switch structure.uses[next] {
      case .label, .record, .period, .labelled: return true
      case .section:
        // A plain heading over numbered ones stands above them.
        return next == position + 1 && line.form == own.form && SectionHeading.parse(line.words).isExplicit
          && !SectionHeading.parse(own.words).isExplicit
      default: break
      }
      if line.isHeading { return false }
      if line.form == own.form, line.ending == .none, prose.isHeadingLike(line.item) {
        // A paragraph of its own may be short; two short lines in a row are a heading over another one.
        return false
      }
      if next - position > 12 { return false }
      next += 1
    }
    return false
  }

  /// Whether a numbered line heads numbered records: "2. Good plans" above "2.1 …".
  private func numbersChildren(_ position: Int, _ heading: SectionHeading) -> Bool {
    guard let ref = heading.ref, !heading.titleRange.isEmpty, structure.lines[position].reference?.kind != .decimal
    else { return false }
    var next = position + 1
    while next < min(structure.lines.count, position + 6) {
      if structure.lines[next].reference?.ref.hasPrefix(ref + ".") ?? false { return true }
      next += 1
    }
    return false
  }

  /// Labels of measures and reports that close each section, below several actions, speak of all of them.
  private mutating func markSectionLabels() {
    let records = structure.uses.count { $0 == .record } + structure.lines.count { !$0.prefix.isEmpty }
    for key in order where accepted.contains(key) {
      guard case .field(let role)? = structure.roles[key], [.successMeasures, .outcome, .update].contains(role),
        let group = classes[key], !group.hasInline, group.places.count > 1, records > group.places.count
      else { continue }
      let closes = group.places.allSatisfy { place in
        var next = place.line + 1
        while next < structure.lines.count {
          switch structure.uses[next] {
          case .section: return true
          case .record, .labelled, .status: return false
          default: next += 1
          }
        }
        return true
      }
      if closes { structure.sectionLabels.insert(key) }
    }
  }

  /// Whether headings are counted by bare numbers: "1 About us", "2 Early help".
  private func numbersHeadings() -> Bool {
    var last = 0
    var count = 0
    for line in structure.lines where line.isHeading || line.form == .bold {
      guard let found = ReferenceReader.leading(line.words, bareNumbers: true), found.kind == .number, !found.isCertain,
        let number = Int(found.ref)
      else { continue }
      if number == last + 1 { count += 1 }
      last = number
    }
    return count > 1
  }

  /// Whether the numbers of lists begin anew, so that they name nothing.
  private func hasCountedLists() -> Bool {
    var seen: Set<String> = []
    for line in structure.lines where line.paragraph.marker == .number {
      guard let reference = line.reference, reference.label == nil, reference.kind == .number else { continue }
      if !seen.insert(reference.ref).inserted { return true }
    }
    return false
  }

  // MARK: The whole document

  /// Whether the actions stand in tables and one heading alone speaks for a list of actions beside them.
  private func standsBesideGrid(_ document: SourceDocument) -> Bool {
    let hasGrid = document.blocks.contains { block in
      if case .table(let table) = block { table.rowCount > 3 && table.columnCount > 3 } else { false }
    }
    guard hasGrid else { return false }
    let lists = structure.uses.indices.filter { position in
      if case .label(.field(.action), _) = structure.uses[position] {
        true
      } else {
        structure.uses[position] == .record
      }
    }
    return lists.count < 2
  }

  /// Where nothing speaks for a plan, lists are lists and dates are dates; records with leads and deadlines stay.
  private mutating func withdraw(keepsRecords: Bool) {
    structure.directLists = []
    for position in structure.uses.indices {
      switch structure.uses[position] {
      case .period: structure.uses[position] = structure.lines[position].isHeading ? .section : .text
      case .label(.field(let role), _) where role == .action || !keepsRecords:
        structure.uses[position] = .label(.narrative, isLeadIn: true)
      case .record, .labelled, .status: if !keepsRecords { structure.uses[position] = .text }
      default: break
      }
    }
  }

  private func explain() {
    for key in order where accepted.contains(key) {
      guard let group = classes[key], let role = structure.roles[key] else { continue }
      let evidence = LabelEvidence(
        group, profile: ValueProfile(group, structure.lines, reading: reading), leadIn: leadIns(group), reading: reading
      )
      let best = evidence.totals.sorted { ($0.value, "\($1.key)") > ($1.value, "\($0.key)") }.prefix(3)
      reading.explanation.note(
        "label “\(group.words)”", StructureReader.name(role), confidence: min(1, (evidence.best?.total ?? 0) / 3),
        ["stands \(group.places.count) times"]
          + best.map { "\(StructureReader.name($0.key)) \(Int(saturating: ($0.value * 100).rounded()))" })
    }
  }

  static func name(_ role: LabelRole) -> String {
    if case .field(let field) = role { field.rawValue } else { "narrative" }
  }
}
