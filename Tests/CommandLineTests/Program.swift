// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// The built program, run as a person would run it.
enum Program {
  /// What a run gave.
  struct Result {
    let status: Int32
    let output: String
    let diagnostics: String
  }

  /// The program stands beside the tests that run now, so that tests of an optimised build test the optimised program.
  private static var executable: URL {
    let beside = URL(fileURLWithPath: ProcessInfo.processInfo.arguments.first ?? "").deletingLastPathComponent()
      .appendingPathComponent("commonplan")
    return FileManager.default.isExecutableFile(atPath: beside.path)
      ? beside : Repository.root.appendingPathComponent(".build/debug/commonplan")
  }

  static func run(_ arguments: [String], in folder: URL? = nil, input: Data = Data()) throws -> Result {
    try run(executable, arguments, in: folder, input: input)
  }

  /// Runs lines of shell, in which `$0` is the program.
  static func runShell(_ script: String, in folder: URL, arguments: [String] = []) throws -> Result {
    try run(URL(fileURLWithPath: "/bin/bash"), ["-c", script, executable.path] + arguments, in: folder, input: Data())
  }

  private static func run(_ program: URL, _ arguments: [String], in folder: URL?, input: Data) throws -> Result {
    try withTemporaryFolder { exchange in
      // Files, not pipes: a program that says much on both streams would wait for a reader.
      let files = ["in", "out", "err"].map { exchange.appendingPathComponent($0) }
      try input.write(to: files[0])
      for file in files.dropFirst() { try Data().write(to: file) }
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.currentDirectoryURL = folder ?? exchange
      process.environment = ProcessInfo.processInfo.environment.merging(["COLUMNS": "80"]) { $1 }
      process.standardInput = try FileHandle(forReadingFrom: files[0])
      process.standardOutput = try FileHandle(forWritingTo: files[1])
      process.standardError = try FileHandle(forWritingTo: files[2])
      try process.run()
      process.waitUntilExit()
      return Result(
        status: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
        diagnostics: try String(contentsOf: files[2], encoding: .utf8))
    }
  }
}
