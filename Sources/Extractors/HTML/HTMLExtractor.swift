// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Reads web pages: saved pages and fragments, pages that Word, Excel and LibreOffice save, and MHTML archives.
///
/// Menus, banners and footers become furniture; scripts, styles and hidden parts are left out and a notice says so.
/// Nothing is fetched: pictures, frames and style sheets outside the file are not looked at.
public struct HTMLExtractor: Extractor {
  /// The largest page that is read, in bytes.
  public static let maximumBytes = 64 << 20
  /// The most attributes that one tag may have: the parser compares each with all others.
  static let maximumAttributes = 5000

  /// An extractor.
  public init() {}

  /// How much the bytes look like a web page; text that merely holds some tags does not.
  public func confidence(in bytes: [UInt8]) -> Double {
    MHTMLArchive.isOne(bytes) ? 0.97 : HTMLSniffer.confidence(in: bytes)
  }

  /// Reads a page.
  ///
  /// - Throws: ``ExtractionError`` where there is no text, or too much of it.
  public func extract(_ bytes: [UInt8]) throws(ExtractionError) -> SourceDocument {
    guard bytes.count <= HTMLExtractor.maximumBytes else {
      throw ExtractionError(
        .overLimit, "The page is larger than \(HTMLExtractor.maximumBytes >> 20) MB.",
        advice: "Save the part with the plan as a page of its own.")
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw ExtractionError(.empty, "The page is empty.", advice: "Save the page again.")
    }
    var notices: [Notice] = []
    var page = bytes
    var charset: String?
    let isArchive = MHTMLArchive.isOne(bytes)
    if isArchive { (page, charset) = try MHTMLArchive.page(of: bytes) }
    let decoded = HTMLDeclaration.decode(page, declared: charset)
    notices += decoded.notices
    try HTMLExtractor.checkAttributes(decoded.text)
    let tree = try HTMLTreeBuilder.parse(HTMLDeclaration.withoutMarkedSections(decoded.text))

    var reader = HTMLReader(tree: tree)
    reader.read()
    let visible = reader.document.text.bytes.count
    if reader.hiddenWords > 30, visible < reader.hiddenWords {
      // Pages that scripts unveil are hidden as a whole in the file.
      reader = HTMLReader(tree: tree, honoursHiding: false)
      reader.read()
      notices.append(
        Notice(
          id: "hidden-parts-read", severity: .note,
          message: "The file hides most of its text until a script runs; it was read nevertheless."))
    }
    var document = reader.document
    document.notices = notices + HTMLExtractor.notices(of: reader)
    if isArchive { (document.mediaType, document.reader) = ("multipart/related", "html/mhtml") }
    var store = TextStore()
    document.titleProperty = store.append(String(decoding: tree.title, as: UTF8.self)).map { store.string($0) }
    guard !document.blocks.isEmpty else {
      throw ExtractionError(
        .empty, reader.frames > 0 ? "The page holds only frames, no text." : "The page holds no text.",
        advice: reader.frames > 0
          ? "Open the frame in a window of its own and save that."
          : "If scripts build the page, save it from a browser after it has loaded, or print it to PDF.")
    }
    return document
  }

  private static func notices(of reader: HTMLReader) -> [Notice] {
    var notices: [Notice] = []
    if reader.hiddenWords > 0 {
      notices.append(
        Notice(
          id: "hidden-parts-dropped", severity: .note,
          message: "\(reader.hiddenWords) words in hidden parts of the page were left out."))
    }
    let scripts = reader.tree.nodes.reduce(0) { $0 + ($1.tag == .script || $1.tag == .template ? 1 : 0) }
    if scripts > 0 {
      notices.append(
        Notice(
          id: "scripts-dropped", severity: .note,
          message: "\(scripts) scripts and templates were left out; what they would add to the page was not read."))
    }
    if reader.frames > 0 {
      notices.append(
        Notice(
          id: "frames-unread", severity: .warning,
          message: "The page shows \(reader.frames) other pages in frames; they were not read. Save them separately."))
    }
    if reader.droppedDeletions > 0 {
      notices.append(
        Notice(
          id: "deletions-accepted", severity: .note,
          message: "\(reader.droppedDeletions) passages marked as deleted were left out."))
    }
    return notices
  }

  /// Refuses tags with thousands of attributes, on which the parser would spend minutes.
  private static func checkAttributes(_ page: [UInt8]) throws(ExtractionError) {
    var isInTag = false
    var gaps = 0
    var line = 1
    var previous: UInt8 = 0
    for byte in page {
      if byte == 0x0A { line += 1 }
      if isInTag {
        if byte == 0x3E { isInTag = false }
        if byte > 0x20, previous <= 0x20 || previous == 0x22 || previous == 0x27 || previous == 0x2F { gaps += 1 }
        // Quoted values hold blanks too: class lists and data are never this long, so the bound is a wide one.
        if gaps > maximumAttributes * 4 {
          throw ExtractionError(
            .overLimit, "A tag has thousands of attributes.", place: "line \(line)",
            advice: "Open the page in a browser and save it again.")
        }
      } else if previous == 0x3C, (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A {
        isInTag = true
        gaps = 0
      }
      previous = byte
    }
  }
}
