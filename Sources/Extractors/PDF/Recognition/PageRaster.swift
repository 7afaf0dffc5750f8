// SPDX-License-Identifier: GPL-3.0-or-later

import CPoppler
import Numbers

/// A page as a picture in colour.
struct PageRaster {
  /// Dots per inch that tesseract is trained for.
  static let resolution = 300.0
  /// The most pixels of a picture; larger pages are rendered more coarsely. An A3 page at 300 dpi has 17 million.
  static let maximumPixels = 24_000_000.0

  let width: Int
  let height: Int
  /// Pixels in a point.
  let scale: Double
  /// Rows from top to bottom; each pixel 0x00RRGGBB.
  var pixels: [UInt32]

  /// Renders a page on white; nil where there is no memory for it or the page has no extent.
  init?(of page: borrowing PopplerSheet) {
    let size = page.size
    guard size.width >= 1, size.height >= 1 else { return nil }
    let wanted = PageRaster.resolution / 72
    let scale = min(wanted, (PageRaster.maximumPixels / (size.width * size.height)).squareRoot())
    let width = Int(saturating: (size.width * scale - 0.001).rounded(.up))
    let height = Int(saturating: (size.height * scale - 0.001).rounded(.up))
    guard width <= 32_000, height <= 32_000 else { return nil }
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { return nil }
    let context = cairo_create(surface)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    poppler_page_render(page.pointer, context)
    cairo_destroy(context)
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
    pixels = [UInt32](unsafeUninitializedCapacity: width * height) { buffer, count in
      for row in 0..<height {
        UnsafeRawPointer(data + row * stride).withMemoryRebound(to: UInt32.self, capacity: width) { line in
          for column in 0..<width { buffer[row * width + column] = line[column] & 0xFF_FFFF }
        }
      }
      count = width * height
    }
    self.width = width
    self.height = height
    self.scale = scale
  }

  /// A raster from its pixels, for tests.
  init(width: Int, height: Int, scale: Double, pixels: [UInt32]) {
    self.width = width
    self.height = height
    self.scale = scale
    self.pixels = pixels
  }

  /// The luminance of a pixel, 0 to 255 (ITU-R BT.601 in eighths of a bit).
  static func luminance(_ pixel: UInt32) -> Int {
    let red: UInt32 = (pixel >> 16 & 0xFF) &* 77
    let green: UInt32 = (pixel >> 8 & 0xFF) &* 150
    let blue: UInt32 = (pixel & 0xFF) &* 29
    return Int((red &+ green &+ blue) >> 8)
  }

  /// How far a pixel is from grey: its greatest component less its least, 0 to 255.
  static func chroma(_ pixel: UInt32) -> Int {
    let components = [pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF]
    return Int((components.max() ?? 0) - (components.min() ?? 0))
  }

  /// The picture turned clockwise by quarters.
  func turned(quarters: Int) -> PageRaster {
    let (newWidth, newHeight) = quarters % 2 == 0 ? (width, height) : (height, width)
    let pixels = [UInt32](unsafeUninitializedCapacity: self.pixels.count) { buffer, count in
      self.pixels.withUnsafeBufferPointer { source in
        for y in 0..<newHeight {
          for x in 0..<newWidth {
            let from =
              switch quarters {
              case 1: (height - 1 - x) * width + y
              case 2: (height - 1 - y) * width + width - 1 - x
              case 3: x * width + width - 1 - y
              default: y * width + x
              }
            buffer[y * newWidth + x] = source[from]
          }
        }
      }
      count = self.pixels.count
    }
    return PageRaster(width: newWidth, height: newHeight, scale: scale, pixels: pixels)
  }

  /// Turns the picture by a small angle around its middle, so that text which rises by `slope` runs level.
  ///
  /// - Parameter slope: the tangent of the angle; positive where lines fall to the right.
  mutating func level(slope: Double) {
    let cosine = 1 / (1 + slope * slope).squareRoot()
    let sine = slope * cosine
    let middle = (x: Double(width) / 2, y: Double(height) / 2)
    let (width, height) = (width, height)
    let source = pixels
    source.withUnsafeBufferPointer { source in
      pixels.withUnsafeMutableBufferPointer { target in
        for row in 0..<height {
          let y = Double(row) - middle.y
          for column in 0..<width {
            let x = Double(column) - middle.x
            let fromX = x * cosine - y * sine + middle.x
            let fromY = x * sine + y * cosine + middle.y
            target[row * width + column] = PageRaster.blend(source, width, height, fromX, fromY)
          }
        }
      }
    }
  }

  /// The colour between four pixels; white outside.
  private static func blend(
    _ source: UnsafeBufferPointer<UInt32>, _ width: Int, _ height: Int, _ x: Double, _ y: Double
  ) -> UInt32 {
    guard x >= 0, y >= 0, x < Double(width - 1), y < Double(height - 1) else { return 0xFF_FFFF }
    let column = Int(saturating: x)
    let row = Int(saturating: y)
    let right = UInt32(saturating: (x - Double(column)) * 256)
    let down = UInt32(saturating: (y - Double(row)) * 256)
    let index = row * width + column
    let corners = (source[index], source[index + 1], source[index + width], source[index + width + 1])
    var result: UInt32 = 0
    for shift: UInt32 in [16, 8, 0] {
      let first: UInt32 = corners.0 >> shift & 0xFF
      let second: UInt32 = corners.1 >> shift & 0xFF
      let third: UInt32 = corners.2 >> shift & 0xFF
      let fourth: UInt32 = corners.3 >> shift & 0xFF
      let top: UInt32 = first &* (256 &- right) &+ second &* right
      let bottom: UInt32 = third &* (256 &- right) &+ fourth &* right
      result |= ((top &* (256 &- down) &+ bottom &* down) >> 16) << shift
    }
    return result
  }
}
