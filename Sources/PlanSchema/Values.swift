// SPDX-License-Identifier: GPL-3.0-or-later

/// A date, a period, a list of dates, or words in their place.
public struct When: Codable, Hashable, Sendable {
  /// The words of the document.
  public var text: String
  /// ISO 8601-2 / EDTF level 1 or 2, such as `2019-09`, `2019-10/2019-12`, `2019-21` or `{2018-07,2018-08}`.
  public var edtf: String?
  /// True where it goes on; nil otherwise.
  public var ongoing: Bool?
  /// How often it recurs.
  public var recurrence: Recurrence?

  /// A date with its words.
  public init(text: String, edtf: String? = nil, ongoing: Bool? = nil, recurrence: Recurrence? = nil) {
    self.text = text
    self.edtf = edtf
    self.ongoing = ongoing
    self.recurrence = recurrence
  }
}

/// How often something recurs.
public enum Recurrence: String, Codable, CaseIterable, Sendable {
  /// Every day.
  case daily
  /// Every week.
  case weekly
  /// Every month.
  case monthly
  /// Every two months.
  case bimonthly
  /// Twice a term.
  case halfTermly = "half-termly"
  /// Every school term.
  case termly
  /// Every three months.
  case quarterly
  /// Every six months.
  case sixMonthly = "six-monthly"
  /// Every year.
  case annual
}

/// One person, role, team or organisation.
public struct Party: Codable, Hashable, Sendable {
  /// The words of the document.
  public var text: String
  /// A person's name.
  public var name: String?
  /// A post or function.
  public var role: String?
  /// An employer, service or body.
  public var organisation: String?
  /// The words of the column's heading or of the label, where a plan has several of leads ("Accountable officer").
  public var part: String?

  /// A party with its words.
  public init(
    text: String, name: String? = nil, role: String? = nil, organisation: String? = nil, part: String? = nil
  ) {
    self.text = text
    self.name = name
    self.role = role
    self.organisation = organisation
    self.part = part
  }
}

/// A status as the document shows it and as its own key reads it.
public struct Rating: Codable, Hashable, Sendable {
  /// What the cell shows; nil where only a fill speaks.
  public var text: String?
  /// The colour, from the words, a letter or a fill.
  public var colour: RatingColour?
  /// The status, read through the document's key.
  public var status: RatingStatus

  /// A rating.
  public init(text: String? = nil, colour: RatingColour? = nil, status: RatingStatus) {
    self.text = text
    self.colour = colour
    self.status = status
  }
}

/// The colours of ratings.
public enum RatingColour: String, Codable, CaseIterable, Sendable {
  /// Blue.
  case blue
  /// Green.
  case green
  /// Amber; also orange and yellow.
  case amber
  /// Red.
  case red
  /// Grey.
  case grey
  /// Purple.
  case purple
  /// White.
  case white
}

/// The status scale that all keys are read onto.
public enum RatingStatus: String, Codable, CaseIterable, Sendable {
  /// Done.
  case completed
  /// Going as planned.
  case onTrack = "on-track"
  /// Going, with concerns.
  case atRisk = "at-risk"
  /// Late, failing or not achieved.
  case offTrack = "off-track"
  /// Not begun.
  case notStarted = "not-started"
  /// Done and part of everyday practice.
  case embedded
  /// The document does not say.
  case unknown
}
