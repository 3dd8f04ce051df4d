import DataFiles
import FoundationEssentials

@testable import LegalKnowledge

/// The repository's own `Rules`, read from disk so that a change of data is tested at once.
enum RulesFolder {
  static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/") + "/Rules"
  }()

  static func files() throws -> [DataFile] {
    try ["law", "law/provisions", "kinds"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder).sorted()
        .filter { $0.hasSuffix(".xml") }
        .map { name in
          let path = folder + "/" + name
          let data = try Data(contentsOf: URL(filePath: root + "/" + path))
          return DataFile(path: "Rules/" + path, bytes: Array(data))
        }
    }
  }

  /// Loaded once for all tests.
  static let knowledge = Result { try LegalKnowledge.load(files()) }

  static func award(_ id: String) throws -> Award {
    guard let award = try knowledge.get().award(id: id) else { throw NoAward(id: id) }
    return award
  }
}

/// A day written `2024-01-15`.
func day(_ iso: String) throws -> CivilDate {
  guard let day = CivilDate(iso: iso) else { throw BadDay(text: iso) }
  return day
}

struct BadDay: Error {
  var text: String
}

struct NoAward: Error {
  var id: String
}
