// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

extension Finding {
  /// A finding from what an extractor noticed.
  init(_ notice: Notice) {
    let location = notice.location
    var source = Source(page: location.page, line: location.line)
    source.box = location.box.map { [$0.left, $0.top, $0.right, $0.bottom].map(Double.init) }
    self.init(
      id: notice.id, severity: notice.severity == .warning ? .warning : .note, message: notice.message,
      source: source == Source() ? nil : source)
  }
}
