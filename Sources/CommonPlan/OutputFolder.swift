// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A folder that converted plans are written to.
///
/// A file appears there only when it is complete: it is written under a temporary name and then renamed. A file that is
/// being converted is never overwritten, whatever it is called.
public struct OutputFolder: Sendable {
  /// The folder's path as given.
  public let path: String
  private let inputs: Set<FileIdentity>

  /// Opens a folder and creates it, with those above it, where it is not there.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - inputs: files that must not be overwritten.
  /// - Throws: ``ConversionError`` where the folder cannot be created or is a file.
  public init(_ path: String, protecting inputs: [String]) throws(ConversionError) {
    self.path = path
    self.inputs = Set(inputs.compactMap { FileIdentity(path: $0) })
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
      guard mkdir(made, 0o777) != 0, errno != EEXIST, errno != EISDIR else { continue }
      throw OutputFolder.failure(made, errno, "the folder cannot be created")
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputFolder.failure(path, ENOTDIR, "the results cannot go there")
    }
  }

  /// The path of a file in the folder.
  public func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

  /// Writes a file in pieces.
  ///
  /// - Throws: ``ConversionError`` where the file cannot be written or is one of those being converted.
  public func write(
    _ name: String, _ produce: (ByteOutput) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    let target = path(of: name)
    if let identity = FileIdentity(path: target), inputs.contains(identity) {
      throw ConversionError(
        file: target,
        cause: ExtractionError(
          .unavailable, "the result would overwrite the file that is being converted",
          advice: "Name another folder with -o."))
    }
    let temporary = path(of: "." + name + ".part")
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw OutputFolder.failure(target, errno, "the file cannot be written") }
    do throws(ConversionError) {
      try produce(ByteOutput(descriptor: descriptor, name: target))
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    close(descriptor)
    guard rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw OutputFolder.failure(target, code, "the file cannot be written")
    }
  }

  /// Writes a single file, and the folders above it where they are not there.
  ///
  /// - Throws: ``ConversionError`` where the file cannot be written or is one of `inputs`.
  public static func write(_ bytes: [UInt8], to path: String, protecting inputs: [String]) throws(ConversionError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
      // A device or pipe takes the bytes; nothing may be put in its place.
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path, errno, "the file cannot be written") }
      defer { close(descriptor) }
      return try ByteOutput(descriptor: descriptor, name: path).write(bytes)
    }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    try OutputFolder(folder, protecting: inputs).write(name) { file throws(ConversionError) in try file.write(bytes) }
  }

  private static func failure(_ path: String, _ code: Int32, _ what: String) -> ConversionError {
    ConversionError(
      file: path,
      cause: ExtractionError(
        .unavailable, "\(what): \(String(cString: strerror(code)))",
        advice: "Name a folder with -o that exists or can be created, and that you may write to."))
  }
}

/// What makes two paths the same file.
private struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64

  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}
