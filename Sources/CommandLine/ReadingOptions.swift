// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import CommonPlan

extension OCRMode: ExpressibleByArgument {}

/// Options that every command that reads documents has.
struct ReadingOptions: ParsableArguments {
  @Option(help: "When pages are read by OCR (with tesseract): where they have no text, never, or always.")
  var ocr = OCRMode.auto

  /// What reads the documents.
  var service: DocumentService { DocumentService(ocr: ocr) }
}
