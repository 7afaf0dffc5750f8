// SPDX-License-Identifier: GPL-3.0-or-later

/// Why each table and column was read as it was, for `commonplan explain` and for people who tune.
public struct Explanation: Sendable {
  /// One decision.
  public struct Decision: Hashable, Sendable {
    /// What was decided on: `table 3`, `table 3, column 2`, `section 1`.
    public var subject: String
    /// What it was taken for.
    public var outcome: String
    /// Why.
    public var reasons: [String]
    /// How sure, 0 to 1.
    public var confidence: Double
  }

  /// Something about the reading that a person should look at.
  public enum Concern: Hashable, Sendable {
    /// The cells of a row were put back under their columns. Table and row count from 1.
    case rowShifted(table: Int, row: Int)
    /// A column's cells do not look like what it was taken for. Table and column count from 1; the heading is empty where
    /// there is none.
    case doubtfulColumn(table: Int, column: Int, heading: String, role: String)
  }

  /// The decisions in document order.
  public private(set) var decisions: [Decision] = []
  /// What a person should look at, in document order.
  public private(set) var concerns: [Concern] = []

  mutating func note(_ subject: String, _ outcome: String, confidence: Double = 1, _ reasons: [String]) {
    decisions.append(Decision(subject: subject, outcome: outcome, reasons: reasons, confidence: confidence))
  }

  mutating func note(_ concern: Concern) { concerns.append(concern) }
}
