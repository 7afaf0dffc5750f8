// SPDX-License-Identifier: GPL-3.0-or-later

import CPoppler
import Documents

/// The file with its images, opened only when a page needs them.
struct OriginalPages: ~Copyable {
  private let bytes: [UInt8]
  private var document: PopplerDocument?
  private var isUnreadable = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A page with its images, by index from 0.
  mutating func page(at index: Int) -> PopplerSheet? {
    if document == nil, !isUnreadable {
      do throws(ExtractionError) {
        document = try PopplerDocument(bytes, imagesNeutralised: false)
      } catch {
        isUnreadable = true
      }
    }
    guard document != nil else { return nil }
    return document?.page(at: index)
  }

  /// Where a page shows images, in points from its top left.
  ///
  /// On pages with a `/Rotate` entry poppler gives boxes of the right size in the wrong place, mostly off the page. An
  /// image that does not lie on its page counts with its size only.
  mutating func images(onPage index: Int) -> [Box] {
    guard let page = page(at: index) else { return [] }
    let size = page.size
    let list = poppler_page_get_image_mapping(page.pointer)
    defer { poppler_page_free_image_mapping(list) }
    var boxes: [Box] = []
    var element = list
    while let node = element, boxes.count < 10_000 {
      if let data = node.pointee.data {
        let area = data.assumingMemoryBound(to: PopplerImageMapping.self).pointee.area
        let box = Box(
          left: Float(min(area.x1, area.x2)), top: Float(min(area.y1, area.y2)),
          right: Float(max(area.x1, area.x2)), bottom: Float(max(area.y1, area.y2)))
        let margin: Float = 4
        let isOnPage =
          box.left >= -margin && box.top >= -margin && box.right <= Float(size.width) + margin
          && box.bottom <= Float(size.height) + margin
        boxes.append(
          isOnPage ? box : OriginalPages.somewhere(box, width: Float(size.width), height: Float(size.height)))
      }
      element = node.pointee.next
    }
    return boxes
  }

  /// A box of unknown place: the whole page if it is as large as the page either way round, otherwise its own size at the
  /// page's top left.
  private static func somewhere(_ box: Box, width: Float, height: Float) -> Box {
    let covers = box.width * box.height >= PageReader.scanCoverage * width * height
    return Box(
      left: 0, top: 0, right: covers ? width : min(width, box.width), bottom: covers ? height : min(height, box.height))
  }
}
