// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Normaliser

@Suite("Parties")
struct PartyReaderTests {
  private func texts(_ cell: String, known: [String] = []) -> [String] {
    var parties = KnownParties()
    for party in known.flatMap({ KnownParties.parties(in: [$0]) }) { parties.add(party: party) }
    return PartyReader.split([cell], known: parties).map(\.party.text)
  }

  @Test(
    "Where one party ends and the next begins",
    arguments: [
      ("Head of Play / SEN Officer /", ["Head of Play", "SEN Officer"]), ("SEN Officer; DCO", ["SEN Officer", "DCO"]),
      ("Oldtown Parent/Carer Forum", ["Oldtown Parent/Carer Forum"]),
      ("SEND/Inclusion Officer", ["SEND/Inclusion Officer"]),
      ("Head of Play and Leisure", ["Head of Play and Leisure"]), ("Matron, ICB", ["Matron, ICB"]),
      ("SEN Officer, Play Manager", ["SEN Officer", "Play Manager"]), ("DCO, ICB, PCF", ["DCO", "ICB", "PCF"]),
      ("Director of Play, Sport and Leisure", ["Director of Play, Sport and Leisure"]),
      ("Officer (Play / Sport)", ["Officer (Play / Sport)"]), ("Ann Field, Tom Marsh", ["Ann Field", "Tom Marsh"]),
      ("Ann Field, Head of Play, Oldtown Council", ["Ann Field, Head of Play, Oldtown Council"]),
      ("Ann Field, Head of Play, Tom Marsh, DCO", ["Ann Field, Head of Play", "Tom Marsh, DCO"]),
      ("Ann Field & Tom Marsh", ["Ann Field & Tom Marsh"]), ("D/Insp Field", ["D/Insp Field"]),
      ("Ann Field, Play Manager Tom Marsh, SEN Officer", ["Ann Field, Play Manager", "Tom Marsh, SEN Officer"]),
      ("Play Manager Tom Marsh, SEN Officer", ["Play Manager Tom Marsh", "SEN Officer"]),
      ("Head of Play Head of Sport", ["Head of Play", "Head of Sport"]), ("", []), (" / ", []),
    ])
  func split(cell: String, expected: [String]) {
    #expect(texts(cell) == expected)
  }

  @Test("Glued parties are parted where one is known from elsewhere, and only there")
  func glued() {
    let cell = "Director of Play and Sport Matron, ICB Leisure Adviser"
    #expect(
      texts(cell, known: ["Matron, ICB", "Leisure Adviser"]) == [
        "Director of Play and Sport", "Matron, ICB", "Leisure Adviser",
      ])
    #expect(texts("Deputy Play Manager", known: ["Play Manager"]) == ["Deputy Play Manager"])
    #expect(texts("Early Years advisers", known: ["Early Years"]) == ["Early Years advisers"])
    #expect(texts("PODs IASS", known: ["IASS", "PODs"]) == ["PODs", "IASS"])
    #expect(texts("Play Officer Sport Officer") == ["Play Officer Sport Officer"])
  }

  @Test("Ranges are those of the words, paragraph by paragraph")
  func ranges() {
    let parts = PartyReader.split(["• Head of Play /", "Zoë Ash – SEN Officer"], known: KnownParties())
    #expect(parts.map(\.paragraph) == [0, 1])
    #expect(parts.map(\.range) == [4..<16, 0..<24])
  }

  @Test(
    "Name, role and organisation",
    arguments: [
      ("Ann Field – Head of Play", "Ann Field", "Head of Play", nil),
      ("Head of Play (Ann Field)", "Ann Field", "Head of Play", nil),
      ("Ann Field (Head of Play)", "Ann Field", "Head of Play", nil), ("Ann Field (NHS)", "Ann Field", nil, "NHS"),
      ("Ann Field, Head of Play, Oldtown Council", "Ann Field", "Head of Play", "Oldtown Council"),
      ("Matron, ICB", nil, "Matron", "ICB"), ("Head Teacher Hill College", nil, "Head Teacher", "Hill College"),
      ("Officer within NHS", nil, "Officer", "NHS"), ("Ann Field Public Health", "Ann Field", nil, "Public Health"),
      ("Director of Play, Sport and Leisure", nil, "Director of Play, Sport and Leisure", nil),
      ("Hill School (Ann Field)", "Ann Field", nil, "Hill School"), ("Play Service", nil, nil, "Play Service"),
      ("Group Manager Early Help", nil, "Group Manager Early Help", nil),
      ("Governor Services", nil, nil, "Governor Services"),
      ("Ann Field & Tom Marsh", nil, nil, nil), ("DCO and providers", nil, nil, nil), ("14-19", nil, nil, nil),
      ("Dr. Tom O'Dell", "Dr. Tom O'Dell", nil, nil), ("PCF", nil, nil, "PCF"),
      ("headteachers", nil, "headteachers", nil),
      ("Association of Headteachers", nil, nil, "Association of Headteachers"),
      ("Board Chairs (See page 4)", nil, "Board Chairs", nil),
    ] as [(String, String?, String?, String?)])
  func fields(text: String, name: String?, role: String?, organisation: String?) {
    #expect(PartyReader.party(text) == Party(text: text, name: name, role: role, organisation: organisation))
  }

  @Test("Signs of other scripts are repaired in the role, never in the text")
  func repaired() {
    var known = KnownParties()
    known.add(party: "Group Manager Play and Sport")
    let party = PartyReader.party("ற்றே p Manager Play and Sport", known: known)
    #expect(party.role == "Group Manager Play and Sport")
    #expect(party.text == "ற்றே p Manager Play and Sport")
    #expect(PartyReader.party("ଔ Play Officer").role == "Play Officer")
  }

  @Test("In a list of contributors every comma separates")
  func list() {
    let parts = PartyReader.commaList("PODs, Education, Ann Field, SEN Officer, Hill School (Tom Marsh)")
    #expect(parts.map(\.party.text) == ["PODs", "Education", "Ann Field", "SEN Officer", "Hill School (Tom Marsh)"])
    #expect(PartyReader.commaList("BSAT. Primary schools").map(\.party.text) == ["BSAT", "Primary schools"])
  }

  @Test("Cells that name parties score high, others low")
  func score() {
    for text in ["Head of Play", "Ann Field", "DCO / ICB", "SEN Officer, Play Manager"] {
      #expect(PartyReader.score(text) > 0.7)
    }
    for text in ["June 2021", "ongoing", "47%", "Better attendance at all schools is seen by the board.", "Green"] {
      #expect(PartyReader.score(text) < 0.5)
    }
  }
}

@Suite("Members of groups")
struct MemberReaderTests {
  @Test("An office in brackets is the member's part")
  func part() {
    let members = PartyReader.members(name: "Ann Field (Chair)", role: "Head of Play, Oldtown Council")
    #expect(members.map(\.member) == [Member(name: "Ann Field", role: "Head of Play, Oldtown Council", part: "Chair")])
    #expect(members.first?.nameRange == 0..<17)
  }

  @Test("Several names share the role")
  func shared() {
    let members = PartyReader.members(name: "Ann Field / Tom Marsh", role: "Head of Play").map(\.member)
    #expect(
      members == [Member(name: "Ann Field", role: "Head of Play"), Member(name: "Tom Marsh", role: "Head of Play")])
  }

  @Test("A row without a name has a role; a body's name is not taken apart")
  func single() {
    #expect(PartyReader.members(name: "", role: "Parent reps").map(\.member) == [Member(role: "Parent reps")])
    #expect(
      PartyReader.members(name: "Oldtown Heads and Governors", role: "").map(\.member) == [
        Member(name: "Oldtown Heads and Governors")
      ])
    #expect(PartyReader.members(name: "", role: "").isEmpty)
  }
}
