import DataFiles
import FoundationEssentials
import LegalKnowledge

/// The repository's own law, read from `Rules`.
public enum RulesData {
  public static func law() throws -> LegalKnowledge { try loaded.get() }

  /// The repository's folder, with a slash at its end.
  public static let repository: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/") + "/"
  }()

  private static let loaded = Result {
    let root = repository + "Rules/"
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
