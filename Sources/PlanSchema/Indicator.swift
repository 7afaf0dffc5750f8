// SPDX-License-Identifier: GPL-3.0-or-later

/// One measure of an indicator table.
public struct Indicator: Codable, Hashable, Sendable {
  /// Stable within the document.
  public var id: String
  /// The innermost section's `id`.
  public var section: String?
  /// A first column that groups measures.
  public var theme: String?
  /// What is measured.
  public var measure: String
  /// Where the figures come from.
  public var dataSource: String?
  /// How it is measured.
  public var method: String?
  /// How often, as printed.
  public var frequency: String?
  /// Where it starts from, as printed.
  public var baseline: String?
  /// Targets and actual figures by period, in document order.
  public var readings: [Reading]
  /// Status.
  public var rating: Rating?
  /// Where it stands.
  public var source: Source

  /// An indicator with its measure.
  public init(id: String, measure: String, source: Source = Source()) {
    self.id = id
    self.measure = measure
    readings = []
    self.source = source
  }
}

/// A target and an actual figure of one period.
public struct Reading: Codable, Hashable, Sendable {
  /// The period.
  public var period: When?
  /// The target, as printed.
  public var target: String?
  /// The actual figure, as printed.
  public var actual: String?

  /// A reading.
  public init(period: When? = nil, target: String? = nil, actual: String? = nil) {
    self.period = period
    self.target = target
    self.actual = actual
  }
}
