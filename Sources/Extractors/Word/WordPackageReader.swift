// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads the parts of a Word package in the order in which they are needed.
struct WordPackageReader {
  let package: WordPackage
  let limits: ContainerLimits
  private let names = XMLNameTable<WordName>()

  init(package: WordPackage, limits: ContainerLimits) {
    self.package = package
    self.limits = limits
  }

  private static let usualMain = "word/document.xml"
  private static let mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

  func read() throws(ExtractionError) -> SourceDocument {
    let packageLinks = try package.relationships(of: "")
    var main = packageLinks.target(ofType: "officeDocument") ?? Self.usualMain
    var opened = try package.reader(main, names: names, limits: limits)
    if opened == nil, main != Self.usualMain,
      let usual = try package.reader(Self.usualMain, names: names, limits: limits)
    {
      (main, opened) = (Self.usualMain, usual)
    }
    let links = try package.relationships(of: main)
    guard let reader = opened else {
      throw ExtractionError(
        .damaged, "The part with the text, \(main), is missing from the file.", place: main,
        advice: "Open the file in Word and save it again.")
    }
    var document = SourceDocument(mediaType: Self.mediaType, reader: "word/docx")
    if case .flat = package { document.reader = "word/flat-opc" }
    document.titleProperty = try readTitle(packageLinks, notices: &document.notices)
    let properties = WordPropertyReader(theme: try readTheme(links, notices: &document.notices))
    let body = WordBodyReader(
      document: document, styles: try readStyles(links, properties), numbering: try readNumbering(links, properties),
      properties: properties, limits: limits)

    var story = ContentStory(.body)
    try body.readBlocks(reader, into: &story, until: nil)
    guard body.hasBody else {
      throw ExtractionError(
        .unsupportedFormat, "The file is an office document, but not a Word document.", place: main,
        advice: "Check what it was made with; save text documents as .docx and workbooks as .xlsx.")
    }
    for type in ["footnotes", "endnotes"] {
      guard let part = links.target(ofType: type), let reader = try package.reader(part, names: names, limits: limits)
      else { continue }
      body.fields = WordFields()
      var notes = ContentStory(.body)
      try body.readBlocks(reader, into: &notes, until: nil)
      body.notes += notes.blocks
    }
    try readFurniture(links, body)
    return body.finish(story)
  }

  private func readFurniture(_ links: PackageRelationships, _ body: WordBodyReader) throws(ExtractionError) {
    var seen: Set<String> = []
    for (kind, identifier) in body.furnitureReferences {
      guard let part = links.byIdentifier[identifier]?.target, seen.insert(part).inserted else { continue }
      guard let reader = try package.reader(part, names: names, limits: limits) else {
        body.document.notices.append(Self.missing(part))
        continue
      }
      body.fields = WordFields()
      var story = ContentStory(.body)
      try body.readBlocks(reader, into: &story, until: nil)
      body.furniture += story.asFurniture(kind)
    }
  }

  private func readStyles(
    _ links: PackageRelationships, _ properties: WordPropertyReader
  ) throws(ExtractionError) -> WordStyles {
    let part = links.target(ofType: "styles") ?? "word/styles.xml"
    guard let reader = try package.reader(part, names: names, limits: limits) else { return WordStyles() }
    return try WordStyles(reader, properties: properties)
  }

  private func readNumbering(
    _ links: PackageRelationships, _ properties: WordPropertyReader
  ) throws(ExtractionError) -> WordNumbering {
    var numbering = WordNumbering()
    guard let part = links.target(ofType: "numbering"),
      let reader = try package.reader(part, names: names, limits: limits)
    else { return numbering }
    try numbering.read(reader, properties: properties)
    return numbering
  }

  /// Colours are worth a warning, not a refusal.
  private func readTheme(
    _ links: PackageRelationships, notices: inout [Notice]
  ) throws(ExtractionError) -> OfficeTheme {
    guard let part = links.target(ofType: "theme") else { return OfficeTheme() }
    do {
      guard let reader = try package.reader(part, names: XMLNameTable<OfficeTheme.Name>(), limits: limits) else {
        return OfficeTheme()
      }
      return try OfficeTheme(reader)
    } catch {
      guard error.reason == .damaged else { throw error }
      notices.append(
        Notice(
          id: "part-unread", severity: .warning,
          message: "The theme (\(error.place ?? part)) cannot be read, so some fill colours are not known."))
      return OfficeTheme()
    }
  }

  private func readTitle(
    _ links: PackageRelationships, notices: inout [Notice]
  ) throws(ExtractionError) -> String? {
    guard let part = links.target(ofType: "core-properties") else { return nil }
    do {
      guard let reader = try package.reader(part, names: names, limits: limits) else { return nil }
      while let event = try reader.next() {
        guard event == .start, reader.name == .title else { continue }
        let title = try reader.textContent()
        return title.allSatisfy(\.isWhitespace) ? nil : title
      }
      return nil
    } catch {
      guard error.reason == .damaged else { throw error }
      return nil
    }
  }

  private static func missing(_ part: String) -> Notice {
    Notice(
      id: "part-unread", severity: .warning,
      message: "The part \(part) is missing from the file; what it held could not be read.")
  }
}

extension WordBodyReader {
  /// Puts the parts in their order (body, notes, headers and footers) and says what was left out.
  func finish(_ story: ContentStory) -> SourceDocument {
    document.blocks = story.blocks + notes + furniture
    func note(_ id: String, _ severity: Notice.Severity, _ count: Int, _ message: String) {
      if count > 0 { document.notices.append(Notice(id: id, severity: severity, message: message)) }
    }
    note(
      "comments-ignored", .note, commentCount, "Comments are not part of the plan: \(commentCount) ignored.")
    note(
      "tracked-changes-accepted", .note, revisionCount,
      "The document has tracked changes (\(revisionCount)); they were read as accepted.")
    note(
      "drawings-unread", .warning, drawingCount,
      "Charts and diagrams are not read (\(drawingCount)); check that no text is only there.")
    note(
      "embedded-documents-unread", .warning, embeddedCount,
      "Documents embedded in this one are not read (\(embeddedCount)); convert them on their own.")
    return document
  }
}
