// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Logarithms, which the standard library does not have.
enum Logarithm {
  /// The natural logarithm of a number above 0.
  static func natural(_ number: Double) -> Double { log(number) }
}
