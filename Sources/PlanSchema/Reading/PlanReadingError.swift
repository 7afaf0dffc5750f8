// SPDX-License-Identifier: GPL-3.0-or-later

/// Why some JSON is no canonical plan.
public struct PlanReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var message: String
  /// Where: a line of the file, or a path such as `actions[3].timescale`.
  public var place: String

  /// Whether the text is sound JSON, and only what it says is no plan.
  public var isAboutContent: Bool

  /// An error at a place.
  public init(message: String, place: String, isAboutContent: Bool = true) {
    self.message = message
    self.place = place
    self.isAboutContent = isAboutContent
  }

  /// Message and place on one line.
  public var description: String { "\(message) (\(place))" }
}
