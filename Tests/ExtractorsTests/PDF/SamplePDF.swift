// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes small PDF files for tests: pages of content streams with Helvetica as `/F1` and Helvetica-Bold as `/F2`.
struct SamplePDF {
  /// One page.
  struct Page {
    var content: String
    /// Left, bottom, right, top, in points.
    var mediaBox = [0, 0, 400, 300]
    var cropBox: [Int]?
    /// Degrees clockwise.
    var rotation = 0
    /// Further entries of the page's dictionary.
    var entries = ""
    /// Further entries of its resources.
    var resources = ""
  }

  var pages: [Page]
  /// Further objects, from number 100 on; each is its body.
  var objects: [[UInt8]] = []
  /// Further entries of the font resources.
  var extraFonts = ""
  /// Further entries of the trailer.
  var trailer = ""
  /// Changes each content stream, as encryption does; given its object number.
  var encode: (Int, [UInt8]) -> [UInt8] = { $1 }

  init(_ pages: [Page]) { self.pages = pages }

  /// A file of one page.
  init(_ content: String) { pages = [Page(content: content)] }

  /// A stream object's body.
  static func stream(_ dictionary: String, _ content: [UInt8]) -> [UInt8] {
    Array("<< \(dictionary) /Length \(content.count) >>\nstream\n".utf8) + content + Array("\nendstream".utf8)
  }

  /// The file.
  var bytes: [UInt8] {
    var file = Array("%PDF-1.7\n".utf8)
    var offsets: [(number: Int, offset: Int)] = []
    func add(_ number: Int, _ body: [UInt8]) {
      offsets.append((number, file.count))
      file += Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }
    add(1, Array("<< /Type /Catalog /Pages 2 0 R >>".utf8))
    let kids = pages.indices.map { "\(10 + 2 * $0) 0 R" }.joined(separator: " ")
    add(2, Array("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>".utf8))
    add(3, Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".utf8))
    add(4, Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>".utf8))
    for (index, page) in pages.enumerated() {
      let number = 10 + 2 * index
      let box = page.mediaBox.map(String.init).joined(separator: " ")
      let crop = page.cropBox.map { "/CropBox [\($0.map(String.init).joined(separator: " "))]" } ?? ""
      add(
        number,
        Array(
          """
          << /Type /Page /Parent 2 0 R /MediaBox [\(box)] \(crop) /Rotate \(page.rotation) \(page.entries)
          /Resources << /Font << /F1 3 0 R /F2 4 0 R \(extraFonts) >> \(page.resources) >> /Contents \(number + 1) 0 R >>
          """.utf8))
      add(number + 1, SamplePDF.stream("", encode(number + 1, Array(page.content.utf8))))
    }
    for (index, object) in objects.enumerated() { add(100 + index, object) }
    let start = file.count
    var table = "xref\n0 1\n0000000000 65535 f \n"
    for (number, offset) in offsets {
      let digits = String(offset)
      table += "\(number) 1\n\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
    }
    table += "trailer << /Size \(100 + objects.count) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
    return file + Array(table.utf8)
  }

  /// Operators that show text at a place, in points from the bottom left.
  static func text(_ text: String, x: Double, y: Double, size: Double = 10, font: String = "F1") -> String {
    "BT /\(font) \(size) Tf 1 0 0 1 \(x) \(y) Tm (\(text)) Tj ET\n"
  }
}
