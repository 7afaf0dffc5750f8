// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
public import Emitters
import Words

/// One run of `commonplan convert`: documents in, plans out in one form. A document that fails is reported, and the others
/// go on.
///
///     let run = ConversionRun(files: ["a.docx", "b.pdf"], output: "plans")
///     let failures = try run.run { if case .failed(let error) = $0 { print(error) } }
public struct ConversionRun: Sendable {
  /// What happens in a run.
  public enum Step: Sendable {
    /// So many documents are done.
    case done(Int)
    /// A document could not be read, or its result not written.
    case failed(ConversionError)
    /// A document was converted; where its words went is said in one line.
    case converted(file: String, ledger: String)
  }

  /// How many documents failed.
  public struct Failures: Hashable, Sendable {
    /// Documents that could not be read, or not as they should be.
    public var unread = 0
    /// Results that could not be written.
    public var unwritten = 0

    mutating func count(_ error: ConversionError) {
      if error.cause.reason == .unwritable { unwritten += 1 } else { unread += 1 }
    }
  }

  /// The documents' paths; `-` is standard input.
  public var files: [String]
  /// The form of the results.
  public var emitter: any PlanEmitter
  /// The file or folder for the results; nil or `-` for standard output. It names a file where one file is written and it
  /// ends as files of that form do.
  public var output: String?
  /// What reads the documents.
  public var service: DocumentService
  /// Whether the process ends after the run and gives all memory back at once: its only plan is then not freed text by
  /// text.
  public var endsProcess = false

  /// A run.
  public init(
    files: [String], emitter: any PlanEmitter = JSONEmitter(), output: String? = nil,
    service: DocumentService = DocumentService()
  ) {
    self.files = files
    self.emitter = emitter
    self.output = output
    self.service = service
  }

  /// Why the results cannot go where they should; nil where they can.
  public var objection: String? {
    if let output, output != "-" {
      return ResultPlace.objection(to: output, format: emitter.format, documents: files.count)
    }
    switch emitter.format.shape {
    case .folder: return "\(emitter.format.name.uppercased()) is several tables: name a folder for them with -o."
    case .filePerDocument where files.count > 1:
      let name = emitter.format.name.uppercased()
      return "Several plans do not fit into one \(name) text: name a folder with -o, or use --to ndjson."
    default: return nil
    }
  }

  /// Converts the documents and writes the results.
  ///
  /// - Parameter report: takes what happens.
  /// - Returns: how many documents failed.
  /// - Throws: ``ConversionError`` where the results have nowhere to go, or an output that several plans share takes no
  ///   more; it is then as if it had not been begun.
  public func run(_ report: (Step) -> Void) throws(ConversionError) -> Failures {
    let names = OutputNames.make(for: files)
    let format = emitter.format
    let place = ResultPlace(self.output, format: format, documents: files.count)
    let output: OutputFolder?
    if let folder = place.folder { output = try OutputFolder(folder, protecting: files) } else { output = nil }
    guard format.shape != .filePerDocument else {
      return try each(report) { plan, index throws(ConversionError) in
        try ConversionRun.write(
          place.fileName ?? "\(names[index]).\(format.fileExtension)", in: output
        ) { file throws(ConversionError) in
          var result = emitter.begin()
          try add(plan, of: files[index], key: names[index], to: &result, file)
          for piece in try finish(&result) { try file.write(piece.bytes) }
        }
      }
    }
    var result = emitter.begin(links: links(names, from: place.folder ?? "."))
    var failures = Failures()
    guard format.shape == .folder else {
      try ConversionRun.write(place.fileName ?? "plans.\(format.fileExtension)", in: output) {
        file throws(ConversionError) in
        failures = try each(report) { plan, index throws(ConversionError) in
          try add(plan, of: files[index], key: names[index], to: &result, file)
        }
        for piece in try finish(&result) { try file.write(piece.bytes) }
      }
      return failures
    }
    // Rows are smaller than the documents: they are gathered, so that no table is ever half written.
    failures = try each(report) { plan, index throws(ConversionError) in
      try add(plan, of: files[index], key: names[index], to: &result, .standard)
    }
    let tables = try finish(&result)
    guard let output else {
      for table in tables { try ByteOutput.standard.write(table.bytes) }
      return failures
    }
    try output.writeSet { set throws(ConversionError) in
      for table in tables { try set.write(table.name, table.bytes) }
    }
    return failures
  }

  /// The documents' addresses as seen from a folder, by the keys of their plans. Standard input has none.
  private func links(_ keys: [String], from folder: String) -> [String: String] {
    var links: [String: String] = [:]
    for (key, file) in zip(keys, files) where file != "-" {
      links[key] = URIPath.encoded(RelativePath.link(file, from: folder))
    }
    return links
  }

  /// Converts each file and hands its plan on; reports and counts those that fail.
  private func each(
    _ report: (Step) -> Void, _ body: (ConvertedPlan, Int) throws(ConversionError) -> Void
  ) throws(ConversionError) -> Failures {
    var failures = Failures()
    report(.done(0))
    try service.convert(files, isOneLine: emitter.canonicalLayout != .indented) {
      index, result throws(ConversionError) in
      do throws(ConversionError) {
        let plan = try result.get()
        if endsProcess, files.count == 1 { _ = Unmanaged.passRetained(Kept(plan)) }
        try body(plan, index)
        if let shortfall = plan.shortfall {
          let error = ConversionError(file: files[index], cause: shortfall)
          report(.failed(error))
          failures.count(error)
        }
        report(.converted(file: files[index], ledger: plan.ledgerSummary))
      } catch {
        // An output that plans share cannot be completed any more. Plans with files of their own go on.
        let isShared = output == nil || output == "-" || emitter.format.shape != .filePerDocument
        if error.cause.reason == .unwritable, isShared { throw error }
        report(.failed(error))
        failures.count(error)
      }
      report(.done(index + 1))
    }
    return failures
  }

  private func add(
    _ plan: ConvertedPlan, of file: String, key: String, to result: inout any PlanWriter, _ output: ByteOutput
  ) throws(ConversionError) {
    if let layout = emitter.canonicalLayout, let bytes = plan.json(layout) { return try output.write(bytes) }
    try result.add(try plan.plan(of: file), key: key) { bytes throws(ConversionError) in try output.write(bytes) }
  }

  private func finish(_ result: inout any PlanWriter) throws(ConversionError) -> [EmittedFile] {
    do throws(EmitterError) {
      return try result.finish()
    } catch {
      throw ConversionError(
        file: emitter.format.name, cause: ExtractionError(.unavailable, error.message, advice: error.advice))
    }
  }

  /// Writes a file of a folder, or standard output where there is none.
  private static func write(
    _ name: String, in folder: OutputFolder?, _ produce: (ByteOutput) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    guard let folder else { return try produce(.standard) }
    try folder.write(name, produce)
  }

  /// A plan that lives as long as the process.
  private final class Kept {
    let plan: ConvertedPlan

    init(_ plan: ConvertedPlan) { self.plan = plan }
  }
}
