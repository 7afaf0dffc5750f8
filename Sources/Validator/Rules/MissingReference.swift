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
    var scope: String
    var prefix: String
  }

  private struct Member {
    var part: String
    var ref: String
    var action: Int?
    var section: Int?
  }

  func check(_ subject: Subject) -> [Violation] {
    var families: [Family: [Member]] = [:]
    var order: [Family] = []
    // Whole references, their parts joined by dots.
    var known: Set<String> = []
    func add(
      _ ref: String?, _ numbered: NumberedReference?, scope: @autoclosure () -> String, action: Int? = nil,
      section: Int? = nil
    ) {
      guard let ref, let numbered, let last = numbered.parts.last else { return }
      // Plain numbers count within their kind; a section 3 fills no hole among actions.
      let prefix = numbered.prefix.joined(separator: ".")
      if numbered.parts.count > 1 { known.insert("\(prefix).\(last)") }
      let family = Family(scope: numbered.parts.count == 1 ? scope() : "", prefix: prefix)
      if families[family] == nil { order.append(family) }
      families[family, default: []].append(Member(part: last, ref: ref, action: action, section: section))
    }
    for (index, section) in subject.plan.sections.enumerated() {
      add(
        section.ref, subject.sectionReferences[index], scope: "section \(section.kind.rawValue)", section: index)
    }
    let actions = subject.plan.actions
    for index in actions.indices {
      add(
        actions[index].ref, subject.references[index],
        scope: "action \(actions[index].parent ?? actions[index].section ?? "")", action: index)
    }
    return order.flatMap { family in holes(of: family, families[family] ?? [], known, subject) }
  }

  private func holes(
    of family: Family, _ members: [Member], _ known: Set<String>, _ subject: Subject
  ) -> [Violation] {
    guard members.count > 1, let order = ReferenceOrder(members.map(\.part)) else { return [] }
    let placed = members.compactMap { member in order.place(of: member.part).map { ($0, member) } }
      .sorted { $0.0 < $1.0 }
    var found: [Violation] = []
    for ((place, member), (next, other)) in zip(placed, placed.dropFirst()) where next - place > 1 {
      guard next - place - 1 <= MissingReference.widestGap else { return [] }
      let missing = ((place + 1)..<next).filter { !known.contains("\(family.prefix).\(order.part(at: $0))") }
        .map { MissingReference.reference(like: member.ref, last: member.part, order.part(at: $0)) }
      guard !missing.isEmpty else { continue }
      let pointer = other.action.map { "/actions/\($0)/ref" } ?? other.section.map { "/sections/\($0)/ref" } ?? ""
      let source =
        other.action.map { subject.plan.actions[$0].source } ?? other.section.map { subject.plan.sections[$0].source }
      let what = other.action == nil ? "Section" : "Action"
      found.append(
        Violation(
          message: "\(what)\(missing.count > 1 ? "s" : "") \(missing.joined(separator: ", ")) "
            + "\(missing.count > 1 ? "are" : "is") missing: \(member.ref) is followed by \(other.ref).",
          pointer: pointer, source: source, key: "\(what) \(missing.joined(separator: " "))"))
    }
    return found
  }

  /// A reference written like another, with another last part: `4(iii)` for `4(ii)`, `A.3` for `A.2`.
  static func reference(like ref: String, last: String, _ part: String) -> String {
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
