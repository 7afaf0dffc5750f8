// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents

/// Turns pages of placed words, rules and fills into blocks: tables, headings, paragraphs, furniture.
public struct TableParser: Sendable {
  /// The distances by which it decides.
  public var tolerances = Tolerances()

  /// A parser.
  public init() {}

  /// The document with its pages read into blocks. The text store of the result is new: words joined to paragraphs.
  ///
  /// A document that has no pages comes back unchanged.
  public func parse(_ document: SourceDocument) -> SourceDocument {
    guard !document.pages.isEmpty else { return document }
    var writer = DocumentWriter()
    writer.text.reserve(document.text.bytes.count)
    let vocabulary = Vocabulary(document)
    document.text.bytes.withUnsafeBufferPointer { bytes in
      let finder = FurnitureFinder(tolerances: tolerances)
      var sizes = HeadingSizes()
      let edges = document.pages.map { shown in
        var page = shown
        if let turn = PageTurn(shown) {
          writer.turns[shown.number] = turn
          page = turn.upright(shown)
        }
        let text = PageText(page, bytes: bytes, tolerances: tolerances)
        sizes.add(text, page: page.number, width: page.width)
        return finder.edges(text, page: page, bytes: bytes)
      }
      sizes.settle(firstPage: document.pages[0].number)
      let furniture = finder.furniture(edges)
      let reader = PageReader(tolerances: tolerances, vocabulary: vocabulary, sizes: sizes)
      var joiner = PageJoiner(vocabulary: vocabulary)
      for (position, shown) in document.pages.enumerated() {
        let page = writer.turns[shown.number]?.upright(shown) ?? shown
        let blocks = reader.read(page, furniture: furniture[position], bytes: bytes)
        writer.write(joiner.add(position > 0 ? [.pageBreak] + blocks : blocks))
      }
      writer.write(joiner.finish())
    }
    var result = document
    result.text = writer.text
    result.blocks = document.blocks + writer.blocks
    result.pages = []
    return result
  }
}
