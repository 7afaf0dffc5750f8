// SPDX-License-Identifier: GPL-3.0-or-later

import CSandbox

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What the program sees to before anything else. The library leaves a process that uses it as it is.
public enum ProgramStart {
  /// Has signals that end the program remove unfinished files first, and makes sure that no file or socket gets the number
  /// of a standard stream that whoever started the program has closed.
  public static func prepare() {
    // The lowest free number is given out first. Opened the other way round, use fails as it would without.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    csandbox_watch_signals()
  }
}
