// SPDX-License-Identifier: GPL-3.0-or-later

/// Sorts pieces of one direction into lines.
enum TextLines {
  /// Lines from top to bottom, each from its start to its end.
  ///
  /// A piece is of the line whose first piece's middle is nearest, within `tolerance` heights of the lower of the two.
  /// Neighbouring table cells may share a line or not: only what nearly touches is joined later.
  static func lines(of pieces: [WordPiece], tolerance: Float) -> [[WordPiece]] {
    let sorted = pieces.sorted {
      ($0.extent.middle, $0.extent.start) < ($1.extent.middle, $1.extent.start)
    }
    var lines: [[WordPiece]] = []
    // Lines are opened in order of their middles, so that only the last few can still take a piece.
    for piece in sorted {
      let fitting = lines.indices.suffix(4).reversed().first { index in
        let first = lines[index][0]
        let height = min(first.extent.height, piece.extent.height)
        return abs(piece.extent.middle - first.extent.middle) <= tolerance * height
      }
      if let fitting {
        lines[fitting].append(piece)
      } else {
        lines.append([piece])
      }
    }
    for index in lines.indices {
      lines[index].sort {
        ($0.extent.start, $0.extent.middle, $0.extent.end) < ($1.extent.start, $1.extent.middle, $1.extent.end)
      }
    }
    return lines
  }
}
