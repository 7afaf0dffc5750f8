// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Extractors

/// Pages that are a picture with a recognised text behind it.
@Suite struct PicturedPageTests {
  private let words = ["Open", "the", "ford", "for", "carts", "Mend", "gate", "Miller", "Smith"]

  /// A page of which a picture covers all; `rules` are heights and distances from the left of its lines, in points.
  private func file(rows: [Int], columns: [Int]) -> SamplePDF {
    var pixels = [UInt8](repeating: 255, count: 400 * 300)
    for y in rows { for x in 20..<380 { for thick in 0..<2 { pixels[(y + thick) * 400 + x] = 0 } } }
    for x in columns { for y in 20..<280 { for thick in 0..<2 { pixels[y * 400 + x + thick] = 0 } } }
    let layer = words.enumerated().map { SamplePDF.text($1, x: 40, y: 250 - 25 * Double($0)) }.joined()
    var page = SamplePDF.Page(content: "q 400 0 0 300 0 0 cm /P Do Q\n3 Tr\n" + layer)
    page.resources = "/XObject << /P 100 0 R >>"
    var file = SamplePDF([page])
    file.objects = [
      SamplePDF.stream(
        "/Type /XObject /Subtype /Image /Width 400 /Height 300 /ColorSpace /DeviceGray /BitsPerComponent 8", pixels)
    ]
    return file
  }

  @Test func linesAreThePicturesAndWordsTheFiles() throws {
    let page = try #require(
      try SourceDocument(reading: file(rows: [20, 100, 278], columns: [20, 200, 378])).pages.first)
    #expect(page.words.count == words.count)
    #expect(page.rulingLines.filter(\.isHorizontal).count == 3)
    #expect(page.rulingLines.filter { !$0.isHorizontal }.count == 3)
    #expect(!page.isRecognised)
  }

  @Test func aPictureWithoutATableGivesNoLines() throws {
    let page = try #require(try SourceDocument(reading: file(rows: [150], columns: [])).pages.first)
    #expect(page.rulingLines.isEmpty && page.fills.isEmpty)
  }
}
