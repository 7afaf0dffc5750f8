// SPDX-License-Identifier: GPL-3.0-or-later

extension Source {
  /// Whether nothing at all is known.
  public var isUnknown: Bool {
    page == nil && table == nil && row == nil && line == nil && box == nil && sheet == nil && fragment == nil
  }

  /// The place in words, such as `page 3, table 2, row 4`, `sheet Actions, row 7` or `line 12`; nil where nothing is known.
  public var label: String? {
    var parts: [String] = []
    if let sheet { parts.append("sheet \(sheet)") }
    if let page { parts.append("page \(page)") }
    if let table { parts.append("table \(table)") }
    if let row { parts.append("row \(row)") }
    if let line { parts.append("line \(line)") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
