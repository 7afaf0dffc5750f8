// SPDX-License-Identifier: GPL-3.0-or-later

public import HTMLPages

/// Writes a diff as one self-contained page: it loads nothing, needs no script, prints, and reads on a phone and by a
/// screen reader. Words that came or went are told by marks and by hidden words, not by colour alone.
public struct DiffHTMLEmitter: Sendable {
  /// An emitter.
  public init() {}

  /// The diff as HTML, UTF-8.
  ///
  /// - Throws: `HTMLTemplateError`, which would be an error of the program.
  public func emit(_ diff: PlanDiff) throws(HTMLTemplateError) -> [UInt8] {
    let report = DiffReport(diff)
    let values: [String: any Sendable] = [
      "title": report.title,
      "editions": report.editions,
      "isEmpty": diff.isEmpty,
      "note": report.note,
      "summary": report.summary.map { ["label": $0.label, "count": String($0.count)] },
      "tables": report.tables.map(DiffHTMLEmitter.table),
    ]
    let body = try HTMLTemplate(Array(DiffHTMLEmitter.template.utf8)).render(values)
    return Array(try HTMLPage(title: report.title, style: DiffHTMLEmitter.style, body: body).html().utf8)
  }

  private static func table(_ table: DiffReport.Table) -> [String: any Sendable] {
    let columns = table.columns
    let rows = table.rows.map { row -> [String: any Sendable] in
      ["cells": columns.map { cell(table.cell($0, row), label: table.head($0)) }]
    }
    return [
      "id": "topic-\(table.topic.rawValue)", "title": table.topic.title, "count": String(table.rows.count),
      "isMarked": table.isMarked, "heads": columns.map { table.head($0) }, "rows": rows,
    ]
  }

  private static func cell(_ cell: DiffReport.Cell, label: String) -> [String: any Sendable] {
    switch cell {
    case .text(let text): return ["label": label, "text": text]
    case .marked(let runs):
      let words = runs.map { run -> [String: any Sendable] in [run.fate.rawValue: run.text] }
      return ["label": label, "words": words]
    }
  }

  private static let style = """
    .vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    ins { text-decoration: underline; text-decoration-thickness: 2px; font-weight: 600; }
    del { text-decoration: line-through; text-decoration-thickness: 2px; opacity: .85; }
    nav ul { columns: 18rem; padding-left: 1.2rem; }
    caption { text-align: left; padding: .3rem 0; }
    table.summary { width: auto; }
    td.number { text-align: right; }
    h2 { margin-top: 2rem; }
    @media (max-width: 45rem) {
      table.changes, .changes tbody, .changes tr, .changes td { display: block; }
      .changes thead { display: none; }
      .changes tr { border-top: 3px solid var(--line); }
      .changes td { border-top: 0; }
      .changes td::before { content: attr(data-label) ": "; font-weight: 600; }
      .changes td:empty { display: none; }
    }
    @media print { nav { display: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
    """

  private static let template = """
    <header>
    <h1>{{title}}</h1>
    <ul>{{#editions}}<li>{{.}}</li>{{/editions}}</ul>
    </header>
    <main id="main">
    {{#isEmpty}}<p>The editions say the same. {{note}}</p>{{/isEmpty}}
    {{^isEmpty}}
    <h2 id="summary">Summary</h2>
    <table class="summary"><caption class="vh">How many changes of each kind</caption>
    <thead><tr><th scope="col">What</th><th scope="col">Number</th></tr></thead>
    <tbody>{{#summary}}<tr><th scope="row">{{label}}</th><td class="number">{{count}}</td></tr>
    {{/summary}}</tbody></table>
    <p>{{note}}</p>
    <nav aria-label="Topics" class="no-print"><ul>
    {{#tables}}<li><a href="#{{id}}">{{title}}</a> ({{count}})</li>
    {{/tables}}</ul></nav>
    {{#tables}}
    <section aria-labelledby="{{id}}">
    <h2 id="{{id}}">{{title}}</h2>
    {{#isMarked}}<p>New words are <ins>underlined</ins>, words that went are <del>struck through</del>.</p>{{/isMarked}}
    <table class="changes"><caption class="vh">{{title}}</caption>
    <thead><tr>{{#heads}}<th scope="col">{{.}}</th>{{/heads}}</tr></thead>
    <tbody>
    {{#rows}}<tr>{{#cells}}<td data-label="{{label}}">{{text}}{{#words}}{{kept}}\
    {{#deleted}}<del><span class="vh">removed: </span>{{.}}<span class="vh">, end of removed words.</span></del>{{/deleted}}\
    {{#inserted}}<ins><span class="vh">new: </span>{{.}}<span class="vh">, end of new words.</span></ins>{{/inserted}} \
    {{/words}}</td>{{/cells}}</tr>
    {{/rows}}</tbody></table>
    </section>
    {{/tables}}
    {{/isEmpty}}
    </main>
    """
}
