// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Numbers

/// Reads a page that is a picture: words by OCR, ruling lines and fills from the raster.
struct ScanReader {
  let recogniser: any PageRecogniser

  /// A page of which fewer letters than this were read for sure may lie on its side.
  static let fewestSureLetters = 40
  /// Words are read for sure from this confidence on, 0 to 100.
  static let sureWord: UInt8 = 60
  /// With so many letters, of which less than a tenth are read for sure, a picture shows something other than text. Of text
  /// that stands on its head a seventh is.
  static let fewestNoiseLetters = 200
  /// Contrast from which a pixel is ink, 0 black to 255 white: darker than the grey of a web page's small print.
  static let ink: UInt8 = 160
  /// With less ink than this, in pixels, a page is blank: a digit in 10 points has twice as much.
  static let leastInk = 100

  /// What was read of a page.
  struct Result {
    /// Width and height as read, in points.
    var size: (width: Float, height: Float)
    var words: [RecognisedWords.Word] = []
    var lines: [RulingLine] = []
    var fills: [PageFill] = []
    /// Whether there is nothing to read.
    var isBlank = false

    /// The letters among its words.
    var letters = Letters()
  }

  /// Letters of words that are long enough not to be noise.
  ///
  /// One of tesseract's ways to divide a page also reads lines that stand upright, in one direction; the boxes of their words
  /// are higher than wide.
  struct Letters {
    /// In words that lie level.
    var level = Count()
    /// In words that stand upright.
    var upright = Count()

    /// How many there are.
    struct Count {
      var all = 0
      /// Those of words read for sure.
      var sure = 0
    }

    init() {}

    init(of words: [RecognisedWord]) {
      for word in words where word.text.utf8.count >= 3 && word.confidence >= RecognisedWords.leastSureWord {
        let isSure = word.confidence >= ScanReader.sureWord
        let path = word.height > word.width ? \Letters.upright : \Letters.level
        self[keyPath: path].all += word.text.utf8.count
        if isSure { self[keyPath: path].sure += word.text.utf8.count }
      }
    }

    /// All letters.
    var count: Int { level.all + upright.all }

    /// Whether the page has text and stands the right way up, given the least share of level words that were read for sure.
    func isReadable(percent: Int) -> Bool {
      level.sure >= ScanReader.fewestSureLetters && level.sure * 100 >= count * percent
    }

    /// Clockwise quarter turns that may bring the page the right way up, likely ones first.
    var turns: [Int] {
      // Upright lines that run down the page are read for sure, those that run up are on their heads.
      if upright.all > level.all { return upright.sure * 2 >= upright.all ? [3, 1] : [1, 3] }
      return count >= ScanReader.fewestNoiseLetters ? [2] : [1, 3, 2]
    }

    /// What OCR made of the picture, whichever way its text lies.
    var yield: RecognitionBudget.Yield {
      let sure = level.sure + upright.sure
      if count >= ScanReader.fewestNoiseLetters, sure * 10 < count { return .nothing }
      return sure >= ScanReader.fewestSureLetters ? .text : .little
    }
  }

  /// Reads a page; all coordinates are those of the page after it was turned and levelled, in points from the top left.
  ///
  /// - Parameter budget: what came of the page is noted there.
  /// - Throws: ``ExtractionError`` with reason `.unavailable` where there is no OCR program.
  func read(
    _ page: borrowing PopplerSheet, budget: inout RecognitionBudget
  ) throws(ExtractionError) -> Result {
    guard let raster = PageRaster(of: page) else {
      throw ExtractionError(
        .overLimit, "the page is too large to be rendered for OCR", advice: "Print it to a smaller paper size.")
    }
    let pixels = raster.width * raster.height
    do throws(ExtractionError) {
      let found = try readEitherWay(raster)
      if !found.isBlank { budget.note(found.letters.yield, pixels: pixels) }
      return found
    } catch {
      budget.note(.nothing, pixels: pixels)
      throw error
    }
  }

  /// Reads a picture, whichever way up it is.
  private func readEitherWay(_ raster: PageRaster) throws(ExtractionError) -> Result {
    var best = try read(raster)
    // A picture without a letter has none the other way up, nor has one that is no text.
    if best.letters.isReadable(percent: 70) || best.letters.count == 0 || best.letters.yield == .nothing { return best }
    // Wide tables are often scanned as upright sheets. The right way round gives many more sure words than any other;
    // text on its head gives some ("and" is read as "pue").
    for turns in best.letters.turns {
      let turned = try read(raster.turned(quarters: turns))
      guard turned.letters.level.sure > best.letters.level.sure * 3 / 2 else { continue }
      best = turned
      if best.letters.isReadable(percent: 80) { break }
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
    result.isBlank = contrast.count { $0 < ScanReader.ink } < ScanReader.leastInk
    if result.isBlank { return result }
    guard
      let image = GreyImage(
        width: raster.width, height: raster.height, resolution: Int(saturating: (raster.scale * 72).rounded()),
        pixels: contrast)
    else { return result }
    let found = try recogniser.recognise(image)
    result.letters = Letters(of: found)
    result.words = RecognisedWords.words(found, scale: raster.scale)
    return result
  }

  static func line(_ rule: RasterRules.Rule, _ raster: PageRaster) -> RulingLine {
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
