// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Writes the records of a page run down: each element under the column that it most likely came from. What stays
/// unsure is not written; the sweep keeps it as unplaced.
struct RunWriter {
  let text: RunText
  let elements: [RunElement]
  let lexicon: RunLexicon
  let layout: Layout
  /// Number of the layout.
  let number: Int

  func write(_ records: [RunRecords.Record], references: [RunReferences.Found], into plan: inout RawPlan) {
    var first = 0
    while first < records.count {
      var end = first + 1
      while end < records.count, references[end].major == references[first].major, references[end].letter == references[first].letter {
        end += 1
      }
      let title = openSection(records[first..<end], reference: references[first], into: &plan)
      for index in first..<end { write(records[index], reference: references[index], title: title, into: &plan) }
      first = end
    }
  }

  // MARK: Sections

  /// Opens the section of records that share the first part of their reference, where one begins; gives the element
  /// that its title is.
  private func openSection(
    _ records: ArraySlice<RunRecords.Record>, reference: RunReferences.Found, into plan: inout RawPlan
  ) -> Int? {
    guard lexicon.roles.contains(.section) || lexicon.roles.contains(.outcome), let previous = plan.actions.last else {
      return nil
    }
    if let last = previous.reference.flatMap(RunReferences.parse), last.major == reference.major, last.letter == reference.letter {
      return nil
    }
    guard let title = title(records), let current = previous.section ?? plan.outline.current else {
      plan.outline.close()
      return nil
    }
    let words = text.string(elements[title].range)
    var heading = SectionHeading.parse(words)
    heading.kind = plan.outline.sections[current].kind
    heading.ref = nil
    heading.refRange = 0..<0
    heading.labelRange = 0..<0
    heading.titleRange = 0..<words.utf8.count
    plan.outline.open(
      heading, phrase: text.phrase(elements[title].range), origin: plan.outline.sections[current].look.origin,
      place: place(elements[title].range))
    return title
  }

  /// A merged cell is read in the middle of the rows it covers: the record there has an action too many.
  private func title(_ records: ArraySlice<RunRecords.Record>) -> Int? {
    guard lexicon.toShare > 0.3 else { return nil }
    let middle = Double(records.startIndex + records.endIndex - 1) / 2
    let reach = max(1, Double(records.count) / 4)
    for index in records.indices.sorted(by: { abs(Double($0) - middle) < abs(Double($1) - middle) })
    where abs(Double(index) - middle) <= reach {
      let candidates = records[index].elements.filter { elements[$0].kind == .piece && elements[$0].action >= 1 }
      if candidates.count >= 2 { return candidates[0] }
    }
    return nil
  }

  private func place(_ range: Range<Int>) -> SourcePlace {
    SourcePlace(text.paragraphs[text.lines[range.lowerBound]].location)
  }

  // MARK: Records

  private func write(
    _ record: RunRecords.Record, reference: RunReferences.Found, title: Int?, into plan: inout RawPlan
  ) {
    var action = RawAction(place: place(reference.range), layout: number)
    action.section = plan.outline.current
    action.referencePhrase = text.phrase(reference.range)
    action.reference = reference.words
    var used: Set<Int> = title.map { [$0] } ?? []
    if let first = actionPiece(record, title: title) {
      let range = withContinuation(first, record: record, used: &used)
      action.text = text.paragraphs(range)
    }
    addParties(record, to: &action)
    if let group = nearest(.group, record) { add(.group, [group], to: &action) }
    if let date = nearest(.date, record) { add(.timescale, [date], to: &action) }
    let measures = record.elements.filter { elements[$0].kind == .measure }
    for measure in measures {
      guard let column = layout.column(.successMeasures) else { break }
      append(text.paragraphs(elements[measure].range), role: .successMeasures, column: column, to: &action)
    }
    let updates = updatePieces(record, used: used)
    if !updates.isEmpty { add(.update, updates, to: &action) }
    plan.actions.append(action)
  }

  /// Adds elements as one value of the first column with a role.
  private func add(_ role: ColumnRole, _ indices: [Int], to action: inout RawAction) {
    guard let column = layout.column(role) else { return }
    var paragraphs: [Paragraph] = []
    for index in indices {
      var more = text.paragraphs(elements[index].range)
      if !paragraphs.isEmpty, !more.isEmpty { more[0].style.insert(.continuation) }
      paragraphs += more
    }
    append(paragraphs, role: role, column: column, to: &action)
  }

  private func append(_ paragraphs: [Paragraph], role: ColumnRole, column: Int, to action: inout RawAction) {
    if role == .successMeasures, let index = action.values.firstIndex(where: { $0.column == column }) {
      action.values[index].paragraphs += paragraphs
      return
    }
    let head = layout.columns[column]
    action.values.append(
      RawValue(role: role, heading: head.heading, date: head.date, paragraphs: paragraphs, column: column, row: 0))
  }

  // MARK: Text

  private func actionPiece(_ record: RunRecords.Record, title: Int?) -> Int? {
    let line = text.lines[elements[record.reference].range.lowerBound]
    func score(_ index: Int) -> Double {
      let element = elements[index]
      var score = element.action
      if text.lines[element.range.lowerBound] == line { score += 0.3 }
      if index > record.cluster.upperBound { score -= 0.4 }
      // The earlier of two: what follows an action may explain it.
      return score - Double(index - record.elements.lowerBound) * 0.001
    }
    let candidates = record.elements.filter { elements[$0].kind == .piece && elements[$0].action > 0.6 && $0 != title }
    return candidates.max { score($0) < score($1) }
  }

  /// The action with what goes on with it: an example in brackets, what it is to include.
  private func withContinuation(_ first: Int, record: RunRecords.Record, used: inout Set<Int>) -> Range<Int> {
    used.insert(first)
    var range = elements[first].range
    var next = first + 1
    while next < record.elements.upperBound, elements[next].kind == .piece,
      text.lines[elements[next].range.lowerBound] == text.lines[range.lowerBound], goesOn(elements[next])
    {
      used.insert(next)
      range = range.lowerBound..<elements[next].range.upperBound
      next += 1
    }
    return range
  }

  private func goesOn(_ piece: RunElement) -> Bool {
    let first = piece.range.lowerBound
    if text.isMark(first, Mark.open) || piece.isContinuation && piece.update < 1 { return true }
    let key = text.phrase.word(first)
    if key == "including" || key == "include" { return true }
    return key == "to" && text.phrase.word(first + 1) == "include"
  }

  // MARK: Short cells

  private func nearest(_ kind: RunElement.Kind, _ record: RunRecords.Record) -> Int? {
    record.elements.filter { elements[$0].kind == kind }.min { distance($0, record) < distance($1, record) }
  }

  private func distance(_ index: Int, _ record: RunRecords.Record) -> Int {
    let reference = elements[record.reference].range
    let range = elements[index].range
    return range.lowerBound >= reference.upperBound
      ? range.lowerBound - reference.upperBound : reference.lowerBound - range.upperBound
  }

  private func addParties(_ record: RunRecords.Record, to action: inout RawAction) {
    let all = record.elements.filter { elements[$0].kind == .parties }
    func leadership(_ index: Int) -> Double {
      let gap = distance(index, record)
      return elements[index].leadership + (record.cluster.contains(index) ? 1 : 0) - Double(min(gap, 200)) * 0.002
    }
    var left = all
    if lexicon.roles.contains(.lead), let lead = all.max(by: { leadership($0) < leadership($1) }), leadership(lead) > -0.6 {
      add(.lead, [lead], to: &action)
      left.removeAll { $0 == lead }
    }
    guard lexicon.roles.contains(.contributors) else { return }
    let contributors = left.filter { elements[$0].leadership <= 0.6 || elements[$0].count > 1 }
    if let list = contributors.max(by: { weight($0) < weight($1) }) { add(.contributors, [list], to: &action) }
  }

  private func weight(_ index: Int) -> Double {
    Double(elements[index].count) - elements[index].leadership
  }

  // MARK: Reports of progress

  private func updatePieces(_ record: RunRecords.Record, used: Set<Int>) -> [Int] {
    func isFree(_ index: Int) -> Bool {
      elements[index].kind == .piece && !used.contains(index) && elements[index].action <= 0.6
    }
    var chosen: [Int] = []
    var index = record.elements.lowerBound
    while index < record.elements.upperBound {
      guard isFree(index), elements[index].update >= 0.9 else {
        index += 1
        continue
      }
      // So does the sentence before it, where a cell begins with that.
      if index - 1 > record.elements.lowerBound, isFree(index - 1), !elements[index - 1].isTail, !isFree(index - 2), chosen.last != index - 1 {
        chosen.append(index - 1)
      }
      chosen.append(index)
      // Two sentences at most go on with it, where another cell follows them.
      var end = index + 1
      while end < record.elements.upperBound, isFree(end), !elements[end].isTail, elements[end].update < 0.9, end - index <= 3 {
        end += 1
      }
      if end - index <= 3, end == elements.count || !isFree(end) || elements[end].update >= 0.9 {
        chosen += index + 1..<end
      }
      index = max(end, index + 1)
    }
    return chosen
  }
}
