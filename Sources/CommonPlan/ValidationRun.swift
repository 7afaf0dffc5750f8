// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema
public import Validator

/// One run of `commonplan validate`: settings with the files that they name, then documents, then a report.
///
///     let run = try ValidationRun(settings: ValidationSettings(), settingsFile: nil)
///     let report = try run.report(on: ["plan.json"], service: DocumentService())
///     print(report.summary, run.fails(report))
public struct ValidationRun: Sendable {
  /// The settings that hold: those given, then those of the file.
  public let settings: ValidationSettings
  /// Known findings.
  public let baseline: Baseline
  private let validation: DocumentValidation

  /// The file of settings in the working folder.
  public static let standardSettingsFile = ".commonplan.yml"

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - settings: what the caller asks for; it goes before the file.
  ///   - settingsFile: a YAML file of settings; nil for ``standardSettingsFile``, where that is there.
  ///   - renewsBaseline: whether a baseline will be written; the old one may then be missing.
  /// - Throws: ``ConversionError`` where one of the files cannot be read or holds what it should not.
  public init(
    settings: ValidationSettings, settingsFile: String?, renewsBaseline: Bool = false
  ) throws(ConversionError) {
    let file = settingsFile ?? (FileReader.isThere(Self.standardSettingsFile) ? Self.standardSettingsFile : nil)
    let asked = settings
    var settings = settings
    if let file {
      let text = try Self.text(of: file)
      settings = settings.filled(
        from: try Self.checked { () throws(SettingsError) in
          try SettingsFile.read(text, path: file, isNamed: settingsFile != nil)
        })
    }
    if let file, settingsFile == nil {
      for path in [settings.baseline, settings.weaknesses] {
        // What a person names goes before the file; only what the file says is held against its folder.
        guard let path, path != asked.baseline, path != asked.weaknesses, RelativePath.leadsOut(path) else { continue }
        throw ConversionError(
          file: file,
          cause: ExtractionError(
            .unavailable, "\(path) lies outside the folder of a file of settings that was only found",
            advice: "Name it with an option, or the file of settings with --config."))
      }
    }
    self.settings = settings
    if let word = settings.unknownRule(in: Rules.descriptions) {
      throw ConversionError(
        file: word,
        cause: ExtractionError(
          .unavailable, "there is no rule of that id, beginning or name",
          advice: "`commonplan rules` lists the rules."))
    }
    if let path = settings.baseline, !renewsBaseline || FileReader.isThere(path) {
      let text = try Self.text(of: path)
      baseline = try Self.checked { () throws(SettingsError) in try Baseline(yaml: text, path: path) }
    } else {
      baseline = Baseline()
    }
    var weaknesses: [String]?
    if let path = settings.weaknesses {
      weaknesses = try DocumentService().inspection(path).inspection?.areas.map(\.text)
    }
    validation = DocumentValidation(settings: settings, weaknesses: weaknesses)
  }

  /// Validates files, canonical JSON or plan files, and gathers what there is to say.
  ///
  /// - Parameters:
  ///   - files: paths; `-` is standard input.
  ///   - service: what reads them.
  ///   - progress: takes the number of files done, and why the last of them could not be read.
  public func report(
    on files: [String], service: DocumentService, progress: (Int, ConversionError?) -> Void = { _, _ in }
  ) throws(ConversionError) -> ValidationReport {
    var report = ValidationReport(rules: validation.descriptions, version: commonPlanVersion)
    let base = WorkingFolder.path
    try service.inputs(files) { index, result throws(ConversionError) in
      let path = files[index]
      let relative = path == "-" ? "standard-input" : RelativePath.make(path, from: base)
      do throws(ConversionError) {
        report.documents.append(try document(try result.get(), FileName.printable(path), relative))
        progress(index + 1, nil)
      } catch {
        report.unread.append(
          UnreadDocument(path: FileName.printable(path), relativePath: relative, message: "\(error)"))
        progress(index + 1, error)
      }
    }
    baseline.apply(to: &report)
    return report
  }

  /// Whether a report has findings at or above the level that the settings name.
  public func fails(_ report: ValidationReport) -> Bool { report.fails(at: settings.failOn ?? .error) }

  /// Writes a baseline of all findings of a report, and marks them as accepted in it.
  ///
  /// - Parameter inputs: files that must not be overwritten.
  /// - Throws: ``ConversionError`` where the file cannot be written.
  public func renewBaseline(
    from report: inout ValidationReport, to path: String, protecting inputs: [String]
  ) throws(ConversionError) {
    let renewed = baseline.renewed(from: report)
    try OutputFile(path, protecting: inputs).write(Array(renewed.yaml.utf8))
    renewed.apply(to: &report)
  }

  /// Writes a report to where the settings say. Where that is a file, standard error gets the summary.
  ///
  /// - Parameter inputs: files that must not be overwritten.
  /// - Throws: ``ConversionError`` where the report cannot be written.
  public func write(_ report: ValidationReport, protecting inputs: [String]) throws(ConversionError) {
    let bytes = (settings.format ?? .text).bytes(report)
    guard let path = settings.output, path != "-" else { return try ByteOutput.standard.write(bytes) }
    try OutputFile(path, protecting: inputs).write(bytes)
    ByteOutput.diagnostics.say("commonplan: \(report.summary)")
  }

  private func document(
    _ input: PlanInput, _ path: String, _ relative: String
  ) throws(ConversionError) -> ValidatedDocument {
    switch input {
    case .converted(let plan): return validation.document(plan, path: path, relativePath: relative)
    case .json(let bytes):
      do throws(PlanReadingError) {
        return validation.document(try CheckedPlan(json: bytes), path: path, relativePath: relative)
      } catch {
        throw ConversionError(file: path, cause: PlanInput.cause(error))
      }
    }
  }

  private static func text(of file: String) throws(ConversionError) -> String {
    let bytes = try FileReader(maximumBytes: 1 << 26).read(file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConversionError(
        file: file,
        cause: ExtractionError(.damaged, "the file is no UTF-8 text", advice: "Save it as text in UTF-8."))
    }
    return text
  }

  private static func checked<Value>(
    _ body: () throws(SettingsError) -> Value
  ) throws(ConversionError) -> Value {
    do throws(SettingsError) {
      return try body()
    } catch {
      throw ConversionError(
        file: error.file,
        cause: ExtractionError(
          .damaged, error.message, place: error.line.map { "line \($0)" },
          advice: "`commonplan validate --help` says what there may be."))
    }
  }
}
