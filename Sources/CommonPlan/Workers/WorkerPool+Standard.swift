// SPDX-License-Identifier: GPL-3.0-or-later

import Extractors

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

extension WorkerPool {
  /// Arguments that make the `commonplan` program a locked worker.
  public static let workerArguments = ["worker", "--locked"]

  /// A pool whose workers are further processes of the running program, which must be `commonplan`, and whose pictures
  /// tesseract reads.
  public static func standard(jobs: Int = processorCount) -> WorkerPool {
    WorkerPool(jobs: jobs, command: [ownProgram] + workerArguments, recogniser: Tesseract())
  }

  /// Processors that this process may use.
  public static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Path of the running program.
  static var ownProgram: String {
    #if canImport(Darwin)
      var count: UInt32 = 0
      _NSGetExecutablePath(nil, &count)
      var path = [CChar](repeating: 0, count: Int(count) + 1)
      guard _NSGetExecutablePath(&path, &count) == 0 else { return CommandLine.arguments[0] }
      return path.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } ?? "" }
    #else
      return "/proc/self/exe"
    #endif
  }
}
