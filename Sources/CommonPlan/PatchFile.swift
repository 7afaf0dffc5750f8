// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
public import Review

/// Reads patch files (see ``Patch``).
public enum PatchFile {
  /// The largest patch file that is read, in bytes.
  public static let maximumBytes = 16 << 20

  /// Reads a patch; `-` is standard input.
  ///
  /// - Throws: ``ConversionError`` with the line where the file cannot be read or is no patch.
  public static func read(_ path: String) throws(ConversionError) -> Patch {
    let bytes = try FileReader(maximumBytes: maximumBytes).read(path)
    do throws(PatchError) {
      return try Patch(yaml: bytes)
    } catch {
      throw ConversionError(
        file: path,
        cause: ExtractionError(
          .damaged, error.message, place: error.line.map { "line \($0)" },
          advice: "Save the corrections from the page of `commonplan review` again, or correct the file by hand."))
    }
  }
}
