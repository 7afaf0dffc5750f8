// SPDX-License-Identifier: GPL-3.0-or-later

import Mustache

/// A Mustache template (<https://mustache.github.io/mustache.5.html>), which escapes what it puts in unless told otherwise.
public struct HTMLTemplate: Sendable {
  private let template: MustacheTemplate

  /// A template from its bytes, UTF-8.
  ///
  /// - Throws: ``HTMLTemplateError`` where it is no Mustache.
  public init(_ bytes: [UInt8]) throws(HTMLTemplateError) {
    do {
      template = try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw HTMLTemplateError(message: "a template is damaged: \(error)")
    }
  }

  /// Fills the template.
  ///
  /// - Parameter values: strings, numbers, booleans, arrays and dictionaries of them, by name.
  public func render(_ values: [String: any Sendable]) -> String { template.render(values) }
}

/// A template of the program is damaged.
public struct HTMLTemplateError: Error, Hashable, Sendable {
  /// What is wrong with it.
  public var message: String
}
