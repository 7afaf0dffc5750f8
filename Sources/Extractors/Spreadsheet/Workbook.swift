// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What a workbook's main part lists.
struct Workbook: Sendable {
  struct Sheet: Sendable {
    var name: String
    var isHidden: Bool
    var relationship: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var uses1904 = false
  /// Rows that print on each page, by the sheet's position in the list: they head its table.
  private(set) var titleRows: [Int: ClosedRange<Int32>] = [:]

  /// More sheets than these are not a person's workbook.
  private static let maximumSheets = 2000

  /// Reads the main part.
  init(part: String, source: any ByteSource, names: XMLNameTable<SheetName>) throws(ExtractionError) {
    let reader = try XMLPullReader(part: part, source: source, names: names)
    var isWorkbook = false
    while let event = try reader.next() {
      guard event == .start else { continue }
      switch reader.name {
      case .workbook: isWorkbook = true
      case .workbookProperties: uses1904 = reader.isOn(.date1904)
      case .sheet:
        guard sheets.count < Self.maximumSheets else {
          throw reader.error(
            .overLimit, "The workbook has more than \(Self.maximumSheets) sheets.",
            advice: "Save the sheet with the plan on its own.")
        }
        let state = reader.attribute(.state) ?? "visible"
        sheets.append(
          Sheet(
            name: reader.attribute(.name) ?? "", isHidden: state == "hidden" || state == "veryHidden",
            relationship: reader.attribute(.relationship) ?? ""))
      case .definedName:
        guard reader.attribute(.name, is: "_xlnm.Print_Titles"), let sheet = reader.integer(.localSheet) else {
          continue
        }
        titleRows[sheet] = Workbook.rows(of: try reader.textContent())
      default: break
      }
    }
    guard isWorkbook else {
      throw ExtractionError(
        .damaged, "The main part is no workbook.", place: part,
        advice: "Open the file in its program and save it again.")
    }
  }

  /// The rows of `Sheet!$A:$B,Sheet!$3:$4`, from 0.
  private static func rows(of formula: String) -> ClosedRange<Int32>? {
    for part in formula.split(separator: ",") {
      let range = part.split(separator: "!").last ?? part
      let numbers = range.split(separator: ":").compactMap { Int32($0.filter { $0 != "$" }) }
      if numbers.count == 2, numbers[0] >= 1, numbers[0] <= numbers[1] { return numbers[0] - 1...numbers[1] - 1 }
    }
    return nil
  }
}
