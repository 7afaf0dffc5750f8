// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Validator

/// The rules about the conversion that the plan itself shows.
@Suite("CP103 to CP110, the conversion") struct ConversionRuleTests {
  private let clean = SamplePlan.make()
  private var empty: CanonicalPlan { CanonicalPlan(document: clean.document) }

  @Test("CP103 trips on a document without a word, and on no other") func noText() {
    #expect(empty.violations(of: NoText()).map(\.pointer) == [""])
    #expect(empty.with { $0.furniture = [Furniture(kind: "page-number", text: "1")] }.violations(of: NoText()).isEmpty)
    #expect(clean.violations(of: NoText()).isEmpty)
  }

  @Test("CP104 trips on text without actions, and on no other") func noActions() {
    #expect(empty.with { $0.narrative = [Narrative(text: "Minutes.")] }.violations(of: NoActions()).count == 1)
    #expect(empty.violations(of: NoActions()).isEmpty)
    #expect(clean.violations(of: NoActions()).isEmpty)
  }

  @Test("CP105 names each piece up to a bound, and numbers alone are notes") func unplaced() {
    func plan(_ texts: [String]) -> CanonicalPlan {
      clean.with { plan in
        plan.unplaced = texts.map { Unplaced(text: $0, reason: "no column", source: Source(line: 7)) }
      }
    }
    let two = plan(["Some words", "12"]).violations(of: TextUnplaced())
    #expect(two.map(\.pointer) == ["/unplaced/0", "/unplaced/1"])
    #expect(two.map(\.severity) == [nil, .note])
    #expect(two.first?.source == Source(line: 7))
    let many = plan((0..<50).map { "Piece \($0)" }).violations(of: TextUnplaced())
    #expect(many.count == TextUnplaced.mostNamed + 1)
    #expect(many.last?.message.hasPrefix("30 more pieces") == true)
    #expect(clean.violations(of: TextUnplaced()).isEmpty)
  }

  @Test("CP106 names a column once, with its place in the JSON") func columns() {
    let plan = clean.with { plan in
      for index in [2, 3] { plan.actions[index].other = [OtherField(heading: "Ward/~", text: "North")] }
      plan.actions[5].other = [OtherField(heading: "Colour", text: "x")]
    }
    let found = plan.violations(of: ColumnWithoutRole())
    #expect(found.map(\.pointer) == ["/actions/2/other/Ward~1~0", "/actions/5/other/Colour"])
    #expect(found.first?.message.contains("its 2 cells are") == true)
    #expect(clean.violations(of: ColumnWithoutRole()).isEmpty)
  }

  @Test("CP108 trips on OCR alone") func recognised() {
    #expect(clean.with { $0.document.ocr = true }.violations(of: TextRecognised()).count == 1)
    #expect(clean.violations(of: TextRecognised()).isEmpty)
  }

  @Test(
    "CP110 trips on letters that are not what they seem",
    arguments: [
      ("твс", "looks like “TBC”"), ("Мay 2026", "mixes Latin letters with Cyrillic"),
      ("Review the offеr", "mixes Latin letters with Cyrillic"), ("ΤΒΑ", "looks like “TBA”"),
      ("Lead செல்றே meets", "foreign letters among English"), ("Caf\u{FFFD} opens", "a sign in place of a letter"),
      ("Family hub â€“ opens", "a sign in place of a letter"),
    ]) func doubtful(text: String, reason: String)
  {
    let plan = clean.with { $0.actions[4].timescale = When(text: text) }
    let found = plan.violations(of: DoubtfulCharacters())
    #expect(found.map(\.pointer) == ["/actions/4/timescale/text"])
    #expect(found.first?.message.contains(reason) == true, "\(found)")
  }

  @Test(
    "CP110 leaves alone what is meant",
    arguments: [
      "Café, naïve, Zoë — “quoted” • 5 €", "½ day, 20 °C, µ, ≥ 5 %, → next", "α", "Powitanie: ласкаво просимо до школи",
      "مرحبا بكم في المدرسة", "ﬁrst ﬂoor", "TBC", "✓ done ☐ open", "Łódź and Kraków", "no\u{AD}break\u{A0}space",
    ]) func meant(text: String)
  {
    let plan = clean.with { $0.actions[4].text = text }
    #expect(plan.violations(of: DoubtfulCharacters()).isEmpty)
  }

  @Test("findings of the reading stay, those of rules are made anew") func kept() {
    let plan = clean.with { plan in
      plan.findings = [
        ReadingFinding.ledger.finding("9 words."),
        Finding(id: "CP201", severity: .error, message: "An old one."),
        ReadingFinding.partUnread.finding("Page 3. [pages-unread]", source: Source(page: 3)),
      ]
    }
    let results = PlanValidator().results(of: plan)
    #expect(results.map(\.rule.id) == ["CP112", "CP109"])
    #expect(results.map(\.violation.pointer) == ["/findings/0", "/findings/2"])
    #expect(results.map(\.finding) == [plan.findings[0], plan.findings[2]])
  }

  @Test("each id and name stands for one thing, in order") func catalogue() {
    let all = Rules.descriptions
    #expect(Set(all.map(\.id)).count == all.count && Set(all.map(\.name)).count == all.count)
    #expect(all.map(\.id) == all.map(\.id).sorted())
    #expect(Rules.all.map(\.about.id) == Rules.all.map(\.about.id).sorted())
    for rule in all {
      #expect(rule.id.hasPrefix("CP") && rule.id.utf8.count == 5, "\(rule.id)")
      for text in [rule.looksAt, rule.why, rule.fix, rule.example] {
        #expect(text.hasSuffix("."), "\(rule.id): \(text)")
      }
    }
  }
}
