// SPDX-License-Identifier: GPL-3.0-or-later

public import PlanSchema

/// How a rating differs from that of the old edition, on the status scale that each edition's own key is read onto.
public struct RatingShift: Hashable, Sendable {
  /// Which way it went.
  public enum Direction: String, CaseIterable, Sendable {
    /// Better.
    case improved
    /// Worse.
    case regressed
    /// Another colour or other words for the same status.
    case same
    /// The old edition gave none.
    case given
    /// The new edition gives none.
    case dropped
    /// Neither better nor worse: one of them is unknown, or work began and is in trouble.
    case unclear
  }

  /// Which way it went.
  public var direction: Direction
  /// The old status; nil where there was no rating.
  public var from: RatingStatus?
  /// The new status; nil where there is no rating.
  public var to: RatingStatus?
  /// True where the colour is the same and only the editions' keys read it differently.
  public var isByKey: Bool

  /// A shift.
  public init(direction: Direction, from: RatingStatus?, to: RatingStatus?, isByKey: Bool = false) {
    self.direction = direction
    self.from = from
    self.to = to
    self.isByKey = isByKey
  }

  /// The shift between two ratings; nil where they say the same.
  ///
  /// - Parameters:
  ///   - old: the old rating.
  ///   - new: the new rating.
  ///   - oldKey: the old edition's legend, for a rating whose status is not known by itself.
  ///   - newKey: the new edition's legend.
  public init?(from old: Rating?, to new: Rating?, oldKey: [RatingKeyEntry], newKey: [RatingKeyEntry]) {
    let before = old.map { RatingShift.status($0, oldKey) }
    let after = new.map { RatingShift.status($0, newKey) }
    guard let old, let new, let before, let after else {
      guard old != nil || new != nil else { return nil }
      self.init(direction: old == nil ? .given : .dropped, from: before, to: after)
      return
    }
    let isSameText = Folded.key(old.text ?? "") == Folded.key(new.text ?? "")
    if before == after {
      // A colour in words and the same colour as a fill say the same.
      let saysSame = old.colour == new.colour && (old.colour != nil || isSameText)
      guard !saysSame else { return nil }
      self.init(direction: .same, from: before, to: after)
      return
    }
    self.init(
      direction: RatingShift.direction(before, after), from: before, to: after,
      isByKey: old.colour != nil && old.colour == new.colour)
  }

  private static func status(_ rating: Rating, _ key: [RatingKeyEntry]) -> RatingStatus {
    guard rating.status == .unknown, let colour = rating.colour else { return rating.status }
    return key.first { $0.colour == colour }?.status ?? .unknown
  }

  /// Off track, at risk, on track, completed, embedded, each better than the one before. Not started is worse than on
  /// track and better than off track where it comes after; with at risk it cannot be compared, except that to be at risk
  /// and then not even begun is worse.
  private static func direction(_ from: RatingStatus, _ to: RatingStatus) -> Direction {
    switch (from, to) {
    case (.unknown, _), (_, .unknown), (.notStarted, .atRisk), (.offTrack, .notStarted): return .unclear
    case (.notStarted, .offTrack), (.atRisk, .notStarted), (.onTrack, .notStarted), (.completed, .notStarted),
      (.embedded, .notStarted):
      return .regressed
    case (.notStarted, _): return .improved
    default: return rank(to) > rank(from) ? .improved : .regressed
    }
  }

  private static func rank(_ status: RatingStatus) -> Int {
    switch status {
    case .offTrack, .notStarted, .unknown: 0
    case .atRisk: 1
    case .onTrack: 2
    case .completed: 3
    case .embedded: 4
    }
  }
}

extension RatingShift {
  /// The shift in words: `worse: on-track to off-track`.
  public var words: String {
    let statuses = "\(from?.rawValue ?? "none") to \(to?.rawValue ?? "none")"
    let word =
      switch direction {
      case .improved: "better"
      case .regressed: "worse"
      case .same: "same status, other colour or words"
      case .given: "newly given"
      case .dropped: "no rating any more"
      case .unclear: "changed"
      }
    return "\(word): \(statuses)" + (isByKey ? " (the key reads the colour differently)" : "")
  }
}
