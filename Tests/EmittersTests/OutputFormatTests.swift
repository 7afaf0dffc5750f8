// SPDX-License-Identifier: GPL-3.0-or-later

import Emitters
import Testing

@Suite("Which form is asked for")
struct OutputFormatTests {
  private struct Form: OutputForm, Equatable {
    let format: OutputFormat
  }

  private let forms = [
    Form(format: .json(.file)), Form(format: .page), Form(format: .markdown), Form(format: .csv(.folder)),
  ]

  @Test(
    "what --to names goes before the extension of -o",
    arguments: [
      ("json", nil, "json"), ("json", "x.html", "json"), (nil, "x.html", "html"), (nil, "a.b/X.MD", "markdown"),
      (nil, "plans.csv/", nil), (nil, ".csv", nil), (nil, "x.", nil), (nil, "x", nil), (nil, nil, nil),
      ("xml", "x.html", nil),
    ] as [(String?, String?, String?)]) func choice(name: String?, output: String?, expected: String?)
  {
    #expect(forms.form(named: name, output: output)?.format.name == expected)
  }

  @Test("no two forms of plans have the same name, no two of one file the same extension") func names() {
    let formats = EmitterRegistry.standard.emitters.map(\.format)
    #expect(Set(formats.map(\.name)).count == formats.count)
    let single = formats.filter { $0.shape != .folder }
    #expect(Set(single.map(\.fileExtension)).count == single.count)
    for format in formats { #expect(EmitterRegistry.standard.emitter(named: format.name)?.format == format) }
    for format in single {
      #expect(EmitterRegistry.standard.emitter(forExtension: format.fileExtension)?.format == format)
    }
    #expect(EmitterRegistry.standard.emitter(named: "none") == nil)
  }
}
