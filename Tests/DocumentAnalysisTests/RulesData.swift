import DataFiles
import FoundationEssentials
import LegalKnowledge

/// The repository's own law, read from `Rules`.
enum RulesData {
  static func law() throws -> LegalKnowledge { try loaded.get() }

  private static let loaded = Result {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    let root = parts.joined(separator: "/") + "/Rules/"
    let files = try ["law", "law/provisions", "kinds"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: root + folder).sorted()
        .filter { $0.hasSuffix(".xml") }
        .map { name in
          DataFile(
            path: "Rules/\(folder)/\(name)",
            bytes: Array(try Data(contentsOf: URL(filePath: root + folder + "/" + name))))
        }
    }
    return try LegalKnowledge.load(files)
  }
}
