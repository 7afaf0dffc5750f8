// SPDX-License-Identifier: GPL-3.0-or-later

/// The months of the year as English writes them, in small letters.
package enum Months {
  /// The full names, January first.
  package static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// Names and their usual abbreviations with the number of the month.
  package static let numbers: [String: Int] = {
    var numbers = ["sept": 9]
    for (index, name) in names.enumerated() {
      numbers[name] = index + 1
      numbers[String(name.prefix(3))] = index + 1
    }
    return numbers
  }()

  /// Names and abbreviations.
  package static let words = Set(numbers.keys)
}

/// The seasons, in small letters.
package enum Seasons {
  /// Their names, spring first.
  package static let names = ["spring", "summer", "autumn", "winter"]
}
