// SPDX-License-Identifier: GPL-3.0-or-later

public import Comparison
import Documents
import HTMLPages
public import PlanSchema

/// The forms of inspections side by side.
public enum OverviewFormat: String, CaseIterable, Sendable {
  /// One page that needs nothing else, with a filter.
  case html
  /// Comma-separated values: a row a report.
  case csv

  /// The overview in this form.
  ///
  /// - Throws: ``ConversionError``, which would be an error of the program.
  public func write(_ overview: InspectionOverview) throws(ConversionError) -> [UInt8] {
    if self == .csv { return InspectionOverviewCSVEmitter().emit(overview) }
    do throws(HTMLTemplateError) {
      return Array(try InspectionOverviewHTMLEmitter().emit(overview).utf8)
    } catch {
      throw ConversionError(
        file: "inspections",
        cause: ExtractionError(.damaged, error.message, advice: "This is an error of commonplan; please report it."))
    }
  }
}

extension ComparisonService {
  /// Inspections side by side, their areas sorted by the service's themes.
  ///
  /// - Throws: ``ConversionError`` where the theme file cannot be read; it says the line.
  public func inspections(_ reports: [CanonicalPlan]) throws(ConversionError) -> InspectionOverview {
    InspectionOverview(reports, themes: try themeSet())
  }
}
