// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads the bodies of the partnership: a column each, with its name, who leads it and its website. Addresses stay prose.
struct PartnerReader {
  let reading: Reading

  /// What one column says.
  private struct Column {
    var kind: InspectionPartner.Kind?
    var names: [String] = []
    var leaders: [PartnerLeader] = []
    var websites: [String] = []
    var leaderCell: ReportLine.Cell?
    var seesAddress = false
  }

  func read(_ lines: [ReportLine]) -> [InspectionPartner] {
    var order: [Int] = []
    var columns: [Int: [ReportLine]] = [:]
    var current = -1
    for line in lines where line.words.utf8.holdsWord {
      var key = line.cell?.column ?? current
      if line.cell == nil, PartnerReader.head(line.words) != nil {
        current -= 1
        key = current
      }
      if columns[key] == nil { order.append(key) }
      columns[key, default: []].append(line)
    }
    var leaderRows: Set<Int> = []
    for line in lines {
      if let cell = line.cell, PartnerLeader.hasRole(line.words) { leaderRows.insert(cell.row) }
    }
    return order.flatMap { partners(columns[$0] ?? [], leaderRows: leaderRows) }
  }

  private func partners(_ lines: [ReportLine], leaderRows: Set<Int>) -> [InspectionPartner] {
    var column = Column()
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      take(line, next: next, leaderRows: leaderRows, into: &column)
    }
    return PartnerReader.assign(column)
  }

  private func take(_ line: ReportLine, next: ReportLine?, leaderRows: Set<Int>, into column: inout Column) {
    let phrase = reading.content(line.paragraph)
    let words = reading.joined(phrase)
    if column.names.isEmpty, column.leaders.isEmpty, let kind = PartnerReader.head(words) {
      column.kind = kind
      reading.furnish(Phrase(line.span), kind: "label")
      return
    }
    if let sites = PartnerReader.websites(words) {
      column.websites += sites
      reading.ledger.place(phrase, as: .field)
      return
    }
    if !column.websites.isEmpty || column.seesAddress { return }
    if PartnerReader.isAddress(words) {
      column.seesAddress = true
      return
    }
    let isRoleOnly = PartnerLeader.beginsWithRole(words)
    let hasRole = PartnerLeader.hasRole(words)
    let isBody = ResponsibleBodies.isLike(words)
    if isRoleOnly, let last = column.leaders.indices.last {
      column.leaders[last].add(words)
    } else if hasRole, !isRoleOnly, !(isBody && column.names.isEmpty) {
      column.leaders.append(PartnerLeader(words))
    } else if column.names.isEmpty {
      column.names = ResponsibleBodies.names(words)
    } else if line.cell != nil, line.cell == column.leaderCell, !nextIsRole(next, of: line),
      let last = column.leaders.indices.last
    {
      column.leaders[last].add(words)
    } else if isBody, column.leaders.isEmpty {
      column.names += ResponsibleBodies.names(words)
    } else if PartnerLeader.isPerson(words),
      column.leaders.isEmpty || nextIsRole(next, of: line),
      line.cell.map({ leaderRows.contains($0.row) }) ?? false
        || next.map({ PartnerLeader.beginsWithRole($0.words) || PartnerReader.websites($0.words) != nil }) ?? false
    {
      column.leaders.append(PartnerLeader(words))
    } else {
      column.seesAddress = !column.leaders.isEmpty
      return
    }
    if !column.leaders.isEmpty { column.leaderCell = line.cell }
    reading.ledger.place(phrase, as: .field)
  }

  private func nextIsRole(_ next: ReportLine?, of line: ReportLine) -> Bool {
    guard let next, next.cell == line.cell || next.cell?.column == line.cell?.column else { return false }
    return PartnerLeader.beginsWithRole(next.words)
  }

  /// The kind of body that a column's head names.
  static func head(_ words: String) -> InspectionPartner.Kind? {
    let words = HeadingVocabulary.words(words, limit: 8)
    guard words.count <= 7, !words.isEmpty else { return nil }
    let authority: Set<String> = ["local", "authority", "authorities", "council", "councils", "details", "the"]
    if Set(words).isSubset(of: authority),
      words.contains("authority") || words.contains("authorities")
        || words == ["council"]
    {
      return .localAuthority
    }
    let health: Set<String> = [
      "integrated", "care", "board", "boards", "icb", "icbs", "s", "clinical", "commissioning", "group", "groups",
      "ccg",
      "ccgs", "system", "the", "details",
    ]
    if Set(words).isSubset(of: health),
      words.contains("care") || words.contains("icb") || words.contains("icbs")
        || words.contains("commissioning")
    {
      return .healthBody
    }
    return nil
  }

  /// The addresses on the web that a line consists of; nil where it has other words.
  static func websites(_ words: String) -> [String]? {
    var sites: [String] = []
    for part in words.split(separator: " ") {
      let word = String(part)
      let lower = word.lowercased()
      if lower.hasPrefix("www.") || lower.hasPrefix("http") || sites.isEmpty && looksLikeSite(lower) {
        sites.append(word)
      } else if let last = sites.indices.last,
        part.utf8.contains(UInt8(ascii: ".")) || part.utf8.contains(UInt8(ascii: "/"))
      {
        // The rest of an address that a line break cut.
        sites[last] += word
      } else if sites.isEmpty, ["website", "web", "website:", "web:"].contains(lower) {
        continue
      } else {
        return nil
      }
    }
    return sites.isEmpty ? nil : sites
  }

  private static func looksLikeSite(_ word: String) -> Bool {
    guard !word.utf8.contains(UInt8(ascii: "@")), word.utf8.count > 6 else { return false }
    return word.hasSuffix(".uk") || word.hasSuffix(".org") || word.hasSuffix(".com") || word.hasSuffix(".net")
      || word.hasSuffix(".uk/") || word.hasSuffix(".org/")
  }

  /// Whether a line is of an address: it begins with a number or ends with a postcode.
  static func isAddress(_ words: String) -> Bool {
    let parts = words.split(separator: " ")
    if let first = parts.first?.utf8.first, (0x30...0x39).contains(first) { return true }
    guard parts.count >= 2, let last = parts.last, last.utf8.count == 3 else { return false }
    let bytes = Array(last.utf8)
    let isInward = (0x30...0x39).contains(bytes[0]) && bytes[1...].allSatisfy { (0x41...0x5A).contains($0) }
    return isInward && parts[parts.count - 2].utf8.contains { (0x30...0x39).contains($0) }
  }

  // MARK: Assignment

  private static func assign(_ column: Column) -> [InspectionPartner] {
    var partners = column.names.map { name in
      InspectionPartner(kind: column.kind ?? kind(of: name), name: name)
    }
    guard !partners.isEmpty else { return [] }
    func place(_ words: String, _ position: Int, of count: Int) -> Int {
      guard partners.count > 1 else { return 0 }
      let text = HeadingVocabulary.words(words).joined()
      let scores = partners.map { partner in
        distinctive(partner.name).reduce(0) { $0 + (text.contains($1) ? $1.utf8.count : 0) }
      }
      if let best = scores.max(), best > 0, scores.count(where: { $0 == best }) == 1,
        let index = scores.firstIndex(of: best)
      {
        return index
      }
      return min(position, partners.count - 1)
    }
    for (index, leader) in column.leaders.enumerated() {
      partners[place(leader.text, index, of: column.leaders.count)].leaders.append(leader.party)
    }
    for (index, site) in column.websites.enumerated() {
      let target = place(site, index, of: column.websites.count)
      if partners[target].website == nil { partners[target].website = site }
    }
    return partners
  }

  private static func kind(of name: String) -> InspectionPartner.Kind {
    let words = HeadingVocabulary.words(name)
    let health: Set<String> = ["nhs", "icb", "icbs", "ccg", "board", "boards", "health"]
    return words.contains(where: health.contains) ? .healthBody : .localAuthority
  }

  private static func distinctive(_ name: String) -> [String] {
    let common: Set<String> = [
      "nhs", "icb", "integrated", "care", "board", "and", "the", "of", "council", "ics", "system", "ccg", "group",
    ]
    return HeadingVocabulary.words(name).filter { !common.contains($0) && $0.utf8.count > 2 }
  }
}
