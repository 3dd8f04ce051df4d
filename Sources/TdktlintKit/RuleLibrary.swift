import DataFiles
import LegalKnowledge
import Reporting
import RuleEngine
import TextMatching

/// The law, the kinds and the rules of a run: built in, and from folders of the same shape.
public struct RuleLibrary: Sendable {
  public let law: LegalKnowledge
  public let rules: RuleSet
  private let files: [DataFile]

  /// Reads everything anew.
  /// - Parameters:
  ///   - folders: rule packs (`--rules DIR`), each with any of `modules/`, `law/`, `kinds/`.
  ///   - includesBuiltInRules: false leaves out the built-in rules; law and kinds stay, because
  ///     recognition needs them.
  /// - Throws: `DataFileError` for a fault in a file; `UsageError` for a folder that is no pack.
  public init(
    modules: [any RuleModule], folders: [String] = [], includesBuiltInRules: Bool = true,
    depth: LoadDepth
  ) throws {
    let builtIn = DataFile.embedded.filter {
      includesBuiltInRules || !$0.path.hasPrefix("Rules/modules/")
    }
    let local = try folders.flatMap(RulePack.files)
    law =
      depth == .check && !local.contains(where: LegalKnowledge.reads)
      ? try LegalKnowledge.builtIn(builtIn) : try LegalKnowledge.load(builtIn, local: local)
    var set = try RuleSet.load(
      files: builtIn, local: local, modules: modules, law: law, depth: depth)
    for note in ToolNotes.all { set.append(note.rule, note.check) }
    rules = set
    files = builtIn + local
  }

  /// `sha256:` and the digest of every file's path and bytes, in order; a zero byte ends each path
  /// and each file, so that no two lists give the same sequence.
  public var digest: String {
    var hash = SHA256()
    for file in files {
      hash.update(file.path.utf8)
      hash.update(CollectionOfOne(0))
      hash.update(file.bytes)
      hash.update(CollectionOfOne(0))
    }
    return "sha256:" + hash.finishedHex()
  }
}

/// A folder of the same shape as `Rules/`.
enum RulePack {
  /// The law built in with that of the packs, in full.
  static func law(with folders: [String]) throws -> LegalKnowledge {
    try LegalKnowledge.load(DataFile.embedded, local: folders.flatMap(files))
  }

  private static let folders = ["kinds", "law", "modules"]

  static func files(in folder: String) throws -> [DataFile] {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    guard FileSystem.kind(of: folder) == .folder else {
      throw UsageError(
        vi: "--rules: không có thư mục “\(folder)”", en: "--rules: no folder \"\(folder)\"")
    }
    let present = folders.filter { FileSystem.kind(of: base + $0) == .folder }
    guard !present.isEmpty else {
      throw UsageError(
        vi: "--rules: “\(folder)” không có thư mục con modules/, law/ hay kinds/",
        en: "--rules: \"\(folder)\" has no subfolder modules/, law/ or kinds/")
    }
    return try present.flatMap { try xmlFiles(in: base + $0) }
  }

  private static func xmlFiles(in folder: String) throws -> [DataFile] {
    guard let names = FileSystem.names(in: folder) else {
      throw UsageError(
        vi: "--rules: không đọc được thư mục “\(folder)”",
        en: "--rules: the folder \"\(folder)\" cannot be read")
    }
    var files: [DataFile] = []
    for name in names where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if FileSystem.kind(of: path, followsLinks: false) == .folder {
        files += try xmlFiles(in: path)
      } else if name.hasSuffix(".xml") {
        do {
          files.append(DataFile(path: path, bytes: try FileSystem.bytes(of: path, limit: 16 << 20)))
        } catch {
          throw DataFileError(path: path, line: 1, message: error.message)
        }
      }
    }
    return files
  }
}
