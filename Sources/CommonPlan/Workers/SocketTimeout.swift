// SPDX-License-Identifier: GPL-3.0-or-later

import CSandbox

/// A limit to how long a read from a socket waits.
enum SocketTimeout {
  /// Sets the limit; false where the descriptor is no socket.
  static func set(_ descriptor: Int32, seconds: Int) -> Bool { csandbox_set_read_timeout(descriptor, seconds) == 0 }
}
