// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// What a conversion gave.
public struct Conversion: Sendable {
  /// The plan.
  public var plan: CanonicalPlan

  /// What became of the document's text, in one line.
  public var ledgerSummary: String { "" }
}
