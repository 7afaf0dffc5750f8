// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A page whose text stands on its side, turned for reading: a wide table set across a tall page.
struct PageTurn {
  /// Quarter turns of the text, clockwise, 1 to 3.
  var turns: UInt8
  /// Size of the page as it is shown, in points.
  var width: Float
  var height: Float

  /// The share of a page's words that must be turned the same way for the page to be read so.
  private static let share = (part: 7, of: 10)

  /// The turn of a page's text; nil where most of it stands upright, or where there is next to none.
  init?(_ page: PageContent) {
    var counts = [Int](repeating: 0, count: 4)
    for word in page.words where !word.style.contains(.hidden) { counts[Int(word.rotation & 3)] += 1 }
    let all = counts.reduce(0, +)
    guard all > 11, page.width.isFinite, page.height.isFinite,
      let turns = (1..<4).first(where: { counts[$0] * PageTurn.share.of > all * PageTurn.share.part })
    else { return nil }
    self.turns = UInt8(turns)
    width = page.width
    height = page.height
  }

  /// A box as it stands once the text is upright.
  func upright(_ box: Box) -> Box {
    switch turns {
    case 1: Box(left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left)
    case 2: Box(left: width - box.right, top: height - box.bottom, right: width - box.left, bottom: height - box.top)
    default: Box(left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right)
    }
  }

  /// A box of the upright page as it stands on the page that is shown.
  func shown(_ box: Box) -> Box {
    switch turns {
    case 1: Box(left: width - box.bottom, top: box.left, right: width - box.top, bottom: box.right)
    case 2: Box(left: width - box.right, top: height - box.bottom, right: width - box.left, bottom: height - box.top)
    default: Box(left: box.top, top: height - box.right, right: box.bottom, bottom: height - box.left)
    }
  }

  /// The page with its text upright.
  func upright(_ page: PageContent) -> PageContent {
    var result = page
    if turns != 2 { (result.width, result.height) = (page.height, page.width) }
    for index in result.words.indices {
      result.words[index].box = upright(page.words[index].box)
      result.words[index].rotation = (page.words[index].rotation &+ 4 &- turns) & 3
    }
    for index in result.rulingLines.indices {
      result.rulingLines[index] = RulingLine(
        box: upright(page.rulingLines[index].box),
        isHorizontal: page.rulingLines[index].isHorizontal == (turns == 2))
    }
    for index in result.fills.indices { result.fills[index].box = upright(page.fills[index].box) }
    return result
  }
}
