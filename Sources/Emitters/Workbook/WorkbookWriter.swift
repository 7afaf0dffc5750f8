// SPDX-License-Identifier: GPL-3.0-or-later

import CXLSXWriter
import PlanSchema

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Writes sheets as an Office Open XML workbook with libxlsxwriter: the same sheets give the same bytes.
///
/// Texts are written as texts whatever they begin with, so that nothing in a plan can become a formula, and "3.10" stays
/// apart from "3.1".
struct WorkbookWriter: ~Copyable {
  /// Most characters of a cell, by the format's specification.
  static let longestText = 32_767
  /// Most links of a sheet, by the format's specification.
  static let mostLinks = 65_530
  /// Lines of a cell that a row grows to at once; longer ones are read by opening the row further.
  private static let mostLines = 20
  /// Height of a line of text, in points.
  private static let lineHeight = 15.0

  private let descriptor: Int32
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let styles: WorkbookStyles

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - title: its title, for the file's properties.
  ///   - created: the day that the file's properties give, since the clock must not: that of the document.
  init(title: String, created: DayRange.Day) throws(WorkbookError) {
    descriptor = cxlsxwriter_anonymous_file()
    guard descriptor >= 0 else { throw .noRoom }
    guard let workbook = workbook_new("/dev/fd/\(descriptor)") else {
      close(descriptor)
      throw .noRoom
    }
    self.workbook = workbook
    styles = WorkbookStyles(workbook)
    // 1 March of year 0 is day 0; 1 January 1970 is day 719,468.
    let seconds = (created.number - 719_468) * 86_400
    title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = time_t(seconds)
      workbook_set_properties(workbook, &properties)
    }
  }

  /// Adds a sheet.
  func add(_ sheet: Sheet) {
    guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else { return }
    for (index, column) in sheet.columns.enumerated() {
      let position = lxw_col_t(index)
      worksheet_set_column(worksheet, position, position, column.width, nil)
      worksheet_write_string(worksheet, 0, position, column.title, styles.head)
    }
    var links = 0
    for (index, cells) in sheet.rows.enumerated() {
      let row = lxw_row_t(index + 1)
      worksheet_set_row(worksheet, row, height(of: cells, in: sheet), nil)
      for (column, cell) in cells.enumerated() {
        write(cell, worksheet, row, lxw_col_t(column), links: &links)
      }
    }
    worksheet_freeze_panes(worksheet, 1, 0)
    if !sheet.rows.isEmpty {
      worksheet_autofilter(worksheet, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.columns.count - 1))
    }
    worksheet_set_landscape(worksheet)
    worksheet_set_paper(worksheet, 9)  // A4
    worksheet_fit_to_pages(worksheet, 1, 0)
    worksheet_repeat_rows(worksheet, 0, 0)
    worksheet_set_footer(worksheet, "&L&A&R&P / &N")
  }

  /// Ends the workbook and gives its bytes.
  consuming func finish() throws(WorkbookError) -> [UInt8] {
    let descriptor = descriptor
    defer { close(descriptor) }
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw .library(lxw_strerror(code).map { String(cString: $0) } ?? "unknown") }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size > 0 else { throw .noRoom }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { pread(descriptor, $0 + done, buffer.count - done, off_t(done)) } ?? 0
      }
      guard count > 0 else { throw .noRoom }
      done += count
    }
    return bytes
  }

  private func write(
    _ cell: SheetCell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
    links: inout Int
  ) {
    switch cell {
    case .empty: break
    case .text(let text): worksheet_write_string(sheet, row, column, WorkbookWriter.fitting(text), styles.text)
    case .number(let number): worksheet_write_number(sheet, row, column, Double(number), styles.text)
    case .rating(let text, let colour):
      worksheet_write_string(sheet, row, column, WorkbookWriter.fitting(text), styles.rating(colour))
    case .date(let date):
      var value = lxw_datetime()
      value.year = Int32(date.day.year)
      value.month = Int32(date.day.month)
      value.day = Int32(date.day.day)
      worksheet_write_datetime(sheet, row, column, &value, date.isMonth ? styles.month : styles.day)
    case .link(let target, let text):
      links += 1
      let isWritten =
        links <= WorkbookWriter.mostLinks
        && worksheet_write_url_opt(sheet, row, column, target, styles.link, text, nil) == LXW_NO_ERROR
      if !isWritten { worksheet_write_string(sheet, row, column, WorkbookWriter.fitting(text), styles.text) }
    }
  }

  /// A text that fits into a cell; one that does not says how much is missing, since nothing is lost in silence.
  private static func fitting(_ text: String) -> String {
    guard text.utf8.count > longestText, text.utf16.count > longestText else { return text }
    let note = " […] cut here: the JSON output has all \(text.count) characters"
    var kept = ""
    var room = longestText - note.utf16.count
    for character in text {
      room -= character.utf16.count
      if room < 0 { break }
      kept.append(character)
    }
    return kept + note
  }

  /// The height at which a row shows its cells, in points. Programs do not work it out for wrapped cells that were written
  /// by another program.
  private func height(of cells: [SheetCell], in sheet: Sheet) -> Double {
    var most = 1
    for (index, cell) in cells.enumerated() where index < sheet.columns.count {
      guard case .text(let text) = cell else { continue }
      let width = max(1, Int(sheet.columns[index].width))
      var lines = 0
      for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
        lines += max(1, (line.count + width - 1) / width)
        if lines >= WorkbookWriter.mostLines { break }
      }
      most = max(most, min(lines, WorkbookWriter.mostLines))
    }
    return Double(most) * WorkbookWriter.lineHeight
  }
}
