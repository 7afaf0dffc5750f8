// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// read(2) and write(2) under names that methods called `read` and `write` do not hide, begun again after a signal.
enum SystemCalls {
  /// Reads up to `count` bytes; 0 at the end of the file, below 0 on failure, with `errno` set.
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    while true {
      let got = systemRead(descriptor, buffer, count)
      if got >= 0 || errno != EINTR { return got }
    }
  }

  /// Writes up to `count` bytes; below 0 on failure, with `errno` set.
  static func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
    while true {
      let put = systemWrite(descriptor, buffer, count)
      if put >= 0 || errno != EINTR { return put }
    }
  }

  /// Waits until a descriptor takes bytes; false where that cannot be waited for.
  static func waitToWrite(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    while true {
      let count = poll(&request, 1, -1)
      if count >= 0 || errno != EINTR { return count > 0 }
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
