// SPDX-License-Identifier: GPL-3.0-or-later

import CommonPlan
import Documents
import PlanSchema
import Testing

/// A date that is struck through no longer holds where another stands beside it; its words stay.
@Suite("Dates that are struck through")
struct StruckDateTests {
  private func action(_ document: String) throws -> Action {
    let plan = try PlanConverter().convert(Array(document.utf8), file: "plan").plan
    return try #require(plan.actions.first)
  }

  private func page(_ cell: String) -> String {
    """
    <!DOCTYPE html><html><body><table>
    <tr><th>Ref</th><th>Action</th><th>Lead</th><th>By when</th></tr>
    <tr><td>1.1</td><td>Plant the hedge along the lane</td><td>Head of Gardens</td><td>\(cell)</td></tr>
    <tr><td>1.2</td><td>Mend the roof of the barn</td><td>Head of Estates</td><td>June 2031</td></tr>
    </table></body></html>
    """
  }

  @Test(
    "in a page",
    arguments: [
      ("<s>May 2021</s> July 2021", "May 2021 July 2021", "2021-07"),
      ("<p><del>May 2021</del></p><p>July 2021</p>", "May 2021 July 2021", "2021-07"),
      ("July 2021 <strike>May 2021</strike>", "July 2021 May 2021", "2021-07"),
      ("<span style='text-decoration: line-through'>May&nbsp;2021 </span>&amp; July 2021", nil, "2021-07"),
      ("<s>May 2021</s>", "May 2021", "2021-05"), ("<s>May 2021</s> delayed", "May 2021 delayed", "2021-05"),
      ("<s>now</s> May 2021", "now May 2021", "2021-05"),
    ] as [(String, String?, String)]) func pages(cell: String, text: String?, date: String) throws
  {
    let when = try #require(try action(page(cell)).timescale)
    #expect(when.edtf == date)
    if let text { #expect(when.text == text) }
  }

  @Test("in Markdown and in an export whose cells hold tags") func texts() throws {
    let pipes =
      "| Ref | Action | Lead | By when |\n|---|---|---|---|\n"
      + "| 1.1 | Plant the hedge along the lane | Head of Gardens | ~~May 2021~~ July 2021 |\n"
      + "| 1.2 | Mend the roof of the barn | Head of Estates | June 2031 |\n"
    #expect(try action(pipes).timescale?.edtf == "2021-07")
    let tabs =
      "Ref\tAction\tLead\tBy when\n"
      + "1.1\tPlant the hedge along the lane\tHead of Gardens\t<p><s>May 2021</s> July 2021</p>\n"
      + "1.2\tMend the roof of the barn\tHead of Estates\tJune 2031\n"
    #expect(try action(tabs).timescale?.text == "May 2021 July 2021")
    #expect(try action(tabs).timescale?.edtf == "2021-07")
  }

  @Test("the text store knows the parts, however they are cleaned") func parts() throws {
    var store = TextStore()
    _ = store.append("first")
    let source = Array(" a  b\u{A0}c\u{AD}d  e ".utf8)
    let from = try #require(source.firstIndex(of: UInt8(ascii: "b")))
    let to = try #require(source.firstIndex(of: UInt8(ascii: "d"))) + 1
    let span = try #require(source.withUnsafeBufferPointer { store.append(utf8: $0, struck: [from..<to, 0..<0]) })
    #expect(store.string(span) == "a b cd e")
    #expect(store.struck.map { store.string($0).filter { $0 != " " } } == ["bcd"])
  }
}
