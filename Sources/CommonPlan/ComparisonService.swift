// SPDX-License-Identifier: GPL-3.0-or-later

public import Comparison
import Documents
import HTMLPages
public import PlanSchema

/// Compares plans as the program does: with themes from a file, written in any of the forms.
public struct ComparisonService: Sendable {
  /// The forms of a comparison.
  public enum Format: String, CaseIterable, Sendable {
    /// One page that needs nothing else.
    case html
    /// Markdown, GitHub tables.
    case markdown
    /// JSON.
    case json
    /// Tables of comma-separated values, several files.
    case csv
  }

  /// The theme file; nil for the themes that come with the program.
  public var themes: String?

  /// A service with its theme file.
  public init(themes: String? = nil) { self.themes = themes }

  /// The plans side by side.
  ///
  /// - Throws: ``ConversionError`` where the theme file cannot be read; it says the line.
  public func compare(_ plans: [CanonicalPlan]) throws(ConversionError) -> PlanComparison {
    let set = try themeSet()
    return try ComparisonService.checked { () throws(ThemeFileError) in try PlanComparer(themes: set).compare(plans) }
  }

  /// The themes of the theme file, else those that come with the program.
  func themeSet() throws(ConversionError) -> ThemeSet {
    var file: (name: String, bytes: [UInt8])?
    if let themes { file = (themes, try FileReader(maximumBytes: 1 << 24).read(themes)) }
    return try ComparisonService.checked { () throws(ThemeFileError) in
      if let file { return try ThemeSet(yaml: file.bytes, file: file.name) }
      return try .standard()
    }
  }

  private static func checked<Value>(
    _ body: () throws(ThemeFileError) -> Value
  ) throws(ConversionError) -> Value {
    do throws(ThemeFileError) {
      return try body()
    } catch {
      throw ConversionError(
        file: error.file,
        cause: ExtractionError(
          .damaged, error.message, place: error.line.map { "line \($0)" },
          advice: "Sources/Comparison/Themes/Themes.yml of commonplan shows how a theme file looks."))
    }
  }

  /// Writes a comparison.
  ///
  /// - Parameters:
  ///   - output: the file, of CSV the folder; nil for standard output, where several tables follow each other.
  ///   - inputs: files that must not be overwritten.
  /// - Throws: ``ConversionError`` where the output cannot be written.
  public func write(
    _ comparison: PlanComparison, as format: Format, to output: String?, protecting inputs: [String]
  ) throws(ConversionError) {
    guard format == .csv else {
      let bytes = try bytes(of: comparison, as: format)
      if let output { return try OutputFile(output, protecting: inputs).write(bytes) }
      return try ByteOutput.standard.write(bytes)
    }
    let tables = ComparisonCSVEmitter().emit(comparison)
    guard let output else {
      for table in tables { try ByteOutput.standard.write(table.bytes) }
      return
    }
    try OutputFolder(output, protecting: inputs).writeSet { set throws(ConversionError) in
      for table in tables { try set.write(table.name, table.bytes) }
    }
  }

  private func bytes(of comparison: PlanComparison, as format: Format) throws(ConversionError) -> [UInt8] {
    switch format {
    case .json, .csv: return ComparisonJSONEmitter().emit(comparison)
    case .markdown: return Array(ComparisonMarkdownEmitter().emit(comparison).utf8)
    case .html:
      do throws(HTMLTemplateError) {
        return Array(try ComparisonHTMLEmitter().emit(comparison).utf8)
      } catch {
        throw ConversionError(
          file: "comparison",
          cause: ExtractionError(
            .damaged, error.message, advice: "This is an error of commonplan; please report it."))
      }
    }
  }
}
