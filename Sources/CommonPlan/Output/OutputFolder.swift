// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A folder that results are written to.
///
/// A file appears there only when it is complete and on the disk: it is written under a temporary name and then renamed.
/// Files that belong together appear together (``writeSet(_:)``). A file that is being converted is never overwritten,
/// whatever it is called.
public struct OutputFolder: Sendable {
  /// The folder's path as given.
  public let path: String
  private let inputs: Set<FileIdentity>
  /// Folders that were not there before, the outermost first.
  private let made: [String]

  /// Opens a folder and creates it, with those above it, where it is not there.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - inputs: files that must not be overwritten.
  /// - Throws: ``ConversionError`` where the folder cannot be created or is a file.
  public init(_ path: String, protecting inputs: [String]) throws(ConversionError) {
    self.path = path
    self.inputs = Set(inputs.compactMap { FileIdentity(path: $0) })
    var next = path.hasPrefix("/") ? "/" : ""
    var made: [String] = []
    for part in path.split(separator: "/") {
      next += next.isEmpty || next.hasSuffix("/") ? String(part) : "/" + part
      if mkdir(next, 0o777) == 0 {
        made.append(next)
      } else if errno != EEXIST, errno != EISDIR {
        throw .unwritable(next, errno, "the folder cannot be created")
      }
    }
    self.made = made
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .unwritable(path, ENOTDIR, "the results cannot go there")
    }
  }

  /// The path of a file in the folder.
  public func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

  /// Writes one file, in pieces. It is there when this returns, or, where this throws, what was there before.
  ///
  /// - Throws: ``ConversionError`` where the file cannot be written or is one of those being converted, or what `produce`
  ///   throws.
  public func write(
    _ name: String, _ produce: (ByteOutput) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    try writeEach { set throws(ConversionError) in try set.write(name, produce) }
  }

  /// Writes several files that make sense only together: all of them are there when this returns, or, where this throws,
  /// what was there before, without folders that were created for them.
  ///
  ///     try OutputFolder("tables", protecting: files).writeSet { set throws(ConversionError) in
  ///       for table in tables { try set.write(table.name, table.bytes) }
  ///     }
  ///
  /// - Throws: ``ConversionError`` where one of the files cannot be written or is one of those being converted, or what
  ///   `produce` throws.
  public func writeSet(_ produce: (OutputSet) throws(ConversionError) -> Void) throws(ConversionError) {
    do throws(ConversionError) {
      try writeEach(produce)
    } catch {
      for folder in made.reversed() { rmdir(folder) }
      throw error
    }
  }

  private func writeEach(_ produce: (OutputSet) throws(ConversionError) -> Void) throws(ConversionError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .unwritable(path, errno, "the results cannot go there") }
    // Closed last: a signal removes files by the open folder.
    defer { close(folder) }
    let set = OutputSet(folder: folder, path: path(of: ""), isProtected: { isInput($0) })
    do throws(ConversionError) {
      try produce(set)
      try set.commit()
    } catch {
      set.discard()
      throw error
    }
  }

  private func isInput(_ path: String) -> Bool { FileIdentity(path: path).map(inputs.contains) ?? false }
}

/// What makes two paths the same file.
private struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64

  init?(path: String) {
    var status = stat()
    guard FileName.withSystemPath(path, { stat($0, &status) }) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}
