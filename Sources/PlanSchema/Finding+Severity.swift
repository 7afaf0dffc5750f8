// SPDX-License-Identifier: GPL-3.0-or-later

extension Finding {
  /// How grave a finding is.
  public enum Severity: String, CaseIterable, Sendable {
    /// Wrong.
    case error
    /// Weak or doubtful.
    case warning
    /// Good to know.
    case note
  }
}
