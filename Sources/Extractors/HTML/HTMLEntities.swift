// SPDX-License-Identifier: GPL-3.0-or-later

/// Named characters of HTML 5 that libxml2's table of HTML 4 does not have, as far as documents use them.
enum HTMLEntities {
  private static let named: [String: String] = [
    "check": "✓", "checkmark": "✓", "cross": "✗", "star": "☆", "starf": "★", "phone": "☎", "hyphen": "-", "dash": "‐",
    "comma": ",", "period": ".", "colon": ":", "semi": ";", "excl": "!", "quest": "?", "num": "#", "dollar": "$",
    "percnt": "%", "lpar": "(", "rpar": ")", "ast": "*", "plus": "+", "sol": "/", "bsol": "\\", "equals": "=",
    "commat": "@", "lsqb": "[", "rsqb": "]", "lbrack": "[", "rbrack": "]", "lowbar": "_", "lcub": "{", "rcub": "}",
    "verbar": "|", "vert": "|", "grave": "`", "Tab": " ", "NewLine": " ", "nbsp": " ", "numsp": " ", "puncsp": " ",
    "ZeroWidthSpace": "", "NoBreak": "", "lsquor": "‚", "rsquor": "’", "ldquor": "„", "rdquor": "”", "squ": "□",
    "square": "□", "squf": "▪", "rarrw": "↝", "gg": "≫", "ge": "≥", "le": "≤", "half": "½", "hellip": "…", "mldr": "…",
    "nldr": "‥", "horbar": "―", "caret": "⁁", "blank": " ", "boxh": "─", "boxv": "│", "cir": "○", "bullet": "•",
    "apos": "'", "QUOT": "\"", "AMP": "&", "LT": "<", "GT": ">", "COPY": "©", "REG": "®", "TRADE": "™",
  ]

  /// Replaces what the parser has left as `&name;`.
  static func resolveRemaining(in text: inout [UInt8]) {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard text[index] == 0x26 else {
        result.append(text[index])
        index += 1
        continue
      }
      var end = index + 1
      while end < text.count, end - index < 20, (text[end] | 0x20) >= 0x61, (text[end] | 0x20) <= 0x7A { end += 1 }
      if end < text.count, text[end] == 0x3B,
        let known = named[String(decoding: text[(index + 1)..<end], as: UTF8.self)]
      {
        result.append(contentsOf: known.utf8)
        index = end + 1
      } else {
        result.append(0x26)
        index += 1
      }
    }
    text = result
  }
}
