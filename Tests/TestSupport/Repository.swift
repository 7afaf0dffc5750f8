// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// The repository that the tests belong to.
public enum Repository {
  /// Its root folder.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The plans in samples/, without scans: what OCR reads differs from one version of tesseract to the next.
  public static let samples: [URL] = {
    let formats: Set = ["txt", "tsv", "csv", "md", "docx", "odt", "xlsx", "ods", "html", "pdf"]
    let folder = root.appendingPathComponent("samples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appendingPathComponent($0) }.filter {
      formats.contains($0.pathExtension) && !$0.lastPathComponent.contains("-scan.")
    }
  }()
}

/// Calls `body` with a new folder that is removed afterwards.
public func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("commonplan-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
