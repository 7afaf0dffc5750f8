// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Writes plans in one form. A new form is a type of this kind and a line of ``EmitterRegistry/standard``.
public protocol PlanEmitter: OutputForm, Sendable {
  /// Begins a result: of a form with a file for each document, the file of one; of any other form, that of all.
  func begin() -> any PlanWriter
  /// Begins a result that links to the documents.
  ///
  /// - Parameter links: by the plans' keys, the documents' paths as seen from where the result will stand.
  func begin(links: [String: String]) -> any PlanWriter
  /// The layout where the form is nothing but canonical JSON, so that JSON which is there already can be handed on as it is.
  var canonicalLayout: JSONEmitter.Layout? { get }
}

extension PlanEmitter {
  /// Most forms are no canonical JSON.
  public var canonicalLayout: JSONEmitter.Layout? { nil }
  /// Most forms link to nothing.
  public func begin(links: [String: String]) -> any PlanWriter { begin() }
}

/// A result in the making: plans are added one by one, in the order of the documents.
public protocol PlanWriter {
  /// Adds a plan.
  ///
  /// - Parameters:
  ///   - plan: what to write.
  ///   - key: what the result calls the plan; no two plans of a result have the same.
  ///   - write: takes the next bytes of the result, where they are final already and the form is one file. What would not
  ///     fit into memory goes this way; other writers gather what they need and wait for ``finish()``.
  /// - Throws: what `write` throws.
  mutating func add<Failure: Error>(
    _ plan: CanonicalPlan, key: String, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure)

  /// The rest of the result after the last plan: of a folder its files; of one file at most one piece, which follows on
  /// what was handed on before.
  ///
  /// - Throws: ``EmitterError`` where the result cannot be made.
  mutating func finish() throws(EmitterError) -> [EmittedFile]
}

extension PlanWriter {
  /// For forms that have written all when the last plan was added.
  public mutating func finish() throws(EmitterError) -> [EmittedFile] { [] }
}

/// A file that an emitter made, or a piece of one.
public struct EmittedFile: Hashable, Sendable {
  /// The file's name in its folder.
  public let name: String
  /// Its bytes.
  public internal(set) var bytes: [UInt8]

  /// A file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Why a result could not be made.
public struct EmitterError: Error, Hashable, Sendable {
  /// What went wrong.
  public var message: String
  /// What to do about it.
  public var advice: String

  /// An error.
  public init(_ message: String, advice: String) {
    self.message = message
    self.advice = advice
  }
}
