// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
public import PlanSchema

/// What a command that takes plans was given: canonical JSON, or a plan file that was converted on the way. Which of the
/// two is told by content.
public enum PlanInput: Sendable {
  /// The bytes of a file that is JSON, not yet read as a plan.
  case json([UInt8])
  /// A plan that was converted.
  case converted(CanonicalPlan)

  /// The plan.
  ///
  /// - Throws: ``ConversionError`` where JSON is damaged or no canonical plan.
  public func plan(of file: String) throws(ConversionError) -> CanonicalPlan {
    switch self {
    case .converted(let plan): return plan
    case .json(let bytes):
      do throws(PlanReadingError) {
        return try CanonicalPlan(json: bytes)
      } catch {
        throw ConversionError(file: file, cause: PlanInput.cause(error))
      }
    }
  }

  /// Whether bytes are JSON: an object opens and a text or the end of the object follows. Documents begin otherwise.
  static func isJSON(_ bytes: some Sequence<UInt8>) -> Bool {
    var isOpen = false
    // The three bytes of a byte order mark are as good as white space here.
    for byte in bytes where !([0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF] as [UInt8]).contains(byte) {
      if isOpen { return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "}") }
      guard byte == UInt8(ascii: "{") else { return false }
      isOpen = true
    }
    return false
  }

  /// The error of a file that is JSON and no plan.
  static func cause(_ error: PlanReadingError) -> ExtractionError {
    ExtractionError(
      .damaged, "this is no canonical plan: \(error.message)", place: error.place,
      advice: "Convert the document anew with commonplan convert, or name the document itself.")
  }
}

extension DocumentService {
  /// Reads plans from canonical JSON or any plan file and delivers them in the order of the files. A file that cannot be
  /// read spoils none of the others.
  ///
  /// - Parameters:
  ///   - files: paths; `-` is standard input.
  ///   - deliver: takes a file's position and what it holds, or why it cannot be read. When it throws, nothing more is
  ///     begun.
  /// - Throws: what `deliver` throws.
  public func inputs(
    _ files: [String], deliver: (Int, Result<PlanInput, ConversionError>) throws(ConversionError) -> Void
  ) throws(ConversionError) {
    let reader = FileReader(maximumBytes: maximumBytes)
    var start = 0
    while start < files.count {
      // Documents that follow one another are read together, in several processes.
      var end = start
      while end < files.count, files[end] != "-", let head = reader.start(of: files[end]), !PlanInput.isJSON(head) {
        end += 1
      }
      try convert(Array(files[start..<end]), isOneLine: true) { index, result throws(ConversionError) in
        try deliver(start + index, result.flatMap { DocumentService.input($0, files[start + index]) })
      }
      if end < files.count { try deliver(end, input(files[end], reader)) }
      start = end + 1
    }
  }

  /// One file that is JSON, or standard input, which is whatever comes.
  private func input(_ file: String, _ reader: FileReader) -> Result<PlanInput, ConversionError> {
    do throws(ConversionError) {
      let bytes = try reader.read(file)
      if PlanInput.isJSON(bytes) { return .success(.json(bytes)) }
      return DocumentService.input(try convert(bytes, file, .planLine), file)
    } catch {
      return .failure(error)
    }
  }

  private static func input(_ converted: ConvertedPlan, _ file: String) -> Result<PlanInput, ConversionError> {
    do throws(ConversionError) {
      return .success(.converted(try converted.plan(of: file)))
    } catch {
      return .failure(error)
    }
  }
}
