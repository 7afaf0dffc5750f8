// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

/// Identifiers that are the same on every run: from the plan's own references where there are any, else from positions.
enum Identifiers {
  /// One for each section: its reference, else the first letter of its kind and a number; made unique by a suffix.
  static func sections(_ sections: [RawSection]) -> [String] {
    var used = Used()
    var counts: [String: Int] = [:]
    return sections.map { section in
      let base: String
      if let ref = section.ref {
        base = ref
      } else {
        let letter = String(section.kind.rawValue.prefix(1)).uppercased()
        counts[letter, default: 0] += 1
        base = letter + String(counts[letter, default: 1])
      }
      return used.unique(base)
    }
  }

  /// One for each action: its reference, else its section's identifier and its number there.
  static func actions(_ actions: [RawAction], sectionIDs: [String]) -> [String] {
    var used = Used()
    var counts: [Int: Int] = [:]
    used.reserve(actions.count)
    return actions.indices.map { index in
      let section = actions[index].section ?? -1
      counts[section, default: 0] += 1
      if let ref = actions[index].resolvedReference { return used.unique(ref) }
      let prefix = actions[index].section.map { sectionIDs[$0] } ?? "action"
      return used.unique("\(prefix)-\(counts[section, default: 1])")
    }
  }

  /// The identifiers given so far; one that is given again gets a number behind it.
  private struct Used {
    private var given: Set<String> = []
    /// The next number to try behind a base, so that a thousand equal references cost a thousand steps.
    private var next: [String: Int] = [:]

    mutating func reserve(_ count: Int) { given.reserveCapacity(count) }

    mutating func unique(_ base: String) -> String {
      if given.insert(base).inserted { return base }
      func numbered(from number: inout Int) -> String {
        while true {
          let candidate = base + "~" + String(number)
          number += 1
          if given.insert(candidate).inserted { return candidate }
        }
      }
      return numbered(from: &next[base, default: 2])
    }
  }

  /// A reference without the punctuation around it.
  static func trimmed(_ reference: String) -> String {
    var bytes = Array(reference.utf8)[...]
    while let last = bytes.last, !last.isWordByte && last != UInt8(ascii: ")") { bytes = bytes.dropLast() }
    while let first = bytes.first, !first.isWordByte && first != UInt8(ascii: "(") { bytes = bytes.dropFirst() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The action that a sub-action stands under: 1.1 for 1.1a, 4 for 4(iii), the last whole number for a bare (iii).
  static func parent(of index: Int, actions: [RawAction], ids: [String], reading: Reading) -> String? {
    guard let ref = actions[index].resolvedReference else { return nil }
    guard let last = ref.utf8.last, ref.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      // (iii) or a): under the last action with a number, in the same section.
      guard ref.utf8.first.map({ !(0x41...0x5A).contains($0) }) ?? false else { return nil }
      var before = index - 1
      while before >= 0, actions[before].section == actions[index].section {
        if actions[before].resolvedReference?.utf8.contains(where: { (0x30...0x39).contains($0) }) ?? false {
          return ids[before]
        }
        before -= 1
      }
      return nil
    }
    let isLetter = (0x61...0x7A).contains(last)
    guard last == UInt8(ascii: ")") || isLetter || ref.utf8.count(where: { $0 == UInt8(ascii: ".") }) >= 2 else {
      return nil
    }
    let bytes = Array(ref.utf8)
    var base: ArraySlice<UInt8>
    if last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) {
      base = bytes[..<open]
    } else if isLetter {
      base = bytes.dropLast()
    } else if bytes.count(where: { $0 == UInt8(ascii: ".") }) >= 2, let point = bytes.lastIndex(of: UInt8(ascii: ".")) {
      // 1.1.1 stands under 1.1 where that is an action itself.
      base = bytes[..<point]
    } else {
      return nil
    }
    while let end = base.last, !end.isWordByte { base = base.dropLast() }
    let owner = String(decoding: base, as: UTF8.self)
    guard !owner.isEmpty else { return nil }
    return actions[..<index].lastIndex { $0.resolvedReference == owner }.map { ids[$0] }
  }
}
