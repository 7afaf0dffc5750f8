// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts a document's numbered paragraphs in reading order and gives what stands before each.
struct WordListCounter {
  private let numbering: WordNumbering
  /// The last number of each level, by list.
  private var counters: [Int: [Int: Int]] = [:]
  /// Where an instance's own start has been used: it begins a level anew at the first paragraph there.
  private var started: Set<Start> = []

  private struct Start: Hashable {
    var numbering: Int
    var level: Int
  }

  /// A counter at the beginning of a document.
  init(_ numbering: WordNumbering) { self.numbering = numbering }

  /// The level of a list that is tied to a paragraph style.
  func level(ofNumbering identifier: Int, tiedTo style: String) -> Int? {
    numbering.level(ofNumbering: identifier, tiedTo: style)
  }

  /// Counts the next paragraph of a list; nil where the numbering is not defined or prints nothing.
  mutating func next(numbering identifier: Int, level: Int) -> ListLabel? {
    guard let instance = numbering.instances[identifier], let key = numbering.definitionIdentifier(of: instance),
      let definition = numbering.definitions[key]
    else { return nil }
    let level = min(max(level, 0), 8)
    func definitionOfLevel(_ level: Int) -> WordNumbering.Level? { instance.levels[level] ?? definition.levels[level] }
    guard let current = definitionOfLevel(level) else { return nil }

    var numbers = counters[key] ?? [:]
    if instance.starts[level] != nil, started.insert(Start(numbering: identifier, level: level)).inserted {
      numbers[level] = nil
    }
    func start(_ level: Int) -> Int { instance.starts[level] ?? definitionOfLevel(level)?.start ?? 1 }
    numbers[level] = (numbers[level] ?? start(level) - 1) + 1
    // A number starts the deeper levels anew.
    for deeper in level + 1..<10 where numbers[deeper] != nil {
      let restart = definitionOfLevel(deeper)?.restart
      if restart == nil || restart.map({ $0 > 0 && level < $0 }) == true { numbers[deeper] = nil }
    }
    // A deeper paragraph without a higher one before it shows the higher level's first number.
    for higher in 0..<level where numbers[higher] == nil { numbers[higher] = start(higher) }
    counters[key] = numbers

    if current.format == .bullet { return current.text.isEmpty ? nil : .bullet }
    guard !current.isHidden else { return nil }
    var text = ""
    var rest = current.text[...]
    while let character = rest.popFirst() {
      if character == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) {
        rest.removeFirst()
        let format = definitionOfLevel(digit - 1)?.format ?? .decimal
        text += (current.isLegal && format != .none ? .decimal : format).text(numbers[digit - 1] ?? 1)
      } else {
        text.append(character)
      }
    }
    return text.isEmpty ? nil : .number(text)
  }
}
