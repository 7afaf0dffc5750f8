// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Reads a page that is a picture: words by OCR, ruling lines and fills from the raster.
struct ScanReader {
  let recogniser: any PageRecogniser

  /// What was read of a page.
  struct Result {
    var words: [RecognisedWords.Word]
    var lines: [RulingLine]
    var fills: [PageFill]
  }

  /// Reads a page; all coordinates are those of the page after it was levelled, in points from the top left.
  ///
  /// - Throws: ``ExtractionError`` with reason `.unavailable` where there is no OCR program.
  func read(_ page: borrowing PopplerSheet) throws(ExtractionError) -> Result {
    guard var raster = PageRaster(of: page) else {
      throw ExtractionError(
        .overLimit, "the page is too large to be rendered for OCR", advice: "Print it to a smaller paper size.")
    }
    let slope = SkewEstimator.slope(of: raster)
    if slope != 0 { raster.level(slope: slope) }
    let backdrop = Backdrop(of: raster)
    var contrast = backdrop.contrast(of: raster)
    let rules = RasterRules.rules(in: contrast, width: raster.width, height: raster.height, scale: raster.scale)
    RasterRules.erase(rules, from: &contrast, width: raster.width, height: raster.height)
    let fills = RasterFills.fills(of: raster, on: backdrop)
    guard
      let image = GreyImage(
        width: raster.width, height: raster.height, resolution: Int((raster.scale * 72).rounded()), pixels: contrast)
    else { return Result(words: [], lines: [], fills: fills) }
    let found = try recogniser.recognise(image)
    return Result(
      words: RecognisedWords.words(found, scale: raster.scale),
      lines: rules.map { ScanReader.line($0, raster) }, fills: fills)
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
