// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A value that threads take turns with.
final class Shared<Value>: @unchecked Sendable {
  // Only touched while `mutex` is held; the mutex and condition never move, because they are allocated once.
  private var value: Value
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init(_ value: Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  /// Changes the value and wakes who waits for a change.
  func change<Result>(_ body: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }

  /// Waits until `body` gives something.
  func wait<Result>(for body: (inout Value) -> Result?) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    while true {
      if let result = body(&value) { return result }
      pthread_cond_wait(condition, mutex)
    }
  }
}

/// Threads that mostly wait for other processes. Swift's own pool is not for waiting.
final class Lanes {
  private var threads: [pthread_t] = []

  /// Starts a number of threads with the same body.
  init(count: Int, _ body: @escaping @Sendable () -> Void) {
    for _ in 0..<count {
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      let box = Unmanaged.passRetained(Body(body))
      let result = pthread_create(
        &thread, nil,
        { pointer in
          Lanes.run(pointer)
          return nil
        }, box.toOpaque())
      guard result == 0 else {
        box.release()
        continue
      }
      #if canImport(Darwin)
        if let thread { threads.append(thread) }
      #else
        threads.append(thread)
      #endif
    }
  }

  /// Whether the system had not a single thread to spare.
  var isEmpty: Bool { threads.isEmpty }

  /// Waits until all have ended.
  func join() {
    for thread in threads { pthread_join(thread, nil) }
    threads.removeAll()
  }

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  #if canImport(Darwin)
    private static func run(_ pointer: UnsafeMutableRawPointer) {
      Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
    }
  #else
    private static func run(_ pointer: UnsafeMutableRawPointer?) {
      guard let pointer else { return }
      Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
    }
  #endif
}
