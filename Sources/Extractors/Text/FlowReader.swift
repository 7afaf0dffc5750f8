// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads text that flows: tab-separated exports, Markdown and running text, in any mixture.
///
/// A line belongs to a run: of lines with tabs (a table), or of lines without (prose). Blank lines and form feeds end
/// runs. The runs are read by ``TabTableReader`` and ``ProseReader``; this type only cuts and counts them.
struct FlowReader {
  private let source: UnsafeBufferPointer<UInt8>
  private let profile: TextProfile
  private var scanner: LineScanner
  private var output: BlockWriter
  private var run: [TextLine] = []
  private var runHasTabs = false
  private var hasUnclosedTable = false
  private var mending = RowMending()

  init(_ source: UnsafeBufferPointer<UInt8>, profile: TextProfile) {
    self.source = source
    self.profile = profile
    scanner = LineScanner(source)
    output = BlockWriter(source: source, isMarkdown: profile.isMarkdown)
  }

  /// Reads the whole text and hands over what it has written.
  mutating func read() -> BlockWriter {
    output.inline.text.reserve(source.count + source.count / 16)
    while var line = scanner.next() {
      if line.pageBreaks > 0 {
        endRun()
        for _ in 0..<line.pageBreaks { output.breakPage() }
      }
      if line.isBlank {
        // A line of tabs is an empty row while a table is open.
        if line.hasTab, runHasTabs, !run.isEmpty { run.append(line) } else { endRun() }
        continue
      }
      if let end = FragmentTable.end(source, at: line.start, &hasUnclosedTable) {
        endRun()
        scanner.extend(&line, past: end - 1)
        FragmentTable.read(line, to: &output)
        continue
      }
      if profile.hasTabTables { extendOverQuotes(&line) }
      mend(&line)
      let isRow = line.hasTab && profile.hasTabTables
      if !isRow, runHasTabs, let last = run.indices.last, mending.continuesList(line, after: run[last], source) {
        run[last].end = line.end
        continue
      }
      // What stands between two tables with tabs parts them, whatever the second one's rows lack.
      if !isRow { mending.closeTabs() }
      if isRow != runHasTabs { endRun() }
      runHasTabs = isRow
      run.append(line)
    }
    endRun()
    RunningLines.mark(in: &output)
    if !profile.isMarkdown { PlainHeadings.mark(in: &output) }
    return output
  }

  /// Makes a line that begins a broken row of a table run on to the row's end.
  private mutating func mend(_ line: inout TextLine) {
    if line.hasTab, profile.hasTabTables {
      if mending.mend(&line, &scanner, source) { return }
      if !runHasTabs || run.isEmpty { mending.begin(tabs: source.part(line.range)) }
    } else if let head = run.last, !runHasTabs, PipeTable.isDelimiterRow(source.part(line.range)) {
      mending.begin(pipes: source.part(head.range))
    } else if mending.hasPipes || runHasTabs {
      _ = mending.mend(&line, &scanner, source)
    }
  }

  /// A cell in quotes may run over several lines; the row goes on behind it.
  private mutating func extendOverQuotes(_ line: inout TextLine) {
    guard line.hasTab || source[line.start] == Byte.quote,
      let close = QuotedCell.endOfOpenQuote(source, in: line.range)
    else { return }
    var ahead = scanner
    var whole = line
    ahead.extend(&whole, past: close)
    guard whole.hasTab else { return }
    scanner = ahead
    line = whole
  }

  private mutating func endRun() {
    guard !run.isEmpty else { return }
    if runHasTabs {
      TabTableReader.read(run, to: &output)
    } else {
      ProseReader.read(run, to: &output)
    }
    run.removeAll(keepingCapacity: true)
  }
}
