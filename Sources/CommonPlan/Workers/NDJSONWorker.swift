// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Extractors

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `commonplan worker`: one request a line in, one plan or one error a line out, in the same order.
///
///     {"file":"plans/a.pdf"}
///     {"file":"plans/b.pdf","ocr":"never"}
///
/// What Spark's `RDD.pipe`, GNU parallel or a job queue runs. It is only the counter: each document is read by a locked
/// worker process behind it, so that this one outlives whatever a document does.
public struct NDJSONWorker: Sendable {
  /// The processes that do the work.
  public var pool: WorkerPool
  /// Reads the files.
  public var maximumBytes: Int
  /// The longest request line, in bytes.
  static let longestLine = 1 << 20

  /// A worker.
  public init(pool: WorkerPool, maximumBytes: Int = 1 << 30) {
    self.pool = pool
    self.maximumBytes = maximumBytes
  }

  /// One line of input.
  struct Line: Codable {
    var file: String
    var ocr: String?
  }

  /// One line of output where there is no plan.
  struct Failure: Codable {
    struct Reason: Codable {
      var reason: String
      var message: String
      var place: String?
      var advice: String
    }

    var file: String?
    var error: Reason

    init(file: String?, _ error: ExtractionError) {
      self.file = file
      self.error = Reason(
        reason: error.reason.rawValue, message: error.message, place: error.place, advice: error.advice)
    }

    /// The failure as one line of JSON with its newline.
    var line: [UInt8] {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return ((try? encoder.encode(self)).map(Array.init) ?? []) + [0x0A]
    }
  }

  /// Serves requests from a descriptor until it ends, and writes the answers.
  ///
  /// - Throws: ``ConversionError`` where the answers cannot be written.
  public func serve(from input: Int32, to output: ByteOutput) throws(ConversionError) {
    let lines = Shared(LineReader(descriptor: input, longestLine: NDJSONWorker.longestLine))
    let names = Shared([Int: String]())
    try pool.run(
      next: { index in
        guard let line = lines.change({ $0.next() }) else { return nil }
        let request: Line
        do throws(ExtractionError) {
          request = try NDJSONWorker.request(on: line, number: index + 1)
        } catch {
          return .failure(error)
        }
        names.change { $0[index] = request.file }
        return self.request(for: request)
      },
      deliver: { index, answer throws(ConversionError) in
        let file = names.change { $0.removeValue(forKey: index) }
        switch answer {
        case .success(let result): try output.write(result.bytes)
        case .failure(let error): try output.write(Failure(file: file, error).line)
        }
      })
  }

  /// The request on a line, by its number from 1.
  static func request(on line: [UInt8], number: Int) throws(ExtractionError) -> Line {
    func refused(_ message: String) -> ExtractionError {
      ExtractionError(
        .unsupportedFormat, message, place: "line \(number)",
        advice: #"Send lines like {"file":"plan.pdf","ocr":"auto"}."#)
    }
    guard line.count <= longestLine else {
      throw refused("the request is longer than \(longestLine >> 20) MiB; the whole line was passed over")
    }
    let request: Line
    do {
      request = try JSONDecoder().decode(Line.self, from: Data(line))
    } catch DecodingError.dataCorrupted {
      throw refused("the request is no JSON")
    } catch {
      throw refused("the request is no JSON object with a file")
    }
    // Standard input is where the requests come from.
    guard request.file != "-" else { throw refused("the requests come through standard input, which is no document") }
    guard !request.file.isEmpty, !request.file.utf8.contains(0) else {
      throw refused("the name of the file is empty or holds a NUL character, as no file's name does")
    }
    return request
  }

  private func request(for line: Line) -> Result<WorkerRequest, ExtractionError> {
    guard let ocr = OCRMode(rawValue: line.ocr ?? OCRMode.auto.rawValue) else {
      return .failure(
        ExtractionError(
          .unsupportedFormat, "there is no OCR mode \(line.ocr ?? "").", advice: "Use auto, never or always."))
    }
    do throws(ConversionError) {
      let bytes = try FileReader(maximumBytes: maximumBytes).read(line.file)
      return .success(
        WorkerRequest(file: line.file, bytes: bytes, task: DocumentTask.planLine.rawValue, ocr: ocr))
    } catch {
      return .failure(error.cause)
    }
  }
}
