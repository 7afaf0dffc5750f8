// SPDX-License-Identifier: GPL-3.0-or-later

import CPoppler
import Documents

/// An open PDF file of poppler's, released when its owner goes out of scope.
struct PopplerDocument: ~Copyable {
  private let pointer: OpaquePointer

  /// Opens a PDF from its bytes, which are copied.
  ///
  /// - Parameter imagesNeutralised: whether the copy is changed so that poppler takes no notice of its images (see
  ///   ``ImageNeutraliser``). For text and vectors yes; for rendering a scan no.
  init(_ bytes: [UInt8], imagesNeutralised: Bool) throws(ExtractionError) {
    guard let copy = g_malloc(gsize(max(1, bytes.count))) else {
      throw ExtractionError(.overLimit, "the file does not fit into memory", advice: "Raise the memory limit.")
    }
    let buffer = UnsafeMutableRawBufferPointer(start: copy, count: bytes.count)
    buffer.copyBytes(from: bytes)
    if imagesNeutralised { ImageNeutraliser.neutralise(buffer.bindMemory(to: UInt8.self)) }
    let storage = g_bytes_new_take(copy, gsize(bytes.count))
    defer { g_bytes_unref(storage) }
    var failure: UnsafeMutablePointer<GError>?
    guard let opened = poppler_document_new_from_bytes(storage, nil, &failure) else {
      defer { g_clear_error(&failure) }
      throw PopplerDocument.error(code: failure?.pointee.code)
    }
    pointer = opened
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

  /// Number of pages that the file says it has.
  var pageCount: Int { Int(poppler_document_get_n_pages(pointer)) }

  /// The title of the file's metadata, nil where it has none.
  var title: String? {
    guard let title = poppler_document_get_title(pointer) else { return nil }
    defer { g_free(title) }
    let text = String(cString: title)
    return text.utf8.allSatisfy { $0 <= 0x20 } ? nil : text
  }

  /// The page with an index from 0; nil where poppler cannot find or read it.
  func page(at index: Int) -> PopplerSheet? {
    guard let page = poppler_document_get_page(pointer, Int32(index)) else { return nil }
    return PopplerSheet(owning: page)
  }

  private static func error(code: Int32?) -> ExtractionError {
    if code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue) {
      return ExtractionError(
        .encrypted, "the PDF is encrypted and asks for a password",
        advice: "Save a copy without a password and convert that.")
    }
    return ExtractionError(
      .damaged, "the PDF is damaged: its page tree or cross-reference table cannot be read",
      advice: "Open it in a PDF viewer, save or print it as a new PDF, and convert that.")
  }
}

/// One page of an open PDF, released when its owner goes out of scope.
///
/// All geometry is in points from the top left of the page as it is displayed: cropped and rotated.
struct PopplerSheet: ~Copyable {
  let pointer: OpaquePointer

  /// Takes over a reference that the caller owns.
  init(owning pointer: OpaquePointer) { self.pointer = pointer }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

  /// Width and height as displayed, in points.
  var size: (width: Double, height: Double) {
    var width = 0.0
    var height = 0.0
    poppler_page_get_size(pointer, &width, &height)
    return (width, height)
  }
}
