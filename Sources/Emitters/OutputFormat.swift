// SPDX-License-Identifier: GPL-3.0-or-later

/// A form that a command can write: what `--to` calls it, and what its files are like.
public struct OutputFormat: Hashable, Sendable {
  /// How results and files go together.
  public enum Shape: Hashable, Sendable {
    /// A file for each document.
    case filePerDocument
    /// One file that holds all.
    case file
    /// Several files in one folder, together for all documents.
    case folder
  }

  /// What `--to` calls it.
  public let name: String
  /// How results and files go together.
  public let shape: Shape
  /// The extension of its files, without the dot.
  public let fileExtension: String
  /// The internet media type of its files.
  public let mediaType: String

  /// A form. Where no extension is given, it is the name.
  public init(_ name: String, _ shape: Shape, mediaType: String, fileExtension: String? = nil) {
    self.name = name
    self.shape = shape
    self.mediaType = mediaType
    self.fileExtension = fileExtension ?? name
  }
}

extension OutputFormat {
  /// A web page.
  public static let page = OutputFormat("html", .file, mediaType: "text/html")
  /// Markdown.
  public static let markdown = OutputFormat("markdown", .file, mediaType: "text/markdown", fileExtension: "md")

  /// JSON.
  public static func json(_ shape: Shape) -> OutputFormat {
    OutputFormat("json", shape, mediaType: "application/json")
  }

  /// Comma-separated values.
  public static func csv(_ shape: Shape) -> OutputFormat { OutputFormat("csv", shape, mediaType: "text/csv") }
}

/// Something that a form of output can be chosen by: an emitter, or a case of a command's list of forms.
public protocol OutputForm {
  /// The form.
  var format: OutputFormat { get }
}

extension Collection where Element: OutputForm {
  /// The form that a user asks for: the one that `--to` names, else the first whose extension `-o` has, but a form of
  /// several files only where no form of one file has it. Nil where neither says one; the command has its own standard
  /// then.
  public func form(named name: String?, output: String?) -> Element? {
    if let name { return first { $0.format.name == name } }
    guard let ending = output.flatMap(OutputFormat.fileExtension) else { return nil }
    let matching = filter { $0.format.fileExtension == ending }
    return matching.first { $0.format.shape != .folder } ?? matching.first
  }
}

extension OutputFormat {
  /// The extension of a path's last part, in lower case and without the dot; nil where it has none.
  public static func fileExtension(of path: String) -> String? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex, name.index(after: dot) != name.endIndex else {
      return nil
    }
    return name[name.index(after: dot)...].lowercased()
  }
}
