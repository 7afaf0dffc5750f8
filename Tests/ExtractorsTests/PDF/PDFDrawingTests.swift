// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors
import Testing

struct PDFDrawingTests {
  private func page(_ content: String, resources: String = "", objects: [[UInt8]] = []) throws -> PageContent {
    var page = SamplePDF.Page(content: content)
    page.resources = resources
    var sample = SamplePDF([page])
    sample.objects = objects
    return try SourceDocument(reading: sample).pages[0]
  }

  @Test func `strokes become lines with their width`() throws {
    let lines = try page("2 w 1 0 0 RG 50 100 m 250 100 l S 0.5 w 0 G 50 100 m 50 200 l S\n").rulingLines
    #expect(lines.map(\.isHorizontal) == [true, false])
    #expect(lines.map(\.colour.hexadecimal) == ["#FF0000", "#000000"])
    #expect(lines[0].box.rounded == [50, 199, 250, 201])
    #expect(abs(lines[1].box.width - 0.5) < 0.01)
  }

  @Test func `a stroked rectangle gives four lines, a slanted stroke none`() throws {
    #expect(try page("1 w 50 50 100 40 re S\n").rulingLines.count == 4)
    #expect(try page("1 w 50 50 m 150 140 l S\n").rulingLines.isEmpty)
  }

  @Test func `line widths and places go through the matrix in force`() throws {
    let lines = try page("q 2 0 0 3 10 20 cm 1 w 0 0 m 50 0 l S 0 0 m 0 50 l S Q\n").rulingLines
    #expect(lines.map { [$0.box.width, $0.box.height].map { ($0 * 10).rounded() / 10 } } == [[100, 3], [2, 150]])
  }

  @Test func `dashes are one line, and so are strokes dash by dash`() throws {
    #expect(try page("[3 2] 0 d 1 w 50 50 m 250 50 l S\n").rulingLines.count == 1)
    let dashes = (0..<40).map { "\(50 + 5 * $0) 80 m \(53 + 5 * $0) 80 l S\n" }.joined()
    let lines = try page("1 w " + dashes).rulingLines
    #expect(lines.map(\.box.rounded) == [[50, 220, 248, 221]] || lines.map(\.box.rounded) == [[50, 219, 248, 221]])
  }

  @Test func `fills keep their colour and paint order, and equal ones count once`() throws {
    let fills = try page(
      "0 0.69 0.31 rg 50 50 100 20 re f 1 g 60 55 10 10 re f 0 0.69 0.31 rg 50 50 100 20 re f\n"
    ).fills
    #expect(fills.map(\.colour.hexadecimal) == ["#FFFFFF", "#00B04F"])
  }

  @Test func `a fill shows only within its clip`() throws {
    let fills = try page("q 100 100 50 50 re W n 120 0 300 300 re W n 0 0 1 rg 0 0 400 300 re f Q 10 10 5 5 re f\n")
      .fills
    #expect(fills.map(\.box.rounded) == [[120, 150, 150, 200], [10, 285, 15, 290]])
  }

  @Test func `lines are cut at the clip and vanish outside it`() throws {
    let lines = try page("q 100 100 50 50 re W n 1 w 0 120 m 400 120 l S 0 20 m 400 20 l S Q\n").rulingLines
    #expect(lines.map(\.box.rounded) == [[100, 180, 150, 181]] || lines.map(\.box.rounded) == [[100, 179, 150, 181]])
  }

  @Test func `a frame filled by even-odd is four strips`() throws {
    let fills = try page("0 g 100 100 100 80 re 101 101 98 78 re f*\n").fills
    #expect(fills.count == 4)
    #expect(fills.allSatisfy { min($0.box.width, $0.box.height) < 1.1 })
  }

  @Test func `a disc counts as its box, a triangle does not`() throws {
    let disc =
      "1 0 0 rg 110 100 m 110 105.5 105.5 110 100 110 c 94.5 110 90 105.5 90 100 c "
      + "90 94.5 94.5 90 100 90 c 105.5 90 110 94.5 110 100 c f\n"
    #expect(try page(disc).fills.map(\.box.rounded) == [[90, 190, 110, 210]])
    #expect(try page("1 0 0 rg 100 100 m 150 100 l 125 150 l f\n").fills.isEmpty)
  }

  @Test func `gradients have no colour`() throws {
    let shading = """
      << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 400 0]
      /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >> >>
      """
    let page = try page("q 50 50 100 100 re W n /S1 sh Q\n", resources: "/Shading << /S1 \(shading) >>")
    #expect(page.fills.isEmpty)
  }

  @Test func `a transparency group keeps its state to itself`() throws {
    let group = SamplePDF.stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Group << /S /Transparency >> /Resources << >>",
      Array("1 0 0 rg 3 w 50 50 30 20 re f\n".utf8))
    let page = try page(
      "0 1 0 rg 10 10 20 20 re f q /G1 gs /X1 Do Q 100 10 20 20 re f\n",
      resources: "/XObject << /X1 100 0 R >> /ExtGState << /G1 << /ca 0.5 >> >>", objects: [group])
    #expect(page.fills.map(\.colour.hexadecimal) == ["#00FF00", "#FF0000", "#00FF00"])
    #expect(page.fills.map(\.box.left) == [10, 50, 100])
  }

  @Test func `a picture costs nothing, and text beside it is read`() throws {
    // The data is no JPEG at all: nobody may try to decode it.
    let image = SamplePDF.stream(
      "/Type /XObject /Subtype /Image /Width 4000 /Height 4000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
      Array("no picture".utf8))
    var page = SamplePDF.Page(
      content: "q 100 0 0 100 50 50 cm /X1 Do Q\n" + SamplePDF.text("Caption of some length", x: 40, y: 200))
    page.resources = "/XObject << /X1 100 0 R >>"
    var sample = SamplePDF([page])
    sample.objects = [image]
    #expect(try SourceDocument(reading: sample).words() == ["Caption", "of", "some", "length"])
  }

  @Test func `drawings without end are cut off and reported`() throws {
    let content = "0 g\n" + (0..<70_000).map { "\($0 % 400) \($0 / 400) 0.5 0.5 re f\n" }.joined()
    let document = try SourceDocument(
      reading: SamplePDF(content + SamplePDF.text("Still here, and some more words", x: 40, y: 280)))
    #expect(document.notices.map(\.id) == ["drawing-cut"])
    #expect(document.pages[0].fills.count <= 60_000)
    #expect(document.words().first == "Still")
  }
}
