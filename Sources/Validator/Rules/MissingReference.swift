// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// CP210: a hole in the plan's numbering.
struct MissingReference: Rule {
  let about = RuleDescription(
    id: "CP210", name: "missing-reference", severity: .warning,
    looksAt: "The references of actions and sections: numbers, letters and Roman numerals that skip one.",
    why: "An action may have been dropped without a word, or a page is missing.",
    fix: "Put the missing one back, or say what became of it.",
    example: "1.4 followed by 1.6; 1.9 followed by 1.10 is no hole.")

  /// Gaps wider than this are no gaps: the numbers do not count one by one.
  static let widestGap = 5

  /// What counts together: all but the last part of references, or, of plain numbers, what they count.
  private struct Family: Hashable {
    enum Scope: Hashable {
      case anywhere
      case sections(SectionKind)
      /// By the action or section that they stand under.
      case actions(under: String)
    }

    var scope: Scope
    var prefix: Substring
  }

  /// Where a reference stands.
  private enum Place {
    case action(Int)
    case section(Int)
  }

  /// The reference that came last, and the number of its family.
  private struct Latest {
    var reference: NumberedReference
    var scope: Family.Scope
    var number: Int
  }

  func check(_ subject: Subject) -> [Violation] {
    var numbers: [Family: Int] = [:]
    var families: [(family: Family, members: [Place])] = []
    // References of one family mostly follow each other.
    var latest: Latest?
    func add(_ reference: NumberedReference, _ place: Place, scope ofPlain: @autoclosure () -> Family.Scope) {
      // Plain numbers count within their kind; a section 3 fills no hole among actions.
      let scope = reference.count == 1 ? ofPlain() : .anywhere
      let number: Int
      if let latest, latest.reference.isBeside(reference), latest.scope == scope {
        number = latest.number
      } else {
        let family = Family(scope: scope, prefix: reference.prefix)
        number = numbers[family] ?? families.count
        if number == families.count {
          numbers[family] = number
          families.append((family, []))
        }
        latest = Latest(reference: reference, scope: scope, number: number)
      }
      families[number].members.append(place)
    }
    for (index, section) in subject.plan.sections.enumerated() {
      guard let reference = subject.sectionReferences[index] else { continue }
      add(reference, .section(index), scope: .sections(section.kind))
    }
    let actions = subject.plan.actions
    for index in actions.indices {
      guard let reference = subject.references[index] else { continue }
      add(reference, .action(index), scope: .actions(under: actions[index].parent ?? actions[index].section ?? ""))
    }
    // Whole references, which are needed only where there is a hole.
    var known: Set<String>?
    return families.flatMap { family, members in holes(of: family, members, subject, &known) }
  }

  private func holes(
    of family: Family, _ members: [Place], _ subject: Subject, _ known: inout Set<String>?
  ) -> [Violation] {
    guard members.count > 1 else { return [] }
    guard let (order, places) = places(of: members, subject) else { return [] }
    let placed = zip(places, members).compactMap { place, member in place.map { ($0, member) } }.sorted { $0.0 < $1.0 }
    var found: [Violation] = []
    for ((place, member), (next, other)) in zip(placed, placed.dropFirst()) where next - place > 1 {
      guard next - place - 1 <= MissingReference.widestGap else { return [] }
      let references = known ?? MissingReference.references(of: subject)
      known = references
      let ref = ref(at: member, subject)
      let last = reference(at: member, subject)?.last ?? ""
      let missing = ((place + 1)..<next).filter { !references.contains("\(family.prefix).\(order.part(at: $0))") }
        .map { MissingReference.reference(like: ref, last: last, order.part(at: $0)) }
      guard !missing.isEmpty else { continue }
      let (what, pointer, source) =
        switch other {
        case .action(let index): ("Action", "/actions/\(index)/ref", subject.plan.actions[index].source)
        case .section(let index): ("Section", "/sections/\(index)/ref", subject.plan.sections[index].source)
        }
      found.append(
        Violation(
          message: "\(what)\(missing.count > 1 ? "s" : "") \(missing.joined(separator: ", ")) "
            + "\(missing.count > 1 ? "are" : "is") missing: \(ref) is followed by \(self.ref(at: other, subject)).",
          pointer: pointer, source: source, key: "\(what) \(missing.joined(separator: " "))"))
    }
    return found
  }

  /// How the last parts of some references count, and the place of each; nil where they do not count in one way.
  private func places(of members: [Place], _ subject: Subject) -> (ReferenceOrder, [Int?])? {
    let numbers = members.map { reference(at: $0, subject)?.number }
    if !numbers.contains(nil) { return (.numbers, numbers) }
    let parts = members.map { reference(at: $0, subject)?.last ?? "" }
    return ReferenceOrder(parts).map { order in (order, parts.map(order.place)) }
  }

  private func reference(at place: Place, _ subject: Subject) -> NumberedReference? {
    switch place {
    case .action(let index): subject.references[index]
    case .section(let index): subject.sectionReferences[index]
    }
  }

  /// A reference as it is printed.
  private func ref(at place: Place, _ subject: Subject) -> String {
    switch place {
    case .action(let index): subject.plan.actions[index].ref ?? ""
    case .section(let index): subject.plan.sections[index].ref ?? ""
    }
  }

  /// All references of more than one part.
  private static func references(of subject: Subject) -> Set<String> {
    Set((subject.sectionReferences + subject.references).compactMap { $0.flatMap { $0.count > 1 ? $0.text : nil } })
  }

  /// A reference written like another, with another last part: `4(iii)` for `4(ii)`, `A.3` for `A.2`.
  static func reference(like ref: String, last: Substring, _ part: String) -> String {
    let letters = Array(ref)
    let ending = Array(last)
    guard ending.count <= letters.count else { return part }
    for start in stride(from: letters.count - ending.count, through: 0, by: -1)
    where letters[start..<(start + ending.count)].map({ $0.lowercased() }) == ending.map({ $0.lowercased() }) {
      let isUpper = letters[start].isUppercase
      return String(letters[..<start]) + (isUpper ? part.uppercased() : part)
        + String(letters[(start + ending.count)...])
    }
    return part
  }
}
