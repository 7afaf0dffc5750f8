// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Testing

@testable import Normaliser

@Suite("The register of authorities")
struct AuthorityRegisterTests {
  @Test("All current authorities are there, and codes are unique")
  func complete() {
    let table = AuthorityRegister.table
    #expect(table.isLive.count { $0 } == 153)
    #expect(Set(table.authorities.map(\.gss)).count == table.authorities.count)
    #expect(table.authorities.allSatisfy { $0.gss.utf8.count == 9 && $0.gss.hasPrefix("E") })
  }

  @Test(
    "Names, short names and official names",
    arguments: [
      ("Play in Southend", "E06000033"), ("Telford & Wrekin Council", "E06000020"), ("Hull City Council", "E06000010"),
      ("Bath & North East Somerset", "E06000022"), ("St Helens Council", "E08000013"), ("County Durham", "E06000047"),
      ("BCP Council", "E06000058"), ("Reading Borough Council", "E06000038"), ("NORTH YORKSHIRE COUNCIL", "E06000065"),
      ("South Gloucestershire", "E06000025"), ("H&F Council", "E09000013"), ("Dorset’s offer", "E06000059"),
      ("Bournemouth, Christchurch and Poole", "E06000058"), ("Bradford District SEND Strategy", "E08000032"),
    ])
  func found(text: String, gss: String) {
    #expect(AuthorityRegister.find(in: text).map(\.authority.gss) == [gss])
  }

  @Test(
    "Words and people that share a name",
    arguments: [
      "Reading is fun", "a bath", "lessons in Reading and writing", "Sarah Bolton", "New York", "Greater Manchester",
    ])
  func none(text: String) {
    #expect(AuthorityRegister.find(in: text).isEmpty)
  }

  @Test("Ranges are those of the name")
  func ranges() {
    #expect(AuthorityRegister.find(in: "Über Kent und Leeds").map(\.range) == [6..<10, 15..<20])
  }

  @Test("The title decides; partners and neighbours do not")
  func decide() {
    let neighbours = Array(repeating: "We learn from Kent and from Kent schools.", count: 5)
    #expect(AuthorityRegister.decide(title: ["Medway SEND Action Plan"], body: neighbours)?.name == "Medway")
    #expect(
      AuthorityRegister.decide(title: ["Action Plan"], body: neighbours + ["Medway Council leads."])?.name == "Kent")
    #expect(AuthorityRegister.decide(title: ["Reading plan"], body: [String]())?.name == nil)
    let partners = Array(repeating: "Kent NHS Trust and the University of Kent", count: 4)
    #expect(
      AuthorityRegister.decide(title: [], body: partners + ["In Medway local area we work together"])?.name == "Medway")
    #expect(AuthorityRegister.decide(title: [], body: ["No place is named here."]) == nil)
  }
}
