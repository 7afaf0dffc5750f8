// SPDX-License-Identifier: GPL-3.0-or-later

import CPoppler
import Documents

/// A character of a page with its place and looks.
struct Glyph {
  /// A place or size in points as single precision counts them on; what is no number is 0, and what lies farther out than
  /// any page can reach, lies there.
  static func place(_ value: Double) -> Float { value.isNaN ? 0 : Float(min(max(value, -100_000), 100_000)) }

  var scalar: Unicode.Scalar
  /// Advance by font height, in points from the page's top left.
  var box: Box
  /// Index of its look in ``PageGlyphs/looks``.
  var look: Int32
  /// Whether poppler put it directly behind the glyph before it: no inferred space, no line end.
  var followsDirectly: Bool
}

/// Font and colour of a run of glyphs.
struct GlyphLook {
  /// In points.
  var fontSize: Float = 0
  var isBold = false
  var isItalic = false
  var colour = Colour(red: 0, green: 0, blue: 0)
}

/// All characters of a page, in poppler's order, without the spaces and line ends that poppler inferred.
struct PageGlyphs {
  var glyphs: [Glyph] = []
  var looks: [GlyphLook] = []
  /// Whether boxes could be matched to characters. False is a fault of poppler's that no known file shows.
  var hasBoxes = true

  /// Reads a page's text layout.
  init(of page: borrowing PopplerSheet) {
    guard let text = poppler_page_get_text(page.pointer) else { return }
    defer { g_free(text) }
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    guard poppler_page_get_text_layout(page.pointer, &rectangles, &count) != 0, let rectangles else { return }
    defer { g_free(rectangles) }
    let boxes = UnsafeBufferPointer(start: rectangles, count: Int(count))

    var lookOfIndex = readLooks(of: page)
    glyphs.reserveCapacity(boxes.count)
    var index = 0
    var followsDirectly = false
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    var decoder = UTF8ScalarReader(cString: bytes)
    while let scalar = decoder.next() {
      // Poppler brackets right-to-left runs with embedding marks that have no box.
      if (0x202A...0x202E).contains(scalar.value) { continue }
      guard index < boxes.count else {
        hasBoxes = false
        break
      }
      let rectangle = boxes[index]
      let look = lookOfIndex.look(at: index)
      index += 1
      if isBlank(scalar) {
        followsDirectly = false
        continue
      }
      // A font of 1e20 points reaches farther than anybody can count.
      let box = Box(
        left: Glyph.place(min(rectangle.x1, rectangle.x2)), top: Glyph.place(min(rectangle.y1, rectangle.y2)),
        right: Glyph.place(max(rectangle.x1, rectangle.x2)), bottom: Glyph.place(max(rectangle.y1, rectangle.y2)))
      glyphs.append(Glyph(scalar: scalar, box: box, look: look, followsDirectly: followsDirectly))
      followsDirectly = true
    }
    if index != boxes.count { hasBoxes = false }
  }

  /// Whether a scalar is white space or a control character. The standard library's tables answer this too, for a
  /// twentieth of a page's time.
  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value > 0x20 else { return true }
    return switch scalar.value {
    case 0x7F...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Reads the runs of equal looks and gives a cursor over them.
  private mutating func readLooks(of page: borrowing PopplerSheet) -> LookCursor {
    var ends: [Int] = []
    looks = [GlyphLook()]
    let list = poppler_page_get_text_attributes(page.pointer)
    defer { poppler_page_free_text_attributes(list) }
    var element = list
    while let node = element {
      if let data = node.pointee.data {
        let attributes = data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
        var look = GlyphLook()
        look.fontSize = Glyph.place(attributes.font_size)
        look.colour = Colour(
          red: UInt8(attributes.color.red >> 8), green: UInt8(attributes.color.green >> 8),
          blue: UInt8(attributes.color.blue >> 8))
        if let name = attributes.font_name {
          let name = FontName(cString: name)
          look.isBold = name.isBold
          look.isItalic = name.isItalic
        }
        looks.append(look)
        ends.append(Int(attributes.end_index))
      }
      element = node.pointee.next
    }
    return LookCursor(ends: ends)
  }

  /// Gives the look of each box in order.
  private struct LookCursor {
    var ends: [Int]
    var run = 0

    /// Index into ``PageGlyphs/looks``; 0, the default look, behind the last run.
    mutating func look(at index: Int) -> Int32 {
      while run < ends.count, ends[run] < index { run += 1 }
      return run < ends.count ? Int32(run + 1) : 0
    }
  }
}

/// Reads scalars from the valid UTF-8 that GLib hands out.
private struct UTF8ScalarReader {
  private var next8: UnsafePointer<UInt8>

  init(cString: UnsafePointer<UInt8>) { next8 = cString }

  mutating func next() -> Unicode.Scalar? {
    let lead = next8.pointee
    guard lead != 0 else { return nil }
    next8 += 1
    guard lead >= 0x80 else { return Unicode.Scalar(lead) }
    let needed = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
    var value = UInt32(lead) & (0x3F >> UInt32(needed))
    for _ in 0..<needed {
      guard next8.pointee & 0xC0 == 0x80 else { return "\u{FFFD}" }
      value = value << 6 | UInt32(next8.pointee & 0x3F)
      next8 += 1
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
