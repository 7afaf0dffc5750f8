// SPDX-License-Identifier: GPL-3.0-or-later

import CSV
import PlanSchema

/// Writes a diff as CSV (RFC 4180, UTF-8): a change a row, in the order of ``PlanDiff/changes``.
public struct DiffCSVEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The columns. Several ids or references are parted by `; `, so are parties that came or went.
  public static let columns = columnsWithCells.map(\.0)

  /// The diff as CSV.
  public func emit(_ diff: PlanDiff) -> [UInt8] {
    var bytes: [UInt8] = []
    CSVRecord.append(DiffCSVEmitter.columns, to: &bytes)
    for change in diff.changes {
      CSVRecord.append(DiffCSVEmitter.columnsWithCells.map { $0.1(change) ?? "" }, to: &bytes)
    }
    return bytes
  }

  private static let columnsWithCells: [(String, @Sendable (PlanChange) -> String?)] = [
    ("kind", { $0.kind.rawValue }),
    ("subject", { $0.subject.rawValue }),
    ("old_id", { list($0.old.map(\.id)) }),
    ("old_ref", { list($0.old.compactMap(\.ref)) }),
    ("new_id", { list($0.new.map(\.id)) }),
    ("new_ref", { list($0.new.compactMap(\.ref)) }),
    ("text", { list(($0.new.isEmpty ? $0.old : $0.new).map(\.text)) }),
    ("field", { $0.field }),
    ("part", { $0.part }),
    ("before", { $0.before }),
    ("after", { $0.after }),
    ("direction", { $0.shift?.direction.rawValue ?? $0.rating?.direction.rawValue }),
    ("days", { $0.shift?.days.map(String.init) }),
    ("months", { $0.shift?.months.map(String.init) }),
    ("status_before", { $0.rating?.from?.rawValue }),
    ("status_after", { $0.rating?.to?.rawValue }),
    ("joined", { list($0.joined) }),
    ("left", { list($0.left) }),
    ("is_weaker", { $0.isWeaker ? "true" : "false" }),
  ]

  private static func list(_ texts: [String]) -> String { texts.joined(separator: "; ") }
}
