// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Finds each record's reference: in its own cell, or at the start of the action's text.
struct ReferenceResolver {
  let reading: Reading

  func resolve(_ actions: inout [RawAction]) {
    for index in actions.indices {
      if let reference = actions[index].reference {
        if let leading = ReferenceReader.leading(reference) {
          actions[index].resolvedReference = ReferenceResolver.bare(leading.ref)
          // What else stands in the cell is not placed with the reference.
          actions[index].referencePhrase = actions[index].referencePhrase.part(leading.range)
          continue
        }
        let trimmed = Identifiers.trimmed(reference)
        actions[index].resolvedReference = trimmed.isEmpty ? nil : trimmed
        continue
      }
      let words = reading.string(actions[index].text)
      guard let leading = ReferenceReader.leading(words), leading.range.upperBound < words.utf8.count else { continue }
      actions[index].resolvedReference = leading.ref
      actions[index].leadingRange = leading.range
    }
    mend(&actions)
  }

  /// A capital without the brackets that a column sets it in: "(A)".
  private static func bare(_ ref: String) -> String {
    let bytes = Array(ref.utf8)
    return bytes.count == 3 && bytes[0] == 0x28 && (0x41...0x5A).contains(bytes[1])
      ? String(decoding: bytes[1...1], as: UTF8.self) : ref
  }

  /// Gives references their point back where recognition has read another mark, "1:2" between 1.1 and 1.3, and the
  /// neighbours leave no doubt. The words in the source stay as they are.
  private func mend(_ actions: inout [RawAction]) {
    let recognised = actions.indices.filter { actions[$0].text.first?.style.contains(.recognised) ?? false }
    if recognised.isEmpty { return }
    let known = Set(actions.compactMap(\.resolvedReference))
    for index in recognised {
      guard let reference = actions[index].reference, let (major, minor) = ReferenceResolver.misread(reference),
        !known.contains("\(major).\(minor)")
      else { continue }
      let before = index > 0 ? actions[index - 1].resolvedReference : nil
      let after = index + 1 < actions.count ? actions[index + 1].resolvedReference : nil
      guard before == "\(major).\(minor - 1)" || after == "\(major).\(minor + 1)" else { continue }
      actions[index].resolvedReference = "\(major).\(minor)"
    }
  }

  /// The two numbers of a reference with a mark that is no point between them.
  private static func misread(_ text: String) -> (major: Int, minor: Int)? {
    let parts = text.utf8.split(omittingEmptySubsequences: false) { byte in
      byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
    }
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) }),
      let major = Int(String(Substring(parts[0]))), let minor = Int(String(Substring(parts[1])))
    else { return nil }
    return (major, minor)
  }
}
