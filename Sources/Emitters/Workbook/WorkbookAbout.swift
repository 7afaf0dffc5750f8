// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The sheet that says what a workbook was made from, how well it was read, and what its colours mean.
struct WorkbookAbout {
  let items: [WorkbookEmitter.Item]

  init(_ items: [WorkbookEmitter.Item]) { self.items = items }

  var sheet: Sheet {
    var sheet = Sheet("About", [("Document", 30), ("What", 30), ("Value", 80)])
    for item in items {
      let plan = item.plan
      let name = SheetCell(plan.document.file)
      func add(_ what: String, _ value: SheetCell) { sheet.rows.append([name, .text(what), value]) }
      func add(_ what: String, _ value: String?) {
        if let value, !value.isEmpty { add(what, .text(value)) }
      }
      add("Document", item.link.map { .link($0, text: plan.document.file) } ?? name)
      add("Title", plan.plan.title)
      add("Kind", plan.plan.kind.rawValue)
      add("Authority", plan.plan.authority.map { "\($0.name) (\($0.gss))" })
      add("Edition", plan.plan.date?.text)
      add("Inspection", plan.plan.inspection?.text)
      add("SHA-256 of the document", plan.document.sha256)
      add("Pages or sheets", plan.document.pages.map { .number($0) } ?? .empty)
      add("Read by", "commonplan \(plan.document.readerVersion), \(plan.document.reader)")
      if plan.document.ocr {
        add("Text recognition", "Words of this document were recognised in pictures: check them.")
      }
      add("How well it was read", WorkbookAbout.coverage(of: plan))
      for entry in plan.plan.ratingKey {
        let status = entry.status.label ?? "unknown"
        add("The plan's own key", .rating("\(entry.text): read as \(status)", entry.colour ?? entry.status.usualColour))
      }
    }
    for status in RatingStatus.allCases {
      guard let label = status.label, let colour = status.usualColour else { continue }
      sheet.rows.append([
        .text("all"), .text("Colour where a plan gives no colour"), .rating("\(label): \(colour.rawValue)", colour),
      ])
    }
    sheet.rows.append([
      .text("all"), .text("Dates"),
      .text(
        "A month is shown as its last day's month (deadlines) or its first (starts); the words beside it are the document's."
      ),
    ])
    return sheet
  }

  /// How much of the words that stand in tables found a place.
  private static func coverage(of plan: CanonicalPlan) -> String {
    let unplaced = plan.unplaced.reduce(0) { $0 + $1.text.split(separator: " ").count }
    guard unplaced > 0 else { return "Every word of its tables found a place." }
    return "\(unplaced) words of its tables could not be placed (sheet Unplaced): figures may be too low."
  }
}
