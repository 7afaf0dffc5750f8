// SPDX-License-Identifier: GPL-3.0-or-later

import Mustache

/// A self-contained page: it loads nothing, and its content security policy forbids that it ever does.
public struct HTMLPage: Sendable {
  /// The page's title, plain text.
  public var title: String
  /// Style rules beyond the shared ones, CSS.
  public var style: String
  /// What stands in `<body>`, HTML; it has an element with the id `main`, to which the skip link leads.
  public var body: String
  /// A script at the end of the body, JavaScript; nil where there is none. It must not hold `</script`.
  public var script: String?

  /// A page from its parts.
  public init(title: String, style: String = "", body: String, script: String? = nil) {
    self.title = title
    self.style = style
    self.body = body
    self.script = script
  }

  /// The page as HTML.
  ///
  /// - Throws: ``HTMLTemplateError``, which would be an error of the program.
  public func html() throws(HTMLTemplateError) -> String {
    var values: [String: any Sendable] = [
      "title": title, "style": HTMLPage.sharedStyle + style, "body": body,
    ]
    if let script { values["script"] = script }
    return try HTMLTemplate(PackageResources.page_mustache).render(values)
  }

  /// The style rules of every page.
  private static var sharedStyle: String { String(decoding: PackageResources.page_css, as: UTF8.self) }
}
