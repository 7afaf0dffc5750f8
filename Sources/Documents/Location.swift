// SPDX-License-Identifier: GPL-3.0-or-later

/// Where something stands in the source: what the extractor knows, nothing guessed.
@frozen
public struct Location: Hashable, Sendable {
  @usableFromInline var storedPage: UInt32 = 0
  @usableFromInline var storedLine: UInt32 = 0
  /// The rectangle on the page, in points from the top left.
  public var box: Box?

  /// A place from what is known of it.
  ///
  /// - Parameters:
  ///   - page: page number, from 1; the sheet's number in a workbook.
  ///   - line: line number in a text file, from 1; the row's number in a sheet.
  ///   - box: rectangle in points from the page's top left.
  @inlinable
  public init(page: Int? = nil, line: Int? = nil, box: Box? = nil) {
    storedPage = UInt32(clamping: page ?? 0)
    storedLine = UInt32(clamping: line ?? 0)
    self.box = box
  }

  /// Page number, from 1; the sheet's number in a workbook.
  @inlinable public var page: Int? {
    get { storedPage == 0 ? nil : Int(storedPage) }
    set { storedPage = UInt32(clamping: newValue ?? 0) }
  }

  /// Line number in a text file, from 1; the row's number in a sheet.
  @inlinable public var line: Int? {
    get { storedLine == 0 ? nil : Int(storedLine) }
    set { storedLine = UInt32(clamping: newValue ?? 0) }
  }
}
