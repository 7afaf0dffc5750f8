// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// One file that a result is written to, whole or not at all (see ``OutputFolder``).
public struct OutputFile: Sendable {
  /// The path as given.
  public let path: String
  /// The folder and the name in it; nil for a device or pipe, which takes the bytes as they come.
  private let place: (folder: OutputFolder, name: String)?

  /// A file at a path; the folders above it are created where they are not there.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - inputs: files that must not be overwritten.
  /// - Throws: ``ConversionError`` where its folder cannot be created.
  public init(_ path: String, protecting inputs: [String]) throws(ConversionError) {
    self.path = path
    guard !OutputFile.isPassage(path) else {
      place = nil
      return
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard !name.isEmpty, name != ".", name != ".." else { throw .unwritable(path, EISDIR) }
    place = (try OutputFolder(folder, protecting: inputs), name)
  }

  /// Writes the file in pieces.
  ///
  /// - Throws: ``ConversionError`` where it cannot be written or is one of those that are protected, or what `produce`
  ///   throws.
  public func write(_ produce: (ByteOutput) throws(ConversionError) -> Void) throws(ConversionError) {
    if let place {
      return try place.folder.writeSet { set throws(ConversionError) in try set.write(place.name, produce) }
    }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(path, errno) }
    do throws(ConversionError) {
      try produce(ByteOutput(descriptor: descriptor, name: path))
    } catch {
      close(descriptor)
      throw error
    }
    if close(descriptor) != 0, errno != EINTR { throw .unwritable(path, errno) }
  }

  /// Writes the file.
  ///
  /// - Throws: ``ConversionError`` where it cannot be written or is one of those that are protected.
  public func write(_ bytes: [UInt8]) throws(ConversionError) {
    try write { output throws(ConversionError) in try output.write(bytes) }
  }

  /// Whether bytes pass on at a path: a device or pipe, or a descriptor that has a name (`/dev/stdout`), in whose place
  /// nothing may be put.
  private static func isPassage(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    if kind != S_IFREG, kind != S_IFDIR { return true }
    return kind == S_IFREG && ["/dev/", "/proc/"].contains { path.hasPrefix($0) }
  }
}
