// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The sheets of a workbook.
struct WorkbookSheets {
  let items: [WorkbookEmitter.Item]

  init(_ items: [WorkbookEmitter.Item]) { self.items = items }

  var all: [Sheet] { [register, milestones, indicators, leads, findings, unplaced, WorkbookAbout(items).sheet] }

  private func authority(_ plan: CanonicalPlan) -> SheetCell {
    SheetCell(plan.plan.authority?.name ?? plan.document.file)
  }

  /// Where something stands, as a link where the document can be opened there.
  private func place(_ source: Source?, _ item: WorkbookEmitter.Item) -> SheetCell {
    guard let words = source?.label else { return .empty }
    guard let link = item.link else { return .text(words) }
    return .link(source?.page.map { link + "#page=\($0)" } ?? link, text: words)
  }

  private var register: Sheet {
    var sheet = Sheet(
      "Register",
      [
        ("Authority", 16), ("Section", 28), ("Ref", 8), ("Action", 50), ("Leads", 26), ("Contributors", 22),
        ("Start", 12),
        ("Start (as printed)", 16), ("Deadline", 12), ("Deadline (as printed)", 16), ("Status", 13),
        ("Status (as printed)", 14), ("Success measures", 40), ("Milestones", 40), ("Updates", 40), ("Place", 16),
      ])
    for item in items {
      for row in RegisterRow.rows(of: item.plan) {
        sheet.rows.append([
          SheetCell(row.authority), SheetCell(row.sectionPath), SheetCell(row.ref), SheetCell(row.text),
          SheetCell(lines: row.leads), SheetCell(lines: row.contributors), SheetCell(row.start, .first),
          SheetCell(row.start?.text), SheetCell(row.deadline, .last), SheetCell(row.deadline?.text),
          SheetCell(row.rating), SheetCell(row.rating?.text), SheetCell(lines: row.successMeasures),
          SheetCell(lines: row.milestones), SheetCell(lines: row.updates), place(row.source, item),
        ])
      }
    }
    return sheet
  }

  private var milestones: Sheet {
    var sheet = Sheet(
      "Milestones",
      [
        ("Authority", 16), ("Ref", 8), ("Action", 40), ("Milestone", 60), ("Due", 12), ("Due (as printed)", 16),
        ("Status", 13), ("Place", 16),
      ])
    for item in items {
      for action in item.plan.actions {
        for milestone in action.milestones {
          sheet.rows.append([
            authority(item.plan), SheetCell(action.ref), SheetCell(action.text), SheetCell(milestone.text),
            SheetCell(milestone.due, .last), SheetCell(milestone.due?.text), SheetCell(milestone.rating),
            place(milestone.source, item),
          ])
        }
      }
    }
    return sheet
  }

  /// A row a reading, so that target and actual of a period stand beside each other; a measure without readings has one.
  private var indicators: Sheet {
    var sheet = Sheet(
      "Indicators",
      [
        ("Authority", 16), ("Section", 28), ("Theme", 18), ("Measure", 50), ("Baseline", 14), ("Period", 14),
        ("Target", 16), ("Actual", 16), ("Data source", 22), ("How measured", 22), ("Frequency", 14), ("Status", 13),
        ("Place", 16),
      ])
    for item in items {
      let paths = SectionPaths(item.plan.sections)
      for indicator in item.plan.indicators {
        for reading in indicator.readings.isEmpty ? [Reading()] : indicator.readings {
          sheet.rows.append([
            authority(item.plan), SheetCell(paths.path(of: indicator.section)), SheetCell(indicator.theme),
            SheetCell(indicator.measure), SheetCell(indicator.baseline), SheetCell(reading.period?.text),
            SheetCell(reading.target), SheetCell(reading.actual), SheetCell(indicator.dataSource),
            SheetCell(indicator.method), SheetCell(indicator.frequency), SheetCell(indicator.rating),
            place(indicator.source, item),
          ])
        }
      }
    }
    return sheet
  }

  private var leads: Sheet {
    var sheet = Sheet(
      "Leads",
      [
        ("Authority", 16), ("Lead (as printed)", 36), ("Name", 22), ("Role", 30), ("Organisation", 26),
        ("Leads or takes part", 16), ("Ref", 8), ("Action", 50), ("Deadline", 12), ("Status", 13),
      ])
    for item in items {
      for action in item.plan.actions {
        let parties = action.leads.map { ($0, "leads") } + action.contributors.map { ($0, "takes part") }
        for (party, part) in parties {
          sheet.rows.append([
            authority(item.plan), SheetCell(party.text), SheetCell(party.name), SheetCell(party.role),
            SheetCell(party.organisation), .text(part), SheetCell(action.ref), SheetCell(action.text),
            SheetCell(action.timescale, .last), SheetCell(action.rating),
          ])
        }
      }
    }
    return sheet
  }

  private var findings: Sheet {
    var sheet = Sheet(
      "Findings",
      [("Authority", 16), ("Document", 24), ("Severity", 10), ("Rule", 8), ("What and what to do", 90), ("Place", 18)])
    for item in items {
      for finding in item.plan.findings {
        sheet.rows.append([
          authority(item.plan), SheetCell(item.plan.document.file), SheetCell(finding.severity.rawValue),
          SheetCell(finding.id), SheetCell(finding.message), place(finding.source, item),
        ])
      }
    }
    return sheet
  }

  private var unplaced: Sheet {
    var sheet = Sheet(
      "Unplaced", [("Authority", 16), ("Document", 24), ("Text", 90), ("Reason", 30), ("Place", 18)])
    for item in items {
      for text in item.plan.unplaced {
        sheet.rows.append([
          authority(item.plan), SheetCell(item.plan.document.file), SheetCell(text.text), SheetCell(text.reason),
          place(text.source, item),
        ])
      }
    }
    return sheet
  }
}
