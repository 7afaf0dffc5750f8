// SPDX-License-Identifier: GPL-3.0-or-later

import Comparison
public import Emitters
public import Validator

// The forms of each command, so that `--to`, `-o` and extensions mean the same everywhere: see
// `form(named:output:)`. Those of plans are in ``EmitterRegistry``.

extension ComparisonService.Format: OutputForm {
  /// The form.
  public var format: OutputFormat {
    switch self {
    case .html: .page
    case .markdown: .markdown
    case .json: .json(.file)
    case .csv: .csv(.folder)
    }
  }
}

extension DiffFormat: OutputForm {
  /// The form.
  public var format: OutputFormat {
    switch self {
    case .markdown: .markdown
    case .json: .json(.file)
    case .csv: .csv(.file)
    case .html: .page
    }
  }
}

extension TablesEmitter.Format: OutputForm {
  /// The form.
  public var format: OutputFormat {
    switch self {
    case .json: .json(.file)
    case .csv: .csv(.file)
    case .html: .page
    }
  }
}

extension ReportFormat: OutputForm {
  /// The form.
  public var format: OutputFormat {
    switch self {
    case .text: OutputFormat("text", .file, mediaType: "text/plain", fileExtension: "txt")
    case .json: .json(.file)
    case .sarif: OutputFormat("sarif", .file, mediaType: "application/sarif+json")
    case .junit: OutputFormat("junit", .file, mediaType: "application/xml", fileExtension: "xml")
    case .github: OutputFormat("github", .file, mediaType: "text/plain")
    case .markdown: .markdown
    }
  }
}

extension RuleCatalogue.Format: OutputForm {
  /// The form.
  public var format: OutputFormat {
    switch self {
    case .text: OutputFormat("text", .file, mediaType: "text/plain", fileExtension: "txt")
    case .markdown: .markdown
    }
  }
}
