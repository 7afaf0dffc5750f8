// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Writes deadlines and milestones as a calendar (iCalendar, RFC 5545): an all-day event for each that names a day or a
/// month; a month's event stands on its last day and says so.
///
/// Seasons, years and "ongoing" are no days: those actions are not in the calendar. The same plans give the same bytes, so
/// the time stamp that each event must have is the day of the edition.
public struct CalendarEmitter: PlanEmitter {
  /// The form.
  public var format: OutputFormat { OutputFormat("ics", .file, mediaType: "text/calendar") }

  /// An emitter.
  public init() {}

  /// Begins a calendar.
  public func begin() -> any PlanWriter { Calendar() }

  /// A calendar in the making.
  private struct Calendar: PlanWriter {
    private var isBegun = false

    init() {}

    mutating func add<Failure: Error>(
      _ plan: CanonicalPlan, key: String, to write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
      var lines = isBegun ? CalendarLines() : CalendarLines.beginning
      isBegun = true
      CalendarEmitter.append(plan, key: key, to: &lines)
      try write(lines.bytes)
    }

    mutating func finish() throws(EmitterError) -> [EmittedFile] {
      var lines = isBegun ? CalendarLines() : CalendarLines.beginning
      lines.add("END", "VCALENDAR")
      return [EmittedFile(name: "plans.ics", bytes: lines.bytes)]
    }
  }

  private static func append(_ plan: CanonicalPlan, key: String, to lines: inout CalendarLines) {
    let stamp =
      plan.plan.date?.edtf.flatMap { DayRange(edtf: $0)?.first } ?? DayRange.Day(year: 2000, month: 1, day: 1)
    for action in plan.actions {
      let leads = action.leads.map(\.text).joined(separator: "; ")
      let name = [action.ref, action.text].compactMap(\.self).joined(separator: " ")
      func event(_ suffix: String, _ title: String, _ when: When?, _ source: Source) {
        guard let when, let date = CalendarDate(when, .last) else { return }
        var notes = ["Deadline as printed: \(when.text)" + (date.isMonth ? " (shown on the month's last day)" : "")]
        if !leads.isEmpty { notes.append("Lead: " + leads) }
        if let status = action.rating?.status.label { notes.append("Status: " + status) }
        notes.append("Place: " + [plan.document.file, source.label].compactMap(\.self).joined(separator: ", "))
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", CalendarLines.identifier("\(key)-\(action.id)\(suffix)-\(plan.document.sha256.prefix(12))"))
        lines.add("DTSTAMP", stamp.iso.filter { $0 != "-" } + "T000000Z")
        lines.add("DTSTART;VALUE=DATE", date.day.iso.filter { $0 != "-" })
        lines.add("SUMMARY", text: [plan.plan.authority?.name, title].compactMap(\.self).joined(separator: ": "))
        lines.add("DESCRIPTION", text: notes.joined(separator: "\n"))
        lines.add("TRANSP", "TRANSPARENT")
        lines.add("END", "VEVENT")
      }
      event("", name, action.timescale, action.source)
      for (index, milestone) in action.milestones.enumerated() {
        event(
          "-m\(index + 1)", [action.ref, milestone.text].compactMap(\.self).joined(separator: " "), milestone.due,
          milestone.source)
      }
    }
  }
}
