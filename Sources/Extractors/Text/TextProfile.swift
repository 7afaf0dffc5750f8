// SPDX-License-Identifier: GPL-3.0-or-later

/// What kind of text a file holds, judged by its lines and never by its name.
struct TextProfile {
  /// The kinds of text, each with a reader of its own.
  enum Kind {
    /// Tab-separated exports, Markdown, running text.
    case flow
    /// Columns aligned by white space.
    case layout
    /// Comma-separated values with this delimiter.
    case delimited(UInt8)
  }

  /// The kind of text.
  private(set) var kind = Kind.flow
  /// Whether tabs separate cells; otherwise they only indent lines.
  private(set) var hasTabTables = false
  /// Whether the text is Markdown.
  private(set) var isMarkdown = false

  /// How much of a text is looked at for everything but tabs, in bytes.
  private static let sampleSize = 1 << 20

  init(_ source: UnsafeBufferPointer<UInt8>) {
    hasTabTables = TextProfile.findTabTable(source)
    let sample = source.part(0..<min(source.count, TextProfile.sampleSize))
    isMarkdown = TextProfile.findMarkdown(sample)
    if hasTabTables { return }
    if isMarkdown { return }
    if let delimiter = CSVProfile.delimiter(sample) {
      kind = .delimited(delimiter)
    } else if LayoutProfile.matches(sample) {
      kind = .layout
    }
  }

  /// Whether a line has two tabs among words, or two lines in a row have one.
  private static func findTabTable(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = LineScanner(source)
    var previousHadCell = false
    while let line = scanner.next() {
      guard line.hasTab, !line.isBlank else {
        previousHadCell = false
        continue
      }
      let bytes = source.part(line.range)
      let first = bytes.firstIndex { !$0.isBlank } ?? 0
      let tabs = bytes[first...].count { $0 == Byte.tab }
      if tabs >= 2 || tabs == 1 && previousHadCell { return true }
      previousHadCell = tabs == 1
    }
    return false
  }

  private static func findMarkdown(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = LineScanner(sample)
    while let line = scanner.next() {
      guard !line.isBlank, !line.hasTab else { continue }
      let bytes = sample.part(line.range)
      if MarkdownLine.headingLevel(bytes) != nil && LayoutProfile.columnStarts(bytes).isEmpty
        || PipeTable.isDelimiterRow(bytes) || MarkdownLine.isFence(bytes)
        || GridTable.isBorder(bytes)
      {
        return true
      }
    }
    return false
  }
}
