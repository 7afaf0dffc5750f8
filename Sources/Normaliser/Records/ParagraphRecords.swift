// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads plans that are written as headings and paragraphs with labelled lines ("Lead: … By when: …").
struct ParagraphRecords {
  let reading: Reading
  let sections: SectionReader
  let prose: ProseReader

  private struct Line {
    var item: ProseItem
    var words: String
    var labels: LabelledSegments?
    /// Roles of its labels that speak of an action.
    var roles: Set<ColumnRole>
  }

  /// Reads the records of a run of prose; false where it has none, and nothing was changed.
  func read(_ items: [ProseItem], into plan: inout RawPlan, layoutNumber: Int) -> Bool {
    let lines = items.map { item -> Line in
      let words = reading.string(item.paragraph)
      let labels = item.paragraph.span.count < 6_000 ? LabelledSegments.parse(words, headings: &reading.headings) : nil
      let roles = Set(labels?.segments.map(\.vote.role).filter { $0.marksAction || $0 == .rating } ?? [])
      return Line(item: item, words: words, labels: labels, roles: roles)
    }
    guard holdsRecords(lines) else { return false }
    var cursor = Cursor(layout: layoutNumber)
    for (index, line) in lines.enumerated() {
      if reading.ledger.isTouched(line.item.paragraph.span) { continue }
      if let labels = line.labels,
        !line.roles.isEmpty || labels.segments.contains(where: { $0.vote.role == .reference })
      {
        readLabelled(line, labels: labels, into: &plan, cursor: &cursor)
      } else {
        readPlain(line, following: lines[(index + 1)...].prefix(3), into: &plan, cursor: &cursor)
      }
    }
    return true
  }

  /// Whether the prose holds actions: several labels that only actions have, in runs.
  private func holdsRecords(_ lines: [Line]) -> Bool {
    var deadlines = 0
    var leads = 0
    var texts = 0
    for line in lines {
      if line.roles.contains(.timescale) { deadlines += 1 }
      if line.roles.contains(.lead) { leads += 1 }
      if line.roles.contains(.action) { texts += 1 }
    }
    return deadlines >= 1 && leads >= 1 || deadlines >= 2 || texts >= 1 && leads + deadlines >= 1
  }

  private struct Cursor {
    var layout: Int
    /// The record that labelled lines belong to.
    var current: Int?
    /// The last paragraph without a label: the text of the next record, if labels follow.
    var candidate: Line?
    /// A line that was nothing but the reference of the next record: "Action 1.1".
    var reference: Phrase?
    /// Whether the last label stands on a line of its own and what follows is its value, whatever its look.
    var awaitsValue = false
    /// Whether a list may go on with the last value.
    var isListOpen = false
    /// Where a label stands that has no value on its line: what is set in below it is one.
    var openLabel: Location?
    /// Milestones are values of their own kind: whether the last value was one.
    var lastIsMilestone = false
  }

  // MARK: Labelled lines

  private func readLabelled(_ line: Line, labels: LabelledSegments, into plan: inout RawPlan, cursor: inout Cursor) {
    let phrase = Phrase(line.item.paragraph.span)
    if !labels.prefix.isEmpty, labels.prefix.count > 3 {
      begin([part(line.item.paragraph, phrase, labels.prefix)], into: &plan, cursor: &cursor)
    } else if !labels.prefix.isEmpty {
      // A bare number before "Action: …".
      cursor.candidate = nil
      begin([], into: &plan, cursor: &cursor)
      if let current = cursor.current {
        plan.actions[current].referencePhrase = phrase.part(labels.prefix)
        plan.actions[current].reference = reading.string(phrase.part(labels.prefix))
      }
    }
    for segment in labels.segments {
      let value = part(line.item.paragraph, phrase, segment.value)
      let paragraphs = segment.value.isEmpty ? [] : [value]
      let label = phrase.part(segment.label)
      if segment.vote.role == .action, let numbered = numberedLabel(label) {
        cursor.candidate = nil
        begin(paragraphs, into: &plan, cursor: &cursor, reference: numbered)
        continue
      }
      if segment.vote.role == .action {
        reading.furnish(label, kind: "label")
        let fresh = cursor.current.map { !plan.actions[$0].text.isEmpty || cursor.candidate != nil } ?? true
        if fresh {
          let reference = cursor.candidate.flatMap { self.reference(of: $0) }
          cursor.candidate = reference == nil ? nil : cursor.candidate
          begin(paragraphs, into: &plan, cursor: &cursor, reference: reference)
        } else if let current = cursor.current {
          plan.actions[current].text = paragraphs
        }
        continue
      }
      if segment.vote.role == .section || segment.vote.role == .outcome, cursor.candidate == nil || !paragraphs.isEmpty
      {
        openSection(segment, label: label, paragraphs: paragraphs, into: &plan)
        continue
      }
      if segment.vote.role == .reference {
        reading.furnish(label, kind: "label")
        begin([], into: &plan, cursor: &cursor)
        if let current = cursor.current {
          plan.actions[current].referencePhrase = reading.phrase(paragraphs)
          plan.actions[current].reference = reading.string(paragraphs)
        }
        continue
      }
      if isSectionLead(segment, line: line, plan: plan, cursor: cursor) {
        if let candidate = cursor.candidate {
          _ = sections.consume(
            [candidate.item.paragraph], into: &plan.outline,
            origin: candidate.item.headingLevel.map { .heading(level: $0) } ?? .line,
            place: SourcePlace(candidate.item.paragraph.location), opensUnlabelled: true)
          cursor.candidate = nil
          cursor.current = nil
        }
        reading.furnish(label, kind: "label")
        plan.outline.add(leads: paragraphs)
        continue
      }
      if cursor.candidate != nil { begin([], into: &plan, cursor: &cursor) }
      guard let current = cursor.current else { continue }
      attach(segment, label: label, paragraphs: paragraphs, line: line, to: &plan.actions[current], cursor: &cursor)
    }
  }

  private func attach(
    _ segment: LabelledSegments.Segment, label: Phrase, paragraphs: [Paragraph], line: Line, to action: inout RawAction,
    cursor: inout Cursor
  ) {
    reading.furnish(label, kind: "label")
    cursor.awaitsValue = false
    cursor.openLabel = paragraphs.isEmpty ? line.item.paragraph.location : nil
    let heading = label.part(0..<max(0, reading.string(label).utf8.count - 1))
    var role: ColumnRole = segment.vote.role.marksAction || segment.vote.role == .rating ? segment.vote.role : .other
    // "Status: On track"
    if role == .update, RatingReader.score(reading.string(paragraphs)) > 0.75 { role = .rating }
    add(
      paragraphs, role: role, heading: heading, fill: line.item.paragraph.fill, at: line.item.paragraph.location,
      to: &action, cursor: &cursor)
  }

  /// Adds what a label names to a record; a list below it may go on with it.
  private func add(
    _ paragraphs: [Paragraph], role: ColumnRole, heading: Phrase, fill: Colour?, at location: Location,
    to action: inout RawAction, cursor: inout Cursor
  ) {
    cursor.isListOpen = true
    cursor.lastIsMilestone = role == .milestones
    if role == .milestones {
      action.milestones.append(RawMilestone(paragraphs: paragraphs, row: 0, place: SourcePlace(location)))
      return
    }
    action.values.append(
      RawValue(
        role: role, heading: heading, date: DateReader.headingDate(reading.string(heading))?.when,
        isRatingHead: role == .rating, paragraphs: paragraphs, fill: fill, column: -1 - action.values.count, row: 0))
  }

  /// A lead under a section's heading, before any of its actions: the section's.
  private func isSectionLead(
    _ segment: LabelledSegments.Segment, line: Line, plan: RawPlan, cursor: Cursor
  ) -> Bool {
    guard segment.vote.role == .lead, line.roles == [.lead], line.labels?.segments.count == 1 else { return false }
    if let candidate = cursor.candidate {
      let heading = SectionHeading.parse(candidate.words)
      return heading.kind != nil && (heading.kind != .other || ReferenceReader.leading(candidate.words)?.label == nil)
    }
    return cursor.current == nil && plan.outline.current != nil
  }

  private func openSection(
    _ segment: LabelledSegments.Segment, label: Phrase, paragraphs: [Paragraph], into plan: inout RawPlan
  ) {
    guard let first = paragraphs.first else { return }
    let phrase = reading.phrase(paragraphs)
    var heading = SectionHeading.parse(reading.string(phrase))
    let labelBytes = Array(reading.string(label).utf8)
    if heading.kind == nil { heading.kind = SectionKindWords.leading(labelBytes, from: 0)?.kind }
    let title = reading.string(phrase.part(heading.titleRange))
    reading.furnish(label, kind: "label")
    if plan.outline.path.contains(where: { reading.string(plan.outline.sections[$0].title) == title }) {
      reading.furnish(phrase, kind: "repeated-section")
      return
    }
    plan.outline.open(heading, phrase: phrase, origin: .line, place: SourcePlace(first.location))
    reading.furnish(phrase.part(heading.labelRange), kind: "label")
  }

  // MARK: Lines without labels

  private func readPlain(
    _ line: Line, following: ArraySlice<Line>, into plan: inout RawPlan, cursor: inout Cursor
  ) {
    let next = following.first
    let paragraph = line.item.paragraph
    if cursor.isListOpen, cursor.candidate == nil, let current = cursor.current,
      paragraph.marker == .bullet
        || line.item.headingLevel == nil
          && (isSetIn(paragraph, below: cursor.openLabel) || cursor.awaitsValue && !prose.isHeadingLike(line.item))
    {
      if cursor.lastIsMilestone, let last = plan.actions[current].milestones.indices.last {
        plan.actions[current].milestones[last].paragraphs.append(paragraph)
      } else if let last = plan.actions[current].values.indices.last {
        plan.actions[current].values[last].paragraphs.append(paragraph)
      }
      return
    }
    if isActionReference(line) {
      cursor.reference = Phrase(paragraph.span)
      cursor.current = nil
      cursor.candidate = nil
      cursor.isListOpen = false
      return
    }
    if let current = cursor.current, cursor.candidate == nil, let role = bareLabel(line, before: next) {
      attachBare(role, label: paragraph, to: &plan.actions[current], cursor: &cursor)
      return
    }
    let heading = SectionHeading.parse(line.words)
    let isAction = next.map { !$0.roles.isEmpty && !$0.roles.contains(.action) } ?? false
    let namesSection =
      heading.kind != nil && heading.kind != .other || !isAction && numbersChildren(line, heading, following)
    if namesSection || (line.item.headingLevel != nil && !isAction) {
      cursor.candidate = nil
      cursor.isListOpen = false
      if namesSection || !prose.isGeneric(line.words), plan.title != Phrase(paragraph.span) {
        cursor.current = nil
        if isAction, next?.roles == [.lead] {
          cursor.candidate = line
          return
        }
        _ = sections.consume(
          [paragraph], into: &plan.outline, origin: line.item.headingLevel.map { .heading(level: $0) } ?? .line,
          place: SourcePlace(paragraph.location), opensUnlabelled: true)
      }
      return
    }
    if plan.outline.collectsOutcomes, paragraph.marker == .bullet, !isAction {
      plan.outline.add(outcome: Phrase(paragraph.span))
      return
    }
    if LabelledText.leading(line.words, headings: &reading.headings)?.vote.role == .outcome {
      _ = sections.consume(
        [paragraph], into: &plan.outline, origin: .line, place: SourcePlace(paragraph.location), opensUnlabelled: false)
      return
    }
    let beginsNumbered = ReferenceReader.leading(line.words) != nil
    if !isAction, !beginsNumbered, cursor.isListOpen, cursor.candidate == nil { return }
    cursor.candidate = line
  }

  /// Whether a line is nothing but the reference of an action: "Action 1.1".
  private func isActionReference(_ line: Line) -> Bool {
    guard line.item.paragraph.marker != .bullet, let whole = ReferenceReader.whole(line.words),
      let label = whole.label
    else { return false }
    return reading.headings.best(label)?.role == .action
  }

  /// The role of a label on a line of its own without a colon, above the list of what it labels.
  private func bareLabel(_ line: Line, before next: Line?) -> ColumnRole? {
    guard line.item.paragraph.marker != .bullet, line.words.utf8.count <= LabelledText.longestLabel,
      let next, next.roles.isEmpty, next.item.headingLevel == nil,
      next.item.paragraph.marker == .bullet
        // "Monitoring" above a sentence may head the next chapter.
        || line.words.utf8.contains(0x20) && !prose.isHeadingLike(next.item)
        || isSetIn(next.item.paragraph, below: line.item.paragraph.location),
      let vote = reading.headings.best(line.words), vote.weight >= 0.9, vote.role.marksAction, vote.role != .action
    else { return nil }
    return vote.role
  }

  private func attachBare(_ role: ColumnRole, label: Paragraph, to action: inout RawAction, cursor: inout Cursor) {
    let heading = Phrase(label.span)
    reading.furnish(heading, kind: "label")
    cursor.awaitsValue = true
    cursor.openLabel = label.location
    add([], role: role, heading: heading, fill: nil, at: label.location, to: &action, cursor: &cursor)
  }

  /// Whether a paragraph stands further right than a label that waits for its value: a list whose marks are drawn.
  private func isSetIn(_ paragraph: Paragraph, below label: Location?) -> Bool {
    guard let label = label?.box, let box = paragraph.location.box else { return false }
    let height = max(label.bottom - label.top, 1)
    return box.left > label.left + 0.5 * height && box.left < label.left + 6 * height
  }

  /// Whether a numbered line heads the numbered lines after it: "2. Good plans" above "2.1 …".
  private func numbersChildren(_ line: Line, _ heading: SectionHeading, _ following: ArraySlice<Line>) -> Bool {
    guard let ref = heading.ref, !heading.titleRange.isEmpty, prose.isHeadingLike(line.item) else { return false }
    return following.contains { ReferenceReader.leading($0.words)?.ref.hasPrefix(ref + ".") ?? false }
  }

  // MARK: Records

  /// The label of an action that carries its reference ("Action 1.1:"), nil for a bare label.
  private func numberedLabel(_ label: Phrase) -> Phrase? {
    ReferenceReader.whole(reading.string(label)).map { _ in label }
  }

  private func reference(of line: Line) -> Phrase? {
    ReferenceReader.whole(line.words).map { _ in Phrase(line.item.paragraph.span) }
  }

  /// Begins a record: with the paragraphs given, else with the last paragraph without a label.
  private func begin(
    _ paragraphs: [Paragraph], into plan: inout RawPlan, cursor: inout Cursor, reference: Phrase? = nil
  ) {
    var text = paragraphs
    if text.isEmpty, let candidate = cursor.candidate { text = [candidate.item.paragraph] }
    let place = (text.first ?? cursor.candidate?.item.paragraph)?.location ?? Location()
    var action = RawAction(place: SourcePlace(place), layout: cursor.layout)
    action.section = plan.outline.current
    action.text = text
    if let reference = reference ?? cursor.reference {
      action.referencePhrase = reference
      action.reference = reading.string(reference)
    }
    plan.actions.append(action)
    plan.outline.endList()
    cursor.current = plan.actions.count - 1
    cursor.candidate = nil
    cursor.reference = nil
    cursor.isListOpen = false
  }

  private func part(_ paragraph: Paragraph, _ phrase: Phrase, _ range: Range<Int>) -> Paragraph {
    var part = paragraph
    part.span = phrase.part(range).first
    return part
  }
}
