// SPDX-License-Identifier: GPL-3.0-or-later

import Extractors
import Testing

@Suite("Markup within cells and lines")
struct InlineReaderTests {
  @Test(
    "HTML fragments become paragraphs and items",
    arguments: [
      ("<p>Aim: warm rooms</p> <p>Results:</p>", ["Aim: warm rooms", "Results:"]),
      ("One<br>Two<br/>Three<BR />Four", ["One", "Two", "Three", "Four"]),
      ("<ul><li>One</li><li>Two</li></ul>After", ["• One", "• Two", "After"]),
      ("<ul><li><p>One</p></li><li>Two<ul><li>Deep</li></ul></li></ul>", ["• One", "• Two", "•1 Deep"]),
      (
        "<ul style=\"list-style-type: none\"> - Warm rooms. - Dry - and clean - floors. - Rest",
        [
          "• Warm rooms.", "• Dry - and clean - floors.", "• Rest",
        ]
      ),
      ("<ul> - Warm rooms - Dry floors - Clean walls </ul>", ["• Warm rooms", "• Dry floors", "• Clean walls"]),
      ("<ul> • Warm rooms. • Dry floors. </ul> <p>Then rest.</p>", ["• Warm rooms.", "• Dry floors.", "Then rest."]),
      ("<ul> • Warm rooms. • Dry floors. <p>Then rest.</p>", ["• Warm rooms.", "• Dry floors.", "Then rest."]),
      (
        "<ul style='x'> Rooms are warm. Floors, e.g. The hall, are dry. Mr. Fox agrees. </ul>",
        [
          "• Rooms are warm.", "• Floors, e.g. The hall, are dry.", "• Mr. Fox agrees.",
        ]
      ),
      ("<b>All bold</b>", ["[b] All bold"]),
      ("<b>Part</b> bold", ["Part bold"]),
      ("19<sup>th</sup> day<sup>2</sup>", ["19th day"]),
      ("a<!-- hidden -->b", ["ab"]),
      ("<span style=“color: red”>Red</span>", ["Red"]),
    ])
  func fragments(text: String, expected: [String]) throws {
    #expect(try TextDump.cell(text) == expected)
  }

  @Test(
    "What only looks like a tag is text",
    arguments: [
      "<1%", ">95%", "a < b", "a <b and c> d", "<name of the area>", "x <p", "3 << 4", "<p class>", "if a<b then b>a",
    ])
  func noTags(text: String) throws {
    #expect(try TextDump.cell(text) == [text])
  }

  @Test(
    "Character references",
    arguments: [
      ("Tea &amp; cake", "Tea & cake"), ("&lt;5", "<5"), ("a&nbsp;b", "a b"), ("&#8211;&#x2013;&#150;", "–––"),
      ("R&D; B&B", "R&D; B&B"), ("&unknown;", "&unknown;"), ("&#xFFFFFFFF;", "&#xFFFFFFFF;"), ("&amp;lt;", "&lt;"),
    ])
  func entities(text: String, expected: String) throws {
    #expect(try TextDump.cell(text) == [expected])
  }

  @Test(
    "Bullets within a cell part it",
    arguments: [
      ("Among them: • one • two", ["Among them:", "• one", "• two"]),
      ("▪ one ▪ two", ["• one", "• two"]),
      ("\u{F0B7}\u{F0B7} one", ["• one"]),
      ("➢ one", ["• one"]),
      ("- One - Two", ["• One", "• Two"]),
      ("o One", ["• One"]),
      ("●", ["●"]),
      ("on time", ["on time"]),
      ("2019 – 2022", ["2019 – 2022"]),
      ("– 78 rooms", ["• 78 rooms"]),
      ("1. One", ["# 1. One"]),
      ("(iii) Three", ["# (iii) Three"]),
      ("1.1 A reference", ["1.1 A reference"]),
      ("2019. A year", ["2019. A year"]),
    ])
  func bullets(text: String, expected: [String]) throws {
    #expect(try TextDump.cell(text) == expected)
  }

  @Test(
    "Emphasis is looks, not text",
    arguments: [
      ("**Bold**", "[b] Bold"), ("the **bold one** here", "the bold one here"), ("__Bold__ too", "Bold too"),
      ("~~gone~~", "[s] gone"), ("snake\\_case \\*x\\*", "snake_case *x*"), ("***Both***", "[b] [i] Both"),
      ("at least 20%*", "at least 20%*"), ("a ** b ** c", "a ** b ** c"), ("**unclosed", "**unclosed"),
      ("my__file__name", "my__file__name"), ("2*3*4", "2*3*4"), ("\\\\server\\share", "\\\\server\\share"),
      ("____", "____"),
    ])
  func emphasis(text: String, expected: String) throws {
    #expect(try TextDump.cell(text) == [expected])
  }

  @Test(
    "Footnote marks go, units stay",
    arguments: [
      ("the board¹ meets", "the board meets"), ("rooms of 25 m² or 3 km²", "rooms of 25 m² or 3 km²"),
      ("the aim²", "the aim"), ("¹² A note", "A note"), ("&sup1;Note", "Note"),
    ])
  func footnotes(text: String, expected: String) throws {
    #expect(try TextDump.cell(text) == [expected])
  }

  @Test("Link addresses are not text")
  func links() throws {
    #expect(try TextDump.cell("see [our page](https://example.org/a_b) for more") == ["see our page for more"])
    #expect(try TextDump.cell("[a **b** c](#x)") == ["a b c"])
    #expect(try TextDump.cell("a ![logo](logo.png) b ![](x.png)!") == ["a logo b !"])
    #expect(try TextDump.cell("[note](below) and [1]") == ["[note](below) and [1]"])
  }
}
