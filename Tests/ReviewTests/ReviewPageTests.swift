// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Documents
import Foundation
import PlanSchema
import Review
import TestSupport
import Testing

@Suite struct ReviewPageTests {
  private func page(_ text: String) throws -> String {
    try PlanConverter().reviewPage(Array(text.utf8), file: "plan.txt")
  }

  private let plan = """
    Ref\tAction\tLead\tBy when\tRAG
    1.1\tOpen the sensory garden to pupils\tHead of Estates\tMarch 2031\tGreen
    1.2\tTell carers how the garden is booked\tCarer Link Officer\tMay 2031\tAmber

    """

  /// Each word of a document stands on the source's side as often as in the document, and again in a record.
  @Test(arguments: Repository.samples) func everyWordIsOnBothSides(sample: URL) throws {
    let bytes = Array(try Data(contentsOf: sample))
    let html = try PlanConverter().reviewPage(bytes, file: sample.path)
    let document = try PlanConverter().read(bytes, file: sample.path)
    let words = PageReader.words(of: String(decoding: document.text.bytes, as: UTF8.self))
    #expect(words.count > 50)
    let source = PageReader.words(
      of: PageReader.text(of: "<body>" + PageReader.part(of: html, from: "<section id=\"source\"", to: "<main")))
    let records = PageReader.words(
      of: PageReader.text(of: "<body>" + PageReader.part(of: html, from: "<main", to: "</main>")))
    // A PDF's words may be cut at a line's end, where the document joins them again.
    if sample.pathExtension != "pdf" { #expect(words.filter { source[$0.key, default: 0] < $0.value }.isEmpty) }
    #expect(words.filter { records[$0.key, default: 0] < $0.value }.isEmpty)
  }

  /// The places that records name are there, and hardly a value has none.
  @Test(arguments: Repository.samples) func recordsAndSourceAreLinked(sample: URL) throws {
    let html = try PlanConverter().reviewPage(Array(try Data(contentsOf: sample)), file: sample.path)
    let places = Set(PageReader.values(of: "id", in: html).filter { $0.hasPrefix("p") })
    let named = PageReader.values(of: "data-p", in: html).flatMap { $0.split(separator: " ").map { "p" + $0 } }
    #expect(named.count > 20)
    #expect(named.allSatisfy { places.contains($0) })
    #expect(Double(Set(named).count) > 0.95 * Double(places.count { Int($0.dropFirst()) != nil }))
  }

  @Test func aValueIsLinkedToItsCell() throws {
    let html = try page(plan)
    let record = PageReader.part(of: html, from: "data-target=\"action 1.2\"", to: "</article>")
    let lead = PageReader.part(of: record, from: "data-field=\"leads\"", to: "</dd>")
    let place = try #require(PageReader.values(of: "data-p", in: lead).first)
    let cell = PageReader.part(of: html, from: "id=\"p\(place)\"", to: "</p>")
    #expect(cell.hasSuffix("Carer Link Officer"))
    #expect(cell.contains("class=\"place used\""))
  }

  @Test func unplacedTextStandsOnTopWithItsCount() throws {
    let html = try page(plan + "1.3\tPaint the benches\tHead of Estates\tMay 2031\tGreen\tblue kettle\n")
    let list = PageReader.part(of: html, from: "id=\"part-unplaced\"", to: "</section>")
    #expect(list.contains("Unplaced text (1)") == list.contains("blue kettle"))
    #expect(PageReader.text(of: html).contains("blue kettle"))
  }

  @Test(arguments: [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "' onfocus='alert(1)",
    "{{name}} {{{records}}}", "]]>&lt;b&gt;", "<!-- --><!doctype html>",
  ]) func whatADocumentSaysIsTextOnly(hostile: String) throws {
    let text = """
      Ref\tAction\tLead\tBy when
      1.1\tShow \(hostile) to nobody\tHead \(hostile)\tMay 2031
      1.2\tWalk the dog\t\(hostile)\tMay 2031

      """
    let html = try PlanConverter().reviewPage(Array(text.utf8), file: "\(hostile).txt")
    #expect(PageReader.text(of: html).contains(hostile))
    #expect(html.components(separatedBy: "<script>").count == 2)
    #expect(html.components(separatedBy: "</script>").count == 2)
    for tag in ["<img", "<svg onload", "<b>", "<!--"] { #expect(!html.contains(tag)) }
    for attribute in ["onerror", "onload", "onfocus"] { #expect(PageReader.values(of: attribute, in: html).isEmpty) }
  }

  @Test func aPageLoadsNothing() throws {
    let html = try page(plan)
    for attribute in ["src", "srcset", "action", "background", "poster"] {
      #expect(PageReader.values(of: attribute, in: html).isEmpty, "\(attribute)")
    }
    #expect(PageReader.values(of: "href", in: html).allSatisfy { $0.hasPrefix("#") })
    #expect(
      !html.contains("url(") && !html.contains("@import") && !html.contains("fetch(") && !html.contains("XMLHttp"))
  }

  @Test(arguments: ["one line", "A\tB\n"]) func aDocumentWithoutAPlanHasAPageToo(text: String) throws {
    #expect(try page(text).contains("Actions: 0"))
  }

  @Test func eachFindingIsShownOnce() throws {
    let findings = try PlanConverter().convert(Array(plan.utf8), file: "plan.txt").plan.findings
    #expect(!findings.isEmpty)
    #expect(try page(plan).contains("Findings (\(findings.count))"))
  }

  @Test func theSameBytesGiveTheSamePage() throws { #expect(try page(plan) == page(plan)) }
}
