// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
  /// Calls `body` with the text's UTF-8 where it stands. Unlike `withUTF8`, it works on texts that are not the caller's to
  /// change, and holds on to nothing.
  @inlinable
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    // Only where the text stands in some other encoding.
    var copy = self
    return copy.withUTF8(body)
  }
}
