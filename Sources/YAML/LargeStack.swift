// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Does something on a thread with a stack of a size in bytes, and waits for it; nil where there is no such thread to be
/// had.
func onStack<Value>(of bytes: Int, _ body: @escaping () -> Value) -> Value? {
  let task = StackTask { Box(body()) }
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  guard pthread_attr_setstacksize(&attributes, bytes) == 0 else { return nil }
  #if canImport(Darwin)
    var thread: pthread_t?
    let result = pthread_create(
      &thread, &attributes,
      { pointer in
        Unmanaged<StackTask>.fromOpaque(pointer).takeUnretainedValue().run()
        return nil
      }, Unmanaged.passUnretained(task).toOpaque())
    guard result == 0, let thread else { return nil }
  #else
    var thread = pthread_t()
    let result = pthread_create(
      &thread, &attributes,
      { pointer in
        if let pointer { Unmanaged<StackTask>.fromOpaque(pointer).takeUnretainedValue().run() }
        return nil
      }, Unmanaged.passUnretained(task).toOpaque())
    guard result == 0 else { return nil }
  #endif
  // The task lives until here, and is touched by one thread at a time: this one waits for the other.
  pthread_join(thread, nil)
  return (task.result as? Box<Value>)?.value
}

private final class Box<Value> {
  let value: Value
  init(_ value: Value) { self.value = value }
}

/// What the thread is to do, and what came of it.
private final class StackTask {
  private let body: () -> AnyObject
  private(set) var result: AnyObject?

  init(_ body: @escaping () -> AnyObject) { self.body = body }

  func run() { result = body() }
}
