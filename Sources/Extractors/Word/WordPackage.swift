// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// The parts of a Word file, from a ZIP archive or from one flat XML file.
enum WordPackage {
  case zip(ZIPArchive)
  case flat(FlatPackage)

  /// A reader at the beginning of a part; nil where there is no such part.
  func reader<Name>(
    _ part: String, names: XMLNameTable<Name>, limits: ContainerLimits
  ) throws(ExtractionError) -> XMLPullReader<Name>? {
    switch self {
    case .zip(let archive):
      guard archive.contains(part) else { return nil }
      return try XMLPullReader(part: part, source: archive.open(part), names: names, limits: limits)
    case .flat(let package):
      guard let source = package.source(of: part) else { return nil }
      return try XMLPullReader(part: part, source: source, names: names, limits: limits)
    }
  }

  /// What a part relates to; `""` stands for the package itself.
  func relationships(of part: String) throws(ExtractionError) -> PackageRelationships {
    switch self {
    case .zip(let archive): return try PackageRelationships(of: part, in: archive)
    case .flat(let package):
      let (folder, file) = PackageRelationships.split(part)
      let name = "\(folder)_rels/\(file).rels"
      guard let source = package.source(of: name) else { return PackageRelationships() }
      return try PackageRelationships(part: name, source: source, folder: folder)
    }
  }
}
