// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

// Columns and tables from the contract's own table of fields: a field of a record is a column, or some, without a word here.

extension CSVField {
  /// The columns of a record within the item.
  static func columns<Record: PlanRecord>(
    of _: Record.Type, renaming names: [String: String] = [:], _ record: @escaping @Sendable (Item) -> Record
  ) -> [CSVField] {
    CSVField<Record>.columns(renaming: names).map { field in
      CSVField(column: field.column) { row in
        field.value(CSVRow(plan: row.plan, position: row.position, owner: row.owner, item: record(row.item)))
      }
    }
  }

  /// The column that says which row of another table a row belongs to.
  static func owner(_ thing: String, in table: String) -> CSVField {
    CSVField(
      column: CSVColumn(
        name: thing, title: thing.prefix(1).uppercased() + thing.dropFirst(), description: "Key of the \(thing).",
        isRequired: true, reference: (table, "key")),
      value: { CSVKey.make($0.plan, $0.owner) })
  }
}

extension CSVField where Item: PlanRecord {
  /// The columns of a record's fields, in the order of the contract. Lists have tables of their own; the identifier is in the
  /// columns of the key.
  static func columns(renaming names: [String: String] = [:]) -> [CSVField] {
    Item.fields.flatMap { field -> [CSVField] in
      let name = names[field.name] ?? field.columnName
      let (title, text, isRequired) = (field.title, field.documentation, field.isRequired)
      switch field.value {
      case .identifier, .texts, .parties, .others, .box, .records: return []
      case .reference(let access, let table):
        let text = text + " As the key of a row of \(table).csv."
        return [.reference(name, title, text, to: table) { access.get($0) }]
      case .text(let access): return [.text(name, title, text, required: isRequired) { access.get($0) }]
      case .optionalText(let access): return [.text(name, title, text) { access.get($0) }]
      case .choice(let get): return [.text(name, title, text, required: isRequired) { get($0) }]
      case .date(let access): return when(name, title, text) { access.get($0) }
      case .rating(let access): return rating(name, title, text) { access.get($0) }
      case .authority(let access):
        return [
          .text(name, title, text) { access.get($0)?.name },
          .text(name + "_gss", title + " (GSS code)", "Its code of the Office for National Statistics.") {
            access.get($0)?.gss
          },
        ]
      case .integer(let get): return [.integer(name, title, text) { get($0) }]
      case .flag(let get): return [.boolean(name, title, text) { get($0) }]
      case .source(let get): return source { get($0) }
      }
    }
  }
}

extension CSVTable {
  /// A table of records in the order of the plan.
  init<Record: PlanRecord>(
    _ name: String, _ title: String, _ description: String, items: @escaping @Sendable (CanonicalPlan) -> [Record]
  ) {
    self.init(
      name, title, description, key: ["plan", "position"],
      columns: [.plan, .position] + CSVField<Record>.columns(), items: items)
  }

  /// A table of records that belong to the rows of another.
  init<Record: PlanRecord>(
    _ name: String, _ title: String, _ description: String, of thing: String, in table: String,
    renaming names: [String: String] = [:], items: @escaping @Sendable (CanonicalPlan) -> [Part<Record>]
  ) {
    self.init(
      name, title, description, key: ["plan", "position"],
      columns: [.plan, .position, .owner(thing, in: table)]
        + CSVField<Record>.columns(renaming: names), parts: items)
  }

  /// A table of texts that belong to the rows of another.
  init(
    _ name: String, _ title: String, _ description: String, of thing: String, in table: String,
    items: @escaping @Sendable (CanonicalPlan) -> [Part<String>]
  ) {
    self.init(
      name, title, description, key: ["plan", "position"],
      columns: [
        .plan, .position, .owner(thing, in: table), .text("text", "Text", "The words.", required: true) { $0 },
      ], parts: items)
  }
}
