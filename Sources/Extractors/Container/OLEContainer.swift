// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The container of the office formats before 2007, which is also the wrapping of password-protected newer files.
///
/// Nothing is read from it: it is recognised, so that the person with such a file is told what to do.
enum OLEContainer {
  /// What is in the container, told by the names in its directory.
  enum Content: Sendable {
    /// A newer file behind a password.
    case encryptedPackage
    /// A `.doc`.
    case wordDocument
    /// A `.xls`.
    case workbook
    /// A `.ppt`.
    case presentation
    /// Something else, or a directory that cannot be found.
    case unknown
  }

  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// What the container holds, nil where the bytes are no such container.
  static func content(of bytes: [UInt8]) -> Content? {
    guard bytes.starts(with: signature.prefix(4)) else { return nil }
    // Directory entries are 128 bytes long, aligned to 128, and begin with the name in UTF-16.
    let names: [(StaticString, Content)] = [
      ("EncryptedPackage", .encryptedPackage), ("WordDocument", .wordDocument), ("Workbook", .workbook),
      ("PowerPoint Document", .presentation),
    ]
    var found = Content.unknown
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset + 64 <= buffer.count {
        for (name, content) in names where begins(buffer, at: offset, with: name) {
          found = content
          // A password-protected file has no other stream that matters.
          if content == .encryptedPackage { return }
        }
        offset += 128
      }
    }
    return found
  }

  private static func begins(_ buffer: UnsafeBufferPointer<UInt8>, at offset: Int, with name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    for index in 0..<count {
      let place = offset + 2 * index
      guard buffer[place] == name.utf8Start[index], buffer[place + 1] == 0 else { return false }
    }
    return buffer[offset + 2 * count] == 0
  }

  /// The error for a file in this container, nil where the bytes are none.
  static func refusal(of bytes: [UInt8]) -> ExtractionError? {
    guard let content = content(of: bytes) else { return nil }
    return switch content {
    case .encryptedPackage:
      ExtractionError(
        .encrypted, "The document is protected by a password.", advice: "Save it without a password and try again.")
    case .wordDocument:
      ExtractionError(
        .unsupportedFormat, "This is an old .doc file (Word 97 to 2003), whatever its name says.",
        advice: "Open it in Word or LibreOffice and save it as .docx.")
    case .workbook:
      ExtractionError(
        .unsupportedFormat, "This is an old .xls file (Excel 97 to 2003), whatever its name says.",
        advice: "Open it in Excel or LibreOffice and save it as .xlsx.")
    case .presentation:
      ExtractionError(
        .unsupportedFormat, "This is an old .ppt presentation, whatever its name says.",
        advice: "Save it as PDF and convert that.")
    case .unknown:
      ExtractionError(
        .unsupportedFormat, "This is an old office file (OLE container) that is not a Word document.",
        advice: "Open it in the program it was made with and save it as .docx, .odt or PDF.")
    }
  }
}
