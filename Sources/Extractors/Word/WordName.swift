// SPDX-License-Identifier: GPL-3.0-or-later

/// The elements and attributes of WordprocessingML that are read, in the transitional, strict and 2003 namespaces.
enum WordName: String, XMLVocabulary {
  case other = ""

  // Document structure
  case document = "w:document"
  case wordDocument = "w:wordDocument"
  case body = "w:body"
  case paragraph = "w:p"
  case run = "w:r"
  case text = "w:t"
  case mathText = "m:t"
  case drawingText = "a:t"
  case drawingParagraph = "a:p"
  case table = "w:tbl"
  case row = "w:tr"
  case cell = "w:tc"
  case contentControl = "w:sdt"
  case contentControlProperties = "w:sdtPr"
  case contentControlEnd = "w:sdtEndPr"
  case placeholder = "w:showingPlcHdr"
  case gallery = "w:docPartGallery"
  case sectionProperties = "w:sectPr"
  case subDocument = "w:subDoc"
  case alternativeChunk = "w:altChunk"
  case packagePart = "pkg:part"
  case packagePartName = "pkg:name"
  case packageXML = "pkg:xmlData"
  case packageBinary = "pkg:binaryData"

  // Run content
  case tab = "w:tab"
  case positionTab = "w:ptab"
  case lineBreak = "w:br"
  case carriageReturn = "w:cr"
  case noBreakHyphen = "w:noBreakHyphen"
  case softHyphen = "w:softHyphen"
  case symbol = "w:sym"
  case deletedText = "w:delText"
  case instruction = "w:instrText"
  case deletedInstruction = "w:delInstrText"
  case footnoteMark = "w:footnoteRef"
  case footnote = "w:footnote"
  case endnote = "w:endnote"
  case commentReference = "w:commentReference"
  case rubyText = "w:rt"
  case textBoxContent = "w:txbxContent"
  case alternateContent = "mc:AlternateContent"
  case choice = "mc:Choice"
  case fallback = "mc:Fallback"
  case chart = "c:chart"
  case diagram = "dgm:relIds"
  case binaryData = "w:binData"

  // Fields
  case simpleField = "w:fldSimple"
  case fieldCharacter = "w:fldChar"
  case fieldType = "w:fldCharType"
  case fieldInstruction = "w:instr"
  case formCheckBox = "w:checkBox"
  case formChecked = "w:checked"
  case formDefault = "w:default"
  case formList = "w:ddList"
  case formListResult = "w:result"
  case formListEntry = "w:listEntry"

  // Revisions
  case inserted = "w:ins"
  case deleted = "w:del"
  case movedFrom = "w:moveFrom"
  case movedTo = "w:moveTo"
  case cellDeleted = "w:cellDel"
  case cellInserted = "w:cellIns"
  case cellMerged = "w:cellMerge"
  case runChange = "w:rPrChange"
  case paragraphChange = "w:pPrChange"
  case sectionChange = "w:sectPrChange"
  case tableChange = "w:tblPrChange"
  case tableExceptionChange = "w:tblPrExChange"
  case tableGridChange = "w:tblGridChange"
  case rowChange = "w:trPrChange"
  case cellChange = "w:tcPrChange"
  case numberingChange = "w:numberingChange"
  case annotation = "aml:annotation"

  // Run properties
  case runProperties = "w:rPr"
  case runStyle = "w:rStyle"
  case bold = "w:b"
  case italic = "w:i"
  case strike = "w:strike"
  case doubleStrike = "w:dstrike"
  case vanish = "w:vanish"
  case highlight = "w:highlight"
  case shading = "w:shd"
  case size = "w:sz"
  case fonts = "w:rFonts"

  // Paragraph properties
  case paragraphProperties = "w:pPr"
  case paragraphStyle = "w:pStyle"
  case numbering = "w:numPr"
  case level = "w:ilvl"
  case numberingIdentifier = "w:numId"
  case listProperties = "w:listPr"
  case listIdentifier = "w:ilfo"
  case outlineLevel = "w:outlineLvl"
  case pageBreakBefore = "w:pageBreakBefore"

  // Table properties
  case tableProperties = "w:tblPr"
  case tableExceptions = "w:tblPrEx"
  case tableStyle = "w:tblStyle"
  case tableLook = "w:tblLook"
  case rowBandSize = "w:tblStyleRowBandSize"
  case columnBandSize = "w:tblStyleColBandSize"
  case tableGrid = "w:tblGrid"
  case gridColumn = "w:gridCol"
  case rowProperties = "w:trPr"
  case gridBefore = "w:gridBefore"
  case gridAfter = "w:gridAfter"
  case tableHeader = "w:tblHeader"
  case hiddenRow = "w:hidden"
  case cellProperties = "w:tcPr"
  case gridSpan = "w:gridSpan"
  case verticalMerge = "w:vMerge"
  case horizontalMerge = "w:hMerge"
  case verticalMerge2003 = "w:vmerge"
  case horizontalMerge2003 = "w:hmerge"

  // Headers, footers, sections
  case headerReference = "w:headerReference"
  case footerReference = "w:footerReference"
  case header = "w:hdr"
  case footer = "w:ftr"
  case type = "w:type"

  // Styles
  case styles = "w:styles"
  case documentDefaults = "w:docDefaults"
  case style = "w:style"
  case styleIdentifier = "w:styleId"
  case name = "w:name"
  case basedOn = "w:basedOn"
  case tableStyleProperties = "w:tblStylePr"

  // Numbering
  case lists = "w:lists"
  case abstractNumbering = "w:abstractNum"
  case abstractNumberingIdentifier = "w:abstractNumId"
  case numberingInstance = "w:num"
  case levelDefinition = "w:lvl"
  case levelOverride = "w:lvlOverride"
  case startOverride = "w:startOverride"
  case start = "w:start"
  case numberFormat = "w:numFmt"
  case numberFormat2003 = "w:nfc"
  case levelText = "w:lvlText"
  case levelRestart = "w:lvlRestart"
  case legalNumbering = "w:isLgl"
  case suffix = "w:suff"
  case styleLink = "w:styleLink"
  case numberingStyleLink = "w:numStyleLink"
  case listDefinition2003 = "w:listDef"
  case listDefinitionIdentifier2003 = "w:listDefId"
  case list2003 = "w:list"
  case listReference2003 = "w:ilst"

  // Attributes
  case value = "w:val"
  case plainValue = "val"
  case identifier = "w:id"
  case fill = "w:fill"
  case colour = "w:color"
  case themeFill = "w:themeFill"
  case themeFillTint = "w:themeFillTint"
  case themeFillShade = "w:themeFillShade"
  case themeColour = "w:themeColor"
  case themeTint = "w:themeTint"
  case themeShade = "w:themeShade"
  case width = "w:w"
  case font = "w:font"
  case character = "w:char"
  case ascii = "w:ascii"
  case highANSI = "w:hAnsi"
  case relationship = "r:id"
  case firstRow = "w:firstRow"
  case lastRow = "w:lastRow"
  case firstColumn = "w:firstColumn"
  case lastColumn = "w:lastColumn"
  case noHorizontalBands = "w:noHBand"
  case noVerticalBands = "w:noVBand"

  // Document properties
  case title = "dc:title"

  static let prefixes = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.microsoft.com/office/word/2003/wordml": "w",
    "http://schemas.microsoft.com/office/word/2003/2/wordml": "w",
    "http://schemas.microsoft.com/aml/2001/core": "aml",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.microsoft.com/office/2006/xmlPackage": "pkg",
    "http://purl.org/dc/elements/1.1/": "dc",
  ]
}
