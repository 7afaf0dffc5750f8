// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What a cell says about itself.
struct WordCellProperties {
  enum Merge {
    case none
    case begin
    case goesOn
  }

  /// Columns of the grid that it covers.
  var span = 1
  var vertical = Merge.none
  var horizontal = Merge.none
  /// Shading: nil where it has none of its own, `.some(nil)` for none.
  var fill: Colour??
  /// A tracked change has deleted it.
  var isDeleted = false
}
