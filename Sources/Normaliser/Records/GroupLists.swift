// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Finds groups that prose lists: a heading that names a board, under it its people, one an item.
struct GroupLists {
  let reading: Reading
  let prose: ProseReader

  /// Words that names of groups end in, or nearly.
  private static let bodies: Set<String> = [
    "board", "group", "forum", "committee", "partnership", "panel", "network", "subgroup", "members", "membership",
  ]

  /// Takes the groups out of a run of prose; what is left comes back.
  func take(from items: [ProseItem], into plan: inout RawPlan) -> [ProseItem] {
    var left: [ProseItem] = []
    var index = 0
    while index < items.count {
      let item = items[index]
      // Only what names a group has items of its own to be counted: items of items would be counted time and again.
      guard namesGroup(item) else {
        left.append(item)
        index += 1
        continue
      }
      var end = index + 1
      while end < items.count, items[end].paragraph.marker == .bullet { end += 1 }
      let members = items[index + 1..<end].map(\.paragraph)
      guard members.count > 1, holdsPeople(members) else {
        left.append(item)
        index += 1
        continue
      }
      var group = RawGroup(
        name: Phrase(item.paragraph.span), place: SourcePlace(item.paragraph.location))
      group.rows = [RawGroup.Row(name: [], role: members, part: .empty, isList: true)]
      plan.groups.append(group)
      index = end
    }
    return left
  }

  private func namesGroup(_ item: ProseItem) -> Bool {
    guard item.paragraph.marker == .none, prose.isHeadingLike(item) else { return false }
    return GroupLists.namesGroup(reading.string(item.paragraph))
  }

  /// Whether a text is the name of a board or a list of its members.
  static func namesGroup(_ words: String) -> Bool {
    guard words.utf8.count <= 90, SectionHeading.parse(words).kind == nil else { return false }
    return HeadingVocabulary.words(words).suffix(4).contains { bodies.contains($0) }
  }

  /// Whether nearly all items are a person with a post.
  private func holdsPeople(_ members: [Paragraph]) -> Bool {
    let people = members.count { paragraph in
      guard paragraph.span.count < 140 else { return false }
      let party = PartyReader.party(reading.string(paragraph))
      return party.name != nil && (party.role != nil || party.organisation != nil)
    }
    return people * 4 >= members.count * 3
  }
}
