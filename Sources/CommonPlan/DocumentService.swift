// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
import Emitters
public import Extractors
public import PlanSchema
import Validator
public import Review

/// Reads documents as the program does: PDFs, and several documents at once, in worker processes that may die without
/// harm; a single document of another format in this process, which saves starting a second one.
public struct DocumentService: Sendable {
  /// When pages are read by OCR.
  public var ocr: OCRMode
  /// How many documents are read at a time.
  public var jobs: Int
  /// The largest file that is read, in bytes.
  public var maximumBytes: Int
  /// Corrections that are applied to converted plans: to a single document all of them, in a batch those whose SHA-256 is
  /// the document's.
  public var patches: [Patch] = []

  /// A service. The running program must be `commonplan`, because its workers are further processes of it.
  public init(ocr: OCRMode = .auto, jobs: Int = WorkerPool.processorCount, maximumBytes: Int = 1 << 30) {
    self.ocr = ocr
    self.jobs = jobs
    self.maximumBytes = maximumBytes
  }

  /// Does a task with one file; `-` is standard input.
  ///
  /// - Throws: ``ConversionError`` where the file cannot be read.
  public func perform(_ task: DocumentTask, file: String) throws(ConversionError) -> WorkerOutput {
    let bytes = try FileReader(maximumBytes: maximumBytes).read(file)
    return try perform(request(task, file, bytes))
  }

  /// Converts files and delivers the plans in the order of the files.
  ///
  /// - Parameters:
  ///   - files: paths; `-` is standard input.
  ///   - isOneLine: whether the plans will be written on one line each.
  ///   - deliver: takes a file's position and its plan, or why there is none. When it throws, nothing more is begun.
  /// - Throws: what `deliver` throws.
  public func convert(
    _ files: [String], isOneLine: Bool,
    deliver: (Int, Result<ConvertedPlan, ConversionError>) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    let task = isOneLine ? DocumentTask.planLine : .plan
    if files.isEmpty { return }
    if files.count == 1 { return try deliver(0, patched(convert(files[0], task), of: files[0], isOnly: true)) }
    let reader = FileReader(maximumBytes: maximumBytes)
    let service = self
    try WorkerPool.standard(jobs: min(jobs, files.count)).run(
      next: { index in
        guard index < files.count else { return nil }
        do throws(ConversionError) {
          return .success(service.request(task, files[index], try reader.read(files[index])))
        } catch {
          return .failure(error.cause)
        }
      },
      deliver: { index, answer throws(ConversionError) in
        let result = answer.map { ConvertedPlan($0, isOneLine: isOneLine) }.mapError {
          ConversionError(file: files[index], cause: $0)
        }
        try deliver(index, service.patched(result, of: files[index], isOnly: false))
      })
  }

  /// A plan with the patches that are meant for it.
  private func patched(
    _ result: Result<ConvertedPlan, ConversionError>, of file: String, isOnly: Bool
  ) -> Result<ConvertedPlan, ConversionError> {
    guard !patches.isEmpty, case .success(let converted) = result else { return result }
    do throws(ConversionError) {
      var plan = try converted.plan(of: file)
      for patch in patches where isOnly || patch.sha256 == plan.document.sha256 { plan = plan.patched(with: patch) }
      plan.findings = PlanValidator().renewedFindings(of: plan)
      return .success(ConvertedPlan(plan, ledgerSummary: converted.ledgerSummary, shortfall: converted.shortfall))
    } catch {
      return .failure(error)
    }
  }

  private func convert(_ file: String, _ task: DocumentTask) -> Result<ConvertedPlan, ConversionError> {
    do throws(ConversionError) {
      return .success(try convert(try FileReader(maximumBytes: maximumBytes).read(file), file, task))
    } catch {
      return .failure(error)
    }
  }

  /// Converts the bytes of one file.
  func convert(_ bytes: [UInt8], _ file: String, _ task: DocumentTask) throws(ConversionError) -> ConvertedPlan {
    if needsWorker(bytes) {
      return ConvertedPlan(try perform(request(task, file, bytes)), isOneLine: task == .planLine)
    }
    return ConvertedPlan(try PlanConverter(maximumBytes: maximumBytes).convert(bytes, file: file))
  }

  private func perform(_ request: WorkerRequest) throws(ConversionError) -> WorkerOutput {
    let pool = WorkerPool.standard(jobs: 1)
    var answer: WorkerAnswer?
    if needsWorker(request.bytes) {
      pool.run(next: { $0 == 0 ? .success(request) : nil }, deliver: { _, given in answer = given })
    } else {
      answer = DocumentTask.perform(request, recogniser: pool.recogniser)
    }
    do throws(ExtractionError) {
      guard let answer else {
        throw ExtractionError(.unavailable, "the worker gave no answer", advice: "Start the conversion again.")
      }
      return try answer.get()
    } catch {
      throw ConversionError(file: request.file, cause: error)
    }
  }

  private func request(_ task: DocumentTask, _ file: String, _ bytes: [UInt8]) -> WorkerRequest {
    WorkerRequest(file: file, bytes: bytes, task: task.rawValue, ocr: ocr)
  }

  /// The PDF reader stands on a library that ends the process on some files.
  private func needsWorker(_ bytes: [UInt8]) -> Bool { PDFExtractor().confidence(in: bytes) > 0 }
}

/// A converted plan, as a value or as the JSON that a worker sent.
public struct ConvertedPlan: Sendable {
  private enum Form {
    case plan(CanonicalPlan)
    case json([UInt8], isOneLine: Bool)
  }

  private let form: Form
  /// Where the document's words went, in one line.
  public let ledgerSummary: String
  /// Why the plan is poorer than its document; nil where it is not. The plan's findings say it too.
  public let shortfall: ExtractionError?

  init(_ conversion: Conversion) {
    self.init(conversion.plan, ledgerSummary: conversion.ledgerSummary, shortfall: nil)
  }

  init(_ plan: CanonicalPlan, ledgerSummary: String, shortfall: ExtractionError?) {
    form = .plan(plan)
    self.ledgerSummary = ledgerSummary
    self.shortfall = shortfall
  }

  init(_ output: WorkerOutput, isOneLine: Bool) {
    form = .json(output.bytes, isOneLine: isOneLine)
    ledgerSummary = output.ledger
    shortfall = output.shortfall
  }

  /// The plan as a value.
  ///
  /// - Throws: ``ConversionError`` where the worker sent no plan, which would be an error of commonplan.
  public func plan(of file: String) throws(ConversionError) -> CanonicalPlan {
    switch form {
    case .plan(let plan): return plan
    case .json(let bytes, _):
      do throws(PlanReadingError) {
        return try CanonicalPlan(json: bytes)
      } catch {
        throw ConversionError(
          file: file,
          cause: ExtractionError(
            .damaged, "the worker sent no plan: \(error.message)", place: error.place,
            advice: "This is an error of commonplan; please report it."))
      }
    }
  }

  /// The JSON that a worker sent, where it is there in a layout.
  func json(_ layout: JSONEmitter.Layout) -> [UInt8]? {
    guard case .json(let bytes, let isOneLine) = form, isOneLine == (layout == .oneLine) else { return nil }
    return bytes
  }
}
