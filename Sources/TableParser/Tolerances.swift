// SPDX-License-Identifier: GPL-3.0-or-later

/// The distances and shares by which the parser decides, in one place.
///
/// Lengths are in points (1/72 inch) or in em (the font size of the words compared); shares have no unit.
public struct Tolerances: Sendable {
  /// Coordinates beyond this many points are no place on a page: the longest page that PDF allows is 14,400 points,
  /// and everything larger is damage that would only blow up the arithmetic.
  public var largestCoordinate: Float = 20_000
  /// Words whose baselines differ by at most this many em stand on one line. A superscript is raised by 0.33 em.
  public var sameBaseline: Float = 0.28
  /// A gap between two words of at least this many em separates columns. A word space has 0.2 to 0.35 em, in justified
  /// text up to 0.8; in layout text one space has 0.5 em and two have 1.
  public var columnGap: Float = 0.9
  /// The narrowest white strip that still parts two columns, in em: text columns set tight leave one word space.
  public var narrowestGutter: Float = 0.22
  /// Lines further apart than this many em belong to no common table without rules.
  public var tableBreak: Float = 5
  /// Baselines further apart than this many times the usual pitch leave a blank line between them.
  public var blankLine: Float = 1.35
  /// Lines nearer than this many points are one rule: double borders are 1.5 to 3 points apart, and no text fits between.
  public var sameRule: Float = 3.5
  /// A fill no thicker than this many points is a rule drawn as a rectangle.
  public var thinFill: Float = 2.6
  /// Rules that miss each other by at most this many points are meant to meet.
  public var ruleReach: Float = 4
  /// The share of a cell's side that must be ruled for the side to be a wall. Lines drawn per cell leave their corners open.
  public var wallShare: Float = 0.55
  /// Rules shorter than this many points divide nothing: they underline a word or belong to a glyph.
  public var shortestRule: Float = 6
  /// Room that a wrapped line may leave although the next word would have fitted, in em: kerning and rounding.
  public var wrapSlack: Float = 0.6
  /// The same as a share of the column's width for layout text, where letters have lost their own widths.
  public var layoutWrapSlack: Float = 0.16
  /// The share of a page at its top and at its bottom in which running headers and footers are looked for.
  public var marginShare: Float = 0.14
  /// The share of a page at its top and at its bottom in which text of the page itself seldom stands: 15 mm of A4.
  public var edgeShare: Float = 0.05
  /// Sizes that differ by at most this share are one: footers are set one or two points smaller than the text.
  public var sameSize: Float = 0.08
  /// Two lines of furniture on neighbouring pages stand at the same height up to this many points.
  public var sameHeight: Float = 7

  /// The values in use.
  public init() {}
}
