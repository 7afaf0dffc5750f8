// SPDX-License-Identifier: GPL-3.0-or-later

public import Documents
import Numbers

/// What the parser saw on one page: for people who tune, and for drawing.
public struct PageAnalysis: Sendable {
  /// Where a grid's borders come from.
  public enum Origin: String, Sendable {
    /// Rules, thin fills and edges of fills.
    case rules
    /// White space and aligned words.
    case text
    /// Columns from rules, rows from baselines.
    case columnRules = "column-rules"
    /// Rows from rules, columns from white space.
    case rowRules = "row-rules"
  }

  /// A grid that was considered.
  public struct Candidate: Sendable {
    /// Where its borders come from.
    public var origin: Origin
    /// Cells, in points.
    public var cells: [Box]
    /// How well it fits the words, from 0 to 1.
    public var score: Float
    /// Whether it was taken.
    public var isChosen: Bool
  }

  /// Page number, from 1.
  public var page: Int
  /// Width, in points.
  public var width: Float
  /// Height, in points.
  public var height: Float
  /// Boxes of the words.
  public var words: [Box]
  /// Boxes of the rules after thin fills and edges of fills were added and doubles merged.
  public var rules: [Box]
  /// The fills as they came.
  public var fills: [PageFill]
  /// All grids that were considered, in the order in which they were built.
  public var candidates: [Candidate]
}

extension TableParser {
  /// What the parser sees on one page of a document: words, rules, fills and the grids that it considered.
  ///
  /// For people who tune; it does the work of ``parse(_:)`` for that page again, without joins and without looking for
  /// furniture on other pages.
  ///
  /// - Parameters:
  ///   - page: a page of the document.
  ///   - text: the document's text, to which the words' spans refer.
  public func analyse(_ page: PageContent, text: TextStore) -> PageAnalysis {
    text.bytes.withUnsafeBufferPointer { bytes in
      let lines = PageText(page, bytes: bytes, tolerances: tolerances)
      let found = TableFinder(tolerances: tolerances).tables(lines, page: page, bytes: bytes, framed: [])
      var rules: [Box] = []
      for rule in found.rules.horizontal {
        rules.append(Box(left: rule.from, top: rule.position, right: rule.to, bottom: rule.position))
      }
      for rule in found.rules.vertical {
        rules.append(Box(left: rule.position, top: rule.from, right: rule.position, bottom: rule.to))
      }
      return PageAnalysis(
        page: page.number, width: page.width, height: page.height, words: lines.words.map(\.box), rules: rules,
        fills: page.fills,
        candidates: found.candidates.map { candidate in
          PageAnalysis.Candidate(
            origin: candidate.grid.origin, cells: candidate.grid.cells.map(\.box), score: candidate.grid.score,
            isChosen: candidate.isChosen)
        })
    }
  }
}

extension PageAnalysis {
  /// The page as a drawing in SVG: fills in their colours, words in grey, rules in blue, refused grids in orange, chosen
  /// ones in green with their number of columns and their origin.
  public var svg: String {
    let size = (width: PageAnalysis.points(width), height: PageAnalysis.points(height))
    var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(size.width)\" height=\"\(size.height)\""
    svg += " viewBox=\"0 0 \(size.width) \(size.height)\">\n<title>Page \(page)</title>\n"
    svg += "<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n"
    for fill in fills {
      svg += PageAnalysis.rectangle(fill.box, "fill=\"\(fill.colour.hexadecimal)\" fill-opacity=\"0.5\"")
    }
    for word in words { svg += PageAnalysis.rectangle(word, "fill=\"#999999\" fill-opacity=\"0.5\"") }
    for rule in rules {
      svg += "<line x1=\"\(PageAnalysis.points(rule.left))\" y1=\"\(PageAnalysis.points(rule.top))\""
      svg += " x2=\"\(PageAnalysis.points(rule.right))\" y2=\"\(PageAnalysis.points(rule.bottom))\""
      svg += " stroke=\"#0060C0\" stroke-width=\"0.6\"/>\n"
    }
    for candidate in candidates {
      let colour = candidate.isChosen ? "#00A050" : "#F08000"
      svg += "<g fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(candidate.isChosen ? 1.2 : 0.5)\">\n"
      svg += "<title>\(candidate.origin.rawValue), score \(PageAnalysis.points(candidate.score))</title>\n"
      for cell in candidate.cells { svg += PageAnalysis.rectangle(cell, "") }
      svg += "</g>\n"
    }
    return svg + "</svg>\n"
  }

  private static func rectangle(_ box: Box, _ attributes: String) -> String {
    "<rect x=\"\(points(box.left))\" y=\"\(points(box.top))\" width=\"\(points(max(0, box.width)))\""
      + " height=\"\(points(max(0, box.height)))\" \(attributes)/>\n"
  }

  /// A number with two decimals; 0 for what is no number.
  private static func points(_ value: Float) -> String {
    guard value.isFinite, abs(value) < 1_000_000 else { return "0" }
    let hundredths = Int(saturating: (Double(value) * 100).rounded())
    let rest = abs(hundredths % 100)
    return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
