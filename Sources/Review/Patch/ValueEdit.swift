// SPDX-License-Identifier: GPL-3.0-or-later

import Normaliser
import PlanSchema

/// One change of one value, applied to whatever kind of value the field holds.
///
/// A value is found by what it was: so a patch still fits when the document's next conversion finds more or less around
/// it, and does not fit when the value itself is read differently.
struct ValueEdit {
  let was: String?
  let now: String?
  let values: ValueReader

  /// The document's words that the change took out of the field, each with the words that took their place.
  private(set) var displaced: [String] = []

  init(was: String?, now: String?, values: ValueReader) {
    self.was = was
    self.now = now
    self.values = values
  }

  // MARK: Single values

  /// Changes a text that may be absent.
  mutating func apply(to text: inout String?) throws(Refusal) {
    try check(text)
    displace(text)
    text = now
  }

  /// Changes a text that has to be there.
  mutating func apply(to text: inout String) throws(Refusal) {
    try check(text)
    guard let now else { throw Refusal("this field cannot be empty") }
    displace(text)
    text = now
  }

  /// Changes a date. Its words may stand in a heading or in another value: then they are nothing that this field alone had.
  mutating func apply(to when: inout When?, isOwn: Bool = true) throws(Refusal) {
    try check(when?.text)
    if isOwn { displace(when?.text) }
    when = now.map { values.when($0) }
  }

  /// Changes a rating; one that only a fill tells is named by its colour.
  mutating func apply(to rating: inout Rating?) throws(Refusal) {
    try check(rating?.words)
    displace(rating?.text)
    rating = now.map { values.rating($0) }
  }

  /// Changes a value that is one of a few words.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ value: inout Value
  ) throws(Refusal) where Value.RawValue == String {
    try check(value.rawValue)
    guard let now, let chosen = Value(rawValue: now) else {
      throw Refusal("it is one of " + Value.allCases.map(\.rawValue).joined(separator: ", "))
    }
    value = chosen
  }

  // MARK: Lists

  /// Changes, adds or removes an item of a list of texts.
  mutating func apply(to texts: inout [String]) throws(Refusal) {
    try edit(&texts, text: { $0 }, make: { text, _ in [text] })
  }

  /// Changes, adds or removes a party; words that name several become several.
  mutating func apply(to parties: inout [Party], isContributors: Bool = false) throws(Refusal) {
    let values = values
    try edit(&parties, text: { $0.text }) { text, _ in isContributors ? values.contributors(text) : values.parties(text)
    }
  }

  /// Changes, adds or removes a milestone. Its date is read from the new words, and kept where it was never among the old
  /// ones but came from a heading.
  mutating func apply(to milestones: inout [Milestone], source: Source) throws(Refusal) {
    let values = values
    try edit(&milestones, text: { $0.text }, beside: { $0.rating?.text }) { text, old in
      guard var milestone = old else {
        return [Milestone(text: text, due: values.milestoneDate(in: text), source: source)]
      }
      if let date = values.milestoneDate(in: text) {
        milestone.due = date
      } else if values.milestoneDate(in: milestone.text) != nil {
        milestone.due = nil
      }
      milestone.text = text
      return [milestone]
    }
  }

  /// Adds or removes an update, or changes its words.
  mutating func apply(to updates: inout [Update], source: Source) throws(Refusal) {
    try edit(&updates, text: { $0.text }, beside: { $0.rating?.text }) { text, old in
      var update = old ?? Update(source: source)
      update.text = text
      return [update]
    }
  }

  private mutating func edit<Item>(
    _ items: inout [Item], text: (Item) -> String?, beside: (Item) -> String? = { _ in nil },
    make: (String, Item?) -> [Item]
  ) throws(Refusal) {
    guard let was else {
      guard let now else { throw Refusal("it says neither what was nor what is") }
      items += make(now, nil)
      return
    }
    guard let index = items.firstIndex(where: { item in text(item).map { ValueEdit.isSame($0, was) } ?? false }) else {
      throw Refusal("no value reads “\(was)”")
    }
    displace(text(items[index]))
    if now == nil, let words = beside(items[index]) { displaced.append(words) }
    items.replaceSubrange(index...index, with: now.map { make($0, items[index]) } ?? [])
  }

  // MARK: Words

  private func check(_ present: String?) throws(Refusal) {
    switch (present, was) {
    case (nil, nil): return
    case (let present?, let was?) where ValueEdit.isSame(present, was): return
    case (let present?, _): throw Refusal("the value now reads “\(present)”")
    case (nil, _): throw Refusal("there is no value now")
    }
  }

  /// Notes the old words, unless the new ones still hold all of them.
  private mutating func displace(_ old: String?) {
    guard let old, !ValueEdit.holds(now ?? "", wordsOf: old) else { return }
    displaced.append(old)
  }

  /// Whether two texts are the same but for white space.
  static func isSame(_ one: String, _ other: String) -> Bool {
    one.split(whereSeparator: \.isWhitespace) == other.split(whereSeparator: \.isWhitespace)
  }

  /// Whether a text has each word of another at least as often.
  static func holds(_ text: String, wordsOf other: String) -> Bool {
    var counts: [String: Int] = [:]
    for word in SourcePlaces.words(of: text) { counts[word, default: 0] += 1 }
    for word in SourcePlaces.words(of: other) {
      guard let count = counts[word], count > 0 else { return false }
      counts[word] = count - 1
    }
    return true
  }
}
