// SPDX-License-Identifier: GPL-3.0-or-later

/// One file that a result is written to, whole or not at all (see ``OutputFolder``).
public struct OutputFile: Sendable {
  private let folder: OutputFolder
  private let name: String

  /// A file at a path; the folders above it are created where they are not there.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - inputs: files that must not be overwritten.
  /// - Throws: ``ConversionError`` where its folder cannot be created.
  public init(_ path: String, protecting inputs: [String]) throws(ConversionError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let above = parts.dropLast().joined(separator: "/")
    name = parts.last.map(String.init) ?? path
    folder = try OutputFolder(
      path.hasPrefix("/") ? "/" + above : above.isEmpty ? "." : above, protecting: inputs)
  }

  /// Writes the file.
  ///
  /// - Throws: ``ConversionError`` where it cannot be written or is one of those that are protected.
  public func write(_ bytes: [UInt8]) throws(ConversionError) {
    try folder.write(name) { (output) throws(ConversionError) in try output.write(bytes) }
  }
}
