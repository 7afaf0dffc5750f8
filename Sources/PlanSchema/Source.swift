// SPDX-License-Identifier: GPL-3.0-or-later

/// Where something stands in the source document: what the reader knows.
public struct Source: Codable, Hashable, Sendable {
  /// Page number, from 1.
  public var page: Int?
  /// Rectangle on the page: left, top, right, bottom, in points from the top left corner.
  public var box: [Double]?
  /// Number of the table in the document, from 1.
  public var table: Int?
  /// Row in that table, from 1.
  public var row: Int?
  /// Line in a text file, from 1.
  public var line: Int?
  /// Name of the sheet, in a workbook.
  public var sheet: String?
  /// Link fragment that opens the place in a PDF viewer: `#page=3&viewrect=left,top,width,height`.
  public var fragment: String?

  /// A place from what is known of it.
  public init(
    page: Int? = nil, box: [Double]? = nil, table: Int? = nil, row: Int? = nil, line: Int? = nil, sheet: String? = nil,
    fragment: String? = nil
  ) {
    self.page = page
    self.box = box
    self.table = table
    self.row = row
    self.line = line
    self.sheet = sheet
    self.fragment = fragment
  }

  /// Whether nothing at all is known.
  public var isUnknown: Bool {
    page == nil && table == nil && row == nil && line == nil && box == nil && sheet == nil && fragment == nil
  }
}
