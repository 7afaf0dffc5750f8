// SPDX-License-Identifier: GPL-3.0-or-later

/// A place on a sheet, both parts from 0.
struct CellReference: Hashable, Sendable {
  var row: Int32
  var column: Int32

  /// Rows and columns of the largest sheet there is.
  static let maximumRow: Int32 = 1_048_576
  static let maximumColumn: Int32 = 16_384

  init(row: Int32, column: Int32) {
    self.row = row
    self.column = column
  }

  /// A place as a sheet writes it: `B7`, `$B$7`; nil for anything else.
  init?(_ text: some Sequence<UInt8>) {
    var row: Int32 = 0
    var column: Int32 = 0
    for byte in text {
      switch byte {
      case 0x24: continue
      case 0x41...0x5A where row == 0: column = column * 26 + Int32(byte - 0x40)
      case 0x61...0x7A where row == 0: column = column * 26 + Int32(byte - 0x60)
      case 0x30...0x39: row = row * 10 + Int32(byte - 0x30)
      default: return nil
      }
      guard row <= CellReference.maximumRow, column <= CellReference.maximumColumn else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }
}

/// A rectangle of cells, its last row and column included.
struct CellArea: Hashable, Sendable {
  var top: Int32
  var left: Int32
  var bottom: Int32
  var right: Int32

  init(top: Int32, left: Int32, bottom: Int32, right: Int32) {
    self.top = top
    self.left = left
    self.bottom = bottom
    self.right = right
  }

  /// An area as a sheet writes it: `B2:D9`, or a single place.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: 0x3A)
    guard let first = parts.first.flatMap({ CellReference($0) }) else { return nil }
    guard let last = parts.count > 1 ? CellReference(parts[1]) : first, parts.count <= 2 else { return nil }
    self.init(
      top: min(first.row, last.row), left: min(first.column, last.column), bottom: max(first.row, last.row),
      right: max(first.column, last.column))
  }

  func contains(_ row: Int32, _ column: Int32) -> Bool {
    row >= top && row <= bottom && column >= left && column <= right
  }
}
