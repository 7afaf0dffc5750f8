// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension WordBodyReader {
  /// Reads one element within a paragraph that is neither text nor properties.
  func readRunContent(
    _ reader: WordReader, _ context: inout WordParagraphContext, into story: inout ContentStory
  ) throws(ExtractionError) {
    switch reader.name {
    case .tab, .positionTab: if !fields.isInCode { context.builder.appendSpace() }
    case .lineBreak:
      switch reader.attribute(.type) {
      case "page":
        breakLine(&context, into: &story)
        if story.kind == .body, !fields.isInCode { story.blocks.append(.pageBreak) }
      default: breakLine(&context, into: &story)
      }
    case .carriageReturn: breakLine(&context, into: &story)
    case .noBreakHyphen: append("-", &context)
    case .symbol: readSymbol(reader, &context)
    case .deletedText, .deletedInstruction, .rubyText, .binaryData: try reader.skip()
    case .deleted, .movedFrom:
      revisionCount += 1
      try reader.skip()
    case .inserted, .movedTo: revisionCount += 1
    case .annotation: try readAnnotation(reader)
    case .commentReference: commentCount += 1
    case .contentControlProperties: try readControlProperties(reader)
    case .alternateContent: alternatives.append(textCount)
    case .fallback:
      if let before = alternatives.last, textCount > before { try reader.skip() }
    case .chart, .diagram: drawingCount += 1
    case .footnote, .endnote: try readNote(reader)
    case .simpleField: noteField(WordFields.keyword(reader.attribute(.fieldInstruction) ?? ""), &context)
    case .fieldCharacter: readFieldCharacter(reader, &context)
    case .instruction: try readInstruction(reader)
    case .formCheckBox: try readCheckBox(reader, &context)
    case .formList: try readFormList(reader, &context)
    default: break
    }
  }

  private func readSymbol(_ reader: WordReader, _ context: inout WordParagraphContext) {
    guard let code = reader.attribute(.character).flatMap({ UInt32($0, radix: 16) }) else { return }
    let font = reader.attribute(.font).flatMap(SymbolFont.init(family:))
    guard let scalar = font?.character(code) ?? Unicode.Scalar(code) else { return }
    append(String(Character(scalar)), &context)
  }

  /// A note that stands within the text (Word 2003).
  private func readNote(_ reader: WordReader) throws(ExtractionError) {
    var story = ContentStory(.body)
    let open = fields
    fields = WordFields()
    try readBlocks(reader, into: &story, until: reader.depth)
    fields = open
    notes += story.blocks
  }

  // MARK: Fields

  private func noteField(_ keyword: String, _ context: inout WordParagraphContext) {
    switch keyword {
    case "TOC": context.isContents = true
    case "PAGE": context.hasPageNumber = true
    default: break
    }
  }

  private func readFieldCharacter(_ reader: WordReader, _ context: inout WordParagraphContext) {
    switch reader.attribute(.fieldType) {
    case "begin": fields.begin()
    case "separate": noteField(fields.separate(), &context)
    case "end":
      // Programs that leave results to Word write none; such a table of contents has no entries either.
      if fields.end() == "PAGE" { context.hasPageNumber = true }
    default: break
    }
  }

  private func readInstruction(_ reader: WordReader) throws(ExtractionError) {
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      if event == .text { reader.withText { fields.append(code: $0) } }
    }
  }

  /// A check box of the forms before content controls.
  private func readCheckBox(_ reader: WordReader, _ context: inout WordParagraphContext) throws(ExtractionError) {
    var isChecked = false
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      if reader.name == .formDefault || reader.name == .formChecked { isChecked = reader.toggle }
    }
    appendFieldValue(isChecked ? "☒" : "☐", &context)
  }

  /// A drop-down list of the forms before content controls: its value is nowhere else.
  private func readFormList(_ reader: WordReader, _ context: inout WordParagraphContext) throws(ExtractionError) {
    var entries: [String] = []
    var chosen: Int?
    var standard = 0
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .formListResult: chosen = reader.integer(.value)
      case .formDefault: standard = reader.integer(.value) ?? 0
      case .formListEntry: entries.append(reader.attribute(.value) ?? "")
      default: break
      }
    }
    let index = chosen ?? standard
    if entries.indices.contains(index) { appendFieldValue(entries[index], &context) }
  }

  /// Form values stand within the field's code, whose text otherwise does not count.
  private func appendFieldValue(_ text: String, _ context: inout WordParagraphContext) {
    textCount += text.utf8.count
    context.builder.append(text, look: context.look, isHidden: isHidden || context.run.hidden == true)
  }
}
