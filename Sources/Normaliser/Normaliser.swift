// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
public import PlanSchema

/// Turns a source document into a canonical plan.
public struct Normaliser: Sendable {
  /// A normaliser.
  public init() {}

  /// The plan that the document holds.
  public func plan(from document: SourceDocument, info: DocumentInfo) -> CanonicalPlan {
    CanonicalPlan(document: info)
  }
}
