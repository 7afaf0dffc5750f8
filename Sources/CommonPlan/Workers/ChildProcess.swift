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
  ///   - environment: set on top of this process's own.
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

    let variables = ChildProcess.environment(adding: environment)
    var process: pid_t = 0
    let result = CStrings.with(arguments) { arguments in
      CStrings.with(variables) { variables in
        posix_spawnp(&process, program, &actions, nil, arguments, variables)
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

  /// Ends the process if it still runs, and says how it ended.
  @discardableResult
  func end(killing: Bool) -> End {
    if killing { kill(identifier, SIGKILL) }
    close(descriptor)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    // The macros WIFSIGNALED and WEXITSTATUS, which Swift cannot import.
    let signal = status & 0x7F
    return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }

  private static func environment(adding extra: [String: String]) -> [String] {
    var lines: [String] = []
    var next = environ
    while let line = next.pointee {
      let text = String(cString: line)
      let name = text.prefix { $0 != "=" }
      if extra[String(name)] == nil { lines.append(text) }
      next += 1
    }
    return lines + extra.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }
}

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
