// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Writes plans as a folder of CSV tables (RFC 4180, UTF-8, CRLF) that keys join, with their description in CSVW
/// (`csv-metadata.json`) and as a Frictionless data package (`datapackage.json`).
public struct CSVEmitter: PlanEmitter {
  /// The form.
  public var format: OutputFormat { .csv(.folder) }

  /// An emitter.
  public init() {}

  /// The whole folder for one plan.
  ///
  /// - Parameters:
  ///   - plan: what to write.
  ///   - key: what the tables call the plan.
  public func emit(_ plan: CanonicalPlan, key: String) -> [EmittedFile] {
    var files = headers()
    append(plan, key: key, to: &files)
    return files + metadata()
  }

  /// Every table with its header row only.
  public func headers() -> [EmittedFile] {
    CSVTables.all.map { table in
      var bytes: [UInt8] = []
      table.appendHeader(to: &bytes)
      return EmittedFile(name: table.name + ".csv", bytes: bytes)
    }
  }

  /// Appends the rows of one plan to the tables.
  ///
  /// - Parameters:
  ///   - plan: what to write.
  ///   - key: what the tables call the plan; no two plans of a folder may have the same.
  ///   - files: the tables, as ``headers()`` gives them.
  public func append(_ plan: CanonicalPlan, key: String, to files: inout [EmittedFile]) {
    for (index, table) in CSVTables.all.enumerated() where files.indices.contains(index) {
      table.appendRows(plan, key, &files[index].bytes)
    }
  }

  /// Begins a folder.
  public func begin() -> any PlanWriter { Tables(emitter: self, files: headers()) }

  /// The tables of a folder in the making.
  private struct Tables: PlanWriter {
    let emitter: CSVEmitter
    var files: [EmittedFile]
    /// The flat table beside the joined ones, for people who open one file.
    var register = RegisterEmitter().header()

    mutating func add<Failure: Error>(
      _ plan: CanonicalPlan, key: String, to write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
      emitter.append(plan, key: key, to: &files)
      RegisterEmitter().append(plan, to: &register)
    }

    mutating func finish() throws(EmitterError) -> [EmittedFile] {
      files + [EmittedFile(name: "register.csv", bytes: register)] + emitter.metadata()
    }
  }

  /// The two descriptions of the joined tables. They do not depend on the plans.
  public func metadata() -> [EmittedFile] {
    [
      EmittedFile(name: "csv-metadata.json", bytes: CSVMetadata.csvw(CSVTables.all)),
      EmittedFile(name: "datapackage.json", bytes: CSVMetadata.dataPackage(CSVTables.all)),
    ]
  }
}
