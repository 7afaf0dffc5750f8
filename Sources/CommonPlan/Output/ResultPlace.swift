// SPDX-License-Identifier: GPL-3.0-or-later

import CSandbox
import Emitters

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Where the results of a run go, as `-o` says it.
///
/// A path names a file where one file is written and the path ends as files of that form do; else it names a folder. What
/// is a folder already stays one, whatever it is called, and so does a path that ends in a slash.
enum ResultPlace: Hashable {
  case standardOutput
  case folder(String)
  case file(folder: String, name: String)

  init(_ output: String?, format: OutputFormat, documents: Int) {
    guard let output, output != "-" else {
      self = .standardOutput
      return
    }
    let isOne = format.shape == .file || format.shape == .filePerDocument && documents == 1
    guard isOne, !output.hasSuffix("/"), OutputFormat.fileExtension(of: output) == format.fileExtension,
      !ResultPlace.isFolder(output)
    else {
      self = .folder(output)
      return
    }
    guard let slash = output.lastIndex(of: "/") else {
      self = .file(folder: ".", name: output)
      return
    }
    let folder = slash == output.startIndex ? "/" : String(output[..<slash])
    self = .file(folder: folder, name: String(output[output.index(after: slash)...]))
  }

  /// The folder that the results stand in; nil for standard output.
  var folder: String? {
    switch self {
    case .standardOutput: nil
    case .folder(let path): path
    case .file(let folder, _): folder
    }
  }

  /// The name that the user gave the only file.
  var fileName: String? {
    if case .file(_, let name) = self { return name }
    return nil
  }

  /// Why a path does not go with what is written; nil where it does. A name that ends like a file's is hardly meant for a
  /// folder that is still to be made.
  static func objection(to output: String, format: OutputFormat, documents: Int) -> String? {
    guard case .folder(let path) = ResultPlace(output, format: format, documents: documents), !path.hasSuffix("/"),
      let ending = OutputFormat.fileExtension(of: path), !isFolder(path),
      EmitterRegistry.standard.emitters.contains(where: { $0.format.fileExtension == ending })
    else { return nil }
    switch format.shape {
    case .file: return "\(path) does not end in .\(format.fileExtension), as files of --to \(format.name) do."
    case .folder:
      return "--to \(format.name) is several tables: name a folder with -o; one flat table is --to register."
    case .filePerDocument where ending == format.fileExtension:
      return "Several plans do not fit into \(path): name a folder with -o, or use --to ndjson."
    case .filePerDocument:
      return "\(path) does not end in .\(format.fileExtension), as files of --to \(format.name) do."
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
