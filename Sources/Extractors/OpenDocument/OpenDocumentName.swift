// SPDX-License-Identifier: GPL-3.0-or-later

/// The elements and attributes of OpenDocument that are read.
enum OpenDocumentName: String, XMLVocabulary {
  case other = ""

  // Document
  case body = "office:body"
  case textBody = "office:text"
  case spreadsheetBody = "office:spreadsheet"
  case presentationBody = "office:presentation"
  case drawingBody = "office:drawing"
  case styles = "office:styles"
  case automaticStyles = "office:automatic-styles"
  case masterStyles = "office:master-styles"
  case binaryData = "office:binary-data"
  case forms = "office:forms"
  case annotation = "office:annotation"
  case script = "office:script"
  case scripts = "office:scripts"
  case title = "dc:title"

  // Text
  case paragraph = "text:p"
  case heading = "text:h"
  case outlineLevel = "text:outline-level"
  case isListHeader = "text:is-list-header"
  case styleName = "text:style-name"
  case list = "text:list"
  case listItem = "text:list-item"
  case listHeader = "text:list-header"
  case continueNumbering = "text:continue-numbering"
  case continueList = "text:continue-list"
  case styleOverride = "text:style-override"
  case startValue = "text:start-value"
  case number = "text:number"
  case span = "text:span"
  case space = "text:s"
  case count = "text:c"
  case tab = "text:tab"
  case lineBreak = "text:line-break"
  case pageNumber = "text:page-number"
  case note = "text:note"
  case noteCitation = "text:note-citation"
  case noteBody = "text:note-body"
  case rubyText = "text:ruby-text"
  case hiddenText = "text:hidden-text"
  case section = "text:section"
  case display = "text:display"
  case trackedChanges = "text:tracked-changes"
  case changedRegion = "text:changed-region"
  case contents = "text:table-of-content"
  case illustrations = "text:illustration-index"
  case tableIndex = "text:table-index"
  case alphabeticalIndex = "text:alphabetical-index"
  case userIndex = "text:user-index"
  case objectIndex = "text:object-index"
  case sourceTemplate = "text:table-of-content-source"
  case identifier = "xml:id"
  case oldIdentifier = "text:id"

  // Drawings
  case textBox = "draw:text-box"
  case shapeTitle = "svg:title"
  case shapeDescription = "svg:desc"
  case object = "draw:object"
  case embeddedObject = "draw:object-ole"

  // Tables
  case table = "table:table"
  case tableName = "table:name"
  case column = "table:table-column"
  case row = "table:table-row"
  case cell = "table:table-cell"
  case coveredCell = "table:covered-table-cell"
  case headerRows = "table:table-header-rows"
  case columnsRepeated = "table:number-columns-repeated"
  case rowsRepeated = "table:number-rows-repeated"
  case columnsSpanned = "table:number-columns-spanned"
  case rowsSpanned = "table:number-rows-spanned"
  case visibility = "table:visibility"
  case tableStyleName = "table:style-name"
  case defaultCellStyle = "table:default-cell-style-name"
  case tableTrackedChanges = "table:tracked-changes"
  case shapes = "table:shapes"

  // Styles
  case style = "style:style"
  case defaultStyle = "style:default-style"
  case name = "style:name"
  case displayName = "style:display-name"
  case family = "style:family"
  case parent = "style:parent-style-name"
  case listStyleName = "style:list-style-name"
  case defaultOutlineLevel = "style:default-outline-level"
  case textProperties = "style:text-properties"
  case paragraphProperties = "style:paragraph-properties"
  case cellProperties = "style:table-cell-properties"
  case rowProperties = "style:table-row-properties"
  case columnProperties = "style:table-column-properties"
  case tableProperties = "style:table-properties"
  case columnWidth = "style:column-width"
  case background = "fo:background-color"
  case fontWeight = "fo:font-weight"
  case fontStyle = "fo:font-style"
  case fontSize = "fo:font-size"
  case lineThrough = "style:text-line-through-style"
  case lineThroughType = "style:text-line-through-type"
  case breakBefore = "fo:break-before"
  case breakAfter = "fo:break-after"
  case masterPage = "style:master-page"
  case header = "style:header"
  case headerLeft = "style:header-left"
  case headerFirst = "style:header-first"
  case footer = "style:footer"
  case footerLeft = "style:footer-left"
  case footerFirst = "style:footer-first"

  // Lists
  case listStyle = "text:list-style"
  case outlineStyle = "text:outline-style"
  case numberLevel = "text:list-level-style-number"
  case outlineLevelStyle = "text:outline-level-style"
  case bulletLevel = "text:list-level-style-bullet"
  case imageLevel = "text:list-level-style-image"
  case level = "text:level"
  case numberFormat = "style:num-format"
  case numberPrefix = "style:num-prefix"
  case numberSuffix = "style:num-suffix"
  case numberListFormat = "loext:num-list-format"
  case isDisplayed = "style:display"
  case isTableDisplayed = "table:display"
  case displayLevels = "text:display-levels"

  static let prefixes = [
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
  ]
}

typealias OpenDocumentReader = XMLPullReader<OpenDocumentName>
