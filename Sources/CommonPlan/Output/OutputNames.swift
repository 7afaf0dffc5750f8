// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of results, from the names of the files that are converted.
public enum OutputNames {
  /// A name for each path: its last part without the extension; the second of two equal ones gets `-2`, and so on, in
  /// the order of the paths. Names that differ only in ASCII case count as equal, because some disks cannot tell them
  /// apart.
  public static func make(for paths: [String]) -> [String] {
    var taken: Set<String> = []
    return paths.map { path in
      let stem = stem(of: path)
      var name = stem
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(stem)-\(number)"
        number += 1
      }
      return name
    }
  }

  /// The last part of a path without its extension; `plan` where nothing is left.
  static func stem(of path: String) -> String {
    let name = PlanConverter.name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name.isEmpty ? "plan" : name }
    return String(name[..<dot])
  }
}
