// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads a page that is a picture: words by OCR, ruling lines and fills from the raster.
struct ScanReader {
  let recogniser: any PageRecogniser

  /// A page of which fewer letters than this were read for sure may lie on its side.
  static let fewestSureLetters = 40
  /// Words are read for sure from this confidence on, 0 to 100.
  static let sureWord: UInt8 = 60

  /// What was read of a page.
  struct Result {
    /// Width and height as read, in points.
    var size: (width: Float, height: Float)
    var words: [RecognisedWords.Word] = []
    var lines: [RulingLine] = []
    var fills: [PageFill] = []

    /// Letters of words that are long enough not to be noise: those read for sure, and all.
    var letters: (sure: Int, all: Int) {
      var letters = (sure: 0, all: 0)
      for word in words where word.text.utf8.count >= 3 {
        letters.all += word.text.utf8.count
        if word.confidence >= ScanReader.sureWord { letters.sure += word.text.utf8.count }
      }
      return letters
    }
  }

  /// Reads a page; all coordinates are those of the page after it was turned and levelled, in points from the top left.
  ///
  /// - Throws: ``ExtractionError`` with reason `.unavailable` where there is no OCR program.
  func read(_ page: borrowing PopplerSheet) throws(ExtractionError) -> Result {
    guard let raster = PageRaster(of: page) else {
      throw ExtractionError(
        .overLimit, "the page is too large to be rendered for OCR", advice: "Print it to a smaller paper size.")
    }
    var best = try read(raster)
    let letters = best.letters
    if letters.sure >= ScanReader.fewestSureLetters, letters.sure * 10 >= letters.all * 7 { return best }
    // Wide tables are often scanned as upright sheets. The right way round gives many more sure words than any other;
    // text on its head gives some ("and" is read as "pue").
    for turns in [1, 3, 2] where letters.all > 0 || !best.lines.isEmpty {
      let turned = try read(raster.turned(quarters: turns))
      guard turned.letters.sure > best.letters.sure * 3 / 2 else { continue }
      best = turned
      let letters = turned.letters
      if letters.sure >= ScanReader.fewestSureLetters, letters.sure * 10 >= letters.all * 8 { break }
    }
    return best
  }

  /// Reads a picture that is the right way up.
  private func read(_ picture: PageRaster) throws(ExtractionError) -> Result {
    var raster = picture
    let slope = SkewEstimator.slope(of: raster)
    if slope != 0 { raster.level(slope: slope) }
    let backdrop = Backdrop(of: raster)
    var contrast = backdrop.contrast(of: raster)
    let rules = RasterRules.rules(in: contrast, width: raster.width, height: raster.height, scale: raster.scale)
    RasterRules.erase(rules, from: &contrast, width: raster.width, height: raster.height)
    var result = Result(
      size: (Float(Double(raster.width) / raster.scale), Float(Double(raster.height) / raster.scale)))
    result.fills = RasterFills.fills(of: raster, on: backdrop)
    result.lines = rules.map { ScanReader.line($0, raster) }
    guard
      let image = GreyImage(
        width: raster.width, height: raster.height, resolution: Int((raster.scale * 72).rounded()), pixels: contrast)
    else { return result }
    result.words = RecognisedWords.words(try recogniser.recognise(image), scale: raster.scale)
    return result
  }

  private static func line(_ rule: RasterRules.Rule, _ raster: PageRaster) -> RulingLine {
    func points(_ pixels: Int) -> Float { Float(Double(pixels) / raster.scale) }
    let middle = (rule.top + rule.bottom) / 2 * raster.width + (rule.left + rule.right) / 2
    let pixel = raster.pixels.indices.contains(middle) ? raster.pixels[middle] : 0
    return RulingLine(
      box: Box(left: points(rule.left), top: points(rule.top), right: points(rule.right), bottom: points(rule.bottom)),
      isHorizontal: rule.isHorizontal,
      colour: Colour(
        red: UInt8(pixel >> 16 & 0xFF), green: UInt8(pixel >> 8 & 0xFF), blue: UInt8(pixel & 0xFF)))
  }
}
