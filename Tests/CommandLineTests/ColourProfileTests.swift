// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The program opens no colour profiles (see `Sources/CColourProfiles`): colours are those of the alternate space.
@Suite struct ColourProfileTests {
  #if os(Linux)
    @Test func coloursAreThoseOfTheAlternateSpace() throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("commonplan-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let result = try Program.run(["tables", "-", "--debug-svg", folder.path], input: Self.file)
      #expect(result.status == 0)
      let page = try String(contentsOf: folder.appendingPathComponent("page-0001.svg"), encoding: .utf8)
      #expect(page.contains("fill=\"#FF0000\""))
      #expect(!page.contains("fill=\"#0000FF\""))
    }
  #endif

  /// A page with a red rectangle whose profile, where it is opened, makes it blue.
  private static var file: Data {
    let content = Array("/C cs 1 0 0 sc 20 200 100 40 re f BT /F1 10 Tf 30 215 Td (Done) Tj ET".utf8)
    let profile = swappedProfile
    var file = Array("%PDF-1.7\n".utf8)
    var offsets: [Int] = []
    func add(_ dictionary: String, _ stream: [UInt8]? = nil) {
      offsets.append(file.count)
      let length = stream.map { " /Length \($0.count)" } ?? ""
      file += Array("\(offsets.count) 0 obj\n<< \(dictionary)\(length) >>\n".utf8)
      if let stream { file += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
      file += Array("endobj\n".utf8)
    }
    add("/Type /Catalog /Pages 2 0 R")
    add("/Type /Pages /Kids [3 0 R] /Count 1")
    let resources = "/Resources << /Font << /F1 6 0 R >> /ColorSpace << /C [/ICCBased 5 0 R] >> >>"
    add("/Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R \(resources)")
    add("", content)
    add("/N 3 /Alternate /DeviceRGB", profile)
    add("/Type /Font /Subtype /Type1 /BaseFont /Helvetica")
    let start = file.count
    var table = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      table += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    table += "trailer << /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Data(file + Array(table.utf8))
  }

  /// A profile of the sRGB primaries with red and blue exchanged.
  private static var swappedProfile: [UInt8] {
    let red = [0.4360, 0.2225, 0.0139]
    let green = [0.3851, 0.7169, 0.0971]
    let blue = [0.1431, 0.0606, 0.7141]
    let white = [0.9642, 1, 0.8249]
    func big(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
    func fixed(_ values: [Double]) -> [UInt8] { values.flatMap { big(Int(($0 * 65_536).rounded())) } }
    func place(_ values: [Double]) -> [UInt8] { Array("XYZ \0\0\0\0".utf8) + fixed(values) }
    let gamma = Array("curv\0\0\0\0".utf8) + big(1) + [2, 51, 0, 0]
    let tags: [(String, [UInt8])] = [
      ("wtpt", place(white)), ("rXYZ", place(blue)), ("gXYZ", place(green)), ("bXYZ", place(red)),
      ("rTRC", gamma), ("gTRC", gamma), ("bTRC", gamma),
    ]
    let start = 128 + 4 + 12 * tags.count
    var table = big(tags.count)
    var body: [UInt8] = []
    for (name, data) in tags {
      table += Array(name.utf8) + big(start + body.count) + big(data.count)
      body += data
    }
    let head = big(start + body.count) + big(0) + [2, 0x10, 0, 0] + Array("mntrRGB XYZ ".utf8)
    let middle = [UInt8](repeating: 0, count: 36 - head.count) + Array("acsp".utf8)
    let light = [UInt8](repeating: 0, count: 68 - 40) + fixed(white)
    return head + middle + light + [UInt8](repeating: 0, count: 128 - 80) + table + body
  }
}
