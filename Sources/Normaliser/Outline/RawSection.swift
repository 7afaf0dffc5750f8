// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// A section while the document is being read: words as phrases, not yet placed.
struct RawSection {
  var kind: SectionKind
  var ref: String?
  var refPhrase = Phrase.empty
  var title: Phrase
  var outcomes: [Phrase] = []
  /// Lead cells or lines, each a list of paragraphs.
  var leads: [[Paragraph]] = []
  /// How success of the whole section shows.
  var successMeasures: [Phrase] = []
  /// Reports on the whole section, each under its heading.
  var updates: [RawValue] = []
  var parent: Int?
  var place: SourcePlace
  /// What it looks like in the document; sections that look alike stand on one level.
  var look: Look

  /// How a section is set.
  struct Look: Hashable {
    enum Origin: Hashable {
      case heading(level: Int)
      case line
      case row
      case column(Int)
    }

    enum ReferenceForm: Hashable {
      case none
      case number
      case letter
      case compound
    }

    var origin: Origin
    var kind: SectionKind
    var reference: ReferenceForm

    /// Whether a line and a row are headings of one level: both name the same kind and are numbered alike ("Strand A"
    /// above a table, "Strand B" in it).
    func isSibling(of other: Look) -> Bool {
      let places: Set<Origin> = [.line, .row]
      return places.contains(origin) && places.contains(other.origin) && kind == other.kind && kind != .other
        && reference == other.reference && (reference == .number || reference == .letter)
    }
  }
}

extension RawSection.Look.ReferenceForm {
  init(_ ref: String?) {
    guard let ref, !ref.isEmpty else {
      self = .none
      return
    }
    if ref.utf8.contains(UInt8(ascii: ".")) {
      self = .compound
    } else if ref.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      self = .number
    } else {
      self = .letter
    }
  }
}
