// SPDX-License-Identifier: GPL-3.0-or-later

import CGLib

/// SHA-256 of bytes (FIPS 180-4).
enum Checksum {
  /// The digest as 64 lower-case hexadecimal digits.
  static func sha256(_ bytes: [UInt8]) -> String {
    guard let checksum = g_checksum_new(G_CHECKSUM_SHA256) else { return "" }
    defer { g_checksum_free(checksum) }
    bytes.withUnsafeBufferPointer { g_checksum_update(checksum, $0.baseAddress, $0.count) }
    return g_checksum_get_string(checksum).map { String(cString: $0) } ?? ""
  }
}
