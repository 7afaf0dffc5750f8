// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan

/// A line on the terminal that says how far a batch is. Where standard error is no terminal it is silent.
struct Progress {
  let total: Int
  private let isShown: Bool

  /// Progress through `total` documents.
  init(total: Int) {
    self.total = total
    isShown = total > 1 && ByteOutput.diagnostics.isTerminal
  }

  /// Shows that `done` documents are done.
  func show(_ done: Int) {
    guard isShown else { return }
    let width = 30
    let filled = width * done / max(1, total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    try? ByteOutput.diagnostics.write(Array("\r\(bar) \(done)/\(total)".utf8))
  }

  /// Clears the line, so that a message can stand in its place.
  func clear() {
    if isShown { try? ByteOutput.diagnostics.write(Array("\r\u{1B}[K".utf8)) }
  }
}
