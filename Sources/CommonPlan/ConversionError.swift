// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Why a file could not be converted: which file, what is wrong, where, and what to do about it.
public struct ConversionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the caller named it; `-` is standard input.
  public var file: String
  /// What is wrong, where, and what to do.
  public var cause: ExtractionError

  /// An error of a file.
  public init(file: String, cause: ExtractionError) {
    self.file = file
    self.cause = cause
  }

  /// File, message, place and advice on one line.
  public var description: String {
    let place = cause.place.map { " (\($0))" } ?? ""
    // Some readers say what is wrong in a sentence, others in a clause; the place belongs before the full stop of either.
    let message = cause.message.hasSuffix(".") ? String(cause.message.dropLast()) : cause.message
    return "\(file == "-" ? "standard input" : file): \(message)\(place). \(cause.advice)"
  }
}
