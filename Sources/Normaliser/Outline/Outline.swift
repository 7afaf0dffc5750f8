// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// The plan's hierarchy as it is found: an open path of sections, and what their headings list.
struct Outline {
  private(set) var sections: [RawSection] = []
  /// The open path, outermost first: indices into ``sections``.
  private(set) var path: [Int] = []
  /// Sections that one heading opened together ("A. … AND B. …"): what it lists belongs to each.
  private var twins: [Int] = []
  /// The last section of each reference.
  private var byReference: [String: Int] = [:]
  /// The kind that the last heading in the plural announced ("Workstreams").
  var announcedKind: SectionKind?
  /// The kind of a label that stands alone and waits for its title ("Required Outcome:").
  private(set) var pending: (heading: SectionHeading, phrase: Phrase, place: SourcePlace)?
  /// Whether what follows is listed under an "Outcomes:" label.
  private(set) var collectsOutcomes = false

  /// The innermost open section.
  var current: Int? { path.last }

  /// Leaves all sections: an annex begins.
  mutating func close() {
    path = []
    twins = []
    collectsOutcomes = false
  }

  mutating func endList() { collectsOutcomes = false }

  /// Takes another list of sections when reading is over; the path is closed.
  mutating func replaceSections(_ kept: [RawSection]) {
    close()
    sections = kept
  }

  // MARK: Opening

  /// Opens a section on the level where its look and its reference put it.
  @discardableResult
  mutating func open(
    _ heading: SectionHeading, phrase: Phrase, origin: RawSection.Look.Origin, place: SourcePlace, ref: String? = nil,
    refPhrase: Phrase? = nil
  ) -> Int {
    let reference = ref ?? heading.ref
    let kind = heading.kind ?? announcedKind ?? .other
    let look = RawSection.Look(origin: origin, kind: kind, reference: .init(reference))
    var section = RawSection(
      kind: kind, ref: reference, refPhrase: refPhrase ?? phrase.part(heading.refRange),
      title: phrase.part(heading.titleRange), place: place, look: look)
    if let owner = ownerByReference(reference) {
      cut(toParent: owner)
    } else if let twin = path.lastIndex(where: { sections[$0].look == look || sections[$0].look.isSibling(of: look) }) {
      path.removeSubrange(twin...)
    } else if case .heading(let level) = origin {
      // A heading closes the headings of its own level and below.
      if let same = path.firstIndex(where: { index in
        if case .heading(let other) = sections[index].look.origin { return other >= level }
        return true
      }) {
        path.removeSubrange(same...)
      }
    } else if let same = path.firstIndex(where: {
      sections[$0].look.origin == origin && sections[$0].look.reference == look.reference
        && (sections[$0].kind == .other || kind == .other)
    }) {
      path.removeSubrange(same...)
    }
    section.parent = path.last
    sections.append(section)
    if let reference { byReference[reference] = sections.count - 1 }
    path.append(sections.count - 1)
    twins = []
    collectsOutcomes = false
    pending = nil
    return sections.count - 1
  }

  /// Opens a second section beside the one just opened, for a heading that names two.
  mutating func openTwin(_ heading: SectionHeading, phrase: Phrase) {
    guard let first = path.last else { return }
    var section = sections[first]
    section.ref = heading.ref
    section.refPhrase = phrase.part(heading.refRange)
    section.title = phrase.part(heading.titleRange)
    section.outcomes = []
    section.leads = []
    sections.append(section)
    if let ref = section.ref { byReference[ref] = sections.count - 1 }
    twins = [first, sections.count - 1]
  }

  /// The open or earlier section whose reference begins this one: A for A.1, 2 for 2.3.
  private func ownerByReference(_ reference: String?) -> Int? {
    guard let reference, let point = reference.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let prefix = String(reference[..<point])
    return byReference[prefix]
  }

  private mutating func cut(toParent owner: Int) {
    var chain: [Int] = [owner]
    while let parent = sections[chain[0]].parent { chain.insert(parent, at: 0) }
    path = chain
  }

  // MARK: What a heading's label waits for

  /// Keeps a label that stands alone until its title comes.
  mutating func wait(for heading: SectionHeading, phrase: Phrase, place: SourcePlace) {
    pending = (heading, phrase, place)
    collectsOutcomes = false
  }

  mutating func takePending() -> (heading: SectionHeading, phrase: Phrase, place: SourcePlace)? {
    defer { pending = nil }
    return pending
  }

  // MARK: Growing

  mutating func beginOutcomes() { collectsOutcomes = true }

  mutating func add(outcome: Phrase) {
    for index in twins.isEmpty ? path.suffix(1) : twins[...] { sections[index].outcomes.append(outcome) }
  }

  mutating func add(successMeasure: Phrase) {
    if let current { sections[current].successMeasures.append(successMeasure) }
  }

  /// Adds a report on the innermost section, or goes on with the last one.
  mutating func add(update: RawValue, continues: Bool = false) {
    guard let current else { return }
    if continues, let last = sections[current].updates.indices.last {
      sections[current].updates[last].paragraphs += update.paragraphs
    } else {
      sections[current].updates.append(update)
    }
  }

  mutating func add(leads paragraphs: [Paragraph]) {
    if let current { sections[current].leads.append(paragraphs) }
  }

  mutating func extendTitle(of index: Int, with phrase: Phrase) { sections[index].title.append(phrase) }

  mutating func setReference(of index: Int, to ref: String, phrase: Phrase) {
    sections[index].ref = ref
    byReference[ref] = index
    sections[index].refPhrase = phrase
    sections[index].look.reference = .init(ref)
  }

  /// Puts a section that came without a reference on the level where the reference, found later, puts it.
  mutating func settle(_ index: Int) {
    guard path.last == index else { return }
    let look = sections[index].look
    if let same = path.dropLast().lastIndex(where: {
      sections[$0].look.reference == look.reference && sections[$0].look.origin == look.origin
    }) {
      sections[index].parent = sections[path[same]].parent
      path.removeSubrange(same...)
      path.append(index)
    }
  }

  /// Whether a section's outcomes are also another's: their words are placed only once.
  func sharesOutcomes(_ index: Int) -> Bool {
    index > 0 && !sections[index].outcomes.isEmpty && sections[index].outcomes == sections[index - 1].outcomes
  }
}
