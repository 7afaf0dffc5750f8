// SPDX-License-Identifier: GPL-3.0-or-later

/// What kind of text a file holds, judged by its lines.
struct TextProfile {
  /// Whether tabs separate cells (rather than indent lines).
  var hasTabTables = true
  /// Whether the text is Markdown.
  var isMarkdown = false

  init(_ source: UnsafeBufferPointer<UInt8>) {}
}
