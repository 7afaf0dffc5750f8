// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a value stands in a ``JSONTree``, from the inside out, so that going a level deeper copies nothing. Only messages
/// need the whole of it.
indirect enum CodingPath {
  case root
  case key(any CodingKey, CodingPath)
  case position(Int, CodingPath)

  /// The keys from the outside in, as `Codable` wants them.
  var keys: [any CodingKey] {
    var keys: [any CodingKey] = []
    var path = self
    while true {
      switch path {
      case .root: return keys.reversed()
      case .key(let key, let outer):
        keys.append(key)
        path = outer
      case .position(let position, let outer):
        keys.append(Position(intValue: position))
        path = outer
      }
    }
  }

  private struct Position: CodingKey {
    let intValue: Int?
    var stringValue: String { intValue.map(String.init) ?? "" }
    init(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { nil }
  }
}
