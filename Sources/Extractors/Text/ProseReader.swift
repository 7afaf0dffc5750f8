// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads a run of consecutive lines without tabs: paragraphs, list items, Markdown headings and pipe tables.
enum ProseReader {
  static func read(_ run: [TextLine], to output: inout BlockWriter) {
    for line in run {
      let bytes = output.bytes(line)
      if SeparatorLine.matches(bytes) {
        output.appendFurniture(.separator, bytes, line: line.number)
        continue
      }
      output.append(output.inline.paragraphs(in: bytes, line: line.number, as: .line))
    }
  }
}
