// SPDX-License-Identifier: GPL-3.0-or-later

import Words

/// Links to files beside a page.
enum RelativeLink {
  /// A file's name as a relative link (RFC 3986), so that no character of it is read as anything else.
  static func encoded(_ name: String) -> String {
    "./" + URIPath.encoded(name)
  }
}
