// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the lines of a JSON text on which places given as JSON Pointers (RFC 6901) begin.
struct JSONLines {
  /// A place that is asked for, or on the way to one.
  private struct Place {
    var children: [String: Int] = [:]
    var line: Int?
  }

  private var places = [Place()]
  private var pointers: [String: [Int]] = [:]
  private var index = 0
  private var line = 1

  /// Looks for places in a JSON text that is known to be sound; in damaged ones some are not found.
  init(of pointers: [String], in bytes: [UInt8]) {
    for pointer in pointers where self.pointers[pointer] == nil { add(pointer) }
    bytes.withUnsafeBufferPointer { value($0, 0, depth: 0) }
  }

  /// The line of a place, from 1. Of one that is not there, for instance because a field is absent, the line of the
  /// innermost object or list around it.
  func line(of pointer: String) -> Int {
    pointers[pointer]?.last { places[$0].line != nil }.flatMap { places[$0].line } ?? 1
  }

  private mutating func add(_ pointer: String) {
    var way = [0]
    for part in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let key = JSONLines.unescaped(part)
      let place = way[way.count - 1]
      if let known = places[place].children[key] {
        way.append(known)
      } else {
        places[place].children[key] = places.count
        way.append(places.count)
        places.append(Place())
      }
    }
    pointers[pointer] = way
  }

  /// `~1` is `/` and `~0` is `~`.
  private static func unescaped(_ part: Substring) -> String {
    guard part.utf8.contains(UInt8(ascii: "~")) else { return String(part) }
    var text = ""
    var isEscaped = false
    for character in part {
      if isEscaped {
        text.append(character == "1" ? "/" : "~")
        isEscaped = false
      } else if character == "~" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// Passes a value that stands at a place, or at none that is asked for.
  private mutating func value(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int?, depth: Int) {
    skipSpace(bytes)
    guard index < bytes.count, depth < 64 else { return }
    if let place, places[place].line == nil { places[place].line = line }
    switch bytes[index] {
    case UInt8(ascii: "{"): members(bytes, place, depth: depth, isObject: true)
    case UInt8(ascii: "["): members(bytes, place, depth: depth, isObject: false)
    case UInt8(ascii: "\""): string(bytes)
    default:
      while index < bytes.count, !JSONLines.endsWord(bytes[index]) { index += 1 }
    }
  }

  private mutating func members(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int?, depth: Int, isObject: Bool) {
    let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    index += 1
    var position = 0
    while true {
      skipSpace(bytes)
      guard index < bytes.count else { return }
      if bytes[index] == close {
        index += 1
        return
      }
      if bytes[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      let begin = index
      var child: Int?
      if isObject {
        let start = index + 1
        if bytes[index] == UInt8(ascii: "\"") { string(bytes) }
        if let place, !places[place].children.isEmpty, index > start {
          child = places[place].children[String(decoding: bytes[start..<(index - 1)], as: UTF8.self)]
        }
        skipSpace(bytes)
        if index < bytes.count, bytes[index] == UInt8(ascii: ":") { index += 1 }
      } else {
        child = place.flatMap { places[$0].children.isEmpty ? nil : places[$0].children[String(position)] }
        position += 1
      }
      value(bytes, child, depth: depth + 1)
      // Damaged text must not hold the walk in one place.
      if index == begin { index += 1 }
    }
  }

  private mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) {
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index + 1, bytes.count)
  }

  private mutating func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>) {
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: line += 1
      case 0x20, 0x09, 0x0D, 0xEF, 0xBB, 0xBF: break
      default: return
      }
      index += 1
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }
}
