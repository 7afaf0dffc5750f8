// SPDX-License-Identifier: GPL-3.0-or-later

import Yams

/// Reads the settings of a validation from YAML, as `.commonplan.yml` holds them:
///
///     fail-on: warning
///     ignore: [CP106, indicator-without-target]
///     baseline: accepted.yml
public enum SettingsFile {
  /// The settings of a file.
  ///
  /// - Parameters:
  ///   - path: the file's name; paths in it count from its folder.
  ///   - isNamed: whether a person has named the file. One that was only found, in a folder that others may have filled, may
  ///     choose rules and files beside it, but not where anything is written.
  /// - Throws: ``SettingsError`` with the place where the text is no YAML, a key or value is not known, or the file says
  ///   more than it may.
  public static func read(_ text: String, path: String, isNamed: Bool = true) throws(SettingsError)
    -> ValidationSettings
  {
    var settings = ValidationSettings()
    guard let root = try YAMLFile.root(text, path: path) else { return settings }
    for (key, value) in try root.members("the settings", path) {
      switch key.text {
      case "fail-on": settings.failOn = try choice(value, path)
      case "select": settings.select = try value.texts("select", path)
      case "ignore": settings.ignore = try value.texts("ignore", path)
      case "format": settings.format = try choice(value, path)
      case "output":
        guard isNamed else {
          throw key.error(
            "a file that was only found may not say where to write; use --output, or name it with --config", path)
        }
        settings.output = beside(path, try value.text("output", path))
      case "baseline": settings.baseline = try file(value, "baseline", path, isNamed)
      case "weaknesses": settings.weaknesses = try file(value, "weaknesses", path, isNamed)
      default:
        throw key.error(
          "there is no setting \(key.text); there are fail-on, select, ignore, format, output, baseline and weaknesses",
          path)
      }
    }
    return settings
  }

  private static func choice<Value: RawRepresentable & CaseIterable>(
    _ value: YAMLFile, _ path: String
  ) throws(SettingsError) -> Value where Value.RawValue == String {
    let word = try value.text("the value", path)
    guard let known = Value(rawValue: word) else {
      let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw value.error("\(word) is none of \(words)", path)
    }
    return known
  }

  /// A file that is to be read; of a file of settings that was only found, one of its folder or below.
  private static func file(
    _ value: YAMLFile, _ name: String, _ path: String, _ isNamed: Bool
  ) throws(SettingsError) -> String {
    let text = try value.text(name, path)
    guard isNamed || !text.hasPrefix("/") && text != "-" && !text.split(separator: "/").contains("..") else {
      throw value.error(
        "\(name) must lie beside a file that was only found; use --\(name), or name it with --config", path)
    }
    return beside(path, text)
  }

  /// A path that a file names, as seen from where the program runs.
  private static func beside(_ file: String, _ path: String) -> String {
    guard !path.hasPrefix("/"), path != "-", let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }
}

/// What is wrong with a file of settings or accepted findings.
public struct SettingsError: Error, Hashable, Sendable {
  /// The file.
  public var file: String
  /// The line, from 1, where it is known.
  public var line: Int?
  /// What is wrong.
  public var message: String

  /// An error at a place.
  public init(file: String, line: Int?, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }
}
