// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a workbook could not be made.
public enum WorkbookError: Error, Hashable, Sendable {
  /// There was no memory or no temporary file for it.
  case noRoom
  /// The library that writes workbooks said so.
  case library(String)
}

extension WorkbookError: CustomStringConvertible {
  /// What happened, in words.
  public var description: String {
    switch self {
    case .noRoom: "there is no room for the workbook while it is being made"
    case .library(let message): "the workbook cannot be made: \(message)"
    }
  }
}
