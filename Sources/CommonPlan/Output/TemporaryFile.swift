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

/// A file that is being written under a name that nobody can foresee, beside the file that it will become.
///
/// It takes its place only when everything is on the disk. Until then a signal that ends the program removes it.
final class TemporaryFile {
  /// Whether it is still open, written and under its own name, or moved or removed.
  private enum State { case open, complete, gone }

  /// The final name in the folder.
  let target: String
  private let path: String
  private let name: String
  private let folder: Int32
  private let descriptor: Int32
  private let ticket: UnsafeMutableRawPointer?
  private var state = State.open

  /// Creates the file.
  ///
  /// - Parameters:
  ///   - folder: the descriptor of the target's folder, open for as long as the file is under way.
  ///   - target: the name that the file will have.
  ///   - path: what messages call it.
  /// - Throws: ``ConversionError`` where the folder takes no file.
  init(in folder: Int32, for target: String, path: String) throws(ConversionError) {
    self.folder = folder
    self.target = target
    self.path = path
    // A file that is replaced keeps who may read it.
    var status = stat()
    let replaces = fstatat(folder, target, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFREG
    let mode = replaces ? status.st_mode & 0o777 : 0o666
    var made: (name: String, descriptor: Int32, ticket: UnsafeMutableRawPointer?)
    repeat {
      let name = TemporaryFile.unforeseeableName()
      let ticket = csandbox_watch(folder, name)
      let descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      made = (name, descriptor, ticket)
      if descriptor < 0 {
        let code = errno
        csandbox_unwatch(ticket)
        errno = code
      }
    } while made.descriptor < 0 && errno == EEXIST
    guard made.descriptor >= 0 else { throw .unwritable(path, errno) }
    (name, descriptor, ticket) = made
    if replaces { _ = fchmod(descriptor, mode) }
  }

  deinit { discard() }

  /// Where its bytes go.
  var output: ByteOutput { ByteOutput(descriptor: descriptor, name: path) }

  /// Brings everything to the disk and closes the file.
  ///
  /// - Throws: ``ConversionError`` where the disk says, late, that it could not take all.
  func complete() throws(ConversionError) {
    guard state == .open else { return }
    var code: Int32 = 0
    // Some file systems cannot be told to hurry (EINVAL, ENOTSUP, EROFS of pipes and shares); that is no loss.
    if fsync(descriptor) != 0, [EIO, ENOSPC, EDQUOT, EFBIG].contains(errno) { code = errno }
    state = .complete
    if close(descriptor) != 0, errno != EINTR, code == 0 { code = errno }
    guard code != 0 else { return }
    discard()
    throw .unwritable(path, code)
  }

  /// Puts the complete file into its place; what stood there goes.
  ///
  /// - Throws: ``ConversionError`` where that place cannot be taken, for instance by a folder of that name.
  func move() throws(ConversionError) {
    guard renameat(folder, name, folder, target) == 0 else { throw .unwritable(path, errno) }
    state = .gone
    csandbox_unwatch(ticket)
  }

  /// Removes the file, unless it has been moved into its place.
  func discard() {
    guard state != .gone else { return }
    if state == .open { close(descriptor) }
    unlinkat(folder, name, 0)
    csandbox_unwatch(ticket)
    state = .gone
  }

  /// A hidden name with 64 random bits. Nothing that is read or written depends on them.
  static func unforeseeableName() -> String {
    var numbers = SystemRandomNumberGenerator()
    return ".commonplan-" + String(numbers.next() as UInt64, radix: 16) + ".part"
  }
}

extension ConversionError {
  /// The error of a file that the system will not let be written.
  static func unwritable(_ path: String, _ code: Int32, _ what: String = "the file cannot be written") -> Self {
    let advice =
      switch code {
      case ENOSPC, EDQUOT: "Make room on the disk, or name another folder with -o; nothing was left half-written."
      case ENAMETOOLONG: "Give the file that is converted a shorter name."
      default: "Name a folder with -o that exists or can be created, and that you may write to."
      }
    return ConversionError(
      file: path, cause: ExtractionError(.unwritable, "\(what): \(String(cString: strerror(code)))", advice: advice))
  }
}
