// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanSchema
import TestSupport
import Testing

@Suite struct PlanJSONSchemaTests {
  @Test func theEmbeddedSchemaIsTheOneInSchemas() throws {
    let file = try String(
      contentsOf: Repository.root.appendingPathComponent("schemas/commonplan-1.0.schema.json"), encoding: .utf8)
    #expect(PlanJSONSchema.text == file, "run make schema")
  }
}
