// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The definitions of a document's numbered and bulleted lists.
struct WordNumbering {
  /// One level of a list.
  struct Level: Sendable {
    var start = 1
    var format = NumberFormat.decimal
    /// The printed text, in which `%1` to `%9` stand for the numbers of the levels.
    var text = ""
    /// The level after whose numbers this one starts anew: nil for any higher one, 0 for never.
    var restart: Int?
    /// All numbers are printed in digits.
    var isLegal = false
    /// Paragraph style that is tied to the level.
    var style: String?
    /// The number is hidden text.
    var isHidden = false
  }

  /// A list with its levels.
  struct Definition: Sendable {
    var levels: [Int: Level] = [:]
    /// Name of the style that this definition is made for, or that it takes its levels from.
    var styleLink: String?
    var linkedStyle: String?
  }

  /// A use of a list, with what it changes.
  struct Instance: Sendable {
    var definition: Int
    var levels: [Int: Level] = [:]
    var starts: [Int: Int] = [:]
  }

  private(set) var definitions: [Int: Definition] = [:]
  private(set) var instances: [Int: Instance] = [:]
  private var definitionsByStyle: [String: Int] = [:]

  /// No lists.
  init() {}

  /// Reads `w:numbering`, or Word 2003's `w:lists`, up to the end of the element at depth `outer` or of the part.
  mutating func read(
    _ reader: WordReader, properties: WordPropertyReader, until outer: Int? = nil
  ) throws(ExtractionError) {
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { return }
      guard event == .start else { continue }
      switch reader.name {
      case .abstractNumbering:
        try readDefinition(reader, identifier: reader.integer(.abstractNumberingIdentifier), properties: properties)
      case .listDefinition2003:
        try readDefinition(reader, identifier: reader.integer(.listDefinitionIdentifier2003), properties: properties)
      case .numberingInstance:
        try readInstance(reader, identifier: reader.integer(.numberingIdentifier), properties: properties)
      case .list2003:
        try readInstance(reader, identifier: reader.integer(.listIdentifier), properties: properties)
      default: break
      }
    }
  }

  private mutating func readDefinition(
    _ reader: WordReader, identifier: Int?, properties: WordPropertyReader
  ) throws(ExtractionError) {
    guard let identifier else { return try reader.skip() }
    var definition = Definition()
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .levelDefinition:
        let number = reader.integer(.level) ?? 0
        definition.levels[number] = try readLevel(reader, properties: properties)
      case .styleLink: definition.styleLink = reader.attribute(.value)
      case .numberingStyleLink: definition.linkedStyle = reader.attribute(.value)
      default: break
      }
    }
    definitions[identifier] = definition
    if let style = definition.styleLink { definitionsByStyle[style] = identifier }
  }

  private func readLevel(_ reader: WordReader, properties: WordPropertyReader) throws(ExtractionError) -> Level {
    var level = Level()
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .start: level.start = reader.integer(.value) ?? 1
      case .numberFormat: level.format = Self.format(named: reader.attribute(.value) ?? "")
      case .numberFormat2003: level.format = Self.format(numbered: reader.integer(.value) ?? 0)
      case .levelText:
        // It is printed before each paragraph, so it must not be a book.
        level.text = String((reader.attribute(.value) ?? "").prefix(255))
      case .levelRestart: level.restart = reader.integer(.value)
      case .legalNumbering: level.isLegal = reader.toggle
      case .paragraphStyle: level.style = reader.attribute(.value)
      case .runProperties: level.isHidden = try properties.runProperties(reader).hidden == true
      default: break
      }
    }
    return level
  }

  private mutating func readInstance(
    _ reader: WordReader, identifier: Int?, properties: WordPropertyReader
  ) throws(ExtractionError) {
    guard let identifier else { return try reader.skip() }
    var instance = Instance(definition: -1)
    var level = 0
    let outer = reader.depth
    while let event = try reader.next() {
      if event == .end, reader.depth == outer { break }
      guard event == .start else { continue }
      switch reader.name {
      case .abstractNumberingIdentifier, .listReference2003: instance.definition = reader.integer(.value) ?? -1
      case .levelOverride: level = reader.integer(.level) ?? 0
      case .startOverride: instance.starts[level] = reader.integer(.value)
      case .levelDefinition:
        level = reader.integer(.level) ?? level
        instance.levels[level] = try readLevel(reader, properties: properties)
      default: break
      }
    }
    instances[identifier] = instance
  }

  /// The identifier of the list that an instance counts in, after style links; nil where there is none.
  func definitionIdentifier(of instance: Instance) -> Int? {
    guard let definition = definitions[instance.definition] else { return nil }
    if definition.levels.isEmpty, let style = definition.linkedStyle, let linked = definitionsByStyle[style] {
      return linked
    }
    return instance.definition
  }

  /// The level of a list that is tied to a paragraph style.
  func level(ofNumbering identifier: Int, tiedTo style: String) -> Int? {
    guard let instance = instances[identifier], let key = definitionIdentifier(of: instance) else { return nil }
    return definitions[key]?.levels.filter { $0.value.style == style }.keys.min()
  }

  private static func format(named name: String) -> NumberFormat {
    switch name {
    case "decimalZero": .decimalZero
    case "upperRoman": .upperRoman
    case "lowerRoman": .lowerRoman
    case "upperLetter": .upperLetter
    case "lowerLetter": .lowerLetter
    case "ordinal": .ordinal
    case "cardinalText": .cardinalWords
    case "ordinalText": .ordinalWords
    case "bullet": .bullet
    case "none": .none
    default: .decimal
    }
  }

  /// The numbers that stand for formats in Word 2003 and in binary files.
  private static func format(numbered number: Int) -> NumberFormat {
    switch number {
    case 1: .upperRoman
    case 2: .lowerRoman
    case 3: .upperLetter
    case 4: .lowerLetter
    case 5: .ordinal
    case 6: .cardinalWords
    case 7: .ordinalWords
    case 22: .decimalZero
    case 23: .bullet
    case 255: .none
    default: .decimal
    }
  }
}
