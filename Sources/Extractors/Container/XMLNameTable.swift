// SPDX-License-Identifier: GPL-3.0-or-later

/// The element and attribute names that a reader of one format knows, as an enumeration.
///
/// A raw value is the local name behind the format's usual prefix, or alone where it has no namespace: `w:p`, `Target`.
/// The prefixes stand for namespaces, not for what the file happens to call them.
protocol XMLVocabulary: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Any name that is not listed.
  static var other: Self { get }
  /// The usual prefix of each namespace; several namespaces may share one (strict and transitional).
  static var prefixes: [String: String] { get }
}

/// Looks names up for one vocabulary; made once and shared by the readers of a document's parts.
final class XMLNameTable<Name: XMLVocabulary>: Sendable {
  let names: [Name]
  let numbers: XMLNameNumbers

  init() {
    var names = [Name.other]
    var numbers: [String: UInt16] = [:]
    for name in Name.allCases where name != .other {
      numbers[name.rawValue] = UInt16(names.count)
      names.append(name)
    }
    self.names = names
    self.numbers = XMLNameNumbers(numbers: numbers, prefixes: Name.prefixes)
  }
}

/// A vocabulary without its type: number 0 stands for every name that is not listed.
struct XMLNameNumbers: Sendable {
  let numbers: [String: UInt16]
  let prefixes: [String: String]

  /// The number of a name in a namespace.
  func number(local: String, namespace: String?) -> UInt16 {
    guard let namespace else { return numbers[local] ?? 0 }
    guard let prefix = prefixes[namespace] else { return 0 }
    return numbers[prefix.isEmpty ? local : prefix + ":" + local] ?? 0
  }
}

/// Numbers of names that a parser has already met, by the addresses under which the parser keeps them.
///
/// libxml2 keeps one copy of each name for the life of a parser, so an address stands for a name and most look-ups are
/// one comparison.
struct XMLNameCache {
  private struct Slot {
    var local: UInt
    var namespace: UInt
    var number: UInt16
  }

  private let names: XMLNameNumbers
  private var slots: [Slot]
  private var count = 0

  init(names: XMLNameNumbers) {
    self.names = names
    slots = Array(repeating: Slot(local: 0, namespace: 0, number: 0), count: 512)
  }

  mutating func number(local: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?) -> UInt16 {
    let localKey = UInt(bitPattern: local)
    let namespaceKey = UInt(bitPattern: namespace)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (localKey &+ namespaceKey &* 31) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while slots[place].local != 0 {
      if slots[place].local == localKey, slots[place].namespace == namespaceKey { return slots[place].number }
      place = (place + 1) & mask
    }
    let number = names.number(local: String(cString: local), namespace: namespace.map { String(cString: $0) })
    // A file with thousands of invented names is looked up the slow way rather than kept.
    if count < slots.count / 2 {
      slots[place] = Slot(local: localKey, namespace: namespaceKey, number: number)
      count += 1
    }
    return number
  }
}
