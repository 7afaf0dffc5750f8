// SPDX-License-Identifier: GPL-3.0-or-later

/// How much text is taken for a plan; more is refused with a clear error.
public struct TextLimits: Sendable {
  /// The largest file, in bytes.
  public var bytes = 1 << 30
  /// The longest line, in bytes. A plan whose words were run together without line breaks is a few megabytes.
  public var lineBytes = 16 << 20

  /// The usual limits: 1 GiB a file, 16 MiB a line.
  public init() {}
}
