// SPDX-License-Identifier: GPL-3.0-or-later

@testable import Extractors

/// Writes small workbooks for tests from the XML of their parts.
struct WorkbookBuilder {
  struct Sheet {
    var name: String
    var data: String
    /// What follows the cells: merged areas and the like.
    var after = ""
    /// What stands before them: columns.
    var before = ""
    var state = ""
    var relationships = ""
  }

  var sheets: [Sheet] = []
  var strings: [String] = []
  var styles = ""
  var workbookProperties = ""
  var definedNames = ""
  /// More parts, by name.
  var extra: [(String, String)] = []
  var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook with one sheet of the given rows.
  init(_ data: String, after: String = "") { sheets = [Sheet(name: "One", data: data, after: after)] }

  /// Rows of inline strings; `nil` leaves a cell out.
  static func rows(_ rows: [[String?]], from first: Int = 1) -> String {
    var xml = ""
    for (index, row) in rows.enumerated() {
      xml += "<row r='\(first + index)'>"
      for (column, text) in row.enumerated() {
        guard let text else { continue }
        let letter = String(UnicodeScalar(UInt8(65 + column)))
        xml += "<c r='\(letter)\(first + index)' t='inlineStr'><is><t>\(text)</t></is></c>"
      }
      xml += "</row>"
    }
    return xml
  }

  var zip: ZIPWriter {
    let packageTypes = "http://schemas.openxmlformats.org/package/2006/relationships"
    func relationships(_ body: String) -> String { "<Relationships xmlns='\(packageTypes)'>\(body)</Relationships>" }
    var zip = ZIPWriter()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "_rels/.rels", relationships("<Relationship Id='a' Type='\(office)/officeDocument' Target='xl/workbook.xml'/>"))
    var list = ""
    var targets = ""
    for (index, sheet) in sheets.enumerated() {
      list += "<sheet name='\(sheet.name)' sheetId='\(index + 1)' r:id='s\(index)' \(sheet.state)/>"
      targets += "<Relationship Id='s\(index)' Type='\(office)/worksheet' Target='worksheets/sheet\(index + 1).xml'/>"
    }
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns='\(main)' xmlns:r='\(office)'>\(workbookProperties)<sheets>\(list)</sheets>\(definedNames)</workbook>"
    )
    if !strings.isEmpty {
      targets += "<Relationship Id='t' Type='\(office)/sharedStrings' Target='sharedStrings.xml'/>"
      zip.add("xl/sharedStrings.xml", "<sst xmlns='\(main)'>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>")
    }
    if !styles.isEmpty {
      targets += "<Relationship Id='u' Type='\(office)/styles' Target='/xl/styles.xml'/>"
      zip.add("xl/styles.xml", "<styleSheet xmlns='\(main)'>\(styles)</styleSheet>")
    }
    zip.add("xl/_rels/workbook.xml.rels", relationships(targets))
    for (index, sheet) in sheets.enumerated() {
      zip.add(
        "xl/worksheets/sheet\(index + 1).xml",
        "<worksheet xmlns='\(main)'>\(sheet.before)<sheetData>\(sheet.data)</sheetData>\(sheet.after)</worksheet>")
      if !sheet.relationships.isEmpty {
        zip.add("xl/worksheets/_rels/sheet\(index + 1).xml.rels", relationships(sheet.relationships))
      }
    }
    for (name, text) in extra { zip.add(name, text) }
    return zip
  }

  var bytes: [UInt8] { zip.bytes }
}
