// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Marks text that nobody can see: its colour is that of what lies behind it.
enum HiddenText {
  /// The largest difference in any of red, green and blue (0 to 255) that the eye passes over.
  static let sameColour = 12

  /// Adds the style `hidden` to pieces without contrast.
  ///
  /// - Parameter images: where the page shows pictures. White text on a photograph can be seen.
  static func mark(_ pieces: inout [WordPiece], on drawing: PageDrawing, images: () -> [Box]) {
    let white = Colour.white
    let backgrounds = Set(drawing.fills.lazy.map(\.colour)).union([white])
    // Text in a colour that no background has needs no search; that is nearly all text.
    var suspects: [Colour: Bool] = [:]
    var hidden: [Int] = []
    for index in pieces.indices {
      let colour = pieces[index].colour
      let isSuspect =
        suspects[colour]
        ?? {
          let found = backgrounds.contains { resembles($0, colour) }
          suspects[colour] = found
          return found
        }()
      guard isSuspect else { continue }
      guard let behind = background(of: pieces[index].box, on: drawing) else { continue }
      if resembles(behind, colour) { hidden.append(index) }
    }
    guard !hidden.isEmpty else { return }
    let pictures = images()
    for index in hidden where !pictures.contains(where: { $0.intersection(pieces[index].box) != nil }) {
      pieces[index].style.insert(.hidden)
    }
  }

  /// The colour behind a box; nil where it is not known.
  private static func background(of box: Box, on drawing: PageDrawing) -> Colour? {
    let x = (box.left + box.right) / 2
    let y = (box.top + box.bottom) / 2
    func covers(_ other: Box) -> Bool { other.left <= x && x <= other.right && other.top <= y && y <= other.bottom }
    if drawing.unknownPaint.contains(where: covers) { return nil }
    return drawing.fills.last { covers($0.box) }?.colour ?? Colour.white
  }

  private static func resembles(_ one: Colour, _ other: Colour) -> Bool {
    abs(Int(one.red) - Int(other.red)) <= sameColour && abs(Int(one.green) - Int(other.green)) <= sameColour
      && abs(Int(one.blue) - Int(other.blue)) <= sameColour
  }
}
