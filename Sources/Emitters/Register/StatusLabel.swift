// SPDX-License-Identifier: GPL-3.0-or-later

import PlanSchema

extension RatingStatus {
  /// The status as a person would say it, such as `On track`; nil where the document does not say.
  var label: String? {
    switch self {
    case .completed: "Completed"
    case .onTrack: "On track"
    case .atRisk: "At risk"
    case .offTrack: "Off track"
    case .notStarted: "Not started"
    case .embedded: "Embedded"
    case .unknown: nil
    }
  }

  /// The colour that plans usually give the status; nil for one that is unknown.
  var usualColour: RatingColour? {
    switch self {
    case .completed: .blue
    case .onTrack: .green
    case .atRisk: .amber
    case .offTrack: .red
    case .notStarted: .grey
    case .embedded: .purple
    case .unknown: nil
    }
  }
}
