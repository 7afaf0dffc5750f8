// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors

/// Small Word files made in code.
struct WordSample {
  var body = ""
  var styles = ""
  var numbering = ""
  /// Further parts of the folder `word/`, by file name, with their relationship types.
  var parts: [(name: String, type: String, text: String)] = []
  var main = "word/document.xml"
  var namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  var relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  init(_ body: String, styles: String = "", numbering: String = "") {
    self.body = body
    self.styles = styles
    self.numbering = numbering
  }

  var namespaces: String {
    """
    xmlns:w="\(namespace)" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml"
    """
  }

  /// The parts with their names.
  var allParts: [(name: String, text: String)] {
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let file = main.split(separator: "/").last.map(String.init) ?? main
    let packageNamespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    var links = ""
    var found: [(name: String, text: String)] = []
    func add(_ name: String, _ type: String, _ text: String) {
      links += "<Relationship Id=\"\(name)\" Type=\"\(relationshipTypes)/\(type)\" Target=\"\(name)\"/>"
      found.append((folder + "/" + name, text))
    }
    add("styles.xml", "styles", "<w:styles \(namespaces)>\(styles)</w:styles>")
    add("numbering.xml", "numbering", "<w:numbering \(namespaces)>\(numbering)</w:numbering>")
    for part in parts { add(part.name, part.type, part.text) }
    return [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
      ),
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(packageNamespace)"><Relationship Id="r1" Type="\(relationshipTypes)/officeDocument" \
        Target="/\(main)"/></Relationships>
        """
      ),
      ("\(folder)/_rels/\(file).rels", "<Relationships xmlns=\"\(packageNamespace)\">\(links)</Relationships>"),
      (main, "<?xml version=\"1.0\"?>\n<w:document \(namespaces)><w:body>\(body)</w:body></w:document>"),
    ] + found
  }

  var zip: ZIPWriter {
    var writer = ZIPWriter()
    for (name, text) in allParts { writer.add(name, text) }
    return writer
  }

  var bytes: [UInt8] { zip.bytes }

  /// The same as one XML file.
  var flat: [UInt8] {
    var text = """
      <?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>
      <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
      """
    for (name, part) in allParts {
      let content = part.hasPrefix("<?xml") ? String(part.drop { $0 != "\n" }) : part
      text += "<pkg:part pkg:name=\"/\(name)\"><pkg:xmlData>\(content)</pkg:xmlData></pkg:part>"
    }
    return Array((text + "</pkg:package>").utf8)
  }

  func lines() throws -> [String] { dump(try WordExtractor().extract(bytes)) }

  /// A paragraph with one run.
  static func p(_ text: String, _ properties: String = "", run: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t>\(text)</w:t></w:r></w:p>"
  }

  /// A cell with one paragraph.
  static func tc(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>"
  }

  static func tr(_ cells: String..., properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
  }

  static func tbl(_ rows: String..., properties: String = "", widths: [Int] = []) -> String {
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    return "<w:tbl><w:tblPr>\(properties)</w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\(rows.joined())</w:tbl>"
  }
}
