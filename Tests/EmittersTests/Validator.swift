// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Runs a script of tools/ in the virtual environment that `make setup` creates.
enum Validator {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let python = root.appendingPathComponent(".venv/bin/python")

  /// Whether `make setup` has been run; the tests that need it are skipped otherwise, `make test` always runs it.
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: python.path) }

  static func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = python
    process.arguments = [root.appendingPathComponent("tools/\(script)").path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Calls `body` with a new folder that is removed afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("commonplan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
