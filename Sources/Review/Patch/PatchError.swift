// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a text is no patch file.
public struct PatchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what is expected.
  public var message: String
  /// Line of the file, from 1; nil where the file as a whole is meant.
  public var line: Int?

  /// An error.
  public init(_ message: String, line: Int? = nil) {
    self.message = message
    self.line = line
  }

  /// The line and the message.
  public var description: String { line.map { "line \($0): \(message)" } ?? message }
}
