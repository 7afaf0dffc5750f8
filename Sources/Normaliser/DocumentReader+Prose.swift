// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

// What stands between tables.
extension DocumentReader {
  func lastHeading() -> ProseItem? { waiting.last { prose.isHeadingLike($0) } }

  /// The name that a membership table stands under.
  mutating func groupName() -> Phrase {
    if let last = settledHeading { return Phrase(last.paragraph.span) }
    return .empty
  }

  mutating func finishIndicators() {
    guard indicatorState.current != nil, let layout = lastLayout, layout.kind == .indicators else { return }
    let empty = Grid(Table(rowCount: 0, columnCount: 0, cells: []), number: 0)
    IndicatorReader(reading: reading, grid: empty, layout: layout).finish(&plan, state: &indicatorState)
  }

  /// Decides what the prose before a table (or at the end) was: headings of sections, legends, records in paragraphs.
  /// What stays is narrative; the sweep at the end collects it.
  mutating func settleProse(before kind: TableKind?, layout: Layout? = nil) {
    var items = waiting
    waiting = []
    settledHeading = items.last { prose.isHeadingLike($0) }
    guard !items.isEmpty else { return }
    readLegend(items)
    announce(items)
    if readPageRun(items) { return }
    items = GroupLists(reading: reading, prose: prose).take(from: items, into: &plan)
    let positions = structure.positions(of: items)
    if structure.holdsRecords(positions) {
      var writer = StructureWriter(
        reading: reading, sections: sections, structure: structure, layout: layoutNumber("paragraphs"))
      writer.write(positions, into: &plan, skipping: legend)
      lastSection = -1
      return
    }
    switch kind {
    case .actions, .card, .sections:
      // A table with a section column of its own needs no heading to say where its actions belong.
      let hasSections = layout.map { $0.has(.section) || $0.has(.outcome) } ?? false
      openHeadings(items, allowsUnlabelled: kind != .sections && !hasSections)
    case .indicators: openHeadings(items, allowsUnlabelled: false)
    default: break
    }
    lastSection = lastSection == plan.outline.current ? lastSection : -1
  }

  /// The number of a layout, by its signature; a new one has the next.
  mutating func layoutNumber(_ signature: String) -> Int {
    if let known = layoutNumbers[signature] { return known }
    let number = layoutNumbers.count
    layoutNumbers[signature] = number
    return number
  }

  mutating func readLegend(_ items: [ProseItem]) {
    let lines = items.map { (text: reading.string($0.paragraph), fill: $0.paragraph.fill) }
    var start = 0
    while start < lines.count {
      guard lines[start].text.utf8.count < 240, items[start].headingLevel == nil,
        let window = legendWindow(lines, items: items, from: start)
      else {
        start += 1
        continue
      }
      let key = window.key
      let phrases = items[start..<window.end].map { Phrase($0.paragraph.span) }
      for item in key.items { legend.insert(items[start + item.line].paragraph.span) }
      if plan.key.items.isEmpty {
        accept(key, lines: phrases)
      } else {
        for item in key.items { reading.furnish(phrases[item.line], kind: "rating-key") }
      }
      start = window.end
    }
  }

  /// The longest run of lines from one on that reads as a legend, each line an entry or more.
  func legendWindow(
    _ lines: [(text: String, fill: Colour?)], items: [ProseItem], from start: Int
  ) -> (key: RatingKey, end: Int)? {
    var best: (key: RatingKey, end: Int)?
    // One line may hold a whole legend.
    if let key = RatingReader.key([lines[start]]), isMostly(key, of: [lines[start]]) { best = (key, start + 1) }
    var end = start + 2
    while end <= lines.count, end - start <= 12, lines[end - 1].text.utf8.count < 240,
      items[end - 1].headingLevel == nil
    {
      guard let key = RatingReader.key(Array(lines[start..<end])), Set(key.items.map(\.line)).count == end - start
      else {
        break
      }
      best = (key, end)
      end += 1
    }
    return best
  }

  /// Headings in the plural say what the sections after them are.
  mutating func announce(_ items: [ProseItem]) {
    let title = plan.title.map { reading.string($0) }
    for item in items where item.paragraph.marker == .none && item.paragraph.span.count < 200 {
      // The title says what the plan is about, not what its sections are.
      if let title, reading.string(item.paragraph) == title { continue }
      if let kind = SectionKindWords.announced(reading.string(item.paragraph)) { plan.outline.announcedKind = kind }
    }
  }

  /// Opens the sections whose headings lead to a table.
  mutating func openHeadings(_ items: [ProseItem], allowsUnlabelled: Bool) {
    let chain = headingChain(items, allowsUnlabelled: allowsUnlabelled)
    for item in items {
      let words = reading.string(item.paragraph)
      if prose.isHeadingLike(item), prose.leavesSections(words) { plan.outline.close() }
    }
    guard let first = chain.first else { return }
    var index = first
    while index < items.count {
      let item = items[index]
      if legend.contains(item.paragraph.span) {
        index += 1
        continue
      }
      let words = reading.string(item.paragraph)
      let origin: RawSection.Look.Origin = item.headingLevel.map { .heading(level: $0) } ?? .line
      let isChained = chain.contains(index)
      let place = SourcePlace(item.paragraph.location)
      if isChained {
        _ = sections.consume(
          [item.paragraph], into: &plan.outline, origin: origin, place: place, opensUnlabelled: true)
      } else if plan.outline.pending != nil || plan.outline.collectsOutcomes || SectionHeading.parse(words).headsList
        || LabelledText.leading(words, headings: &reading.headings) != nil
      {
        if plan.outline.collectsOutcomes, prose.isHeadingLike(item), item.paragraph.marker == .none,
          item.headingLevel != nil
        {
          plan.outline.endList()
        }
        _ = sections.consume(
          [item.paragraph], into: &plan.outline, origin: origin, place: place, opensUnlabelled: false,
          isUnderHeading: plan.outline.pending == nil)
      }
      index += 1
    }
    plan.outline.endList()
  }

  /// The items that are headings of sections: the explicit ones, and the one right above the table.
  func headingChain(_ items: [ProseItem], allowsUnlabelled: Bool) -> [Int] {
    var chain: [Int] = []
    var lowest = Int.max
    var foundNearest = false
    var kinds: Set<SectionKind> = []
    for index in items.indices.reversed() {
      let item = items[index]
      guard item.paragraph.marker != .bullet, !legend.contains(item.paragraph.span) else { continue }
      let words = reading.string(item.paragraph)
      let heading = SectionHeading.parse(words)
      if heading.headsList || PlanKindReader.edition(words) != nil && heading.kind == nil { continue }
      let title = String(decoding: Array(words.utf8)[heading.titleRange], as: UTF8.self)
      let isHeading = prose.isHeadingLike(item)
      let level = item.headingLevel ?? 7
      let isTitle = plan.title.map { $0 == Phrase(item.paragraph.span) } ?? false
      if isTitle { continue }
      if let kind = heading.kind, heading.ref != nil || isHeading || heading.titleRange.isEmpty {
        // "Outcome: …" in prose is as good as a heading; the same kind twice means that the earlier is another section.
        if kinds.contains(kind), level >= lowest { continue }
        kinds.insert(kind)
        chain.insert(index, at: 0)
        lowest = min(lowest, level)
        foundNearest = true
        continue
      }
      guard isHeading, level < lowest || !foundNearest else { continue }
      if heading.ref != nil, !foundNearest || item.headingLevel != nil, !prose.isGeneric(title) {
        chain.insert(index, at: 0)
        lowest = min(lowest, level)
        foundNearest = true
        continue
      }
      if allowsUnlabelled, !foundNearest {
        let isNear = items.count - index <= 3 || item.headingLevel != nil
        if isNear, !prose.isGeneric(title) {
          chain.insert(index, at: 0)
          lowest = min(lowest, level)
        }
      }
      if item.headingLevel != nil || index == items.count - 1 {
        foundNearest = true
        lowest = min(lowest, level)
      }
    }
    return chain
  }
}
