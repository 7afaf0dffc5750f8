// SPDX-License-Identifier: GPL-3.0-or-later

/// The names of SpreadsheetML that matter here.
enum SheetName: String, XMLVocabulary {
  case other = ""
  // Workbook
  case workbook = "s:workbook"
  case workbookProperties = "s:workbookPr"
  case sheet = "s:sheet"
  case definedName = "s:definedName"
  case date1904 = "date1904"
  case name = "name"
  case state = "state"
  case localSheet = "localSheetId"
  case relationship = "r:id"
  // Sheet
  case worksheet = "s:worksheet"
  case formatProperties = "s:sheetFormatPr"
  case zeroHeight = "zeroHeight"
  case columns = "s:cols"
  case column = "s:col"
  case min = "min"
  case max = "max"
  case hidden = "hidden"
  case row = "s:row"
  case cell = "s:c"
  case value = "s:v"
  case formula = "s:f"
  case inlineString = "s:is"
  case reference = "r"
  case style = "s"
  case type = "t"
  case mergeCell = "s:mergeCell"
  case area = "ref"
  case autoFilter = "s:autoFilter"
  case conditionalFormatting = "s:conditionalFormatting"
  case oddHeader = "s:oddHeader"
  case oddFooter = "s:oddFooter"
  // Strings
  case stringItem = "s:si"
  case run = "s:r"
  case runProperties = "s:rPr"
  case text = "s:t"
  case phonetic = "s:rPh"
  // Styles
  case numberFormats = "s:numFmts"
  case numberFormat = "s:numFmt"
  case numberFormatIdentifier = "numFmtId"
  case formatCode = "formatCode"
  case fonts = "s:fonts"
  case font = "s:font"
  case bold = "s:b"
  case italic = "s:i"
  case strike = "s:strike"
  case size = "s:sz"
  case plainValue = "val"
  case fills = "s:fills"
  case fill = "s:fill"
  case patternFill = "s:patternFill"
  case patternType = "patternType"
  case gradientFill = "s:gradientFill"
  case foreground = "s:fgColor"
  case background = "s:bgColor"
  case colour = "s:color"
  case rgb = "rgb"
  case theme = "theme"
  case tint = "tint"
  case indexed = "indexed"
  case cellFormats = "s:cellXfs"
  case format = "s:xf"
  case fontIdentifier = "fontId"
  case fillIdentifier = "fillId"
  case differentialFormats = "s:dxfs"
  case indexedColours = "s:indexedColors"
  case rgbColour = "s:rgbColor"
  // Tables and comments
  case table = "s:table"
  case headerRowCount = "headerRowCount"
  case comment = "s:comment"
  case threadedComment = "tc:threadedComment"
  // Drawings
  case anchorFrom = "d:from"
  case anchorRow = "d:row"
  case textBody = "d:txBody"
  case drawingParagraph = "a:p"
  case drawingText = "a:t"
  case drawingBreak = "a:br"
  case fallback = "mc:Fallback"
  // Properties
  case title = "dc:title"

  static let prefixes = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "s",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "s",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "d",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing": "d",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments": "tc",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
  ]
}

extension XMLPullReader<SheetName> {
  /// Whether an attribute says yes (`1`, `true`, `on`).
  func isOn(_ name: SheetName) -> Bool {
    attribute(name, is: "1") || attribute(name, is: "true") || attribute(name, is: "on")
  }

  /// Whether a property element such as `<b/>` or `<b val="0"/>` switches something on.
  var isSwitchedOn: Bool { !hasAttribute(.plainValue) || isOn(.plainValue) }
}
