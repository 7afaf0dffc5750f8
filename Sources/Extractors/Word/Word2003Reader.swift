// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads Word 2003 XML, where lists, styles and text follow each other in one file.
struct Word2003Reader {
  let limits: ContainerLimits

  func read(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    let reader = try WordReader(
      part: "the document", source: MemorySource(bytes), names: XMLNameTable(), limits: limits)
    let properties = WordPropertyReader(theme: OfficeTheme())
    var numbering = WordNumbering()
    var styles = WordStyles()
    let document = SourceDocument(mediaType: "application/msword", reader: "word/2003-xml")
    while let event = try reader.next() {
      guard event == .start else { continue }
      switch reader.name {
      case .lists: try numbering.read(reader, properties: properties, until: reader.depth)
      case .styles: try styles.read(reader, properties: properties, until: reader.depth)
      case .binaryData: try reader.skip()
      case .body:
        let body = WordBodyReader(
          document: document, styles: styles, numbering: numbering, properties: properties, limits: limits)
        // LibreOffice's export does.
        body.mayLoseMerges = true
        var story = ContentStory(.body)
        try body.readBlocks(reader, into: &story, until: reader.depth)
        // The rest must be well-formed, too.
        while try reader.next() != nil {}
        return body.finish(story)
      default: break
      }
    }
    throw ExtractionError(
      .damaged, "The file has no text (no w:body).", advice: "Open it in Word and save it as .docx.")
  }
}
