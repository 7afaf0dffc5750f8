// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What was noticed while a workbook was read.
struct WorkbookNotes: Sendable {
  var comments = 0
  var conditionalFormats = 0
  var formulasWithoutValue = 0
  var coveredTexts = 0
  var impossible = 0
  var otherSheets = 0
  var hiddenRows = 0
  var hiddenSheets: [String] = []

  /// Adds what a sheet's part told.
  mutating func add(_ content: SheetContent) {
    conditionalFormats += content.conditionalFormats
    formulasWithoutValue += content.formulasWithoutValue
    hiddenRows += content.hiddenRows.count
  }

  /// The notices for the person who reads the plan.
  var notices: [Notice] {
    var notices: [Notice] = []
    func add(_ count: Int, _ id: String, _ severity: Notice.Severity, _ message: String) {
      if count > 0 { notices.append(Notice(id: id, severity: severity, message: message)) }
    }
    add(
      hiddenSheets.count, "hidden-sheets", .note,
      "Hidden sheets were read after the others and marked as hidden: \(hiddenSheets.joined(separator: ", ")).")
    add(hiddenRows, "hidden-rows", .note, "\(hiddenRows) rows are hidden; their text is marked as hidden.")
    add(comments, "comments-ignored", .note, "\(comments) comments were not read.")
    add(
      conditionalFormats, "conditional-formats", .note,
      "\(conditionalFormats) conditional formats were not evaluated: colours that they give to cells are not known.")
    add(
      formulasWithoutValue, "formulas-without-values", .warning,
      "\(formulasWithoutValue) formulas have no stored value and were left empty. Open the workbook in Excel or LibreOffice and save it again."
    )
    add(
      coveredTexts, "covered-texts", .note,
      "\(coveredTexts) cells lie under merged cells; the sheet does not show their text, and it was left out.")
    add(
      impossible, "values-unformatted", .note,
      "\(impossible) values do not fit the format of their cells; they stand as the file stores them.")
    add(otherSheets, "sheets-unread", .note, "\(otherSheets) chart or dialogue sheets were not read.")
    return notices
  }
}
