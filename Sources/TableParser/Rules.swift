// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// A horizontal or vertical line with its reach.
struct Rule {
  /// Height of a horizontal rule, distance from the left of a vertical one, in points.
  var position: Float
  var from: Float
  var to: Float
  /// Whether it is the edge of a fill rather than something drawn.
  var isEdge: Bool

  var length: Float { to - from }
}

/// All that divides a page: drawn lines, thin fills and edges of fills, joined where they continue each other.
struct PageRules {
  var horizontal: [Rule] = []
  var vertical: [Rule] = []

  /// More rules than this on a page make a drawing, not a table.
  private static let most = 3000

  init() {}

  /// Collects a page's rules.
  init(_ page: PageContent, em: Float, tolerances: Tolerances) {
    let limit = tolerances.largestCoordinate
    func isUsable(_ box: Box) -> Bool {
      abs(box.left) <= limit && abs(box.right) <= limit && abs(box.top) <= limit && abs(box.bottom) <= limit
    }
    for line in page.rulingLines where isUsable(line.box) {
      let box = Box(
        left: min(line.box.left, line.box.right), top: min(line.box.top, line.box.bottom),
        right: max(line.box.left, line.box.right), bottom: max(line.box.top, line.box.bottom))
      if line.isHorizontal {
        horizontal.append(Rule(position: (box.top + box.bottom) / 2, from: box.left, to: box.right, isEdge: false))
      } else {
        vertical.append(Rule(position: (box.left + box.right) / 2, from: box.top, to: box.bottom, isEdge: false))
      }
    }
    var seen = Set<Box>()
    let hidden = PageRules.hidden(page.fills, of: page).union(
      PageRules.shadedLines(page, em: em, tolerances: tolerances))
    for (number, fill) in page.fills.enumerated() where isUsable(fill.box) && !hidden.contains(number) {
      let box = Box(
        left: min(fill.box.left, fill.box.right), top: min(fill.box.top, fill.box.bottom),
        right: max(fill.box.left, fill.box.right), bottom: max(fill.box.top, fill.box.bottom))
      guard seen.insert(box).inserted else { continue }
      if box.height <= tolerances.thinFill, box.width >= max(tolerances.shortestRule, 2 * box.height) {
        horizontal.append(Rule(position: (box.top + box.bottom) / 2, from: box.left, to: box.right, isEdge: false))
      } else if box.width <= tolerances.thinFill, box.height >= max(tolerances.shortestRule, 2 * box.width) {
        vertical.append(Rule(position: (box.left + box.right) / 2, from: box.top, to: box.bottom, isEdge: false))
      } else if box.height >= 0.7 * em, box.width >= em, !PageRules.isBackground(box, of: page),
        fill.colour != Colour.white
      {
        horizontal.append(Rule(position: box.top, from: box.left, to: box.right, isEdge: true))
        horizontal.append(Rule(position: box.bottom, from: box.left, to: box.right, isEdge: true))
        vertical.append(Rule(position: box.left, from: box.top, to: box.bottom, isEdge: true))
        vertical.append(Rule(position: box.right, from: box.top, to: box.bottom, isEdge: true))
      }
    }
    horizontal = PageRules.joined(horizontal, tolerances: tolerances)
    vertical = PageRules.joined(vertical, tolerances: tolerances)
    if horizontal.count > PageRules.most || vertical.count > PageRules.most {
      horizontal = []
      vertical = []
    }
  }

  /// Fills that a later one covers whole: nobody sees them, so their edges divide nothing.
  private static func hidden(_ fills: [PageFill], of page: PageContent) -> Set<Int> {
    // Every fill is held against all later ones.
    guard fills.count > 1, fills.count <= 240 else { return [] }
    var hidden = Set<Int>()
    for (number, fill) in fills.enumerated().dropLast() {
      let box = fill.box
      let isCovered = fills[(number + 1)...].contains { later in
        later.box.left <= box.left + 0.5 && later.box.right >= box.right - 0.5 && later.box.top <= box.top + 0.5
          && later.box.bottom >= box.bottom - 0.5 && !isBackground(later.box, of: page)
      }
      if isCovered { hidden.insert(number) }
    }
    return hidden
  }

  /// Room between the sides of a cell and the shading of its text, in points: word processors leave 5.4 and a border.
  private static let cellPadding: Float = 8

  /// Fills behind the single lines of a text: each as high as a line, touching the next one of the same breadth and colour.
  /// Three or more of them in a cell that is drawn round them are the shading of a paragraph, whose edges are no borders.
  private static func shadedLines(_ page: PageContent, em: Float, tolerances: Tolerances) -> Set<Int> {
    let fills = page.fills
    guard fills.count <= 6000 else { return [] }
    let sides =
      page.rulingLines.filter { !$0.isHorizontal }.map(\.box)
      + fills.map(\.box).filter { $0.width <= tolerances.thinFill && $0.height > 2 * em }
    func isWalled(_ box: Box) -> Bool {
      let reach = PageRules.cellPadding
      let beside = sides.filter { $0.top <= box.top + 1 && $0.bottom >= box.bottom - 1 }
      return beside.contains { $0.right <= box.left + 1 && $0.right > box.left - reach }
        && beside.contains { $0.left >= box.right - 1 && $0.left < box.right + reach }
    }
    let low = fills.indices.filter { fills[$0].box.height <= 1.3 * em && fills[$0].box.height > 0.7 * em }
      .sorted {
        (fills[$0].box.left, fills[$0].box.top, $0) < (fills[$1].box.left, fills[$1].box.top, $1)
      }
    var shaded = Set<Int>()
    var run: [Int] = []
    func finish() {
      if Set(run.map { fills[$0].box.top }).count > 2, run.allSatisfy({ isWalled(fills[$0].box) }) {
        shaded.formUnion(run)
      }
      run = []
    }
    for number in low {
      if let last = run.last {
        let (above, below) = (fills[last], fills[number])
        let isSame = above.box.left == below.box.left && above.box.top == below.box.top
        let touches =
          abs(above.box.left - below.box.left) < 0.5 && abs(above.box.right - below.box.right) < 0.5
          && abs(above.box.bottom - below.box.top) < 0.6 && above.colour == below.colour
        if !isSame, !touches { finish() }
      }
      run.append(number)
    }
    finish()
    return shaded
  }

  private static func isBackground(_ box: Box, of page: PageContent) -> Bool {
    box.width > 0.9 * page.width && box.height > 0.6 * page.height
  }

  /// Rules with those joined that lie on one line and touch.
  private static func joined(_ rules: [Rule], tolerances: Tolerances) -> [Rule] {
    let sorted = rules.sorted { ($0.position, $0.from, $0.to) < ($1.position, $1.from, $1.to) }
    var result: [Rule] = []
    var index = 0
    while index < sorted.count {
      // One line: positions within a point of the first.
      var end = index
      while end < sorted.count, sorted[end].position - sorted[index].position <= 1 { end += 1 }
      let group = sorted[index..<end].sorted { ($0.from, $0.to) < ($1.from, $1.to) }
      var open = group[0]
      for rule in group.dropFirst() {
        if rule.from <= open.to + tolerances.ruleReach {
          open.to = max(open.to, rule.to)
          open.isEdge = open.isEdge && rule.isEdge
        } else {
          if open.length >= tolerances.shortestRule { result.append(open) }
          open = rule
        }
      }
      if open.length >= tolerances.shortestRule { result.append(open) }
      index = end
    }
    return result
  }

  /// Groups of rules that touch each other, each with its horizontal and its vertical rules.
  func components(tolerances: Tolerances) -> [PageRules] {
    let reach = tolerances.ruleReach
    let count = horizontal.count
    var parent = Array(0..<(count + vertical.count))
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for (h, rule) in horizontal.enumerated() {
      // Vertical rules are sorted by position.
      var low = 0
      var high = vertical.count
      while low < high {
        let middle = (low + high) / 2
        if vertical[middle].position < rule.from - reach { low = middle + 1 } else { high = middle }
      }
      var v = low
      while v < vertical.count, vertical[v].position <= rule.to + reach {
        if vertical[v].from - reach <= rule.position, vertical[v].to + reach >= rule.position {
          let (a, b) = (root(h), root(count + v))
          if a != b { parent[max(a, b)] = min(a, b) }
        }
        v += 1
      }
    }
    var order: [Int] = []
    var groups: [Int: PageRules] = [:]
    for node in parent.indices {
      let key = root(node)
      if groups[key] == nil { order.append(key) }
      if node < count {
        groups[key, default: PageRules()].horizontal.append(horizontal[node])
      } else {
        groups[key, default: PageRules()].vertical.append(vertical[node - count])
      }
    }
    return order.compactMap { groups[$0] }
  }
}
