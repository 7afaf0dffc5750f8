// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Extractors

@Suite("Office theme and relationships")
struct OfficeThemeTests {
  @Test("scheme colours are read, system colours by their last value")
  func scheme() throws {
    let xml = """
      <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">
      <a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="4472C4"/></a:accent1>
      </a:clrScheme><a:fmtScheme><a:accent1><a:srgbClr val="FFFFFF"/></a:accent1></a:fmtScheme></a:themeElements></a:theme>
      """
    let theme = try OfficeTheme(part: "theme", source: MemorySource(Array(xml.utf8)))
    #expect(
      theme.colours == [
        "dk1": Colour(red: 0, green: 0, blue: 0), "accent1": Colour(red: 0x44, green: 0x72, blue: 0xC4),
      ])
  }

  @Test("tints are those that Office shows")
  func tints() {
    let accent = Colour(red: 0x44, green: 0x72, blue: 0xC4)
    #expect(accent.spreadsheetTint(0.8).hexadecimal == "#DAE3F3")
    #expect(accent.spreadsheetTint(-0.25).hexadecimal == "#2F5597")
    #expect(Colour(red: 255, green: 255, blue: 255).spreadsheetTint(-0.5).hexadecimal == "#808080")
    #expect(Colour(red: 9, green: 9, blue: 9).spreadsheetTint(0) == Colour(red: 9, green: 9, blue: 9))
  }

  @Test("relationship targets are resolved against the part's folder")
  func targets() throws {
    #expect(PackageRelationships.resolve("styles.xml", against: "word/") == "word/styles.xml")
    #expect(PackageRelationships.resolve("../custom/x.xml", against: "word/") == "custom/x.xml")
    #expect(PackageRelationships.resolve("/word/a.xml", against: "word/") == "word/a.xml")
    #expect(PackageRelationships.resolve("../../../etc", against: "word/") == "etc")
    let xml = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="styles.xml"/>
      <Relationship Id="r2" Type="http://x/hyperlink" Target="http://y/z" TargetMode="External"/></Relationships>
      """
    let archive = try ZIPArchive(ZIPWriter(["word/_rels/document.xml.rels": xml]).bytes)
    let found = try PackageRelationships(of: "word/document.xml", in: archive)
    #expect(found.target(ofType: "styles") == "word/styles.xml")
    #expect(found.byIdentifier["r2"]?.target == "http://y/z")
    #expect(try PackageRelationships(of: "other.xml", in: archive).all.isEmpty)
  }
}
