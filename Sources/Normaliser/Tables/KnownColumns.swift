// SPDX-License-Identifier: GPL-3.0-or-later

/// What columns of the document's earlier tables held, for those whose own heads say little.
struct KnownColumns {
  private var roles: [String: [ColumnRole: Int]] = [:]
  /// The last table of records, by the number of its columns.
  private var grids: [Int: [Layout.Column]] = [:]

  /// Remembers a layout that was decided on.
  mutating func learn(_ layout: Layout) {
    guard layout.kind == .actions || layout.kind == .indicators else { return }
    for column in layout.columns where column.words.utf8.contains(where: \.isWordByte) && column.date == nil {
      guard let role = column.role else { continue }
      roles[column.words, default: [:]][role, default: 0] += 1
    }
    grids[layout.columns.count] = layout.columns
  }

  /// The role that a head's words had most often.
  func role(of head: String) -> ColumnRole? {
    guard let counts = roles[head] else { return nil }
    return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }

  /// The roles of the last grid with these heads' number of columns, where the heads do not speak against it: half of
  /// those that are filled are its own.
  func sameGrid(_ heads: [String]) -> [ColumnRole?]? {
    guard let columns = grids[heads.count] else { return nil }
    var (same, filled) = (0, 0)
    for (head, column) in zip(heads, columns) where head.utf8.contains(where: \.isWordByte) {
      filled += 1
      if HeadingVocabulary.words(head) == HeadingVocabulary.words(column.words) { same += 1 }
    }
    return filled > 0 && same * 2 >= filled ? columns.map(\.role) : nil
  }
}
