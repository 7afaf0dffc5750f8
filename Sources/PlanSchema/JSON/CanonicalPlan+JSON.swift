// SPDX-License-Identifier: GPL-3.0-or-later

import JSON

extension CanonicalPlan {
  /// Reads a plan from canonical JSON in UTF-8, with the further columns of an action in the order of the file.
  ///
  /// Keys that this version does not know are passed over, as later minor versions may add some.
  ///
  /// - Throws: ``PlanReadingError`` with the line or the field where the JSON is damaged or is no plan.
  public init(json bytes: [UInt8]) throws(PlanReadingError) {
    do throws(JSONError) {
      try self.init(try JSONParser.parse(bytes))
    } catch {
      throw PlanReadingError(error)
    }
  }

  init(_ json: JSONDocument) throws(JSONError) {
    try self.init(json, JSONDocument.root)
    guard schemaVersion.hasPrefix("1.") else {
      throw JSONError(
        message: "the plan follows version \(schemaVersion) of the contract; this program reads version 1",
        place: "schemaVersion")
    }
  }
}

/// A plan that was read from JSON, with all that breaks the contract: more than makes a plan unreadable.
public struct CheckedPlan: Sendable {
  /// The plan; nil where the JSON cannot be read as one.
  public let plan: CanonicalPlan?
  /// What breaks the contract, in the order of the file; at least one fault where there is no plan.
  public let faults: [SchemaFault]
  /// What it was read from.
  private let json: JSONDocument

  /// Reads a plan and holds it against the schema. Of a later minor version of the contract, which may have more fields,
  /// only what this one cannot read is a fault.
  ///
  /// - Throws: ``PlanReadingError`` where the bytes are no JSON.
  public init(json bytes: [UInt8]) throws(PlanReadingError) {
    do throws(JSONError) {
      json = try JSONParser.parse(bytes)
    } catch {
      throw PlanReadingError(error)
    }
    var faults = CheckedPlan.isLaterMinor(json) ? [] : SchemaCheck.faults(json)
    do throws(JSONError) {
      plan = try CanonicalPlan(json)
    } catch {
      plan = nil
      if faults.isEmpty { faults.append(SchemaFault(pointer: "", message: PlanReadingError(error).description)) }
    }
    self.faults = faults
  }

  /// The line of the file, from 1, on which a place given as a JSON Pointer (RFC 6901) begins; of a place that is not there,
  /// for instance because a field is absent, the line of the innermost object or list around it.
  public func line(of pointer: String) -> Int { Int(json.nodes[json.value(at: pointer)].line) }

  private static func isLaterMinor(_ json: JSONDocument) -> Bool {
    guard let version = json.member("schemaVersion", of: JSONDocument.root) else { return false }
    let number = json.text(version)
    return number.hasPrefix("1.") && number != CanonicalPlan.currentSchemaVersion
  }
}
