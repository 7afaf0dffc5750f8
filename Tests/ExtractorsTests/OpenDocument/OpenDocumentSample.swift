// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors

/// Small OpenDocument files made in code.
struct OpenDocumentSample {
  var body: String
  /// Automatic styles of the text.
  var automatic = ""
  /// Common styles.
  var styles = ""
  /// Automatic styles of headers and footers, and the master pages themselves.
  var pageAutomatic = ""
  var masters = ""

  init(_ body: String, automatic: String = "", styles: String = "") {
    self.body = body
    self.automatic = automatic
    self.styles = styles
  }

  private var namespaces: String {
    ["office", "text", "table", "style", "drawing=draw", "svg-compatible=svg", "xsl-fo-compatible=fo"].map { entry in
      let parts = entry.split(separator: "=")
      return "xmlns:\(parts[parts.count - 1])=\"urn:oasis:names:tc:opendocument:xmlns:\(parts[0]):1.0\""
    }.joined(separator: " ")
  }

  private var styleParts: String {
    "<office:styles>\(styles)</office:styles>"
  }

  /// The parts in a ZIP archive.
  var zip: ZIPWriter {
    ZIPWriter([
      "mimetype": "application/vnd.oasis.opendocument.text",
      "META-INF/manifest.xml":
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
      "styles.xml": """
      <office:document-styles \(namespaces)>\(styleParts)<office:automatic-styles>\(pageAutomatic)</office:automatic-styles>
      <office:master-styles>\(masters)</office:master-styles></office:document-styles>
      """,
      "content.xml": """
      <office:document-content \(namespaces)><office:automatic-styles>\(automatic)</office:automatic-styles>
      <office:body>\(body)</office:body></office:document-content>
      """,
    ])
  }

  var bytes: [UInt8] { zip.bytes }

  /// All parts in one XML file.
  var flat: [UInt8] {
    Array(
      """
      <?xml version="1.0"?><office:document \(namespaces) office:mimetype="application/vnd.oasis.opendocument.text">
      \(styleParts)<office:automatic-styles>\(automatic)\(pageAutomatic)</office:automatic-styles>
      <office:master-styles>\(masters)</office:master-styles><office:body>\(body)</office:body></office:document>
      """.utf8)
  }

  /// The lines of a text body.
  static func lines(_ body: String, automatic: String = "", styles: String = "") throws -> [String] {
    let sample = OpenDocumentSample("<office:text>\(body)</office:text>", automatic: automatic, styles: styles)
    return dump(try OpenDocumentExtractor().extract(sample.bytes))
  }
}
