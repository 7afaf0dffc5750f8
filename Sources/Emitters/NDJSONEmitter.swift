// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Writes plans as NDJSON: one canonical plan a line, for programs that read streams.
public struct NDJSONEmitter: PlanEmitter {
  /// The form.
  public var format: OutputFormat { OutputFormat("ndjson", .file, mediaType: "application/x-ndjson") }
  /// Canonical JSON, a plan a line.
  public var canonicalLayout: JSONEmitter.Layout? { .oneLine }

  /// An emitter.
  public init() {}

  /// Begins a file.
  public func begin() -> any PlanWriter { JSONEmitter(layout: .oneLine).begin() }

  /// The plan as one line, with its newline.
  public func emit(_ plan: CanonicalPlan) -> [UInt8] { JSONEmitter(layout: .oneLine).emit(plan) }
}
