// SPDX-License-Identifier: GPL-3.0-or-later

import CSandbox
import Documents

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Files of one folder that will appear together (see ``OutputFolder/writeSet(_:)``).
public final class OutputSet {
  private let folder: Int32
  private let path: String
  private let isProtected: (String) -> Bool
  private var files: [TemporaryFile] = []

  /// A set without files yet.
  ///
  /// - Parameters:
  ///   - folder: the open folder.
  ///   - path: the folder's path with a slash at its end.
  ///   - isProtected: whether the file at a path must not be overwritten.
  init(folder: Int32, path: String, isProtected: @escaping (String) -> Bool) {
    self.folder = folder
    self.path = path
    self.isProtected = isProtected
  }

  /// Writes a file of the set, in pieces.
  ///
  /// - Throws: ``ConversionError`` where it cannot be written or is one of those being converted, or what `produce`
  ///   throws.
  public func write(_ name: String, _ produce: (ByteOutput) throws(ConversionError) -> Void) throws(ConversionError) {
    let target = path + name
    guard !isProtected(target) else {
      throw ConversionError(
        file: target,
        cause: ExtractionError(
          .unwritable, "the result would overwrite the file that is being converted",
          advice: "Name another folder with -o."))
    }
    let file = try TemporaryFile(in: folder, for: name, path: target)
    files.append(file)
    try produce(file.output)
    try file.complete()
  }

  /// Writes a file of the set.
  ///
  /// - Throws: ``ConversionError`` where it cannot be written or is one of those being converted.
  public func write(_ name: String, _ bytes: [UInt8]) throws(ConversionError) {
    try write(name) { output throws(ConversionError) in try output.write(bytes) }
  }

  /// Removes what was written so far.
  func discard() {
    for file in files { file.discard() }
    files.removeAll()
  }

  /// Puts all files into their places. Signals wait meanwhile, and so do other processes that are at this point.
  ///
  /// - Throws: ``ConversionError`` where a place cannot be taken; what stood in the others is then back.
  func commit() throws(ConversionError) {
    csandbox_begin_commit()
    defer { csandbox_end_commit() }
    // Without a lock two sets could interleave. A file system that knows no locks is no reason to write nothing.
    _ = flock(folder, LOCK_EX)
    defer { _ = flock(folder, LOCK_UN) }
    var moved: [(file: TemporaryFile, backup: String?)] = []
    do throws(ConversionError) {
      for file in files {
        // A single file needs no way back.
        let backup = files.count > 1 ? setAside(file.target) : nil
        moved.append((file, backup))
        try file.move()
      }
    } catch {
      let last = moved.count - 1
      for (index, (file, backup)) in moved.enumerated().reversed() {
        if let backup {
          renameat(folder, backup, folder, file.target)
          // Where both names were still those of one file, the system has left both.
          unlinkat(folder, backup, 0)
        } else if index < last {
          unlinkat(folder, file.target, 0)
        }
      }
      throw error
    }
    for case (_, let backup?) in moved { unlinkat(folder, backup, 0) }
    _ = fsync(folder)
  }

  /// Gives the file of a name a second one, or on a disk that cannot do that another one; nil where there is none.
  private func setAside(_ name: String) -> String? {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      return nil
    }
    let backup = TemporaryFile.unforeseeableName()
    if linkat(folder, name, folder, backup, 0) == 0 { return backup }
    return renameat(folder, name, folder, backup) == 0 ? backup : nil
  }
}
