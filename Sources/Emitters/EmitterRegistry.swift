// SPDX-License-Identifier: GPL-3.0-or-later

/// The forms that plans can be written in.
public struct EmitterRegistry: Sendable {
  /// The emitters; of two with the same name or extension the first one wins.
  public var emitters: [any PlanEmitter]

  /// A registry of the given emitters.
  public init(_ emitters: [any PlanEmitter]) { self.emitters = emitters }

  /// Every form that commonplan writes. A new one is added here and nowhere else; the first is what `convert` writes where
  /// nobody asks for another.
  public static let standard = EmitterRegistry([
    JSONEmitter(), CSVEmitter(), NDJSONEmitter(), WorkbookEmitter(), RegisterEmitter(), CalendarEmitter(),
  ])

  /// The emitter of a form, by what `--to` calls it.
  public func emitter(named name: String) -> (any PlanEmitter)? {
    emitters.first { $0.format.name == name }
  }

  /// The emitter of files with an extension, without its dot: that of one file, where another makes a folder of such files.
  public func emitter(forExtension fileExtension: String) -> (any PlanEmitter)? {
    let matching = emitters.filter { $0.format.fileExtension == fileExtension }
    return matching.first { $0.format.shape != .folder } ?? matching.first
  }
}
