// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Writes down what a structure was decided to be: sections, actions and what belongs to them.
struct StructureWriter {
  let reading: Reading
  let sections: SectionReader
  let structure: ProseStructure
  let layout: Int

  /// A label whose values are still to come.
  private struct Slot {
    var role: LabelRole
    var label: Paragraph?
    var rank: Int
    /// Whether the values belong to the action, else to the section.
    var isOfAction: Bool
    /// Depth of the items that are its values.
    var depth: Int?
    /// Whether a list stands below it.
    var hasList = false
    var count = 0
    /// Where the value is kept in the action, to go on with.
    var value: Int?
  }

  private var record: Int?
  private var recordRank = 0
  /// Depth of the item that began the record, -1 where no item did.
  private var recordDepth = -1
  private var slot: Slot?
  private var period: (phrase: Phrase, paragraph: Paragraph, rank: Int, isPlaced: Bool)?
  /// The words of a heading that is nothing but the reference of the next action.
  private var reference: Phrase?
  /// Values that stand before the action that they belong to.
  private var waiting: [(segment: LabelSegment, position: Int)] = []
  private var directDepth: Int?
  private var isDirect = false

  init(reading: Reading, sections: SectionReader, structure: ProseStructure, layout: Int) {
    self.reading = reading
    self.sections = sections
    self.structure = structure
    self.layout = layout
  }

  mutating func write(_ positions: [Int], into plan: inout RawPlan, skipping legend: Set<TextSpan>) {
    for position in positions {
      let line = structure.lines[position]
      let span = line.paragraph.span
      if legend.contains(span) || reading.ledger.isTouched(span) || isTitle(span, plan) { continue }
      if plan.outline.pending != nil, structure.uses[position] == .text || structure.uses[position] == .section,
        !line.isItem
      {
        openSection(position, into: &plan)
        continue
      }
      switch structure.uses[position] {
      case .section: openSection(position, into: &plan)
      case .record: begin(head: position, into: &plan)
      case .label(let role, let isLeadIn): open(role, at: position, isLeadIn: isLeadIn, into: &plan)
      case .labelled: readLabels(position, into: &plan)
      case .period:
        close()
        let dated = PeriodHeading.date(in: line.words)
        var paragraph = line.paragraph
        paragraph.span = Phrase(span).part(dated).first
        reading.furnish(Phrase(span).part(dated.upperBound..<line.words.utf8.count), kind: "label")
        period = (Phrase(paragraph.span), paragraph, line.rank, false)
      case .status: rate(position, into: &plan)
      case .text: readText(position, into: &plan)
      }
    }
  }

  private func isTitle(_ span: TextSpan, _ plan: RawPlan) -> Bool {
    guard let title = plan.title, !title.isEmpty else { return false }
    return span.start <= title.first.start && title.first.start < span.end
  }

  private mutating func close() {
    record = nil
    slot = nil
    reference = nil
    waiting = []
    isDirect = false
    directDepth = nil
  }

  // MARK: Sections

  private mutating func openSection(_ position: Int, into plan: inout RawPlan) {
    let line = structure.lines[position]
    close()
    if let open = period, line.rank <= open.rank { period = nil }
    let phrase = Phrase(line.paragraph.span)
    let prose = ProseReader(reading: reading)
    let heading = SectionHeading.parse(line.words)
    let isDirectList = structure.directLists.contains(position)
    if structure.numbersHeadings, heading.ref == nil, heading.kind == nil, openNumbered(position, into: &plan) {
      return
    }
    if plan.outline.pending == nil, heading.kind == nil, heading.ref == nil, prose.isGeneric(line.words), !isDirectList,
      !(reading.headings.best(line.words).map { $0.role == .section && $0.weight < 0.95 } ?? false)
    {
      if prose.leavesSections(line.words) { plan.outline.close() }
      return
    }
    let title = reading.string(phrase.part(heading.titleRange))
    if !title.isEmpty,
      plan.outline.path.contains(where: { open in
        reading.string(plan.outline.sections[open].title) == title && plan.outline.sections[open].ref == heading.ref
      })
    {
      // A heading that says again what is open ("Priority 1, continued").
      reading.furnish(phrase, kind: "repeated-section")
    } else {
      var origin = RawSection.Look.Origin.line
      if case .heading(let level) = line.form { origin = .heading(level: level) }
      _ = sections.consume(
        [line.paragraph], into: &plan.outline, origin: origin, place: SourcePlace(line.paragraph.location),
        opensUnlabelled: true)
    }
    plan.outline.endList()
    isDirect = isDirectList
  }

  /// Opens a section whose heading begins with a bare number.
  private func openNumbered(_ position: Int, into plan: inout RawPlan) -> Bool {
    let line = structure.lines[position]
    guard structure.holdsPlan(below: position), let found = ReferenceReader.leading(line.words, bareNumbers: true),
      found.kind == .number,
      found.range.upperBound < line.words.utf8.count
    else { return false }
    var origin = RawSection.Look.Origin.line
    if case .heading(let level) = line.form { origin = .heading(level: level) }
    let heading = SectionHeading(
      kind: nil, ref: found.ref, refRange: found.range.lowerBound..<found.range.lowerBound + found.ref.utf8.count,
      titleRange: found.range.upperBound..<line.words.utf8.count, labelRange: 0..<0)
    plan.outline.open(
      heading, phrase: Phrase(line.paragraph.span), origin: origin, place: SourcePlace(line.paragraph.location))
    return true
  }

  // MARK: Records

  private mutating func begin(head position: Int, into plan: inout RawPlan) {
    let line = structure.lines[position]
    slot = nil
    isDirect = false
    let phrase = Phrase(line.paragraph.span)
    let hasSegments = !line.segments.isEmpty && line.prefix.count > 3
    if let whole = line.reference, whole.range.upperBound >= line.words.utf8.count {
      reference = phrase
      record = nil
      return
    }
    let text = hasSegments ? part(line.paragraph, line.prefix) : line.paragraph
    add([text], rank: line.isHeading ? line.rank : min(line.rank, 65), into: &plan)
    recordDepth = line.depth
    if line.isItem, let record {
      ListedAction(reading: reading, structure: structure).split(line, &plan.actions[record])
    }
    if let code = line.reference, code.label == nil, code.kind == .code, ReferenceReader.leading(line.words) == nil,
      let record
    {
      plan.actions[record].referencePhrase = phrase.part(0..<code.ref.utf8.count)
      plan.actions[record].reference = code.ref
      plan.actions[record].text = [part(line.paragraph, code.range.upperBound..<line.words.utf8.count)]
      reading.ledger.setAsideMarks(in: phrase.part(code.ref.utf8.count..<code.range.upperBound).first, of: reading.text)
    }
    if hasSegments { readSegments(position, into: &plan) }
  }

  private mutating func add(_ text: [Paragraph], rank: Int, into plan: inout RawPlan) {
    var action = RawAction(place: SourcePlace(text.first?.location ?? Location()), layout: layout)
    action.section = plan.outline.current
    action.text = text
    if let reference {
      action.referencePhrase = reference
      action.reference = reading.string(reference)
    }
    if let open = period {
      action.values.append(
        RawValue(
          role: .timescale, paragraphs: [open.paragraph], column: -1, row: 0, isReferred: open.isPlaced))
      period?.isPlaced = true
    }
    plan.actions.append(action)
    plan.outline.endList()
    record = plan.actions.count - 1
    recordRank = rank
    recordDepth = -1
    reference = nil
    let before = waiting
    waiting = []
    for value in before { attach(value.segment, at: value.position, into: &plan) }
  }

  private mutating func rate(_ position: Int, into plan: inout RawPlan) {
    guard let record else { return }
    let paragraph = structure.lines[position].paragraph
    plan.actions[record].values.append(
      RawValue(
        role: .rating, isRatingHead: true, paragraphs: [paragraph], fill: paragraph.fill, column: -1, row: 0))
    self.record = nil
    slot = nil
  }

  // MARK: Labels

  private mutating func open(_ role: LabelRole, at position: Int, isLeadIn: Bool, into plan: inout RawPlan) {
    let line = structure.lines[position]
    if isLeadIn, let slot, slot.role != .narrative, slot.count == 0 || slot.role == role {
      // The sentence leads to the list of the label above it.
      if slot.hasList { return }
    }
    let hasList = listFollows(position)
    if structure.sectionLabels.contains(line.key) { record = nil }
    let isNested = line.isItem && line.depth > recordDepth && record != nil
    let isOfAction =
      record != nil && (line.rank > recordRank || isNested)
      && !(recordRank == Rank.listed && !isNested && !isField(role, line))
    if case .field(.action) = role, !isOfAction || hasList && recordRank > 60 || recordRank == Rank.listed {
      record = nil
      slot = Slot(role: role, label: line.paragraph, rank: line.rank, isOfAction: false, hasList: hasList)
      if !isLeadIn { reading.furnish(Phrase(line.paragraph.span), kind: "label") }
      return
    }
    if !isOfAction { record = nil }
    slot = Slot(role: role, label: line.paragraph, rank: line.rank, isOfAction: isOfAction, hasList: hasList)
    guard role != .narrative || isOfAction else { return }
    if !isOfAction {
      guard plan.outline.current != nil, sectionTakes(role) else {
        slot?.role = .narrative
        return
      }
    }
    if !isLeadIn { reading.furnish(Phrase(line.paragraph.span), kind: "label") }
  }

  /// Whether a label is one of those that follow each action of a list, not its section.
  private func isField(_ role: LabelRole, _ line: ProseLine) -> Bool {
    guard case .field(let field) = role, !line.isHeading else { return false }
    return [.lead, .timescale, .start, .rating, .contributors].contains(field)
  }

  private func sectionTakes(_ role: LabelRole) -> Bool {
    guard case .field(let field) = role else { return false }
    return [.successMeasures, .outcome, .update, .lead, .action].contains(field)
  }

  private func listFollows(_ position: Int) -> Bool {
    let line = structure.lines[position]
    var next = position + 1
    while next < structure.lines.count, structure.lines[next].run == line.run, next - position < 6 {
      if structure.lines[next].isItem { return !line.isItem || structure.lines[next].depth > line.depth }
      guard structure.uses[next] == .text || isLeadIn(next) else { return false }
      next += 1
    }
    return false
  }

  private func isLeadIn(_ position: Int) -> Bool {
    if case .label(_, isLeadIn: true) = structure.uses[position] { true } else { false }
  }

  private mutating func readLabels(_ position: Int, into plan: inout RawPlan) {
    let line = structure.lines[position]
    slot = slot?.isOfAction ?? true ? nil : slot
    if line.prefix.count > 3 {
      add([part(line.paragraph, line.prefix)], rank: line.isItem ? Rank.listed : 65, into: &plan)
      recordDepth = line.depth
    }
    readSegments(position, into: &plan)
  }

  private mutating func readSegments(_ position: Int, into plan: inout RawPlan) {
    let line = structure.lines[position]
    for segment in line.segments {
      if structure.leadsToAction.contains(segment.key), beginsAnew(segment, position, plan) {
        waiting.append((segment, position))
        record = nil
        continue
      }
      if !waiting.isEmpty, structure.roles[segment.key] != .field(.action) {
        waiting.append((segment, position))
        continue
      }
      attach(segment, at: position, into: &plan)
    }
  }

  /// Whether a label that stands before the action begins the next record.
  private func beginsAnew(_ segment: LabelSegment, _ position: Int, _ plan: RawPlan) -> Bool {
    guard !waiting.isEmpty || record == nil else {
      return structure.roles[segment.key] != .field(.action)
    }
    return structure.roles[segment.key] != .field(.action)
  }

  private mutating func attach(_ segment: LabelSegment, at position: Int, into plan: inout RawPlan) {
    let line = structure.lines[position]
    let phrase = Phrase(line.paragraph.span)
    let label = phrase.part(segment.label)
    let role = structure.roles[segment.key] ?? .field(.other)
    let values = segment.value.isEmpty ? [] : [part(line.paragraph, segment.value)]
    if role == .field(.action) {
      let numbered = ReferenceReader.whole(reading.string(label))
      if let record, plan.actions[record].text.isEmpty {
        plan.actions[record].text = values
      } else {
        if numbered != nil { reference = label }
        add(values, rank: Rank.listed, into: &plan)
      }
      if numbered == nil { reading.furnish(label, kind: "label") }
      recordRank = 65
      recordDepth = line.depth
      if values.isEmpty { slot = Slot(role: role, label: nil, rank: line.rank, isOfAction: true) }
      return
    }
    if role == .field(.reference) {
      reading.furnish(label, kind: "label")
      record = nil
      add([], rank: 65, into: &plan)
      if let record {
        plan.actions[record].referencePhrase = reading.phrase(values)
        plan.actions[record].reference = reading.string(values)
      }
      return
    }
    let isDeeper = !line.isItem || line.depth > recordDepth || recordDepth < 0 || recordRank == 65
    if let record, isDeeper {
      attach(role, label: label, values: values, line: line, to: &plan.actions[record])
      return
    }
    giveToSection(role, label: label, values: values, line: line, into: &plan)
  }

  private mutating func giveToSection(
    _ role: LabelRole, label: Phrase, values: [Paragraph], line: ProseLine, into plan: inout RawPlan
  ) {
    if role == .field(.timescale), let value = values.first, plan.outline.current != nil {
      // A date for the whole section is that of each of its actions.
      reading.furnish(label, kind: "label")
      period = (Phrase(value.span), value, Int.max, false)
      slot = nil
      return
    }
    guard plan.outline.current != nil, sectionTakes(role), case .field(let field) = role else {
      slot = nil
      return
    }
    reading.furnish(label, kind: "label")
    slot = Slot(role: role, label: nil, rank: line.rank, isOfAction: false, hasList: false)
    switch field {
    case .lead: plan.outline.add(leads: values)
    case .successMeasures: for value in values { plan.outline.add(successMeasure: Phrase(value.span)) }
    case .outcome: for value in values { plan.outline.add(outcome: Phrase(value.span)) }
    default:
      if !values.isEmpty { plan.outline.add(update: RawValue.update(label, reading, values)) }
    }
    slot?.count = values.count
  }

  private mutating func attach(
    _ role: LabelRole, label: Phrase, values: [Paragraph], line: ProseLine, to action: inout RawAction
  ) {
    reading.furnish(label, kind: "label")
    slot = Slot(role: role, label: nil, rank: line.rank, isOfAction: true)
    slot?.count = values.count
    append(
      role, heading: headingWords(label), values: values, fill: line.paragraph.fill, at: line.paragraph.location,
      to: &action)
  }

  /// A label without the colon at its end.
  private func headingWords(_ label: Phrase) -> Phrase {
    var length = reading.string(label).utf8.count
    let bytes = Array(reading.string(label).utf8)
    while length > 0, !bytes[length - 1].isWordByte, bytes[length - 1] != UInt8(ascii: ")"),
      bytes[length - 1] != UInt8(ascii: "?")
    {
      length -= 1
    }
    return label.part(0..<length)
  }

  /// Adds a value to an action; a list below it may go on with it.
  private mutating func append(
    _ role: LabelRole, heading: Phrase, values: [Paragraph], fill: Colour?, at location: Location,
    to action: inout RawAction
  ) {
    var field = ColumnRole.other
    if case .field(let known) = role { field = known }
    if field == .update, RatingReader.score(reading.string(values)) > 0.75 { field = .rating }
    switch field {
    case .outcome: field = .successMeasures
    case .action: field = values.isEmpty || !(slot?.hasList ?? false) ? .other : .milestones
    case .reference, .section: field = .other
    default: break
    }
    if field == .milestones {
      action.milestones.append(RawMilestone(paragraphs: values, row: 0, place: SourcePlace(location)))
      slot?.value = -1
      return
    }
    action.values.append(
      RawValue(
        role: field, heading: heading, date: DateReader.headingDate(reading.string(heading))?.when,
        isRatingHead: field == .rating, paragraphs: values, fill: fill, column: -1 - action.values.count, row: 0))
    slot?.value = action.values.count - 1
  }

  private func part(_ paragraph: Paragraph, _ range: Range<Int>) -> Paragraph {
    var part = paragraph
    part.span = Phrase(paragraph.span).part(range).first
    return part
  }

  /// Ranks of records that no heading begins.
  private enum Rank {
    /// An item of a list of actions.
    static let listed = 89
  }

  // MARK: Values

  private mutating func readText(_ position: Int, into plan: inout RawPlan) {
    let line = structure.lines[position]
    if line.paragraph.style.contains(.continuation), goOn(line, into: &plan) { return }
    if let open = period, open.rank < Int.max, slot == nil, line.isItem || periodTakes(position) {
      takeItem(line, into: &plan)
      return
    }
    if isDirect, line.isItem {
      takeItem(line, into: &plan)
      return
    }
    guard let open = slot else {
      joinStatement(position, into: &plan)
      return
    }
    if open.isOfAction { return continueAction(position, open, into: &plan) }
    guard case .field(let field) = open.role else { return }
    if field == .action {
      if line.isItem {
        takeItem(line, into: &plan)
      } else if let record, open.hasList, goesOn(plan.actions[record], line) {
        plan.actions[record].text.append(line.paragraph)
      } else if !open.hasList, line.ending != .colon, isStatement(position) {
        add([line.paragraph], rank: Rank.listed, into: &plan)
        slot?.count += 1
      }
      return
    }
    if endsSlot(line, open) {
      slot = nil
      return
    }
    if !line.isItem, open.hasList || line.ending == .colon { return }
    if line.isItem, open.count > 0, !open.hasList, open.label == nil, field == .lead { return }
    slot?.count += 1
    let phrase = Phrase(line.paragraph.span)
    switch field {
    case .successMeasures: plan.outline.add(successMeasure: phrase)
    case .outcome: plan.outline.add(outcome: phrase)
    case .lead: plan.outline.add(leads: [line.paragraph])
    default:
      let heading = open.label.map { headingWords(Phrase($0.span)) } ?? .empty
      plan.outline.add(
        update: RawValue.update(heading, reading, [line.paragraph]), continues: (slot?.count ?? 0) > 1)
    }
  }

  /// Lines that a break cut off belong to the action above, where its status stands below them all.
  private mutating func joinStatement(_ position: Int, into plan: inout RawPlan) {
    guard let record, plan.actions[record].values.isEmpty, recordRank <= 65 else { return }
    var next = position
    while next < structure.lines.count, next - position < 8 {
      if structure.uses[next] == .status {
        plan.actions[record].text.append(structure.lines[position].paragraph)
        return
      }
      guard structure.uses[next] == .text, !structure.lines[next].isHeading else { return }
      next += 1
    }
  }

  private func goOn(_ line: ProseLine, into plan: inout RawPlan) -> Bool {
    guard let record else { return false }
    if let value = slot?.value, slot?.isOfAction ?? false, plan.actions[record].values.indices.contains(value) {
      plan.actions[record].values[value].paragraphs.append(line.paragraph)
      return true
    }
    if slot?.isOfAction ?? false { return false }
    plan.actions[record].text.append(line.paragraph)
    return true
  }

  /// Whether a line is the rest of an item that a line end cut.
  private func goesOn(_ action: RawAction, _ line: ProseLine) -> Bool {
    guard line.form == .plain, line.ending != .colon, let last = action.text.last else { return false }
    let words = reading.string(action.text)
    let isOpen = words.utf8.count { $0 == UInt8(ascii: "(") } > words.utf8.count { $0 == UInt8(ascii: ")") }
    return isOpen || reading.endsOpen(Phrase(last.span)) || reading.continuesSentence(Phrase(line.paragraph.span))
  }

  /// A paragraph below a date that has no list below it.
  private func periodTakes(_ position: Int) -> Bool {
    guard position > 0, structure.uses[position - 1] == .period else { return false }
    return structure.lines[position].ending != .colon && VerbForms.form(structure.lines[position].words) != .none
  }

  /// A paragraph that says what will be done, or the only one below a label of actions.
  private func isStatement(_ position: Int) -> Bool {
    let line = structure.lines[position]
    if VerbForms.form(ValueProfile.bare(line)) == .future { return true }
    return (slot?.count ?? 0) == 0 && line.words.utf8.count > 15 && line.words.utf8.count < 600
  }

  /// An item of a list of actions: the next action, or more of the one above where it is set in below it.
  private mutating func takeItem(_ line: ProseLine, into plan: inout RawPlan) {
    let depth = slot?.depth ?? directDepth ?? (line.isItem ? line.depth : 0)
    if slot != nil { slot?.depth = depth } else { directDepth = depth }
    if line.isItem, line.depth > depth, let record {
      plan.actions[record].text.append(line.paragraph)
      return
    }
    add([line.paragraph], rank: Rank.listed, into: &plan)
    recordDepth = line.depth
    slot?.count += 1
    if let record { ListedAction(reading: reading, structure: structure).split(line, &plan.actions[record]) }
  }

  private mutating func continueAction(_ position: Int, _ open: Slot, into plan: inout RawPlan) {
    let line = structure.lines[position]
    guard let record else { return }
    if endsSlot(line, open) {
      slot = nil
      return
    }
    if line.isItem, recordDepth >= 0, line.depth <= recordDepth { return restart(position, into: &plan) }
    if open.role == .field(.action), plan.actions[record].text.isEmpty {
      plan.actions[record].text = [line.paragraph]
      slot?.count += 1
      return
    }
    if open.role == .narrative, open.label == nil, !line.isItem { return }
    if let value = open.value {
      if value < 0, let last = plan.actions[record].milestones.indices.last {
        plan.actions[record].milestones[last].paragraphs.append(line.paragraph)
      } else if plan.actions[record].values.indices.contains(value) {
        plan.actions[record].values[value].paragraphs.append(line.paragraph)
      }
      slot?.count += 1
      return
    }
    let heading = open.label.map { headingWords(Phrase($0.span)) } ?? .empty
    append(
      open.role, heading: heading, values: [line.paragraph], fill: line.paragraph.fill, at: line.paragraph.location,
      to: &plan.actions[record])
    slot?.count += 1
  }

  /// An item beside the one that began the record: the list of actions goes on.
  private mutating func restart(_ position: Int, into plan: inout RawPlan) {
    let line = structure.lines[position]
    slot = nil
    guard recordDepth == line.depth else { return }
    let rank = recordRank
    add([line.paragraph], rank: rank, into: &plan)
    recordDepth = line.depth
  }

  /// A value of one line is complete when another paragraph follows; a list goes on while items come.
  private func endsSlot(_ line: ProseLine, _ open: Slot) -> Bool {
    if open.count == 0 { return false }
    if line.isItem { return false }
    if open.label == nil { return true }
    if open.hasList { return true }
    if case .field(let field) = open.role, [.lead, .timescale, .start, .rating, .group].contains(field) { return true }
    if line.form == .bold { return true }
    return line.form == .plain && line.ending == .none && ProseReader(reading: reading).isHeadingLike(line.item)
      && line.words.utf8.count < 60
  }
}

extension RawValue {
  /// A report on a section.
  static func update(_ heading: Phrase, _ reading: Reading, _ paragraphs: [Paragraph]) -> RawValue {
    RawValue(
      role: .update, heading: heading, date: DateReader.headingDate(reading.string(heading))?.when,
      paragraphs: paragraphs,
      column: -1, row: 0)
  }
}
