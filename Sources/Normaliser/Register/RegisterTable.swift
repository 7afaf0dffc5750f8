// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// The register, laid out for looking up names in running text.
struct RegisterTable: Sendable {
  /// How much a form of a name says by itself.
  enum Strength: Sendable {
    /// The full or official name.
    case full
    /// A short form.
    case short
    /// A word that has other meanings.
    case common
  }

  /// One way to write an authority.
  struct Form: Sendable {
    /// The words behind the first, in lower case; "&" counts as "and".
    var rest: [WordKey]
    /// Index of the authority.
    var authority: Int
    /// How much it says.
    var strength: Strength
    /// Whether it has the word Council, Borough or City of in it.
    var isOfficial: Bool
  }

  /// The authorities, the live ones first.
  private(set) var authorities: [Authority] = []
  /// Whether each is live.
  private(set) var isLive: [Bool] = []
  /// The forms by their first word, the longest first.
  private(set) var forms: [WordKey: [Form]] = [:]

  /// Reads lines of `code|live or ended|name|forms`.
  init(_ data: String) {
    for line in data.split(separator: "\n") {
      let fields = line.split(separator: "|")
      guard fields.count == 4 else { continue }
      let index = authorities.count
      authorities.append(Authority(name: String(fields[2]), gss: String(fields[0])))
      isLive.append(fields[1] == "live")
      for form in fields[3].split(separator: ";") { add(form, of: index) }
    }
    // A form that two authorities share is the live one's, which comes first.
    for (key, list) in forms {
      forms[key] = list.sorted { ($1.rest.count, $0.authority) < ($0.rest.count, $1.authority) }
    }
  }

  private mutating func add(_ form: Substring, of authority: Int) {
    let strength: Strength = form.first == "?" ? .common : form.first == "~" ? .short : .full
    var keys: [WordKey] = []
    for token in Token.scan(String(form)) {
      if token.kind == .word { keys.append(token.key) } else if token.isMark(Mark.ampersand) { keys.append("and") }
    }
    if keys.first == "and" { keys.removeFirst() }
    guard let first = keys.first else { return }
    let isOfficial = keys.contains("council") || keys.contains("borough") || keys.contains("city")
    forms[first, default: []].append(
      Form(rest: Array(keys.dropFirst()), authority: authority, strength: strength, isOfficial: isOfficial))
  }
}
