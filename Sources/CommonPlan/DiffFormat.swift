// SPDX-License-Identifier: GPL-3.0-or-later

public import Comparison
import Documents
import HTMLPages
public import PlanSchema

/// What a diff is written as.
public enum DiffFormat: String, CaseIterable, Sendable {
  /// For a committee paper.
  case markdown
  /// For programs.
  case json
  /// A change a row.
  case csv
  /// One self-contained page.
  case html

  /// The diff in this format, UTF-8.
  ///
  /// - Throws: ``ConversionError``, which would be an error of commonplan.
  public func write(_ diff: PlanDiff) throws(ConversionError) -> [UInt8] {
    do throws(HTMLTemplateError) {
      switch self {
      case .markdown: return DiffMarkdownEmitter().emit(diff)
      case .json: return DiffJSONEmitter().emit(diff)
      case .csv: return DiffCSVEmitter().emit(diff)
      case .html: return try DiffHTMLEmitter().emit(diff)
      }
    } catch {
      throw ConversionError(
        file: diff.new.file,
        cause: ExtractionError(
          .damaged, error.message, advice: "This is an error of commonplan; please report it."))
    }
  }
}

extension DocumentService {
  /// Compares two editions, each canonical JSON or any plan file; `-` is standard input.
  ///
  /// - Parameter check: sees each plan with its file.
  /// - Throws: ``ConversionError`` where one of them cannot be read.
  public func diff(
    from old: String, to new: String, check: (CanonicalPlan, String) -> Void = { _, _ in }
  ) throws(ConversionError) -> PlanDiff {
    let files = [old, new]
    var plans: [CanonicalPlan] = []
    try inputs(files) { index, input throws(ConversionError) in
      let plan = try input.get().plan(of: files[index])
      check(plan, files[index])
      plans.append(plan)
    }
    return PlanDiff(from: plans[0], to: plans[1])
  }
}
