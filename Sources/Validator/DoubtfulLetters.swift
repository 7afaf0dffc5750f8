// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// Tells letters that a scan or a keyboard put into an English text: of another script that look like Latin ones, of
/// several scripts in one word, and signs that stand for a letter that was lost.
enum DoubtfulLetters {
  /// What is doubtful about a text.
  typealias Fault = (words: String, reason: String)

  /// What is doubtful about a text: the words, and why. Nil where nothing is.
  static func fault(in text: String) -> Fault? {
    guard !isASCII(text), text.withBytes(mayBeDoubtful) else { return nil }
    var foreign: [(word: Substring, script: Script)] = []
    var latinWords = 0
    for word in words(of: text) {
      let scripts = scripts(of: word)
      if scripts.isLost { return (String(word), "has a sign in place of a letter that was lost") }
      if scripts.found.count > 1, let other = scripts.found.first(where: { $0 != .latin }) {
        return (String(word), "mixes Latin letters with \(other.name) ones")
      }
      guard let script = scripts.found.first else { continue }
      if script == .latin { latinWords += 1 } else { foreign.append((word, script)) }
    }
    // Several words of one script are a passage in another language, which a plan may well have.
    if let first = foreign.first, let latin = looksLike(first.word) {
      return (String(first.word), "is written in \(first.script.name) letters and looks like “\(latin)”")
    }
    if let first = foreign.first, foreign.count == 1, latinWords > 0, first.script == .other || first.word.count > 1 {
      return (String(first.word), "stands in \(first.script.name) letters among English words")
    }
    return nil
  }

  /// Without a way out of the loop, so that the compiler looks at many bytes at a time: most texts are.
  private static func isASCII(_ text: String) -> Bool {
    text.withBytes { $0.reduce(0) { $0 | $1 } < 0x80 }
  }

  /// Whether a text has a letter beyond Latin ones (U+0370 and above), a sign for a lost letter, or an `â`, with which
  /// begins what is left of UTF-8 that was read as Windows-1252. Quotation marks, dashes and bullets (U+2000 to U+206F),
  /// which most texts beyond ASCII have, are neither.
  private static func mayBeDoubtful(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (index, byte) in bytes.enumerated() where byte >= 0xC3 {
      switch byte {
      case 0xC3: if index + 1 < bytes.count, bytes[index + 1] == 0xA2 { return true }
      case 0xC4...0xCC: continue
      case 0xE2:
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80 || (bytes[index + 1] == 0x81 && bytes[index + 2] < 0xB0)
        else { return true }
      default: return true
      }
    }
    return false
  }

  private enum Script {
    case latin, greek, cyrillic, other

    var name: String {
      switch self {
      case .latin: "Latin"
      case .greek: "Greek"
      case .cyrillic: "Cyrillic"
      case .other: "foreign"
      }
    }
  }

  private static func words(of text: String) -> [Substring] {
    text.split { character in
      character.unicodeScalars.allSatisfy { scalar in
        scalar.value < 0x80 && !(0x41...0x5A).contains(scalar.value & 0xDF) || (0x2000...0x206F).contains(scalar.value)
          || scalar.properties.isWhitespace
      }
    }
  }

  /// The scripts of a word's letters, each once, and whether a letter is lost in it.
  private static func scripts(of word: Substring) -> (found: [Script], isLost: Bool) {
    var found: [Script] = []
    for scalar in word.unicodeScalars {
      let script: Script
      switch scalar.value {
      case 0xFFFD: return (found, true)
      // Marks and half-width signs of any script, and the signs µ, ª and º, belong to none.
      case 0xB5, 0xAA, 0xBA, 0x2B0...0x36F: continue
      case 0..<0x250, 0x1E00..<0x1F00, 0xFB00...0xFB06: script = .latin
      case 0x370..<0x400, 0x1F00..<0x2000: script = .greek
      case 0x400..<0x530: script = .cyrillic
      default: script = .other
      }
      guard scalar.properties.isAlphabetic, !found.contains(script) else { continue }
      found.append(script)
    }
    // What is left of UTF-8 that was read as Windows-1252: a quotation mark or dash that became three signs.
    return (found, word.utf8.starts(with: Array("â€".utf8)) || word.contains("â€"))
  }

  /// What a word looks like in Latin capitals, where each of its letters has a Latin twin and it is longer than one.
  private static func looksLike(_ word: Substring) -> String? {
    var latin = ""
    for scalar in word.unicodeScalars {
      guard let twin = twins[scalar] else { return nil }
      latin.append(twin)
    }
    return latin.utf8.count > 1 ? latin : nil
  }

  /// Letters of Cyrillic and Greek that look like Latin ones (after Unicode Technical Standard 39, confusables).
  private static let twins: [Unicode.Scalar: Character] = [
    "а": "a", "в": "B", "е": "e", "к": "k", "м": "M", "н": "H", "о": "o", "р": "p", "с": "C", "т": "T", "у": "y",
    "х": "x", "ѕ": "s", "і": "i", "ј": "j", "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O",
    "Р": "P", "С": "C", "Т": "T", "У": "Y", "Х": "X", "Ѕ": "S", "І": "I", "Ј": "J", "Α": "A", "Β": "B", "Ε": "E",
    "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X",
    "ο": "o", "ν": "v",
  ]
}
