// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads membership tables and tables of workstreams with their people.
struct GroupReader {
  let reading: Reading
  let grid: Grid

  /// How many of the rows look like a person and a post, 0 to 1. Two columns only.
  func membershipScore(rows: Range<Int>) -> Double {
    guard grid.columnCount == 2, !rows.isEmpty else { return 0 }
    var score = 0.0
    var count = 0
    for row in rows.prefix(40) {
      guard let post = grid.cell(row, 1), !post.paragraphs.isEmpty else {
        count += 1
        continue
      }
      let postWords = reading.string(post.paragraphs)
      let nameWords = grid.cell(row, 0).map { reading.string($0.paragraphs) } ?? ""
      guard postWords.utf8.count < 140, nameWords.utf8.count < 70 else {
        count += 1
        continue
      }
      count += 1
      let isPerson = !nameWords.isEmpty && PartyReader.party(nameWords).name != nil
      score += (isPerson ? 0.6 : nameWords.isEmpty ? 0.4 : 0) + 0.4 * PartyReader.score(postWords)
    }
    return count == 0 ? 0 : score / Double(count)
  }

  /// How far posts stand under the names of boards, one board a column, 0 to 1.
  func boardScore(rows: Range<Int>) -> Double {
    guard rows.count >= 3, grid.columnCount <= 4, let first = rows.first else { return 0 }
    var (posts, count) = (0.0, 0)
    for column in 0..<grid.columnCount {
      guard let head = grid.cell(first, column), Int(head.row) == first else { return 0 }
      // "Group" and "Members" head columns; a board has a name.
      let name = reading.string(head.paragraphs)
      guard GroupLists.namesGroup(name), name.utf8.contains(0x20), PartyReader.party(name).name == nil else { return 0 }
      for row in rows.dropFirst().prefix(40) {
        guard let cell = grid.cell(row, column), Int(cell.row) == row else { continue }
        count += 1
        posts += PartyReader.score(reading.string(cell.paragraphs))
      }
    }
    return count < 2 ? 0 : posts / Double(count)
  }

  /// Reads boards and the people under them, a column each.
  func readBoards(rows: Range<Int>, into plan: inout RawPlan) {
    for column in 0..<grid.columnCount {
      guard let first = rows.first, let head = grid.cell(first, column) else { continue }
      var group = RawGroup(name: reading.phrase(head.paragraphs), place: grid.source(first))
      for row in rows.dropFirst() {
        guard let cell = grid.cell(row, column), Int(cell.row) == row, !cell.paragraphs.isEmpty else { continue }
        group.rows.append(
          RawGroup.Row(name: [], role: cell.paragraphs, placed: cell.paragraphs, part: .empty, isList: false))
      }
      plan.groups.append(group)
    }
  }

  /// Reads rows of name and post into one group.
  func readMembers(rows: Range<Int>, nameColumn: Int?, roleColumns: [Int], name: Phrase, into plan: inout RawPlan) {
    var group = RawGroup(name: name, place: grid.source(rows.lowerBound))
    group.nameIsReferred = plan.groups.contains { $0.name == name }
    for row in rows {
      // A cell over several columns belongs to the first of them.
      func cell(_ column: Int) -> Table.Cell? { grid.cell(row, column).flatMap { Int($0.column) == column ? $0 : nil } }
      let nameCell = nameColumn.flatMap(cell)
      let roleCells = roleColumns.compactMap(cell)
      let names = nameCell?.paragraphs ?? []
      let roles = roleCells.flatMap(\.paragraphs)
      if names.isEmpty, roles.isEmpty { continue }
      let placed = ([nameCell].compactMap { $0 } + roleCells).filter { Int($0.row) == row }.flatMap(\.paragraphs)
      group.rows.append(RawGroup.Row(name: names, role: roles, placed: placed, part: .empty, isList: false))
    }
    if !group.rows.isEmpty { plan.groups.append(group) }
  }

  /// Reads rows of a group each, whose people stand in columns by their part.
  func readGroups(rows: Range<Int>, layout: Layout, into plan: inout RawPlan) {
    let nameColumn = layout.column(.section) ?? layout.column(.group) ?? 0
    for row in rows {
      let name = grid.cell(row, nameColumn).map { reading.phrase($0.paragraphs) } ?? .empty
      if !name.isEmpty, grid.cell(row, nameColumn).map({ Int($0.row) == row }) ?? false {
        plan.groups.append(RawGroup(name: name, place: grid.source(row)))
      }
      guard let current = plan.groups.indices.last else { continue }
      for column in layout.columns.indices where column != nameColumn {
        guard let role = layout.columns[column].role, [.lead, .contributors, .other, .memberName].contains(role),
          let cell = grid.cell(row, column), Int(cell.row) == row, Int(cell.column) == column, !cell.paragraphs.isEmpty,
          reading.phrase(cell.paragraphs) != name
        else { continue }
        plan.groups[current].rows.append(
          RawGroup.Row(name: [], role: cell.paragraphs, part: layout.columns[column].heading, isList: true))
      }
    }
  }
}
