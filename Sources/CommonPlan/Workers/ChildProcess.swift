// SPDX-License-Identifier: GPL-3.0-or-later

import CSandbox

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A program that was started with a socket as its standard input and output.
///
/// Its standard error goes nowhere: libraries write there what they think of damaged files.
struct ChildProcess: Sendable {
  /// Its process number.
  let identifier: pid_t
  /// The parent's end of the socket.
  let descriptor: Int32

  /// How a process ended.
  enum End: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  /// Starts a program, found by its path, or by `PATH` where it has no slash; nil where that fails.
  ///
  /// - Parameters:
  ///   - arguments: the program and its arguments.
  ///   - environment: set on top of what programs need to be found and to find their libraries; nothing else of this
  ///     process's own environment is passed on.
  init?(_ arguments: [String], environment: [String: String] = [:]) {
    guard let program = arguments.first else { return nil }
    var mine: Int32 = -1
    var theirs: Int32 = -1
    guard csandbox_socket_pair(&mine, &theirs) == 0 else { return nil }
    defer { close(theirs) }

    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, theirs, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, theirs, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    // A signal that is held back or ignored here would make limits without effect there.
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let variables = ChildProcess.environment(adding: environment)
    var process: pid_t = 0
    let result = CStrings.with(arguments) { arguments in
      CStrings.with(variables) { variables in
        posix_spawnp(&process, program, &actions, &attributes, arguments, variables)
      }
    }
    guard result == 0 else {
      close(mine)
      return nil
    }
    identifier = process
    descriptor = mine
  }

  /// Has the system end the process, by `SIGXCPU`, when it used so much processor time; without effect but on Linux.
  func limitProcessor(seconds: Int) { _ = csandbox_limit_processor_of(identifier, UInt64(seconds)) }

  /// Ends the process.
  func kill() {
    _ = systemKill(identifier, SIGKILL)
    close(descriptor)
    _ = ended(0)
  }

  /// Hangs up, so that a process that only serves this one ends by itself.
  func hangUp(within seconds: Int) {
    shutdown(descriptor, Int32(SHUT_RDWR))
    _ = end(within: seconds)
  }

  /// Waits until the process has ended, and says how; nil where it did not in time and had to be killed.
  func end(within seconds: Int) -> End? {
    defer { close(descriptor) }
    // Most have ended already, or do so at once; there is no call that waits for one child with a limit.
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: .seconds(seconds))
    var pause: UInt32 = 100
    while clock.now < deadline {
      if let end = ended(WNOHANG) { return end }
      usleep(pause)
      pause = min(2 * pause, 20_000)
    }
    _ = systemKill(identifier, SIGKILL)
    _ = ended(0)
    return nil
  }

  /// How the process ended; nil where it still runs.
  private func ended(_ options: Int32) -> End? {
    var status: Int32 = 0
    var result: pid_t
    repeat { result = waitpid(identifier, &status, options) } while result < 0 && errno == EINTR
    guard result != 0 else { return nil }
    // The macros WIFSIGNALED and WEXITSTATUS, which Swift cannot import.
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  /// Where programs, libraries, fonts and models of OCR are found.
  private static let passedOn: Set = [
    "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
    "TESSDATA_PREFIX", "NIX_LD", "NIX_LD_LIBRARY_PATH", "ASAN_OPTIONS", "LLVM_PROFILE_FILE",
  ]

  private static func environment(adding extra: [String: String]) -> [String] {
    var lines: [String] = []
    var next = environ
    while let line = next.pointee {
      let text = String(cString: line)
      let name = String(text.prefix { $0 != "=" })
      if extra[name] == nil, passedOn.contains(name) { lines.append(text) }
      next += 1
    }
    return lines + extra.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }
}

private func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 { kill(process, signal) }

/// Arrays of C strings as exec wants them: ended by a null pointer.
private enum CStrings {
  static func with<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("the array holds at least the null pointer") }
      return body(base)
    }
  }
}
