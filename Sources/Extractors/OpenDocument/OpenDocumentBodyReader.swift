// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads the text of an OpenDocument file.
///
/// As with Word files, what is not known is transparent: its children are read as if it were not there.
final class OpenDocumentBodyReader {
  var document: SourceDocument
  var styles = OpenDocumentStyles()
  let limits: ContainerLimits

  /// Foot- and endnotes in the order of their marks.
  var notes: [Block] = []
  /// Headers and footers.
  var furniture: [Block] = []
  var annotationCount = 0
  var changeCount = 0
  var objectCount = 0
  var cellCount = 0
  var paragraphCount = 0
  /// Tables of the body so far; the sheet's number in a spreadsheet.
  var sheetCount = 0
  /// Whether the body is a spreadsheet.
  var isSpreadsheet = false

  /// Within an index.
  var isInContents = false
  /// Within a hidden section, row or sheet.
  var isHidden = false
  /// The open lists, outermost first.
  var openLists: [OpenList] = []
  /// Numbers of the lists that have been read. Lists that continue each other share one entry.
  private var counters: [[Int: Int]] = []
  /// Entries of the counters, by the lists' identifiers.
  private var countersByIdentifier: [String: Int] = [:]
  /// Entries of the counters, by the style of the last list.
  private var countersByStyle: [String: Int] = [:]
  /// Numbers of headings, by level.
  var outlineCounters: [Int: Int] = [:]
  var spareBuilder = ParagraphBuilder()

  /// A list that is open.
  struct OpenList {
    var style: String?
    /// Where the outermost list keeps its numbers.
    var entry: Int
    /// The next paragraph is the first of its item, and bears the item's mark.
    var awaitsLabel = false
    /// List style of one item.
    var itemStyle: String?
    /// The number that an item asks for.
    var start: Int?
  }

  /// Numbers of the outermost open list, by level.
  var listCounters: [Int: Int] = [:]

  init(document: SourceDocument, limits: ContainerLimits) {
    self.document = document
    self.limits = limits
  }

  /// Reads block content up to the end of the element at depth `outer`.
  func readBlocks(_ reader: OpenDocumentReader, into story: inout ContentStory, until outer: Int)
    throws(ExtractionError)
  {
    while let event = try reader.next() {
      switch event {
      case .text: continue
      case .end: if reader.depth == outer { return }
      case .start: try readBlock(reader, into: &story)
      }
    }
  }

  func readBlock(_ reader: OpenDocumentReader, into story: inout ContentStory) throws(ExtractionError) {
    switch reader.name {
    case .paragraph, .heading: try readParagraph(reader, into: &story)
    case .table: try readTable(reader, into: &story)
    case .list: try readList(reader, into: &story)
    case .section:
      let hidden = isHidden
      if reader.attribute(.display, is: "none") { isHidden = true }
      try readBlocks(reader, into: &story, until: reader.depth)
      isHidden = hidden
    case .contents, .illustrations, .tableIndex, .alphabeticalIndex, .userIndex, .objectIndex:
      let contents = isInContents
      isInContents = true
      try readBlocks(reader, into: &story, until: reader.depth)
      isInContents = contents
    case .trackedChanges, .tableTrackedChanges: try readTrackedChanges(reader)
    case .annotation:
      annotationCount += 1
      try reader.skip()
    case .object, .embeddedObject:
      objectCount += 1
      try reader.skip()
    case .forms, .scripts, .script, .binaryData, .shapeTitle, .shapeDescription, .sourceTemplate: try reader.skip()
    default: break
    }
  }

  /// What tracked changes have deleted is kept here; the text has what they inserted.
  private func readTrackedChanges(_ reader: OpenDocumentReader) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      if event == .start, reader.name == .changedRegion {
        changeCount += 1
        try reader.skip()
      }
    }
  }

  // MARK: Lists

  private func readList(_ reader: OpenDocumentReader, into story: inout ContentStory) throws(ExtractionError) {
    let style = reader.attribute(.styleName) ?? openLists.last?.style
    let identifier = reader.attribute(.identifier) ?? reader.attribute(.oldIdentifier)
    let saved = listCounters
    let isOutermost = openLists.isEmpty
    let entry = openLists.last?.entry ?? counterEntry(of: reader, style: style)
    if isOutermost { listCounters = counters[entry] }
    if let style { countersByStyle[style] = entry }
    if let identifier { countersByIdentifier[identifier] = entry }
    openLists.append(OpenList(style: style, entry: entry))
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .listItem, .listHeader:
        openLists[openLists.count - 1].awaitsLabel = reader.name == .listItem
        openLists[openLists.count - 1].start = reader.integer(.startValue)
        openLists[openLists.count - 1].itemStyle = reader.attribute(.styleOverride)
        if let style = openLists[openLists.count - 1].itemStyle { countersByStyle[style] = entry }
        try readBlocks(reader, into: &story, until: reader.depth)
        openLists[openLists.count - 1].awaitsLabel = false
      default: try readBlock(reader, into: &story)
      }
    }
    openLists.removeLast()
    if isOutermost {
      counters[entry] = listCounters
      listCounters = saved
    }
  }

  /// The counters that a list continues, or new ones. LibreOffice sometimes leaves the identifier of a list out that
  /// another one continues: then it is the last one of that style.
  private func counterEntry(of reader: OpenDocumentReader, style: String?) -> Int {
    let last = style.flatMap { countersByStyle[$0] }
    if let continued = reader.attribute(.continueList), let entry = countersByIdentifier[continued] ?? last {
      return entry
    }
    if reader.attribute(.continueNumbering, is: "true"), let last { return last }
    counters.append([:])
    return counters.count - 1
  }

  /// The mark of the item that the paragraph opens; nil within an item or without a list.
  func nextLabel(paragraphListStyle: String?) -> ListLabel? {
    guard let list = openLists.last, list.awaitsLabel else { return nil }
    let level = min(openLists.count, 10)
    openLists[openLists.count - 1].awaitsLabel = false
    guard let name = list.itemStyle ?? list.style ?? paragraphListStyle, let style = styles.lists[name] else {
      return nil
    }
    let first = list.start ?? style.levels[level]?.start ?? 1
    listCounters[level] = list.start ?? listCounters[level].map { $0 + 1 } ?? first
    for deeper in level + 1..<12 { listCounters[deeper] = nil }
    // A deeper item without a higher one before it stands under the higher level's first number, and uses it up.
    for higher in 1..<level where listCounters[higher] == nil {
      listCounters[higher] = style.levels[higher]?.start ?? 1
    }
    return style.label(level: level, counters: listCounters)
  }

  /// The number of a heading that stands in no list.
  func nextHeadingLabel(level: Int) -> ListLabel? {
    let level = min(max(level, 1), 10)
    outlineCounters[level] = (outlineCounters[level] ?? (styles.outline.levels[level]?.start ?? 1) - 1) + 1
    for deeper in level + 1..<12 { outlineCounters[deeper] = nil }
    guard case .number(let text)? = styles.outline.label(level: level, counters: outlineCounters) else { return nil }
    return styles.outline.levels[level]?.format == NumberFormat.none ? nil : .number(text)
  }

  // MARK: Headers and footers

  /// Reads `office:master-styles`.
  func readMasterStyles(_ reader: OpenDocumentReader) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .header, .headerLeft, .headerFirst: try readFurniture(reader, kind: .runningHeader)
      case .footer, .footerLeft, .footerFirst: try readFurniture(reader, kind: .runningFooter)
      default: break
      }
    }
  }

  private func readFurniture(_ reader: OpenDocumentReader, kind: Block.FurnitureKind) throws(ExtractionError) {
    // The display attribute says that the header is switched off.
    if reader.attribute(.isDisplayed, is: "false") { return try reader.skip() }
    var story = ContentStory(.body)
    try readBlocks(reader, into: &story, until: reader.depth)
    furniture += story.asFurniture(kind)
  }

  // MARK: Limits

  func countParagraph(_ reader: OpenDocumentReader) throws(ExtractionError) {
    paragraphCount += 1
    guard paragraphCount <= limits.paragraphs else {
      throw reader.error(
        .overLimit, "The document has more than \(limits.paragraphs) paragraphs.", advice: "Split the document.")
    }
  }

  func countCells(_ count: Int, _ reader: OpenDocumentReader) throws(ExtractionError) {
    cellCount += count
    guard cellCount <= limits.cells else {
      throw reader.error(
        .overLimit, "The document has more than \(limits.cells) table cells.", advice: "Split the document.")
    }
  }

  /// Repeated cells can hold more text than the file has bytes.
  func checkTextSize(_ reader: OpenDocumentReader) throws(ExtractionError) {
    guard document.text.bytes.count <= limits.totalBytes else {
      throw reader.error(
        .overLimit, "The document has more than \(limits.totalBytes >> 20) MiB of text.", advice: "Split the document.")
    }
  }
}
