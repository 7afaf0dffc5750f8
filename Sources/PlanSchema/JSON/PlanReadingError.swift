// SPDX-License-Identifier: GPL-3.0-or-later

import JSON

/// Why some JSON is no canonical plan.
public struct PlanReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var message: String
  /// Where: a line of the file, or a path such as `actions[3].timescale`.
  public var place: String

  /// An error at a place.
  public init(message: String, place: String) {
    self.message = message
    self.place = place
  }

  init(_ error: JSONError) { self.init(message: error.message, place: error.place) }

  /// Message and place on one line.
  public var description: String { "\(message) (\(place))" }
}
