// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads the sheets of a workbook, one after the other, into a document.
struct WorkbookReader {
  /// Text that a workbook may come to: a shared string counts each time a cell shows it.
  private static let maximumTextBytes = 200 << 20

  private let archive: ZIPArchive
  private let names = XMLNameTable<SheetName>()
  private let mainPart: String
  private let relationships: PackageRelationships
  private let workbook: Workbook
  private let styles: SheetStyles
  private let strings: SharedStrings
  private var document = SourceDocument(
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", reader: "spreadsheet/xlsx")
  private var cellsLeft: Int
  private var notes = WorkbookNotes()

  /// Reads what all sheets share.
  init(_ archive: ZIPArchive) throws(ExtractionError) {
    self.archive = archive
    cellsLeft = archive.limits.cells
    let package = try PackageRelationships(of: "", in: archive)
    mainPart = package.target(ofType: "officeDocument") ?? "xl/workbook.xml"
    relationships = try PackageRelationships(of: mainPart, in: archive)
    workbook = try Workbook(part: mainPart, source: archive.open(mainPart), names: names)
    var theme = OfficeTheme()
    if let part = relationships.target(ofType: "theme"), archive.contains(part) {
      theme = try OfficeTheme(part: part, source: archive.open(part))
    }
    if let part = relationships.target(ofType: "styles"), archive.contains(part) {
      styles = try SheetStyles(part: part, source: archive.open(part), names: names, theme: theme)
    } else {
      styles = SheetStyles()
    }
    if let part = relationships.target(ofType: "sharedStrings"), archive.contains(part) {
      strings = try SharedStrings(part: part, source: archive.open(part), names: names)
    } else {
      strings = SharedStrings()
    }
    if let part = package.target(ofType: "core-properties"), archive.contains(part) {
      document.titleProperty = try Self.title(part, archive, names)
    }
  }

  /// Reads all sheets, hidden ones last.
  mutating func read() throws(ExtractionError) -> SourceDocument {
    document.pageCount = workbook.sheets.count
    let order = workbook.sheets.indices.filter { !workbook.sheets[$0].isHidden }
    let hidden = workbook.sheets.indices.filter { workbook.sheets[$0].isHidden }
    for index in order + hidden { try readSheet(index) }
    notes.hiddenSheets = hidden.map { workbook.sheets[$0].name }
    document.notices = notes.notices
    guard !document.text.bytes.isEmpty else {
      throw ExtractionError(
        .empty, "The workbook holds no text.",
        advice: notes.formulasWithoutValue > 0
          ? "Open it in Excel or LibreOffice, so that its formulas are computed, and save it again."
          : "Check that it is the right file.")
    }
    return document
  }

  private mutating func readSheet(_ index: Int) throws(ExtractionError) {
    let sheet = workbook.sheets[index]
    guard let relationship = relationships.byIdentifier[sheet.relationship], !relationship.isExternal else {
      throw ExtractionError(
        .damaged, "The sheet \(index + 1) has no part in the file.", place: mainPart,
        advice: "Open the workbook in its program and save it again.")
    }
    guard relationship.type == "worksheet" else {
      notes.otherSheets += 1
      return
    }
    let part = relationship.target
    let own = try PackageRelationships(of: part, in: archive)
    let content = try SheetReader.read(
      part: part, source: archive.open(part), names: names, styles: styles, strings: strings, cellLimit: cellsLeft,
      textLimit: Self.maximumTextBytes - document.text.bytes.count)
    cellsLeft -= content.cells.count
    notes.add(content)

    var headRows: Set<Int32> = []
    if let rows = workbook.titleRows[index], rows.count <= 10 { headRows.formUnion(rows) }
    if let filter = content.autoFilter { headRows.insert(filter.top) }
    var boxes: [SheetDrawing.Box] = []
    for relation in own.all where !relation.isExternal && archive.contains(relation.target) {
      switch relation.type {
      case "table": headRows.formUnion(try tableHeads(relation.target))
      case "comments", "threadedComment": notes.comments += try count(relation)
      case "drawing":
        boxes += try SheetDrawing(part: relation.target, source: archive.open(relation.target), names: names).boxes
      default: break
      }
    }
    var writer = SheetWriter(
      content: content, styles: styles, strings: strings, uses1904: workbook.uses1904, name: sheet.name,
      number: index + 1, isHidden: sheet.isHidden, headRows: headRows)
    document.blocks.append(.pageBreak)
    writePageText(content.header, .runningHeader, index, sheet.isHidden)
    let first = writer.firstRow ?? .max
    for box in boxes where box.row <= first { write(box, index, sheet.isHidden) }
    writer.write(into: &document)
    for box in boxes where box.row > first { write(box, index, sheet.isHidden) }
    writePageText(content.footer, .runningFooter, index, sheet.isHidden)
    notes.coveredTexts += writer.grid.coveredTexts
    notes.impossible += writer.impossible
    guard document.text.bytes.count < Self.maximumTextBytes else {
      throw ExtractionError(
        .overLimit, "The workbook shows more than \(Self.maximumTextBytes >> 20) MiB of text.", place: part,
        advice: "Save the sheet with the plan on its own.")
    }
  }

  /// The head rows of a table part.
  private func tableHeads(_ part: String) throws(ExtractionError) -> Set<Int32> {
    let reader = try XMLPullReader(part: part, source: archive.open(part), names: names)
    while let event = try reader.next() {
      guard event == .start, reader.name == .table else { continue }
      guard let area = reader.attribute(.area).flatMap(CellArea.init), reader.integer(.headerRowCount) != 0 else {
        return []
      }
      return [area.top]
    }
    return []
  }

  private func count(_ relation: PackageRelationships.Relationship) throws(ExtractionError) -> Int {
    let reader = try XMLPullReader(part: relation.target, source: archive.open(relation.target), names: names)
    var count = 0
    while let event = try reader.next() {
      if event == .start, reader.name == .comment { count += 1 }
    }
    return count
  }

  private mutating func write(_ box: SheetDrawing.Box, _ index: Int, _ isHidden: Bool) {
    for text in box.paragraphs {
      guard let span = document.text.append(text) else { continue }
      document.blocks.append(
        .paragraph(
          Paragraph(
            span: span, style: isHidden ? .hidden : [], location: Location(page: index + 1, line: Int(box.row) + 1))))
    }
  }

  private mutating func writePageText(_ text: String, _ kind: Block.FurnitureKind, _ index: Int, _ isHidden: Bool) {
    for (words, isPageNumber) in SheetPageText.parts(text) {
      guard let span = document.text.append(words) else { continue }
      document.blocks.append(
        .furniture(
          isPageNumber ? .pageNumber : kind,
          Paragraph(span: span, style: isHidden ? .hidden : [], location: Location(page: index + 1))))
    }
  }

  private static func title(
    _ part: String, _ archive: ZIPArchive, _ names: XMLNameTable<SheetName>
  ) throws(ExtractionError) -> String? {
    let reader = try XMLPullReader(part: part, source: archive.open(part), names: names)
    while let event = try reader.next() {
      guard event == .start, reader.name == .title else { continue }
      var store = TextStore()
      return store.append(try reader.textContent()).map { store.string($0) }
    }
    return nil
  }
}
