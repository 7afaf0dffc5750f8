// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Writes plans as a folder of CSV tables (RFC 4180, UTF-8, CRLF) that keys join, with their description in CSVW
/// (`csv-metadata.json`) and as a Frictionless data package (`datapackage.json`).
public struct CSVEmitter: Sendable {
  /// A file of the folder, or more rows of it.
  public struct File: Sendable {
    /// The file's name.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]
  }

  /// An emitter.
  public init() {}

  /// The whole folder for one plan.
  ///
  /// - Parameters:
  ///   - plan: what to write.
  ///   - key: what the tables call the plan.
  public func emit(_ plan: CanonicalPlan, key: String) -> [File] {
    zip(headers(), rows(of: plan, key: key)).map { File(name: $0.name, bytes: $0.bytes + $1.bytes) } + metadata()
  }

  /// Every table with its header row only.
  public func headers() -> [File] {
    CSVTables.all.map { table in
      var bytes: [UInt8] = []
      table.appendHeader(to: &bytes)
      return File(name: table.name + ".csv", bytes: bytes)
    }
  }

  /// The rows of one plan, table by table in the order of ``headers()``; append them to what is there.
  ///
  /// - Parameters:
  ///   - plan: what to write.
  ///   - key: what the tables call the plan; no two plans of a folder may have the same.
  public func rows(of plan: CanonicalPlan, key: String) -> [File] {
    CSVTables.all.map { table in
      var bytes: [UInt8] = []
      table.appendRows(plan, key, &bytes)
      return File(name: table.name + ".csv", bytes: bytes)
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
