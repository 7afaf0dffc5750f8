// SPDX-License-Identifier: GPL-3.0-or-later

/// The elements whose name changes how a page is read; all others are `other`.
enum HTMLTag: String, CaseIterable, Sendable {
  case text = "#text"
  case other = "#other"
  case a, abbr, address, article, aside, b, base, big, blockquote, body, br, button, canvas, caption, center, cite,
    code, col
  case colgroup, datalist, dd, del, details, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font
  case footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins
  case label, legend, li, link, main, map, mark, math, menu, meta, nav, noframes, noscript, object, ol, optgroup, option
  case p, pre, s, script, section, select, small, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td
  case template, textarea, tfoot, th, thead, title, tr, tt, u, ul, video, audio, wbr

  private static let byName: [String: HTMLTag] = Dictionary(
    uniqueKeysWithValues: HTMLTag.allCases.map { ($0.rawValue, $0) })

  /// The element of a name; `other` for a name that means nothing here.
  init(name: String) { self = HTMLTag.byName[name] ?? .other }

  /// Level of a heading, 1 to 6; nil for anything else.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether a browser starts a new line before and after the element.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .dir, .div, .dl,
      .dt,
      .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html,
      .legend, .li, .main, .menu, .nav, .noframes, .noscript, .ol, .p, .pre, .section, .summary, .table, .tbody, .td,
      .tfoot, .th, .thead, .tr, .ul, .optgroup, .option, .textarea:
      true
    default: false
    }
  }

  /// Whether what stands inside is no text of the page.
  var isOpaque: Bool {
    switch self {
    case .script, .style, .template, .canvas, .datalist, .video, .audio, .embed, .math: true
    default: false
    }
  }
}

/// The attributes that change how a page is read.
enum HTMLAttributeName: String, CaseIterable, Sendable {
  case alt, bgcolor, cite, colspan, datetime, hidden, href, id, role, rowspan, scope, selected, start, title, type,
    value
  case ariaHidden = "aria-hidden"
  case ariaLabel = "aria-label"
  case ariaLevel = "aria-level"
}
