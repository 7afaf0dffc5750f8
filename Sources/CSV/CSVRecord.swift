// SPDX-License-Identifier: GPL-3.0-or-later

/// Records of comma-separated values (RFC 4180).
package enum CSVRecord {
  /// Appends a record with its line end (CR LF).
  package static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell, to: &bytes)
    }
    endRecord(&bytes)
  }

  /// Ends a record.
  package static func endRecord(_ bytes: inout [UInt8]) { bytes.append(contentsOf: [0x0D, 0x0A]) }

  /// Appends a cell, in quotes where it holds a quote, a comma or a line end.
  package static func append(_ cell: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let special = cell.utf8.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0D || $0 == 0x0A }
    guard special else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
