// SPDX-License-Identifier: GPL-3.0-or-later

/// The JSON Schema (draft 2020-12) of ``CanonicalPlan``, embedded so that it can be had without any file.
public enum PlanJSONSchema {
  /// The schema's text, with a final newline.
  public static let text = String(decoding: PackageResources.commonplan_1_0_schema_json, as: UTF8.self)
}
