// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Paths as seen from a folder, so that output names no folder of the machine that it was made on.
enum RelativePath {
  /// A path relative to a folder, without `.` and with `..` only at its beginning.
  ///
  /// - Parameters:
  ///   - path: a path, absolute or relative to `folder`.
  ///   - folder: an absolute path; nil where it is not known.
  static func make(_ path: String, from folder: String?) -> String {
    guard path.hasPrefix("/"), let folder else { return joined(parts(path)) }
    let (target, base) = (parts(path), parts(folder))
    let common = zip(target, base).prefix { $0 == $1 }.count
    return joined(Array(repeating: "..", count: base.count - common) + target.dropFirst(common))
  }

  /// Whether a file, by links on its way, lies outside the working folder.
  static func leadsOut(_ path: String) -> Bool {
    guard let target = resolved(path), let folder = resolved(".") else { return false }
    return !target.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  private static func resolved(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// A path as seen from a folder, both absolute or relative to the working folder.
  static func link(_ path: String, from folder: String) -> String {
    guard let working = WorkingFolder.path else { return path }
    func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : working + "/" + path }
    return make("/" + joined(parts(absolute(path))), from: absolute(folder))
  }

  private static func joined(_ parts: [String]) -> String { parts.isEmpty ? "." : parts.joined(separator: "/") }

  private static func parts(_ path: String) -> [String] {
    var parts: [String] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts
  }
}

/// The folder that the program was started in.
enum WorkingFolder {
  /// Its absolute path; nil where it has none any more.
  static var path: String? {
    guard let buffer = getcwd(nil, 0) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
