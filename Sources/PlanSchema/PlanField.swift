// SPDX-License-Identifier: GPL-3.0-or-later

/// A record of a plan with the table of its fields, which is made from the JSON Schema: a field is declared there and
/// nowhere else.
package protocol PlanRecord: Sendable {
  /// The fields, in the order of the contract.
  static var fields: [PlanField<Self>] { get }
}

/// A field of a record, as the contract declares it, with the way to its value.
package struct PlanField<Record>: Sendable {
  /// Its key in JSON.
  package let name: String
  /// What people call it.
  package let title: String
  /// What it says, a sentence.
  package let documentation: String
  /// Whether each record has it and it is never empty.
  package let isRequired: Bool
  /// The way to its value.
  package let value: Value

  init(_ name: String, _ title: String, isRequired: Bool, _ documentation: String, _ value: Value) {
    self.name = name
    self.title = title
    self.documentation = documentation
    self.isRequired = isRequired
    self.value = value
  }

  /// Its name in tables, `successMeasures` as `success_measures`.
  package var columnName: String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }

  /// The kinds of value that the outputs tell apart. What a field's kind has no case of its own for is read only.
  package enum Value: Sendable {
    /// What other records name it by.
    case identifier(@Sendable (Record) -> String)
    /// The identifier of another record, of the table of CSV that is named.
    case reference(PlanAccess<Record, String?>, to: String)
    /// The document's words, which must be there.
    case text(PlanAccess<Record, String>)
    /// The document's words, where it has any.
    case optionalText(PlanAccess<Record, String?>)
    /// Several texts.
    case texts(PlanAccess<Record, [String]>)
    case date(PlanAccess<Record, When?>)
    case rating(PlanAccess<Record, Rating?>)
    case parties(PlanAccess<Record, [Party]>)
    case authority(PlanAccess<Record, Authority?>)
    /// Columns that have no field of their own.
    case others(PlanAccess<Record, [OtherField]>)
    /// One of a few words.
    case choice(@Sendable (Record) -> String?)
    case integer(@Sendable (Record) -> Int?)
    case flag(@Sendable (Record) -> Bool?)
    case source(@Sendable (Record) -> Source?)
    case box(@Sendable (Record) -> [Double]?)
    /// Records within the record: how many.
    case records(@Sendable (Record) -> Int)
  }
}

/// The way to a field's value. Two functions and no key path, for which a record, with all that it holds, would be copied.
package struct PlanAccess<Record, Value>: Sendable {
  package let get: @Sendable (Record) -> Value
  package let set: @Sendable (inout Record, Value) -> Void

  init(get: @escaping @Sendable (Record) -> Value, set: @escaping @Sendable (inout Record, Value) -> Void) {
    self.get = get
    self.set = set
  }
}

extension PlanRecord {
  /// The field of a name.
  package static func field(_ name: String) -> PlanField<Self>? { fields.first { $0.name == name } }

  /// The fields that hold words of the document where it has any, such as an action's risks: all that a new one of this kind
  /// needs is its declaration.
  package static var optionalTexts: [(field: PlanField<Self>, access: PlanAccess<Self, String?>)] {
    fields.compactMap { field in
      if case .optionalText(let access) = field.value { (field, access) } else { nil }
    }
  }
}
