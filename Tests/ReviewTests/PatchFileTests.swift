// SPDX-License-Identifier: GPL-3.0-or-later

import Review
import Testing

@Suite struct PatchFileTests {
  private func read(_ yaml: String) throws(PatchError) -> Patch { try Patch(yaml: Array(yaml.utf8)) }

  @Test func aFileIsRead() throws {
    let patch = try read(
      """
      # by hand
      commonplan-patch: 1
      document: {file: plan.pdf, sha256: ABCDEF}
      signed-off-by: Ada Byron
      corrections:
        - target: action 1.10
          field: milestones[2].due
          was: null
          now: May 2031
        - target: 1.2
          field: leads
          was: "null"
          now:
        - {target: action 3, not-an-action: true, was: Total}
      """)
    #expect(patch.file == "plan.pdf")
    #expect(patch.sha256 == "abcdef")
    #expect(patch.signedOffBy == "Ada Byron")
    #expect(patch.corrections.map(\.line) == [6, 10, 14])
    #expect(patch.corrections.map(\.target) == [.action("1.10"), .action("1.2"), .action("3")])
    #expect(
      patch.corrections.map(\.change) == [
        .value(field: PatchField("milestones[2].due"), was: nil, now: "May 2031"),
        .value(field: PatchField("leads"), was: "null", now: nil),
        .notAnAction(was: "Total"),
      ])
  }

  @Test(arguments: [
    "plain", "a \"quoted\" word", "back\\slash", "two\nlines", "# no comment", "yes", "1.10", "null", "- item",
    "é – “x” 🙂", "\u{2028}",
    "\u{7F}\u{85}", "key: value", "{{x}}", "",
  ]) func whatIsWrittenIsReadBack(words: String) throws {
    let patch = Patch(
      file: words, sha256: "ab", signedOffBy: words,
      corrections: [
        Correction(target: .group("x " + words), change: .value(field: PatchField("name"), was: words, now: "n")),
        Correction(
          target: .plan, change: .value(field: PatchField("other " + words), was: nil, now: words, fromUnplaced: words)),
        Correction(target: .action("1"), change: .notAnAction(was: words)),
      ])
    var back = try Patch(yaml: Array(patch.yaml.utf8))
    #expect(back.corrections.map(\.line) == [7, 11, 16])
    for index in back.corrections.indices { back.corrections[index].line = 0 }
    #expect(back == patch)
  }

  @Test(arguments: [
    ("", nil, "empty"),
    ("corrections: []", 1, "commonplan-patch is missing"),
    ("commonplan-patch: 2", 1, "version 1"),
    ("commonplan-patch: 1\nsigned_off: x", 2, "no key signed_off"),
    ("commonplan-patch: 1\nsigned-off-by: x\nsigned-off-by: y", 3, "twice"),
    ("commonplan-patch: 1\ncorrections: x", 2, "a list"),
    ("commonplan-patch: 1\ncorrections:\n  - action 1", 3, "a correction is expected"),
    ("commonplan-patch: 1\ncorrections:\n  - target: action 1\n    wass: x", 4, "no key wass"),
    ("commonplan-patch: 1\ncorrections:\n  - field: leads", 3, "needs a target"),
    ("commonplan-patch: 1\ncorrections:\n  - target: action 1\n    was: x", 3, "needs a field"),
    ("commonplan-patch: 1\ncorrections:\n  - target: action 1\n    field: leads", 3, "was, now or both"),
    ("commonplan-patch: 1\ncorrections:\n  - target: action 1\n    field: []\n    was: x", 4, "words are expected"),
    (
      "commonplan-patch: 1\ncorrections:\n  - target: plan\n    not-an-action: true\n    was: x", 3,
      "only an action"
    ),
    ("commonplan-patch: 1\ncorrections:\n  - target: action 1\n    not-an-action: maybe", 4, "true or left out"),
    ("commonplan-patch: 1\ncorrections:\n  - target: action 1\n    not-an-action: true", 3, "was is missing"),
    ("commonplan-patch: 1\ncorrections:\n  - target: \"action 1\n", 4, "no YAML"),
    ("commonplan-patch: 1\n\tx: y", 2, "no YAML"),
    ("[1, 2]", 1, "a patch is expected"),
  ]) func anErrorNamesItsLine(yaml: String, line: Int?, message: String) throws {
    let error = try #require(throws: PatchError.self) { try read(yaml) }
    #expect(error.message.contains(message), "\(error)")
    #expect(error.line == line, "\(error)")
  }

  @Test func targetsAreReadAsTheyAreWritten() {
    let targets: [PatchTarget] = [
      .plan, .unplaced, .section("A b"), .action("1.1"), .indicator("3"), .group("A  board"), .term("EHCP"),
    ]
    for target in targets { #expect(PatchTarget(target.words) == target) }
    #expect(PatchTarget("2.3") == .action("2.3"))
    #expect(PatchTarget(" ") == nil)
  }

  @Test(arguments: [
    "leads", "milestones[2].due", "other Cost code", "other [1].x", "milestones[0].due", "x[1]", "x[a].b",
  ])
  func fieldsAreReadAsTheyAreWritten(words: String) { #expect(PatchField(words).words == words) }
}
