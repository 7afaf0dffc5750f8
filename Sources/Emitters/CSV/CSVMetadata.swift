// SPDX-License-Identifier: GPL-3.0-or-later

import JSON

/// Descriptions of the tables for programs.
enum CSVMetadata {
  /// CSV on the Web: W3C, "Metadata Vocabulary for Tabular Data", 2015.
  static func csvw(_ tables: [CSVTable]) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.beginObject()
    writer.field("@context", "http://www.w3.org/ns/csvw")
    writer.field("dc:title", "Canonical plans")
    writer.list("tables", tables) { table, writer in
      writer.field("url", table.name + ".csv")
      writer.field("dc:title", table.title)
      writer.field("dc:description", table.description)
      writer.key("tableSchema")
      writer.beginObject()
      writer.list("columns", table.columns) { column, writer in
        writer.field("name", column.name)
        writer.field("dc:title", column.title)
        writer.field("dc:description", column.description)
        writer.field("datatype", column.datatype.rawValue)
        if column.isRequired { writer.field("required", true) }
      }
      writer.field("primaryKey", ifPresent: table.primaryKey)
      // Validators of CSVW take an empty reference for a broken one: those that may be empty are told by their
      // descriptions and by the data package only.
      writer.list("foreignKeys", table.columns.filter { $0.reference != nil && $0.isRequired }, omitsEmpty: true) {
        column, writer in
        guard let reference = column.reference else { return }
        writer.field("columnReference", ifPresent: [column.name])
        writer.key("reference")
        writer.beginObject()
        writer.field("resource", reference.table + ".csv")
        writer.field("columnReference", ifPresent: [reference.column])
        writer.endObject()
      }
      writer.endObject()
    }
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }

  /// Frictionless Data: "Tabular Data Package", version 1.
  static func dataPackage(_ tables: [CSVTable]) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.beginObject()
    writer.field("profile", "tabular-data-package")
    writer.field("name", "canonical-plans")
    writer.field("title", "Canonical plans")
    writer.list("resources", tables) { table, writer in
      writer.field("name", table.name)
      writer.field("path", table.name + ".csv")
      writer.field("profile", "tabular-data-resource")
      writer.field("title", table.title)
      writer.field("description", table.description)
      writer.field("format", "csv")
      writer.field("mediatype", "text/csv")
      writer.field("encoding", "utf-8")
      writer.key("schema")
      writer.beginObject()
      writer.list("fields", table.columns) { column, writer in
        writer.field("name", column.name)
        writer.field("title", column.title)
        writer.field("description", column.description)
        writer.field("type", column.datatype.rawValue)
        guard column.isRequired || column.isUnique else { return }
        writer.key("constraints")
        writer.beginObject()
        if column.isRequired { writer.field("required", true) }
        if column.isUnique { writer.field("unique", true) }
        writer.endObject()
      }
      writer.field("primaryKey", ifPresent: table.primaryKey)
      writer.list("foreignKeys", table.columns.filter { $0.reference != nil }, omitsEmpty: true) { column, writer in
        guard let reference = column.reference else { return }
        writer.field("fields", ifPresent: [column.name])
        writer.key("reference")
        writer.beginObject()
        // The specification calls a table's reference to itself by an empty name.
        writer.field("resource", reference.table == table.name ? "" : reference.table)
        writer.field("fields", ifPresent: [reference.column])
        writer.endObject()
      }
      writer.endObject()
    }
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }
}
