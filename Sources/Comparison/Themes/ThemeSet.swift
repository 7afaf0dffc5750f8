// SPDX-License-Identifier: GPL-3.0-or-later

/// The themes of a comparison and how their terms are weighed.
public struct ThemeSet: Hashable, Sendable {
  /// The score from which an action has a theme.
  public var enough: Double
  /// What a term's points are worth by the place where it stands.
  public var weights: [ThemePlace: Double]
  /// The themes, in the order of the report.
  public var themes: [Theme]

  /// A set of themes.
  public init(enough: Double, weights: [ThemePlace: Double], themes: [Theme]) {
    self.enough = enough
    self.weights = weights
    self.themes = themes
  }

  /// The themes that come with the program, from `Themes.yml`.
  ///
  /// - Throws: ``ThemeFileError``, which would be an error of the program.
  public static func standard() throws(ThemeFileError) -> ThemeSet {
    try ThemeSet(yaml: PackageResources.Themes_yml, file: "Themes.yml")
  }
}

/// A theme file cannot be used.
public struct ThemeFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// Line of the file, from 1; nil where the whole file is meant.
  public var line: Int?
  /// What is wrong and what would be right.
  public var message: String

  /// File, line and message on one line.
  public var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(message)" }
}
