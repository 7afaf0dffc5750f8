// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanSchema
import Testing

@testable import Comparison

@Suite("Forms of a comparison")
struct ComparisonOutputTests {
  private let comparison: PlanComparison

  init() throws { comparison = try PlanComparer(themes: .standard()).compare(ComparisonSamples.two) }

  @Test("JSON holds every action with its themes, counterparts and place")
  func json() throws {
    let object = try JSONSerialization.jsonObject(with: Data(ComparisonJSONEmitter().emit(comparison)))
    let root = try #require(object as? [String: Any])
    let actions = try #require(root["actions"] as? [[String: Any]])
    #expect(actions.map { $0["text"] as? String } == comparison.actions.map(\.action.text))
    #expect(actions[0]["place"] as? String == "north plan.pdf, page 2")
    #expect(actions[0]["fragment"] as? String == "#page=2&viewrect=1,2,3,4")
    #expect(actions[0]["dueLast"] as? String == "2025-03-31")
    let why = (actions[0]["themes"] as? [[String: Any]])?.first?["why"] as? [[String: Any]]
    #expect(why?.isEmpty == false)
    #expect((actions[0]["counterparts"] as? [[String: Any]])?.first?["id"] as? String == "b")
  }

  @Test("the same plans give the same bytes")
  func repeats() throws {
    let again = try PlanComparer(themes: .standard()).compare(ComparisonSamples.two)
    #expect(ComparisonJSONEmitter().emit(comparison) == ComparisonJSONEmitter().emit(again))
    #expect(try ComparisonHTMLEmitter().emit(comparison) == ComparisonHTMLEmitter().emit(again))
  }

  @Test("CSV has one row an action, and the matrix a row for each theme and plan")
  func csv() throws {
    let tables = ComparisonCSVEmitter().emit(comparison)
    let rows = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, lines($0.bytes)) })
    #expect(rows["comparison-actions.csv"]?.count == 1 + comparison.actions.count)
    #expect(rows["comparison-matrix.csv"]?.count == 1 + comparison.themes.count * comparison.plans.count)
    #expect(rows["comparison-readings.csv"]?.last == "Southshire,i1,1,2025,60%,")
  }

  @Test("Markdown escapes what a plan's words would break")
  func markdown() {
    let text = ComparisonMarkdownEmitter().emit(comparison)
    #expect(text.contains("| Repaint \\<b\\>the\\</b\\> hall \\</script\\> \\| end"))
    #expect(text.contains("## Colours that do not mean the same"))
    for line in text.split(separator: "\n") where line.hasPrefix("|") { #expect(line.hasSuffix("|")) }
  }

  @Test("a plan's words cannot leave the HTML page's data")
  func island() throws {
    let page = try ComparisonHTMLEmitter().emit(comparison)
    let start = try #require(page.range(of: "id=\"data\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let data = page[start.upperBound..<end.lowerBound]
    #expect(!data.contains("<"))
    let root = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    let actions = try #require(root["actions"] as? [[String: Any]])
    #expect(actions.last?["x"] as? String == "Repaint <b>the</b> hall </script> | end")
  }

  @Test("the page's tables have headers with scope, its links lead to the documents beside it")
  func page() throws {
    let page = try ComparisonHTMLEmitter().emit(comparison)
    #expect(page.contains("<a href=\"./north%20plan.pdf\">north plan.pdf</a>"))
    #expect(page.components(separatedBy: "<th ").dropFirst().allSatisfy { $0.hasPrefix("scope=\"") })
    #expect(page.contains("Warning: green does not mean the same everywhere."))
    for loading in [" src=", "url(", "@import", "fetch(", "XMLHttpRequest", "<link"] {
      #expect(!page.contains(loading), "nothing is loaded")
    }
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n").filter { !$0.isEmpty }
  }
}
