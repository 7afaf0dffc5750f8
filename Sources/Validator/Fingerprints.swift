// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema
import Words

/// Makes the fingerprints of one document's findings: from the document's name, the rule and the violation's key, never
/// from a position, so that they stay when rows are added or the plan is converted again.
struct Fingerprints {
  private let document: String
  private var seen: [UInt64: Int] = [:]

  init(document: String) { self.document = document }

  /// The fingerprint of the next finding, 16 hexadecimal digits. Where a rule gives one key twice, the second gets `-2`.
  mutating func next(_ result: ValidationResult) -> String {
    let hash = Fingerprints.hash([result.rule.id, document, result.violation.key])
    let count = seen[hash, default: 0] + 1
    seen[hash] = count
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    return count == 1 ? padded : "\(padded)-\(count)"
  }

  /// The hash of the parts, a zero byte behind each.
  private static func hash(_ parts: [String]) -> UInt64 {
    var hash = FNVHash()
    for part in parts {
      part.withBytes { for byte in $0 { hash.add(byte) } }
      hash.add(0)
    }
    return hash.value
  }
}
