// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Runs a script of tools/ in the virtual environment that `make setup` creates.
public enum Validator {
  private static let python = Repository.root.appendingPathComponent(".venv/bin/python")

  /// Whether `make setup` has been run; the tests that need it are skipped otherwise, `make test` always runs it.
  public static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: python.path) }

  /// Runs a script and gives its exit status and all that it said.
  public static func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = python
    process.arguments = [Repository.root.appendingPathComponent("tools/\(script)").path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Checks texts against the JSON Schema in one run: for each, nil where it is valid, or what is wrong.
  public static func faults(ofJSON texts: [[UInt8]]) throws -> [String?] {
    try withTemporaryFolder { folder in
      var files: [String] = []
      for (index, text) in texts.enumerated() {
        let file = folder.appendingPathComponent("\(index).json")
        try Data(text).write(to: file)
        files.append(file.path)
      }
      let schema = Repository.root.appendingPathComponent("schemas/commonplan-1.0.schema.json").path
      let (_, output) = try run("validate_json.py", [schema] + files)
      let lines = output.split(separator: "\n").map(String.init)
      guard lines.count == texts.count else { return texts.map { _ in output } }
      return lines.map { $0.hasPrefix("valid ") ? nil : $0 }
    }
  }
}
