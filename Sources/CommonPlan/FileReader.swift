// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

import Documents

/// Reads a whole file or standard input into memory, up to a limit.
public struct FileReader: Sendable {
  /// The most bytes that are read; what is larger is refused, not cut off.
  public var maximumBytes: Int
  /// How long a named pipe may be without a writer, in seconds. Once there is one, it may take its time.
  var longestWait = 30

  /// A reader with a limit in bytes.
  public init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

  /// The bytes of the file at `path`; `-` is standard input.
  ///
  /// - Throws: ``ConversionError`` where there is no such file, it is a folder, cannot be read, is empty or too large.
  public func read(_ path: String) throws(ConversionError) -> [UInt8] {
    guard path != "-" else { return try contents(of: STDIN_FILENO, path: path, expecting: 1 << 16) }
    // Without O_NONBLOCK opening a pipe would wait for whoever writes to it, for ever.
    let descriptor = FileReader.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, code: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw failure(path, code: EISDIR) }
    var beginning: [UInt8] = []
    if status.st_mode & S_IFMT == S_IFIFO {
      guard let first = PipeStart.wait(descriptor, seconds: longestWait) else {
        throw ConversionError(
          file: path,
          cause: ExtractionError(
            .unavailable, "the pipe has nobody who writes to it", advice: "Start the program that fills it first."))
      }
      beginning = first
    }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    guard status.st_size <= maximumBytes else { throw tooLarge(path) }
    return try contents(of: descriptor, path: path, expecting: Int(status.st_size) + 1, beginning)
  }

  /// Whether there is anything at `path`.
  static func isThere(_ path: String) -> Bool { FileName.withSystemPath(path) { access($0, F_OK) == 0 } ?? false }

  /// Opens a file by its name; below 0 with `errno` where that fails.
  private static func open(_ path: String, _ flags: Int32) -> Int32 {
    if let descriptor = FileName.withSystemPath(path, { systemOpen($0, flags) }) { return descriptor }
    errno = ENOENT
    return -1
  }

  /// The first 4 KiB of the file at `path`; nil where it cannot be read, or read only once, as a pipe.
  func start(of path: String) -> [UInt8]? {
    let descriptor = FileReader.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      filled = max(0, SystemCalls.read(descriptor, base, buffer.count))
    }
  }

  private func contents(
    of descriptor: Int32, path: String, expecting: Int, _ beginning: [UInt8] = []
  ) throws(ConversionError) -> [UInt8] {
    var bytes = beginning
    var room = max(expecting, 4096)
    while true {
      var code: Int32 = 0
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        while filled < buffer.count {
          guard let base = buffer.baseAddress else { break }
          let got = SystemCalls.read(descriptor, base + filled, buffer.count - filled)
          if got < 0 { code = errno }
          if got <= 0 { break }
          filled += got
        }
        count = filled
      }
      guard code == 0 else { throw failure(path, code: code) }
      // Before it is appended: room for what is refused would double the memory once more.
      guard bytes.count + piece.count <= maximumBytes else { throw tooLarge(path) }
      if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
      guard count == room else { break }
      room = max(1 << 16, min(bytes.count, maximumBytes - bytes.count + 1))
    }
    guard !bytes.isEmpty else {
      throw ConversionError(
        file: path,
        cause: ExtractionError(
          .empty, "the file is empty", advice: "Check that the download or export was completed, then try again."))
    }
    return bytes
  }

  private func tooLarge(_ path: String) -> ConversionError {
    ConversionError(
      file: path,
      cause: ExtractionError(
        .overLimit, "the file is larger than \(maximumBytes >> 20) MiB",
        advice: "Plans are far smaller; check that this is the right file, or split it."))
  }

  private func failure(_ path: String, code: Int32) -> ConversionError {
    let (message, advice) =
      switch code {
      case ENOENT: ("there is no such file", "Check the path and the spelling of the name.")
      case EISDIR: ("this is a folder, not a file", "Name the files in it, for example \(path)/*.pdf.")
      case EACCES, EPERM: ("the file may not be read", "Ask for permission to read it, or copy it to your own folder.")
      default: (String(cString: strerror(code)), "Check that the disk or share is there and try again.")
      }
    return ConversionError(file: path, cause: ExtractionError(.unavailable, message, advice: advice))
  }
}

private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 { open(path, flags) }

/// The beginning of what comes through a named pipe.
private enum PipeStart {
  /// Waits until somebody has opened the pipe, which is open without waiting, for writing, and gives the first byte or none;
  /// nil where nobody did in time.
  static func wait(_ descriptor: Int32, seconds: Int) -> [UInt8]? {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .seconds(seconds))
    while clock.now < deadline {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&request, 1, 100) > 0 { return [] }
      // Nothing has come. Only a read tells whether anybody is there: it finds the end where not.
      var byte: UInt8 = 0
      let count = SystemCalls.read(descriptor, &byte, 1)
      if count > 0 { return [byte] }
      if count < 0 { return [] }
    }
    return nil
  }
}
