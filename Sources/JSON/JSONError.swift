// SPDX-License-Identifier: GPL-3.0-or-later

/// Why some bytes are no JSON, or not the JSON that was expected.
package struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  package var message: String
  /// Where: a line of the file, or a path such as `actions[3].timescale`.
  package var place: String

  /// An error at a place.
  package init(message: String, place: String) {
    self.message = message
    self.place = place
  }
}
