// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds each record's reference: in its own cell, or at the start of the action's text.
struct ReferenceResolver {
  let reading: Reading

  func resolve(_ actions: inout [RawAction]) {
    for index in actions.indices {
      if let reference = actions[index].reference {
        if let leading = ReferenceReader.leading(reference) {
          actions[index].resolvedReference = leading.ref
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
  }
}
