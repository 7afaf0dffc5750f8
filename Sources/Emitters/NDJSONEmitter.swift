// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Writes plans as NDJSON: one canonical plan a line, for programs that read streams.
public struct NDJSONEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The plan as one line, with its newline.
  public func emit(_ plan: CanonicalPlan) -> [UInt8] { JSONEmitter(layout: .oneLine).emit(plan) }
}
