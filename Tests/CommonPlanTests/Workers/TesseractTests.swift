// SPDX-License-Identifier: GPL-3.0-or-later

@testable import CommonPlan
import Documents
import Extractors
import Foundation
import TestSupport
import Testing

@Suite("Running tesseract") struct TesseractTests {

  /// What a recogniser says whose program is a shell script.
  private func outcome(
    of script: String, wait: Int, seconds: Double = 8, side: Int = 4, segmentations: [Int] = [3]
  ) throws -> ExtractionError? {
    let picture = try #require(
      GreyImage(width: side, height: side, resolution: 300, pixels: [UInt8](repeating: 255, count: side * side)))
    return try withTemporaryFolder { folder -> ExtractionError? in
      let program = folder.appendingPathComponent("stand-in")
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
      var tesseract = Tesseract(program: program.path, segmentations: segmentations, longestWait: wait)
      tesseract.seconds = seconds
      // While another test starts a process, that one holds the script open for writing for a moment, and it can't be run.
      for _ in 0..<200 {
        do {
          _ = try tesseract.recognise(picture)
          return nil
        } catch let error as ExtractionError where error.reason == .unavailable {
          usleep(10_000)
        } catch {
          return error as? ExtractionError
        }
      }
      return ExtractionError(.unavailable, "the script could not be run", advice: "")
    }
  }

  @Test("a picture that takes too long is given up, and that is said") func tooLong() throws {
    let error = try #require(try outcome(of: "cat > /dev/null; exec sleep 600", wait: 1))
    #expect(error.reason == .damaged)
    #expect(error.message.hasSuffix("took too long for the picture"))
  }

  #if os(Linux)
    @Test("a picture that takes too much computing is given up, however long one would wait") func tooMuch() throws {
      let error = try #require(try outcome(of: "cat > /dev/null; while :; do :; done", wait: 120, seconds: 1))
      #expect(error.message.hasSuffix("took too long for the picture"))
    }
  #endif

  @Test("two readings of a picture share one wait") func oneWait() throws {
    let start = ContinuousClock.now
    _ = try outcome(of: "cat > /dev/null; exec sleep 600", wait: 2, segmentations: [11, 3])
    #expect(start.duration(to: .now) < .milliseconds(3_900))
  }

  @Test("a program that fails at once is told from one that is slow") func failing() throws {
    let error = try #require(try outcome(of: "cat > /dev/null; exit 1", wait: 60))
    #expect(error.message.hasSuffix("ended without a result"))
  }

  @Test("a program that ends before it took the whole picture is not called slow") func refusing() throws {
    let error = try #require(try outcome(of: "exit 1", wait: 60, side: 2000))
    #expect(error.message.hasSuffix("ended without a result"))
  }

  @Test("an empty page has no words") func empty() throws {
    #expect(try outcome(of: "cat > /dev/null", wait: 60) == nil)
  }
}
