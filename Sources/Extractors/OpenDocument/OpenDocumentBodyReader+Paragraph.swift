// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A paragraph while it is being read.
struct OpenDocumentParagraphContext {
  var builder: ParagraphBuilder
  var style: OpenDocumentStyles.Properties
  /// Level of the heading that the paragraph is; 0 for a title.
  var headingLevel: Int?
  var label: ListLabel?
  var level = 0
  var hasPageNumber = false
  /// Text boxes, tables and lists that are anchored here.
  var boxes: [ContentStory] = []
  var look = ParagraphBuilder.Look()
  var isHidden = false

  mutating func setRun(_ run: OpenDocumentStyles.Properties) {
    look = ParagraphBuilder.Look(
      bold: run.bold == true, italic: run.italic == true, struck: run.struck == true, fill: run.textFill ?? nil,
      fontSize: run.fontSize ?? 0)
    isHidden = run.hidden == true
  }
}

extension OpenDocumentBodyReader {
  /// Reads `text:p` or `text:h`.
  func readParagraph(_ reader: OpenDocumentReader, into story: inout ContentStory) throws(ExtractionError) {
    try countParagraph(reader)
    let style = styles.resolved("paragraph", reader.attribute(.styleName))
    var context = OpenDocumentParagraphContext(builder: spareBuilder, style: style)
    spareBuilder = ParagraphBuilder()
    if reader.name == .heading {
      context.headingLevel = max(1, reader.integer(.outlineLevel) ?? style.outlineLevel ?? 1)
    } else if style.isTitle {
      context.headingLevel = 0
    }
    context.level = max(0, openLists.count - 1)
    if !openLists.isEmpty {
      context.label = nextLabel(paragraphListStyle: style.listStyle)
    } else if let level = context.headingLevel, level > 0, !reader.attribute(.isListHeader, is: "true") {
      context.label = nextHeadingLabel(level: level)
    }
    if style.breaksBefore == true, story.kind == .body { story.blocks.append(.pageBreak) }
    context.setRun(style)
    try readInline(reader, &context, style, into: &story, until: reader.depth)
    emit(&context, into: &story)
    for box in context.boxes { story.append(contentsOf: box) }
    if style.breaksAfter == true, story.kind == .body { story.blocks.append(.pageBreak) }
    context.builder.removeAll()
    spareBuilder = context.builder
  }

  /// Reads text and spans, up to the end of the element at depth `outer`; `run` is what the text looks like.
  private func readInline(
    _ reader: OpenDocumentReader, _ context: inout OpenDocumentParagraphContext, _ run: OpenDocumentStyles.Properties,
    into story: inout ContentStory, until outer: Int
  ) throws(ExtractionError) {
    while let event = try reader.next() {
      switch event {
      case .text:
        reader.withText { context.builder.append($0, look: context.look, isHidden: isHidden || context.isHidden) }
      case .end: if reader.depth == outer { return }
      case .start:
        switch reader.name {
        case .span:
          var inner = run
          inner.merge(styles.resolved("text", reader.attribute(.styleName)))
          context.setRun(inner)
          try readInline(reader, &context, inner, into: &story, until: reader.depth)
          context.setRun(run)
        case .space, .tab: context.builder.appendSpace()
        case .lineBreak: breakLine(&context, into: &story)
        case .pageNumber: context.hasPageNumber = true
        case .note: try readNote(reader)
        case .number, .rubyText, .hiddenText: try reader.skip()
        case .paragraph, .heading, .table, .list:
          // Only frames and shapes hold paragraphs within paragraphs.
          var box = ContentStory(story.kind)
          let lists = openLists
          openLists = []
          try readBlock(reader, into: &box)
          openLists = lists
          context.boxes.append(box)
        default: try readBlock(reader, into: &story)
        }
      }
    }
  }

  private func readNote(_ reader: OpenDocumentReader) throws(ExtractionError) {
    let (lists, hidden) = (openLists, isHidden)
    openLists = []
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .noteCitation: try reader.skip()
      case .noteBody:
        var story = ContentStory(.body)
        try readBlocks(reader, into: &story, until: reader.depth)
        notes += story.blocks
      default: break
      }
    }
    (openLists, isHidden) = (lists, hidden)
  }

  /// Ends a line: the rest is a paragraph of its own, but in headings, which stay whole.
  private func breakLine(_ context: inout OpenDocumentParagraphContext, into story: inout ContentStory) {
    if story.kind == .body, context.headingLevel != nil { return context.builder.appendSpace() }
    guard !context.builder.isEmpty else { return }
    emit(&context, into: &story)
    context.builder.removeAll()
  }

  private func emit(_ context: inout OpenDocumentParagraphContext, into story: inout ContentStory) {
    var template = Paragraph(span: TextSpan(start: 0, end: 0))
    template.fill = context.style.paragraphFill ?? nil
    template.level = UInt8(clamping: context.level)
    var number: String?
    switch context.label {
    case .bullet: template.marker = .bullet
    case .number(let text):
      template.marker = .number
      number = text
    case nil: break
    }
    context.label = nil
    guard number != nil || !context.builder.isEmpty else { return }
    let (visible, hidden) = context.builder.finish(number: number, template: template, in: &document.text)
    for case let paragraph? in [visible, hidden] {
      switch story.kind {
      case .cell: story.paragraphs.append(paragraph)
      case .body:
        if isInContents || context.style.isContents {
          story.blocks.append(.furniture(.contents, paragraph))
        } else if context.hasPageNumber {
          story.blocks.append(.furniture(.pageNumber, paragraph))
        } else if let level = context.headingLevel, !paragraph.style.contains(.hidden) {
          story.blocks.append(.heading(level: level, paragraph))
        } else {
          story.blocks.append(.paragraph(paragraph))
        }
      }
    }
  }
}
