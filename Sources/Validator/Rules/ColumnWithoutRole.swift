// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
import PlanSchema

/// CP106: a column whose heading says nothing that the schema knows.
struct ColumnWithoutRole: Rule {
  let about = RuleDescription(
    id: "CP106", name: "column-without-role", severity: .note,
    looksAt: "Columns of action tables that became none of the schema's fields; their cells are kept in `other`.",
    why: "Programs that compare plans do not know what such a column means.",
    fix: "Where the column holds leads, dates or measures, a plainer heading lets it be read as such.",
    example: "A column headed “Ward”; one headed “Lead” is known.")

  func check(_ subject: Subject) -> [Violation] {
    let actions = subject.plan.actions
    var headings: [String] = []
    var places: [String: (action: Int, count: Int)] = [:]
    for index in actions.indices {
      for field in actions[index].other {
        if places[field.heading] == nil { headings.append(field.heading) }
        places[field.heading, default: (index, 0)].count += 1
      }
    }
    return headings.compactMap { heading in
      guard let place = places[heading] else { return nil }
      let cells = place.count == 1 ? "its cell is" : "its \(place.count) cells are"
      return Violation(
        message:
          "The column “\(Excerpt.start(of: heading))” is none that the schema knows: \(cells) kept under `other`.",
        pointer: "/actions/\(place.action)/other/\(JSONPointer.escaped(heading))",
        source: subject.plan.actions[place.action].source, key: heading)
    }
  }
}
