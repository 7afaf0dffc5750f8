// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a correction was not applied.
struct Refusal: Error {
  var reason: String

  init(_ reason: String) { self.reason = reason }
}
