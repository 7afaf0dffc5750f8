// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

extension HTMLReader {
  /// Takes a text of the tree into the paragraph that is being gathered.
  mutating func append(_ text: HTMLTree.Node, _ context: Context) {
    let range = Int(text.textStart)..<Int(text.textEnd)
    guard context.isPreformatted else {
      append(range, line: text.line, context)
      return
    }
    var start = range.lowerBound
    var line = text.line
    for index in range where tree.bytes[index] == 0x0A {
      append(start..<index, line: line, context)
      flush(context)
      start = index + 1
      line += 1
    }
    append(start..<range.upperBound, line: line, context)
  }

  private mutating func append(_ range: Range<Int>, line: Int32, _ context: Context) {
    guard !range.isEmpty else { return }
    pending.append(contentsOf: tree.bytes[range])
    guard HTMLReader.hasInk(tree.bytes[range]) else { return }
    if context.style.contains(.struckThrough) { struck.append((pending.count - range.count)..<pending.count) }
    if run.hasInk {
      run.style.formIntersection(context.style)
      if run.fill != context.fill { run.hasMixedFill = true }
    } else {
      run = Run(hasInk: true, line: line, style: context.style, fill: context.fill)
    }
  }

  /// Ends the paragraph, if one has begun, and hands it over.
  mutating func flush(_ context: Context) {
    defer {
      pending.removeAll(keepingCapacity: true)
      struck.removeAll()
      run = Run()
    }
    guard run.hasInk else { return }
    var shift = 0
    if pending.contains(0x26) { HTMLEntities.resolveRemaining(in: &pending) }
    var marker = Paragraph.Marker.none
    var level = max(0, context.listLevel)
    if let mark = itemMark {
      marker = mark.marker
      level = mark.level
      pending.insert(contentsOf: mark.label.utf8, at: 0)
      shift = mark.label.utf8.count
      itemMark = nil
    }
    if marker != .number, context.heading == nil, let length = BulletMark.length(in: pending) {
      pending.removeFirst(length)
      shift -= length
      marker = .bullet
    }
    let parts = struck.map { max(0, $0.lowerBound + shift)..<max(0, $0.upperBound + shift) }
    guard let span = pending.withUnsafeBufferPointer({ document.text.append(utf8: $0, struck: parts) }) else { return }
    let paragraph = Paragraph(
      span: span, marker: marker, level: UInt8(clamping: level), style: run.style,
      fill: run.hasMixedFill ? nil : run.fill, location: Location(line: Int(run.line)))
    if !cells.isEmpty {
      cells[cells.count - 1].paragraphs.append(paragraph)
      return
    }
    switch (context.frame, context.heading) {
    case (let kind?, _): document.blocks.append(.furniture(kind, paragraph))
    case (nil, let level?): document.blocks.append(.heading(level: level, paragraph))
    case (nil, nil): document.blocks.append(.paragraph(paragraph))
    }
  }

  /// Whether anything in the bytes can be seen; no-break spaces cannot.
  static func hasInk(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xA0 {
        index += 2
        continue
      }
      if byte > 0x20, byte != 0x7F { return true }
      index += 1
    }
    return false
  }
}
