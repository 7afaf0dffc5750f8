// SPDX-License-Identifier: GPL-3.0-or-later

import CSV
import PlanSchema

/// What every table of the CSV output is described by. Rows, CSVW metadata and the Frictionless data package are all
/// made from this one description.
struct CSVTable: Sendable {
  /// Name of the file without `.csv`.
  let name: String
  let title: String
  let description: String
  let columns: [CSVColumn]
  /// Columns that together identify a row.
  let primaryKey: [String]
  /// Appends the rows of a plan; the second argument is the plan's key.
  let appendRows: @Sendable (CanonicalPlan, String, inout [UInt8]) -> Void

  /// A table of one row an item.
  init<Item>(
    _ name: String, _ title: String, _ description: String, key: [String], columns: [CSVField<Item>],
    items: @escaping @Sendable (CanonicalPlan) -> [Item]
  ) {
    self.init(name, title, description, key: key, columns: columns) { plan, body in
      for (index, item) in items(plan).enumerated() { body(index, "", item) }
    }
  }

  /// A table of one row an item, the items with what they belong to.
  init<Item>(
    _ name: String, _ title: String, _ description: String, key: [String], columns: [CSVField<Item>],
    parts: @escaping @Sendable (CanonicalPlan) -> [Part<Item>]
  ) {
    self.init(name, title, description, key: key, columns: columns) { plan, body in
      for (index, part) in parts(plan).enumerated() { body(index, part.owner, part.item) }
    }
  }

  private init<Item>(
    _ name: String, _ title: String, _ description: String, key: [String], columns: [CSVField<Item>],
    each: @escaping @Sendable (CanonicalPlan, (Int, String, Item) -> Void) -> Void
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.columns = columns.map(\.column)
    primaryKey = key
    let values = columns.map(\.value)
    appendRows = { plan, planKey, bytes in
      each(plan) { index, owner, item in
        let row = CSVRow(plan: planKey, position: index + 1, owner: owner, item: item)
        for (column, value) in values.enumerated() {
          if column > 0 { bytes.append(UInt8(ascii: ",")) }
          if let cell = value(row) { CSVRecord.append(cell, to: &bytes) }
        }
        CSVRecord.endRecord(&bytes)
      }
    }
  }

  /// Appends the header row.
  func appendHeader(to bytes: inout [UInt8]) {
    CSVRecord.append(columns.map(\.name), to: &bytes)
  }
}

/// Description of a column.
struct CSVColumn: Sendable {
  /// Datatypes, by the names that CSVW and Frictionless share.
  enum Datatype: String {
    case string, integer, number, boolean
  }

  /// The cell of the header row.
  let name: String
  let title: String
  let description: String
  var datatype = Datatype.string
  /// Whether each row has a value.
  var isRequired = false
  /// Whether no two rows have the same value.
  var isUnique = false
  /// The table and column whose values this column repeats.
  var reference: (table: String, column: String)?
}

/// One row's item with its plan.
struct CSVRow<Item> {
  /// Key of the plan.
  let plan: String
  /// Position of the item among those of its table and plan, from 1.
  let position: Int
  /// Identifier of what the item belongs to; that of a row which belongs to nothing is empty.
  var owner = ""
  let item: Item
}

/// A column with the way to a row's value.
struct CSVField<Item>: Sendable {
  let column: CSVColumn
  let value: @Sendable (CSVRow<Item>) -> String?
}

/// Something that belongs to a section, action, indicator or group.
struct Part<Item> {
  /// Identifier of what it belongs to.
  let owner: String
  let item: Item

  init(_ owner: String, _ item: Item) {
    self.owner = owner
    self.item = item
  }
}
