// SPDX-License-Identifier: GPL-3.0-or-later

import YAML
import Yams

extension ThemeSet {
  /// Reads a theme file; `Themes.yml` of the program says how one looks.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8.
  ///   - file: its name, for errors.
  /// - Throws: ``ThemeFileError`` with the line.
  public init(yaml bytes: [UInt8], file: String) throws(ThemeFileError) {
    self = try ThemeFileReader(file: file).themes(of: bytes)
  }
}

/// Reads the parts of a theme file.
private struct ThemeFileReader {
  let file: String

  func themes(of bytes: [UInt8]) throws(ThemeFileError) -> ThemeSet {
    let root: Node?
    do {
      root = try YAMLGuard.compose(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw damage(error)
    }
    guard let root else { throw fault(nil, "the file is empty; it needs `enough`, `places` and `themes`") }
    let top = try entries(of: root, "the file")
    var set = ThemeSet(enough: 0, weights: [:], themes: [])
    for (key, value) in top {
      switch key.string {
      case "enough": set.enough = try number(value, "enough")
      case "places": set.weights = try weights(value)
      case "themes": set.themes = try themes(value)
      default: throw fault(key, "`\(key.string ?? "")` is unknown; there are `enough`, `places` and `themes`")
      }
    }
    guard set.enough > 0 else { throw fault(root, "`enough` is missing, or not above 0") }
    guard !set.themes.isEmpty else { throw fault(root, "`themes` is missing, or empty") }
    for place in ThemePlace.allCases where set.weights[place] == nil {
      throw fault(root, "`places` has no `\(place.rawValue)`")
    }
    return set
  }

  private func weights(_ node: Node) throws(ThemeFileError) -> [ThemePlace: Double] {
    var weights: [ThemePlace: Double] = [:]
    for (key, value) in try entries(of: node, "places") {
      guard let place = key.string.flatMap(ThemePlace.init(rawValue:)) else {
        throw fault(key, "`\(key.string ?? "")` is no place; there are text, section, above and measures")
      }
      weights[place] = try number(value, place.rawValue)
    }
    return weights
  }

  private func themes(_ node: Node) throws(ThemeFileError) -> [Theme] {
    guard let items = node.sequence else { throw fault(node, "`themes` is a list") }
    var themes: [Theme] = []
    for item in items {
      let theme = try theme(item)
      if themes.contains(where: { $0.id == theme.id }) { throw fault(item, "two themes have the id `\(theme.id)`") }
      themes.append(theme)
    }
    return themes
  }

  private func theme(_ node: Node) throws(ThemeFileError) -> Theme {
    var theme = Theme(id: "", title: "", about: "", terms: [])
    for (key, value) in try entries(of: node, "a theme") {
      switch key.string {
      case "id": theme.id = try text(value, "id")
      case "title": theme.title = try text(value, "title")
      case "about": theme.about = try text(value, "about")
      case "terms": theme.terms = try terms(value)
      default: throw fault(key, "`\(key.string ?? "")` is unknown; a theme has id, title, about and terms")
      }
    }
    if theme.id.isEmpty || theme.title.isEmpty { throw fault(node, "a theme needs `id` and `title`") }
    let isPlain = theme.id.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    if !isPlain { throw fault(node, "the id `\(theme.id)` may hold only a to z, 0 to 9 and -") }
    if theme.terms.isEmpty { throw fault(node, "the theme `\(theme.id)` has no terms") }
    return theme
  }

  private func terms(_ node: Node) throws(ThemeFileError) -> [ThemeTerm] {
    var terms: [ThemeTerm] = []
    for (key, value) in try entries(of: node, "terms") {
      let text = try text(key, "a term")
      guard let term = ThemeTerm(text, points: try number(value, text)) else {
        throw fault(key, "the term `\(text)` needs words, and words at both ends of each `..`")
      }
      terms.append(term)
    }
    return terms
  }

  private func entries(of node: Node, _ name: String) throws(ThemeFileError) -> Node.Mapping {
    guard let mapping = node.mapping else { throw fault(node, "\(name) is written as `name: value` lines") }
    return mapping
  }

  private func text(_ node: Node, _ name: String) throws(ThemeFileError) -> String {
    guard let text = node.scalar?.string else { throw fault(node, "\(name) is a text") }
    return text
  }

  private func number(_ node: Node, _ name: String) throws(ThemeFileError) -> Double {
    guard let number = node.scalar.flatMap({ Double($0.string) }), number.isFinite else {
      throw fault(node, "`\(name)` is a number")
    }
    return number
  }

  private func fault(_ node: Node?, _ message: String) -> ThemeFileError {
    ThemeFileError(file: file, line: node?.mark?.line, message: message)
  }

  private func damage(_ error: any Error) -> ThemeFileError {
    if let limit = error as? YAMLLimitError {
      return ThemeFileError(file: file, line: limit.line, message: limit.message)
    }
    return switch error as? YamlError {
    case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
      .composer(_, let problem, let mark, _)?:
      ThemeFileError(file: file, line: mark.line, message: "no YAML: \(problem)")
    default:
      ThemeFileError(file: file, line: nil, message: "no YAML: \(error)")
    }
  }
}
