// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema
import Validator

extension Finding {
  /// A finding from what an extractor noticed, with the notice's name behind the message.
  init(_ notice: Notice) {
    let location = notice.location
    var source = Source(page: location.page, line: location.line)
    source.box = location.box.map { [$0.left, $0.top, $0.right, $0.bottom].map(Double.init) }
    self = ReadingFinding(notice: notice.id).finding(
      "\(notice.message) [\(notice.id)]", severity: Finding.severity(of: notice),
      source: source == Source() ? nil : source)
  }

  private static func severity(of notice: Notice) -> Severity {
    switch notice.severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}

extension ReadingFinding {
  /// The kind of finding that an extractor's notice is.
  init(notice: String) {
    switch notice {
    case "comments-ignored", "covered-texts", "deletions-accepted", "footnote-marks-dropped", "hidden-parts-dropped",
      "scripts-dropped", "tracked-changes-accepted":
      self = .textLeftOut
    case "hidden-parts-read", "hidden-rows", "hidden-sheets": self = .hiddenTextRead
    case "conditional-formats", "encoding-repaired", "encoding-windows-1252", "ligatures-repaired",
      "values-unformatted":
      self = .assumed
    case "csv-quote-unclosed", "drawing-cut", "drawing-unread", "encoding-damaged", "text-misplaced":
      self = .readDegraded
    // What is left out of a plan is the gravest; a notice that this list does not know had better be that.
    default: self = .partUnread
    }
  }
}
