// SPDX-License-Identifier: GPL-3.0-or-later

package import PlanSchema

/// The headings above each section of a plan, found once.
package struct SectionPaths: Sendable {
  private var paths: [String: String] = [:]

  /// The paths of a plan's sections; a section whose parent is unknown begins a path.
  package init(_ sections: [Section]) {
    let byIdentifier = Dictionary(sections.map { ($0.id, $0) }) { first, _ in first }
    for section in sections {
      var names: [String] = []
      var seen: Set<String> = []
      var current: Section? = section
      while let here = current, seen.insert(here.id).inserted {
        names.append([here.ref, here.title].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " "))
        current = here.parent.flatMap { byIdentifier[$0] }
      }
      paths[section.id] = names.reversed().joined(separator: " › ")
    }
  }

  /// The headings down to a section, outermost first; empty where there is none.
  package func path(of section: String?) -> String { section.flatMap { paths[$0] } ?? "" }
}
