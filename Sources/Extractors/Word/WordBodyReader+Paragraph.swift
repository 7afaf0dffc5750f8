// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A paragraph while it is being read.
struct WordParagraphContext {
  var builder: ParagraphBuilder
  var properties = WordParagraphProperties()
  var style: WordStyles.Resolved
  /// What runs look like that say nothing themselves.
  var base = WordRunProperties()
  /// The current run.
  var run = WordRunProperties()
  var look = ParagraphBuilder.Look()
  var baseLook = ParagraphBuilder.Look()
  /// Whether the list has been asked for the paragraph's number.
  var isCounted = false
  var isContents = false
  var hasPageNumber = false
  /// Text boxes that are anchored here.
  var boxes: [ContentStory] = []

  /// Whether what the paragraph inherits has been worked out.
  var isReady = false

  init(builder: ParagraphBuilder, style: WordStyles.Resolved) {
    self.builder = builder
    self.style = style
  }

  /// Level of the heading that the paragraph is, if it is one.
  var headingLevel: Int? {
    guard let level = properties.outlineLevel, style.headingLevel != 0 else { return style.headingLevel }
    return level < 9 ? max(0, level) + 1 : nil
  }

  mutating func beginRun() {
    run = base
    look = baseLook
  }

  mutating func setRun(_ properties: WordRunProperties) {
    run = properties
    look = Self.look(of: properties)
  }

  static func look(of run: WordRunProperties) -> ParagraphBuilder.Look {
    ParagraphBuilder.Look(
      bold: run.bold == true, italic: run.italic == true, struck: run.struck == true, fill: run.fill ?? nil,
      fontSize: Float(min(run.size ?? 0, 10_000)) / 2)
  }
}

extension WordBodyReader {
  /// Reads `w:p`.
  func readParagraph(_ reader: WordReader, into story: inout ContentStory) throws(ExtractionError) {
    paragraphCount += 1
    guard paragraphCount <= limits.paragraphs else {
      throw reader.error(
        .overLimit, "The document has more than \(limits.paragraphs) paragraphs.", advice: "Split the document.")
    }
    // Text boxes nest: the spare builder is taken, not shared.
    var context = WordParagraphContext(builder: spareBuilder, style: styles.resolved(nil))
    spareBuilder = ParagraphBuilder()
    try readInline(reader, &context, into: &story, until: reader.depth)
    if context.properties.mark.isDeleted {
      revisionCount += 1
      if var carried = story.carried {
        var builder = context.builder
        builder.prepend(carried)
        carried = builder
        story.carried = carried
      } else {
        story.carried = context.builder
      }
    } else {
      if let carried = story.carried {
        context.builder.prepend(carried)
        story.carried = nil
      }
      emit(&context, into: &story)
      fields.paragraphEnded()
    }
    for box in context.boxes { story.append(contentsOf: box) }
    if context.properties.endsSection, story.kind == .body { story.blocks.append(.pageBreak) }
    context.builder.removeAll()
    spareBuilder = context.builder
  }

  /// Works out what the paragraph inherits, once its properties are known.
  private func begin(_ context: inout WordParagraphContext) {
    context.isReady = true
    if let style = context.properties.style { context.style = styles.resolved(style) }
    context.base = context.style.run
    if context.base.bold == nil { context.base.bold = tableBold }
    context.baseLook = WordParagraphContext.look(of: context.base)
    context.beginRun()
    // Entries of a table of contents never are headings: a field without end stops here.
    if fields.isInContents, let level = context.headingLevel, level > 0 { fields.cut(to: 0) }
  }

  /// Reads runs and what stands around them, up to the end of the element at depth `outer`.
  private func readInline(
    _ reader: WordReader, _ context: inout WordParagraphContext, into story: inout ContentStory, until outer: Int
  ) throws(ExtractionError) {
    while let event = try reader.next() {
      switch event {
      case .text: continue
      case .end:
        if reader.depth == outer { return }
        if reader.name == .alternateContent { _ = alternatives.popLast() }
      case .start:
        switch reader.name {
        case .run:
          // Properties come first, where there are any.
          if !context.isReady { begin(&context) }
          context.beginRun()
        case .runProperties: try readRunProperties(reader, &context)
        case .text, .mathText, .drawingText: try readText(reader, &context)
        case .paragraphProperties:
          context.properties = try properties.paragraphProperties(reader) { reader throws(ExtractionError) in
            try self.readSection(reader)
          }
          begin(&context)
          let breaksPage = context.properties.pageBreakBefore ?? context.style.paragraph.pageBreakBefore ?? false
          if breaksPage, story.kind == .body { story.blocks.append(.pageBreak) }
        case .contentControl:
          let (contents, hidden) = (isInContents, isHidden)
          try readInline(reader, &context, into: &story, until: reader.depth)
          (isInContents, isHidden) = (contents, hidden)
        case .textBoxContent:
          var box = ContentStory(story.kind)
          let depth = fields.depth
          try readBlocks(reader, into: &box, until: reader.depth)
          fields.cut(to: depth)
          context.boxes.append(box)
        default: try readRunContent(reader, &context, into: &story)
        }
      }
    }
  }

  private func readRunProperties(
    _ reader: WordReader, _ context: inout WordParagraphContext
  ) throws(ExtractionError) {
    let direct = try properties.runProperties(reader)
    var run = context.base
    if let style = direct.style { run.merge(styles.characterStyle(style)) }
    run.merge(direct)
    context.setRun(run)
  }

  private func readText(_ reader: WordReader, _ context: inout WordParagraphContext) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      switch event {
      case .text:
        if let font = context.run.symbolFont {
          append(reader.withText { Self.translate($0, from: font) }, &context)
        } else if !fields.isInCode {
          textCount += reader.withText { bytes in
            context.builder.append(bytes, look: context.look, isHidden: isHidden || context.run.hidden == true)
            return bytes.count
          }
        }
      case .end: if reader.depth == outer { return }
      case .start: continue
      }
    }
  }

  private static func translate(_ bytes: UnsafeBufferPointer<UInt8>, from font: SymbolFont) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      text.unicodeScalars.append(font.character(scalar.value) ?? scalar)
    }
    return text
  }

  func append(_ text: String, _ context: inout WordParagraphContext) {
    guard !fields.isInCode else { return }
    textCount += text.utf8.count
    context.builder.append(text, look: context.look, isHidden: isHidden || context.run.hidden == true)
  }

  // MARK: Emitting

  /// Ends a line: the rest is a paragraph of its own, but in headings, which stay whole.
  func breakLine(_ context: inout WordParagraphContext, into story: inout ContentStory) {
    guard !fields.isInCode else { return }
    if story.kind == .body, context.headingLevel != nil { return context.builder.appendSpace() }
    guard !context.builder.isEmpty else { return }
    emit(&context, into: &story)
    context.builder.removeAll()
  }

  /// Hands over what the paragraph holds so far.
  func emit(_ context: inout WordParagraphContext, into story: inout ContentStory) {
    var template = Paragraph(span: TextSpan(start: 0, end: 0))
    template.fill = context.properties.fill ?? context.style.paragraph.fill ?? nil
    let isContents = context.isContents || isInContents || fields.isInContents || context.style.isContents
    let label = context.isCounted ? nil : count(context)
    context.isCounted = true
    var number: String?
    switch label?.label {
    case .bullet: template.marker = .bullet
    case .number(let text):
      template.marker = .number
      number = text
    case nil: break
    }
    template.level = UInt8(clamping: label?.level ?? 0)
    guard number != nil || !context.builder.isEmpty else { return }
    let (visible, hidden) = context.builder.finish(number: number, template: template, in: &document.text)
    for case let paragraph? in [visible, hidden] {
      switch story.kind {
      case .cell: story.paragraphs.append(paragraph)
      case .body:
        if isContents {
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

  /// The number or bullet that the paragraph's list gives it.
  private func count(_ context: WordParagraphContext) -> (label: ListLabel, level: Int)? {
    let inherited = context.style.paragraph
    guard let numbering = context.properties.numbering ?? inherited.numbering, numbering > 0 else { return nil }
    if context.builder.visible.isEmpty, context.properties.mark.hidden ?? context.base.hidden ?? isHidden { return nil }
    var level = context.properties.level ?? inherited.level
    if context.properties.numbering == nil, let style = context.properties.style {
      level = counter.level(ofNumbering: numbering, tiedTo: style) ?? level
    }
    return counter.next(numbering: numbering, level: level ?? 0).map { ($0, level ?? 0) }
  }
}
