// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import CommonPlan

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What is four times as large may not cost much more than four times as much.
@Suite struct CostTests {
  /// Inputs that once cost the square of their size: a name, and the text with a number of parts.
  private static let inputs: [(name: String, text: @Sendable (Int) -> String)] = [
    ("bullets", { "Actions\n\n" + (0..<$0).map { "- Wind the clock number \($0) by May\n" }.joined() }),
    ("lines of one word", { (0..<$0).map { "word\($0 % 977)\n" }.joined() }),
    (
      "columns",
      { count in
        ["Column ", "value "].map { word in (0..<count).map { "\(word)\($0)" }.joined(separator: ",") + "\n" }.joined()
      }
    ),
    (
      "an open quote",
      { "Ref,Action,Lead\n1,\"open,Ann\n" + (0..<$0).map { "\($0),Wind the clock number \($0),Ann Other\n" }.joined() }
    ),
  ]

  /// Processor time of this thread, in nanoseconds: other tests run meanwhile.
  private func cost(_ text: String) throws -> UInt64 {
    let bytes = Array(text.utf8)
    let start = processorTime()
    _ = try PlanConverter().convert(bytes, file: "plan")
    return processorTime() - start
  }

  private func processorTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  @Test(arguments: inputs.indices)
  func `cost grows as the input does`(index: Int) throws {
    let input = CostTests.inputs[index]
    let count = 1_500
    _ = try cost(input.text(100))
    let one = try cost(input.text(count))
    let four = try cost(input.text(4 * count))
    // The square would be sixteen.
    #expect(four < 9 * one, "\(input.name): \(one / 1_000_000) ms, and \(four / 1_000_000) ms for four times as much")
  }
}
