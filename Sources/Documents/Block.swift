// SPDX-License-Identifier: GPL-3.0-or-later

/// One piece of a document, in reading order.
public enum Block: Sendable {
  /// A heading; level 1 is the highest, 0 stands for the document's title.
  case heading(level: Int, Paragraph)
  /// A paragraph of running text, or an item of a list (see ``Paragraph/marker``).
  case paragraph(Paragraph)
  /// A table.
  case table(Table)
  /// Text that only frames the content.
  case furniture(FurnitureKind, Paragraph)
  /// A page, section or sheet begins here.
  case pageBreak

  /// What kind of frame a piece of furniture is.
  public enum FurnitureKind: String, Sendable {
    /// Repeats at the top of pages.
    case runningHeader = "running-header"
    /// Repeats at the bottom of pages.
    case runningFooter = "running-footer"
    /// A page number.
    case pageNumber = "page-number"
    /// A line of a table of contents.
    case contents
    /// Menus, cookie notices and the like of a web page.
    case navigation
    /// Rows of dashes and other marks without words.
    case separator
  }
}
