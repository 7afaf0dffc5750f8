// SPDX-License-Identifier: GPL-3.0-or-later

import HTMLPages
import Testing

@Suite("Self-contained pages")
struct HTMLPageTests {
  @Test("the title is escaped, body and script stand as given, and nothing may be loaded")
  func page() throws {
    let page = HTMLPage(
      title: "Plans <A> & B", body: "<main id=\"main\"><p>Hello</p></main>", script: "const a = 1 < 2;")
    let html = try page.html()
    #expect(html.contains("<title>Plans &lt;A&gt; &amp; B</title>"))
    #expect(html.contains("<main id=\"main\"><p>Hello</p></main>"))
    #expect(html.contains("const a = 1 < 2;"))
    #expect(html.contains("default-src 'none'"))
  }
}
