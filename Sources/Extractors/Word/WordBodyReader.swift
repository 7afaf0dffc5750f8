// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads the text of a Word file: the body, and the parts that belong to it, into one document.
///
/// Everything that is not known is transparent: its children are read as if it were not there. So content controls,
/// custom XML, smart tags, hyperlinks and insertions need no code of their own, and no wrapper hides text.
final class WordBodyReader {
  /// What has been read so far.
  var document: SourceDocument
  var styles: WordStyles
  var counter: WordListCounter
  var properties: WordPropertyReader
  let limits: ContainerLimits

  /// Relationship identifiers of headers and footers, in the order in which sections name them.
  var furnitureReferences: [(kind: Block.FurnitureKind, identifier: String)] = []
  /// Headers and footers that stand within the text (Word 2003).
  var furniture: [Block] = []
  /// Notes that stand within the text (Word 2003).
  var notes: [Block] = []
  /// Whether a body has been met.
  var hasBody = false

  var commentCount = 0
  var revisionCount = 0
  var drawingCount = 0
  var embeddedCount = 0
  var cellCount = 0
  var paragraphCount = 0

  /// Whether the exporting program may have left out the lower cells of merges without a trace.
  var mayLoseMerges = false

  /// Open fields.
  var fields = WordFields()
  /// Bytes of text met so far: tells whether one of several alternatives held any.
  var textCount = 0
  /// Where the open alternatives began, in terms of ``textCount``.
  var alternatives: [Int] = []
  /// Within a content control that holds a table of contents.
  var isInContents = false
  /// Within a hidden row, or a content control that shows a prompt instead of content.
  var isHidden = false
  /// Properties of the cell that is being read.
  var cell = WordCellProperties()
  /// Bold type that the table's style gives to the cell.
  var tableBold: Bool?
  /// The builder of paragraphs that are done, to be used again.
  var spareBuilder = ParagraphBuilder()

  init(
    document: SourceDocument, styles: WordStyles, numbering: WordNumbering, properties: WordPropertyReader,
    limits: ContainerLimits
  ) {
    self.document = document
    self.styles = styles
    counter = WordListCounter(numbering)
    self.properties = properties
    self.limits = limits
  }

  /// Reads block content up to the end of the element at depth `outer`, or of the part.
  func readBlocks(
    _ reader: WordReader, into story: inout ContentStory, until outer: Int?
  ) throws(ExtractionError) {
    while let event = try reader.next() {
      switch event {
      case .text: continue
      case .end:
        if reader.depth == outer { return flush(&story) }
        if reader.name == .alternateContent { _ = alternatives.popLast() }
      case .start:
        if cell.isDeleted {
          try reader.skip()
        } else {
          try readBlock(reader, into: &story)
        }
      }
    }
    flush(&story)
  }

  private func readBlock(_ reader: WordReader, into story: inout ContentStory) throws(ExtractionError) {
    switch reader.name {
    case .paragraph: try readParagraph(reader, into: &story)
    case .body: hasBody = true
    case .footnote, .endnote:
      // Separator lines are stored as notes of their own types.
      if let type = reader.attribute(.type), type != "normal" { try reader.skip() }
    case .table: try readTable(reader, into: &story)
    case .cellProperties: cell = try readCellProperties(reader)
    case .contentControl:
      let (contents, hidden) = (isInContents, isHidden)
      try readBlocks(reader, into: &story, until: reader.depth)
      (isInContents, isHidden) = (contents, hidden)
    case .contentControlProperties: try readControlProperties(reader)
    case .alternateContent: alternatives.append(textCount)
    case .fallback:
      if let before = alternatives.last, textCount > before { try reader.skip() }
    case .deleted, .movedFrom:
      revisionCount += 1
      try reader.skip()
    case .sectionProperties: _ = try readSection(reader)
    case .alternativeChunk, .subDocument: embeddedCount += 1
    case .annotation: try readAnnotation(reader)
    case .binaryData, .packageBinary: try reader.skip()
    default: break
    }
  }

  /// A revision or comment of Word 2003: what it deletes and what it remarks is skipped.
  func readAnnotation(_ reader: WordReader) throws(ExtractionError) {
    switch reader.attribute(.type) {
    case "Word.Deletion":
      revisionCount += 1
      try reader.skip()
    case "Word.Insertion": revisionCount += 1
    case "Word.Comment":
      commentCount += 1
      try reader.skip()
    default: break
    }
  }

  /// Reads `w:sdtPr`: a prompt is not content, and a table of contents is furniture.
  func readControlProperties(_ reader: WordReader) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .placeholder: if reader.toggle { isHidden = true }
      case .gallery: if reader.attribute(.value, is: "Table of Contents") { isInContents = true }
      default: break
      }
    }
  }

  /// Reads `w:sectPr`; gives whether the next section begins on a new page.
  func readSection(_ reader: WordReader) throws(ExtractionError) -> Bool {
    var type = "nextPage"
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .headerReference, .footerReference:
        guard let identifier = reader.attribute(.relationship) else { continue }
        furnitureReferences.append((reader.name == .headerReference ? .runningHeader : .runningFooter, identifier))
      case .header: try readFurniture(reader, kind: .runningHeader)
      case .footer: try readFurniture(reader, kind: .runningFooter)
      case .type: type = reader.attribute(.value) ?? type
      case .sectionChange: try reader.skip()
      default: break
      }
    }
    return type != "continuous" && type != "nextColumn" && type != "next-column"
  }

  private func readFurniture(_ reader: WordReader, kind: Block.FurnitureKind) throws(ExtractionError) {
    var story = ContentStory(.body)
    try readBlocks(reader, into: &story, until: reader.depth)
    furniture += story.asFurniture(kind)
  }

  /// Emits text that waited for a next paragraph that never came.
  private func flush(_ story: inout ContentStory) {
    guard let carried = story.carried else { return }
    story.carried = nil
    var context = WordParagraphContext(builder: carried, style: styles.resolved(nil))
    emit(&context, into: &story)
  }
}
