// SPDX-License-Identifier: GPL-3.0-or-later

import CZip
import Documents

/// A ZIP archive in memory, of which single parts are read by their exact names; nothing is ever unpacked to a disk.
///
/// Names such as `../x` or `/x` are harmless here: a name is only ever compared. Sizes that the directory declares are
/// checked before anything is unpacked, and the bytes that really come out are counted again.
final class ZIPArchive {
  /// The limits that hold for this archive.
  let limits: ContainerLimits
  /// Number of entries, folders included.
  let entryCount: Int

  fileprivate let handle: OpaquePointer
  private let storage: UnsafeMutableRawBufferPointer
  /// Entries by ``key(_:)``.
  private var entries: [String: Entry] = [:]
  /// Bytes that may still be unpacked.
  fileprivate var budget: Int

  private struct Entry {
    var index: UInt64
    var name: String
    var isDuplicate: Bool
  }

  /// Whether the bytes begin like a ZIP archive.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Opens an archive and reads its directory.
  ///
  /// - Throws: ``ExtractionError`` `.damaged` where there is no directory, `.overLimit` where it lists too many entries.
  init(_ bytes: [UInt8], limits: ContainerLimits = ContainerLimits()) throws(ExtractionError) {
    let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    storage.copyBytes(from: bytes)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(storage.baseAddress, UInt64(bytes.count), 0, &error) else {
      storage.deallocate()
      throw ExtractionError(
        .damaged, "The ZIP archive cannot be opened.", advice: "Open the file in its program and save it again.")
    }
    guard let handle = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      let message = zip_error_strerror(&error).map { String(cString: $0) } ?? "unknown error"
      zip_source_free(source)
      storage.deallocate()
      throw ExtractionError(
        .damaged,
        "The ZIP directory at the end of the file is missing or broken (\(message)): the file may be cut short.",
        advice: "Download or copy the file again, or open it in its program and save it again.")
    }
    let count = Int(zip_get_num_entries(handle, 0))
    guard count <= limits.entries else {
      zip_discard(handle)
      storage.deallocate()
      throw ExtractionError(
        .overLimit, "The archive has \(count) entries; at most \(limits.entries) are read.",
        advice: "Check where the file comes from; a document has a few dozen parts.")
    }
    self.storage = storage
    self.handle = handle
    self.limits = limits
    entryCount = count
    budget = limits.totalBytes
    entries.reserveCapacity(count)
    for index in 0..<UInt64(count) {
      guard let raw = zip_get_name(handle, index, UInt32(ZIP_FL_ENC_RAW)) else { continue }
      let name = String(cString: raw)
      let key = Self.key(name)
      entries[key] = Entry(index: index, name: name, isDuplicate: entries[key] != nil)
    }
  }

  deinit {
    zip_discard(handle)
    storage.deallocate()
  }

  /// Part names differ in more than case; some programs write Windows' backslashes.
  private static func key(_ name: String) -> String {
    let name = name.lowercased()
    return name.utf8.contains(0x5C) ? name.split(separator: "\\").joined(separator: "/") : name
  }

  /// Whether there is an entry of this name.
  func contains(_ name: String) -> Bool { entries[Self.key(name)] != nil }

  /// The names of all entries that begin with `prefix`, sorted.
  func names(withPrefix prefix: String) -> [String] {
    let prefix = prefix.lowercased()
    return entries.lazy.filter { $0.key.hasPrefix(prefix) }.map(\.value.name).sorted()
  }

  /// Opens a part for reading.
  ///
  /// - Throws: ``ExtractionError`` `.damaged` where the part is missing, stands twice or is packed in an unknown way,
  ///   `.encrypted` where it needs a password, `.overLimit` where it is too large or expands too much.
  func open(_ name: String) throws(ExtractionError) -> ZIPEntryReader {
    guard let entry = entries[Self.key(name)] else {
      throw ExtractionError(
        .damaged, "The part \(name) is missing from the file.", place: name,
        advice: "Open the file in its program and save it again.")
    }
    guard !entry.isDuplicate else {
      throw ExtractionError(
        .damaged, "The part \(name) stands in the file twice, so it is not clear what the document says.", place: name,
        advice: "Open the file in its program and save it again.")
    }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(handle, entry.index, 0, &status) == 0 else { throw damaged(name) }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw ExtractionError(
        .encrypted, "The part \(name) is protected by a password.", place: name,
        advice: "Save the document without a password and try again.")
    }
    let size = Int(clamping: status.size)
    let packed = max(1, Int(clamping: status.comp_size))
    guard size <= limits.partBytes else {
      throw overLimit(name, "is \(size >> 20) MiB large; at most \(limits.partBytes >> 20) MiB are read")
    }
    guard size <= limits.ratioFreeBytes || size / packed <= limits.ratio else {
      throw overLimit(name, "grows \(size / packed) times when unpacked; at most \(limits.ratio) times is read")
    }
    guard let file = zip_fopen_index(handle, entry.index, 0) else { throw damaged(name) }
    return ZIPEntryReader(archive: self, file: file, name: name, declaredSize: size)
  }

  /// All bytes of a part; see ``open(_:)`` for the errors.
  func read(_ name: String) throws(ExtractionError) -> [UInt8] {
    let reader = try open(name)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(reader.declaredSize, 1 << 24))
    while case let count = try reader.read(into: piece), count > 0 {
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<count]))
    }
    return bytes
  }

  fileprivate func damaged(_ name: String) -> ExtractionError {
    let message = zip_error_strerror(zip_get_error(handle)).map { String(cString: $0) } ?? "unknown error"
    return ExtractionError(
      .damaged, "The part \(name) cannot be unpacked (\(message)).", place: name,
      advice: "Download or copy the file again, or open it in its program and save it again.")
  }

  fileprivate func overLimit(_ name: String, _ what: String) -> ExtractionError {
    ExtractionError(
      .overLimit, "The part \(name) \(what).", place: name,
      advice: "Check where the file comes from; split a document that really is this large.")
  }
}

/// One part of an archive while it is being unpacked.
final class ZIPEntryReader: ByteSource {
  /// The part's name.
  let name: String
  /// Its unpacked size in bytes, as the archive declares it.
  let declaredSize: Int

  private let archive: ZIPArchive
  private let file: OpaquePointer
  private var count = 0

  fileprivate init(archive: ZIPArchive, file: OpaquePointer, name: String, declaredSize: Int) {
    self.archive = archive
    self.file = file
    self.name = name
    self.declaredSize = declaredSize
  }

  deinit { zip_fclose(file) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ExtractionError) -> Int {
    let read = Int(zip_fread(file, buffer.baseAddress, UInt64(buffer.count)))
    guard read >= 0 else {
      let message = zip_error_strerror(zip_file_get_error(file)).map { String(cString: $0) } ?? "unknown error"
      throw ExtractionError(
        .damaged, "The part \(name) breaks off after \(count) bytes (\(message)).", place: name,
        advice: "Download or copy the file again, or open it in its program and save it again.")
    }
    count += read
    archive.budget -= read
    guard count <= archive.limits.partBytes else {
      throw archive.overLimit(name, "is larger than the \(archive.limits.partBytes >> 20) MiB that are read")
    }
    guard archive.budget >= 0 else {
      throw archive.overLimit(name, "takes the document over the \(archive.limits.totalBytes >> 20) MiB that are read")
    }
    return read
  }
}
