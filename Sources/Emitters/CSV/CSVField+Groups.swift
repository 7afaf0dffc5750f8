// SPDX-License-Identifier: GPL-3.0-or-later

import JSON
import PlanSchema

// Columns that several tables have in common.

extension CSVField {
  /// A column of texts.
  static func text(
    _ name: String, _ title: String, _ description: String, required: Bool = false,
    _ value: @escaping @Sendable (Item) -> String?
  ) -> CSVField {
    CSVField(
      column: CSVColumn(name: name, title: title, description: description, isRequired: required),
      value: { value($0.item) })
  }

  /// A column of whole numbers.
  static func integer(
    _ name: String, _ title: String, _ description: String, _ value: @escaping @Sendable (Item) -> Int?
  ) -> CSVField {
    CSVField(
      column: CSVColumn(name: name, title: title, description: description, datatype: .integer),
      value: { value($0.item).map { String($0) } })
  }

  /// A column of true and false.
  static func boolean(
    _ name: String, _ title: String, _ description: String, _ value: @escaping @Sendable (Item) -> Bool?
  ) -> CSVField {
    CSVField(
      column: CSVColumn(name: name, title: title, description: description, datatype: .boolean),
      value: { value($0.item).map { $0 ? "true" : "false" } })
  }

  /// The column that says which plan a row belongs to.
  static var plan: CSVField {
    CSVField(
      column: CSVColumn(
        name: "plan", title: "Plan", description: "Key of the plan that the row belongs to.", isRequired: true,
        reference: ("plan", "plan")),
      value: { $0.plan })
  }

  /// The column that counts the rows of a plan.
  static var position: CSVField {
    CSVField(
      column: CSVColumn(
        name: "position", title: "Position", description: "Place among the plan's rows of this table, from 1.",
        datatype: .integer, isRequired: true),
      value: { String($0.position) })
  }

  /// Key and identifier of a row that others refer to. The key is unique over all plans of the folder.
  static func key(_ thing: String, _ identifier: @escaping @Sendable (CSVRow<Item>) -> String) -> [CSVField] {
    [
      CSVField(
        column: CSVColumn(
          name: "key", title: "Key", description: "Identifies the \(thing) among those of all plans in this folder.",
          isRequired: true, isUnique: true),
        value: { CSVKey.make($0.plan, identifier($0)) }),
      .plan,
      CSVField(
        column: CSVColumn(
          name: "id", title: "Identifier", description: "Identifies the \(thing) within its plan.", isRequired: true),
        value: { identifier($0) }),
    ]
  }

  /// A column that refers to the key of another table's row.
  static func reference(
    _ name: String, _ title: String, _ description: String, to table: String, required: Bool = false,
    _ identifier: @escaping @Sendable (Item) -> String?
  ) -> CSVField {
    CSVField(
      column: CSVColumn(
        name: name, title: title, description: description, isRequired: required, reference: (table, "key")),
      value: { row in identifier(row.item).map { CSVKey.make(row.plan, $0) } })
  }

  /// The columns of a date.
  static func when(
    _ name: String, _ title: String, _ description: String, _ value: @escaping @Sendable (Item) -> When?
  ) -> [CSVField] {
    [
      .text(name, title, description + " The document's words.") { value($0)?.text },
      .text(name + "_edtf", title + " (EDTF)", description + " In ISO 8601-2.") { value($0)?.edtf },
      .boolean(name + "_ongoing", title + " (ongoing)", "True where it goes on.") { value($0)?.ongoing },
      .text(name + "_recurrence", title + " (recurrence)", "How often it recurs.") { value($0)?.recurrence?.rawValue },
    ]
  }

  /// The columns of a rating.
  static func rating(
    _ name: String, _ title: String, _ description: String, _ value: @escaping @Sendable (Item) -> Rating?
  ) -> [CSVField] {
    [
      .text(name, title, description + " What the document shows.") { value($0)?.text },
      .text(name + "_colour", title + " (colour)", "The rating's colour.") { value($0)?.colour?.rawValue },
      .text(name + "_status", title + " (status)", "The status, read through the document's key.") {
        value($0)?.status.rawValue
      },
    ]
  }

  /// The columns that say where something stands.
  static func source(_ value: @escaping @Sendable (Item) -> Source?) -> [CSVField] {
    let edges = ["left", "top", "right", "bottom"]
    return [.integer("source_page", "Page", "Page of the document, from 1.") { value($0)?.page }]
      + edges.enumerated().map { index, edge in
        CSVField(
          column: CSVColumn(
            name: "source_" + edge, title: "Box (\(edge))",
            description: "The \(edge) edge on the page, in points from the top left corner.", datatype: .number),
          value: { row in
            guard let box = value(row.item)?.box, box.count == 4 else { return nil }
            return Hundredths.text(box[index])
          })
      } + [
        .integer("source_table", "Table", "Table of the document, from 1.") { value($0)?.table },
        .integer("source_row", "Row", "Row of that table, from 1.") { value($0)?.row },
        .integer("source_line", "Line", "Line of a text file, from 1.") { value($0)?.line },
        .text("source_sheet", "Sheet", "Sheet of a workbook.") { value($0)?.sheet },
        .text("source_fragment", "Link fragment", "Opens the place in a PDF viewer.") { value($0)?.fragment },
      ]
  }
}

/// Keys that join the tables.
enum CSVKey {
  /// The key of something within a plan.
  static func make(_ plan: String, _ identifier: String) -> String { plan + "/" + identifier }
}
