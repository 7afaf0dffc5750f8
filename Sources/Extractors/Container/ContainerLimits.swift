// SPDX-License-Identifier: GPL-3.0-or-later

/// How much an archive or an XML part may ask of the reader before it is refused.
///
/// The defaults leave room for any plan that a person could read (the largest seen have a few megabytes of XML) and
/// keep the worst file within seconds and a few hundred MiB.
struct ContainerLimits: Sendable {
  /// Entries of an archive.
  var entries = 20_000
  /// Unpacked bytes of one part.
  var partBytes = 128 << 20
  /// Unpacked bytes of all parts that are read.
  var totalBytes = 256 << 20
  /// Unpacked bytes for each packed byte; text of a real document stays below 60.
  var ratio = 200
  /// Parts up to this size are read whatever their ratio: they can do no harm, and a long table of like rows packs well.
  var ratioFreeBytes = 48 << 20
  /// Elements within elements. libxml2's own limit is 256.
  var depth = 250
  /// Table cells of a document.
  var cells = 2_000_000
  /// Paragraphs of a document.
  var paragraphs = 2_000_000

  /// Limits with the defaults.
  init() {}
}
