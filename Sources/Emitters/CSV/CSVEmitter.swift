// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Writes plans as a folder of CSV tables (RFC 4180, UTF-8, CRLF) that keys join, with their description in CSVW
/// (`csv-metadata.json`) and as a Frictionless data package (`datapackage.json`).
public struct CSVEmitter: Sendable {
  /// A file of the folder.
  public struct File: Sendable {
    /// The file's name.
    public let name: String
    /// Its bytes.
    public internal(set) var bytes: [UInt8]
  }

  /// An emitter.
  public init() {}

  /// The whole folder for one plan.
  ///
  /// - Parameters:
  ///   - plan: what to write.
  ///   - key: what the tables call the plan.
  public func emit(_ plan: CanonicalPlan, key: String) -> [File] {
    var files = headers()
    append(plan, key: key, to: &files)
    return files + metadata()
  }

  /// Every table with its header row only.
  public func headers() -> [File] {
    CSVTables.all.map { table in
      var bytes: [UInt8] = []
      table.appendHeader(to: &bytes)
      return File(name: table.name + ".csv", bytes: bytes)
    }
  }

  /// Appends the rows of one plan to the tables.
  ///
  /// - Parameters:
  ///   - plan: what to write.
  ///   - key: what the tables call the plan; no two plans of a folder may have the same.
  ///   - files: the tables, as ``headers()`` gives them.
  public func append(_ plan: CanonicalPlan, key: String, to files: inout [File]) {
    for (index, table) in CSVTables.all.enumerated() where files.indices.contains(index) {
      table.appendRows(plan, key, &files[index].bytes)
    }
  }

  /// The two descriptions of the tables. They do not depend on the plans.
  public func metadata() -> [File] {
    [
      File(name: "csv-metadata.json", bytes: CSVMetadata.csvw(CSVTables.all)),
      File(name: "datapackage.json", bytes: CSVMetadata.dataPackage(CSVTables.all)),
    ]
  }
}
