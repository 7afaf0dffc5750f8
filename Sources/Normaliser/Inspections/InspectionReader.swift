// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import PlanSchema

/// Reads an inspection report: its outcome, what is effective and what is not, the areas that the partnership must answer,
/// the bodies and the inspectors.
///
/// Parts are told by the words of their headings and values by what they are made of, so that the same report reads alike
/// from any format, with its heads in whatever order and place.
struct InspectionReader {
  let reading: Reading
  let framework: InspectionFramework
  /// Lines in document order, each with the part that it stands in.
  private(set) var parts: [(part: ReportPart, lines: [ReportLine])] = []
  private let frames: [(span: TextSpan, kind: String)]

  /// The longest text that is looked at, in bytes: a report has a dozen pages and some 40,000 bytes, while exports of plans
  /// may have millions.
  private static let longest = 1 << 19

  /// A reader of a document that is an inspection report; nil for any other.
  init?(_ document: SourceDocument, reading: Reading) {
    guard reading.text.bytes.count <= InspectionReader.longest else { return nil }
    let lines = ReportLines(document, reading: reading)
    guard let framework = ReportEvidence(lines.lines).framework else { return nil }
    self.reading = reading
    self.framework = framework
    frames = lines.frames
    parts = ReportParts(reading: reading, framework: framework).split(lines.lines)
  }

  /// Reads the report into a plan; what no field takes is left for the sweep.
  func read(into plan: inout CanonicalPlan) {
    for frame in frames { reading.furnish(Phrase(frame.span), kind: frame.kind) }
    plan.plan.kind = .inspectionReport
    var inspection = Inspection()
    inspection.framework = framework
    var front = ReportFront(reading: reading)
    front.read(lines(of: [.front]), into: &inspection)
    plan.plan.title = front.title.map { reading.joined($0) }
    if inspection.dates == nil, framework == .localAreaSEND2016 {
      inspection.dates = front.datesInProse(parts.flatMap(\.lines))
    }
    plan.plan.inspection = inspection.dates
    plan.plan.authority = AuthorityRegister.decide(
      title: front.titleLines, body: parts.lazy.flatMap { $0.lines.lazy.map(\.words) })
    OutcomeReader(reading: reading).read(lines(of: [.outcome]), fallback: lines(of: [.front]), into: &inspection)
    if inspection.outcome == nil, framework == .localAreaSEND2016 {
      OutcomeReader(reading: reading).readLetter(parts.flatMap(\.lines), into: &inspection)
    }
    let bullets = BulletReader(reading: reading)
    for part in parts where part.part == .effective { inspection.effective += bullets.read(part.lines) }
    for part in parts where part.part == .needsImprovement { inspection.needsImprovement += bullets.read(part.lines) }
    readAreas(into: &inspection)
    inspection.partners = PartnerReader(reading: reading).read(lines(of: [.partners]))
    inspection.team = TeamReader(reading: reading).read(lines(of: [.team]))
    plan.inspection = inspection
  }

  private func lines(of wanted: Set<ReportPart>) -> [ReportLine] {
    parts.filter { wanted.contains($0.part) }.flatMap(\.lines)
  }

  private func readAreas(into inspection: inout Inspection) {
    let reader = AreaReader(reading: reading)
    var counts: [InspectionArea.Kind: Int] = [:]
    for part in parts where part.part.listsAreas {
      let kind: InspectionArea.Kind =
        switch part.part {
        case .priorityActions: .priorityAction
        case .weaknesses: .significantWeakness
        default: .improvement
        }
      for area in reader.read(part.lines) {
        counts[kind, default: 0] += 1
        inspection.areas.append(
          InspectionArea(
            id: "\(kind.rawValue)-\(counts[kind, default: 1])", kind: kind, text: area.text,
            responsible: area.responsible, source: area.source))
      }
    }
  }
}
