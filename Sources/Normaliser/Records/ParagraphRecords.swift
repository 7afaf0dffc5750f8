// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads plans that are written as headings and paragraphs with labelled lines ("Lead: … By when: …").
struct ParagraphRecords {
  let reading: Reading
  let sections: SectionReader
  let prose: ProseReader

  /// Reads the records of a run of prose; false where it has none, and nothing was changed.
  mutating func read(_ items: [ProseItem], into plan: inout RawPlan, layoutNumber: Int) -> Bool { false }
}
