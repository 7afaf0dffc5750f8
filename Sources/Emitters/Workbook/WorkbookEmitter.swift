// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// Writes plans as one workbook (Office Open XML) for people who work in spreadsheets: a register of actions, and sheets
/// for milestones, indicators, leads, findings, what could not be placed, and what the file is.
///
/// References are texts, so that "3.10" is not "3.1"; dates are dates where the document names a day or a month, with its
/// words beside them; ratings have their colours. There is no macro and no formula. The same plans give the same bytes.
public struct WorkbookEmitter: PlanEmitter {
  /// A plan with the way to its document.
  public struct Item: Sendable {
    /// The plan.
    public var plan: CanonicalPlan
    /// The document's path relative to the workbook, for links; nil where there is none to link to.
    public var link: String?

    /// A plan and where its document is.
    public init(_ plan: CanonicalPlan, link: String? = nil) {
      self.plan = plan
      self.link = link
    }
  }

  /// The form.
  public var format: OutputFormat {
    OutputFormat(
      "xlsx", .file, mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  }

  /// An emitter.
  public init() {}

  /// Begins a workbook without links.
  public func begin() -> any PlanWriter { begin(links: [:]) }

  /// Begins a workbook.
  public func begin(links: [String: String]) -> any PlanWriter { Workbook(emitter: self, links: links) }

  /// A workbook in the making: its sheets hold all plans, so it is written when the last one is there.
  private struct Workbook: PlanWriter {
    let emitter: WorkbookEmitter
    let links: [String: String]
    var items: [Item] = []

    mutating func add<Failure: Error>(
      _ plan: CanonicalPlan, key: String, to write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
      items.append(Item(plan, link: links[key]))
    }

    mutating func finish() throws(EmitterError) -> [EmittedFile] {
      do throws(WorkbookError) {
        return [EmittedFile(name: "plans.xlsx", bytes: try emitter.emit(items))]
      } catch {
        throw EmitterError("\(error)", advice: "Free some memory, or convert fewer plans at once.")
      }
    }
  }

  /// The bytes of a workbook.
  ///
  /// - Throws: ``WorkbookError`` where there is no room for it.
  public func emit(_ items: [Item]) throws(WorkbookError) -> [UInt8] {
    let plans = items.map(\.plan)
    let title = plans.count == 1 ? plans[0].plan.title ?? plans[0].document.file : "\(plans.count) plans"
    let writer = try WorkbookWriter(title: title, created: WorkbookEmitter.day(of: plans))
    for sheet in WorkbookSheets(items).all { writer.add(sheet) }
    return try writer.finish()
  }

  /// The day of the latest edition, since a file must not know when it was made: 1 January 2000 where no plan has one.
  private static func day(of plans: [CanonicalPlan]) -> DayRange.Day {
    plans.compactMap { $0.plan.date?.edtf.flatMap { DayRange(edtf: $0)?.first } }.max()
      ?? DayRange.Day(year: 2000, month: 1, day: 1)
  }
}
