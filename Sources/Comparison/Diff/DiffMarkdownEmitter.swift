// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a diff as Markdown (GitHub Flavored Markdown, for the tables) that can go into a committee paper: the summary
/// first, then what readers look for first.
public struct DiffMarkdownEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The diff as Markdown, UTF-8.
  public func emit(_ diff: PlanDiff) -> [UInt8] {
    let report = DiffReport(diff)
    var text = "# \(escaped(report.title))\n\n"
    for edition in report.editions { text += "- \(escaped(edition))\n" }
    text += "\n"
    if diff.isEmpty {
      text += "The editions say the same. \(report.note)\n"
      return Array(text.utf8)
    }
    text += "| Summary | Number |\n| --- | ---: |\n"
    for line in report.summary { text += "| \(line.label) | \(line.count) |\n" }
    text += "\n\(report.note)\n"
    for table in report.tables { append(table, to: &text) }
    return Array(text.utf8)
  }

  private func append(_ table: DiffReport.Table, to text: inout String) {
    text += "\n## \(table.topic.title)\n\n"
    if table.isMarked { text += "New words are **bold**, words that went are ~~struck through~~.\n\n" }
    let columns = table.columns
    text += "| " + columns.map { table.head($0) }.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: " --- |", count: columns.count) + "\n"
    for row in table.rows {
      text += "| " + columns.map { words(table.cell($0, row)) }.joined(separator: " | ") + " |\n"
    }
  }

  private func words(_ cell: DiffReport.Cell) -> String {
    switch cell {
    case .text(let text): escaped(text)
    case .marked(let runs): marked(runs)
    }
  }

  private func marked(_ runs: [WordRun]) -> String {
    runs.map { run in
      switch run.fate {
      case .kept: escaped(run.text)
      case .inserted: "**\(escaped(run.text))**"
      case .deleted: "~~\(escaped(run.text))~~"
      }
    }.joined(separator: " ")
  }

  /// The text with the signs that Markdown reads as marks made plain, on one line.
  private func escaped(_ text: String) -> String {
    MarkdownPage.escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}
