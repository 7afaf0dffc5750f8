// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Scans with a recognised text behind the picture: the words are the file's, lines and fills are the picture's.
extension PageReader {
  /// What part of the page the picture covers at least.
  static let picturedCoverage: Float = 0.8
  /// Bytes for each page of a file with less of which no page of text is stored as a picture.
  static let leastPictureBytes = 20_000
  /// With fewer lines each way a picture shows no table.
  static let fewestPicturedLines = 2

  /// The lines and fills of the picture behind a page's text; nil where there is none that shows a table.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - drawing: what the file itself draws on it.
  mutating func pictured(_ page: PageContent, drawing: PageDrawing) -> (lines: [RulingLine], fills: [PageFill])? {
    guard mayHavePictures, drawing.lines.isEmpty, drawing.fills.isEmpty, !page.words.isEmpty else { return nil }
    let whole = page.width * page.height
    let isCovered = originals.images(onPage: page.number - 1).contains {
      $0.width * $0.height >= PageReader.picturedCoverage * whole
    }
    guard isCovered, let sheet = originals.page(at: page.number - 1), let found = ScanReader.drawing(of: sheet) else {
      return nil
    }
    let level = found.lines.filter(\.isHorizontal).count
    guard level >= PageReader.fewestPicturedLines, found.lines.count - level >= PageReader.fewestPicturedLines else {
      return nil
    }
    return found
  }

  /// Whether a word of a recognised text is a piece of a line: "|", "__".
  static func isRule(_ word: some Sequence<UInt8>) -> Bool { word.allSatisfy { $0 == 0x7C || $0 == 0x5F } }
}

extension ScanReader {
  /// The ruling lines and fills of a page as it is rendered; nil where there is no memory for that.
  static func drawing(of page: borrowing PopplerSheet) -> (lines: [RulingLine], fills: [PageFill])? {
    guard let raster = PageRaster(of: page) else { return nil }
    let backdrop = Backdrop(of: raster)
    let contrast = backdrop.contrast(of: raster)
    let rules = RasterRules.rules(in: contrast, width: raster.width, height: raster.height, scale: raster.scale)
    return (rules.map { line($0, raster) }, RasterFills.fills(of: raster, on: backdrop))
  }
}
