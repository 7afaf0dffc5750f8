// SPDX-License-Identifier: GPL-3.0-or-later

extension CanonicalPlan {
  /// Reads a plan from canonical JSON in UTF-8, with the further columns of an action in the order of the file.
  ///
  /// Keys that this version does not know are passed over, as later minor versions may add some.
  ///
  /// - Throws: ``PlanReadingError`` with the line or the field where the JSON is damaged or is no plan.
  public init(json bytes: [UInt8]) throws(PlanReadingError) {
    try self.init(tree: try JSONParser.parse(bytes))
  }

  init(tree: JSONTree) throws(PlanReadingError) {
    do {
      self = try CanonicalPlan(from: JSONTreeDecoder(tree: tree, path: .root))
    } catch let error as DecodingError {
      throw PlanReadingError(error)
    } catch {
      throw PlanReadingError(message: "the plan could not be read", place: "top level")
    }
    guard schemaVersion.hasPrefix("1.") else {
      throw PlanReadingError(
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

  /// Reads a plan and holds it against the schema. Of a later minor version of the contract, which may have more fields,
  /// only what this one cannot read is a fault.
  ///
  /// - Throws: ``PlanReadingError`` where the bytes are no JSON.
  public init(json bytes: [UInt8]) throws(PlanReadingError) {
    let tree = try JSONParser.parse(bytes)
    var faults = CheckedPlan.isLaterMinor(tree) ? [] : SchemaCheck(tree).faults
    do throws(PlanReadingError) {
      plan = try CanonicalPlan(tree: tree)
    } catch {
      plan = nil
      if faults.isEmpty { faults.append(SchemaFault(pointer: "", message: error.description)) }
    }
    self.faults = faults
  }

  private static func isLaterMinor(_ tree: JSONTree) -> Bool {
    guard case .object(let members) = tree else { return false }
    return members.contains { member in
      guard member.key == "schemaVersion", case .string(let version) = member.value else { return false }
      return version.hasPrefix("1.") && version != CanonicalPlan.currentSchemaVersion
    }
  }
}

extension PlanReadingError {
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(
        message: "the field \"\(key.stringValue)\" is missing", place: PlanReadingError.path(context.codingPath))
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      self.init(message: context.debugDescription, place: PlanReadingError.path(context.codingPath))
    @unknown default:
      self.init(message: "the plan could not be read", place: "top level")
    }
  }

  /// `actions[3].timescale`; list positions count from 0, as in JSON.
  static func path(_ keys: [any CodingKey]) -> String {
    var path = ""
    for key in keys {
      if let position = key.intValue {
        path += "[\(position)]"
      } else {
        path += path.isEmpty ? key.stringValue : "." + key.stringValue
      }
    }
    return path.isEmpty ? "top level" : path
  }
}
