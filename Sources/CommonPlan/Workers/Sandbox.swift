// SPDX-License-Identifier: GPL-3.0-or-later

import CSandbox

/// What a worker gives up before it looks at a document.
///
/// Whatever a document makes poppler, cairo or libxml2 do, the process then can only compute, use some memory and talk
/// to its parent. Where a kernel lacks a part of this, the others still hold.
enum Sandbox {
  /// Address space, in bytes, beyond a few copies of the document.
  static let memory = 1 << 30
  /// A worker whose heap stays larger than this, in bytes, reads no further document.
  static let reusableMemory = 256 << 20
  /// Processor time for a document, in seconds, beyond that for its size.
  static let seconds = 15
  /// More processor time for each MiB of the document, in seconds. 4,000 pages need about 10 s and have 2 MiB or more.
  static let secondsPerMebibyte = 5
  /// More processor time for a page that is rendered for OCR, in seconds.
  static let secondsPerPicture = 8

  /// Address space and processor time that no document of a worker can go beyond, whatever becomes of the limits above.
  static let mostMemory = 5 << 30
  static let mostSeconds = 4 * 60 * 60

  /// Fonts and character maps, which rendering a page with fonts that are not embedded may open.
  static let readableFolders = [
    "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/usr/share/fontconfig", "/var/cache/fontconfig",
    "/usr/share/poppler",
  ]

  /// Forbids files (but for fonts), network, and other programs, as far as the system can: on Linux by Landlock and
  /// seccomp, of which the worker may make only the calls that are listed. For good, for the calling thread and those that it starts.
  static func lock() {
    _ = csandbox_close_others()
    _ = csandbox_set_hard_limits(UInt64(mostMemory), UInt64(mostSeconds))
    guard csandbox_no_new_privileges() == 0 else { return }
    let rules = csandbox_landlock_create()
    if rules >= 0 {
      for folder in readableFolders { _ = csandbox_landlock_allow_reading(rules, folder) }
      _ = csandbox_landlock_apply(rules)
    }
    _ = csandbox_allow_only_needed_calls()
  }

  /// What of all that a worker must not be able to do it can do in spite of its lock; nil where nothing is left.
  ///
  /// - Parameter process: another process of the same user.
  static func gap(towards process: Int) -> String? {
    csandbox_try_forbidden(Int32(process)).map { String(cString: $0) }
  }

  /// Sets limits for a document of a size in bytes. The system ends the process when it goes beyond them.
  ///
  /// - Parameter isSecondTry: whether the document has used up its time once before. What took most of it is then left
  ///   out, and a quarter is enough.
  static func limit(forBytes count: Int, isSecondTry: Bool) {
    _ = csandbox_limit_memory(UInt64(memory + 4 * count))
    let seconds = seconds + secondsPerMebibyte * (count >> 20)
    _ = csandbox_limit_processor(UInt64(isSecondTry ? max(3, seconds / 4) : seconds))
  }

  /// The size of the heap, in bytes, whether used or not; 0 where the system does not say.
  static var heapMemory: Int { Int(csandbox_heap_memory()) }

  /// Allows processor time for one more picture.
  static func allowPicture(forBytes count: Int) {
    _ = csandbox_limit_processor(UInt64(seconds + secondsPerMebibyte * (count >> 20) + secondsPerPicture))
  }
}
