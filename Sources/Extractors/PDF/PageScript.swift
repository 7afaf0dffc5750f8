// SPDX-License-Identifier: GPL-3.0-or-later

import CPoppler

/// What a page draws, as the text of a cairo script.
///
/// The surface is one pixel large and the page is moved far off it: cairo then leaves out every glyph (and with them
/// the fonts, which would make up most of the script), while paths pass unculled. The same pass builds poppler's text
/// page, so that words cost nothing more.
struct PageScript {
  /// How far the page is moved to the right, in script units. Debian's cairo aborts on a rectangle left of -9999 units;
  /// with this offset rectangles down to about -250,000 points are safe, and 24.8 fixed point numbers do not overflow.
  static let offset = 4_000_000.0
  /// Script units in a point. Strokes thinner than one unit are widened to one: 1/16 point is thin enough.
  static let scale = 16.0
  /// The most bytes that are kept of one page. A busy table page has 10,000; a map or a drawing may have millions.
  static let maximumBytes = 12 << 20

  /// The script.
  let bytes: [UInt8]
  /// Whether the page draws more than is kept, or something that cairo refuses, after which it draws no more.
  let isCut: Bool

  /// Renders a page. Must come before any text call on the same page: it is what makes those free.
  init(of page: borrowing PopplerSheet) {
    let buffer = Buffer()
    var isRefused = false
    let closure = Unmanaged.passUnretained(buffer).toOpaque()
    withExtendedLifetime(buffer) {
      guard
        let device = cairo_script_create_for_stream(
          { closure, data, length in
            guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
            return Unmanaged<Buffer>.fromOpaque(closure).takeUnretainedValue()
              .append(UnsafeBufferPointer(start: data, count: Int(length)))
          }, closure)
      else { return }
      let surface = cairo_script_surface_create(device, CAIRO_CONTENT_COLOR_ALPHA, 1, 1)
      let context = cairo_create(surface)
      cairo_translate(context, PageScript.offset, 0)
      cairo_scale(context, PageScript.scale, PageScript.scale)
      poppler_page_render(page.pointer, context)
      isRefused = cairo_status(context) != CAIRO_STATUS_SUCCESS
      cairo_destroy(context)
      cairo_surface_finish(surface)
      cairo_surface_destroy(surface)
      cairo_device_finish(device)
      cairo_device_destroy(device)
    }
    bytes = buffer.bytes
    isCut = buffer.isFull || isRefused
  }

  /// Receives what cairo writes.
  private final class Buffer {
    var bytes: [UInt8] = []
    var isFull = false

    func append(_ data: UnsafeBufferPointer<UInt8>) -> cairo_status_t {
      guard !isFull, bytes.count + data.count <= PageScript.maximumBytes else {
        isFull = true
        // With its surface in error cairo draws no more, and poppler comes to the page's end quickly.
        return CAIRO_STATUS_WRITE_ERROR
      }
      bytes.append(contentsOf: data)
      return CAIRO_STATUS_SUCCESS
    }
  }
}
