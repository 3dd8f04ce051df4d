import Foundation
import Reporting
import Testing
import TextMatching

@testable import TdktlintKit

/// `Rules/book` is checked in for readers; it is made from the rules, which change.
@Suite("The checked-in rule book is that of the rules")
struct RuleBookDriftTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules/book")

  private static let book = Result {
    try RuleBook(
      library: RuleLibrary(modules: builtInModules, depth: .full), language: .vi)
  }

  @Test("Every page, in each language", arguments: Language.allCases)
  func pages(language: Language) throws {
    let files = try Self.book.get().translated(to: language).files()
    let folder = Self.folder.appendingPathComponent(language.rawValue)
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var stale = Set(present).subtracting(files.map(\.name)).sorted().map {
      "Rules/book/\(language.rawValue)/\($0) belongs to no module"
    }
    for file in files {
      let place = "Rules/book/\(language.rawValue)/\(file.name)"
      let path = folder.appendingPathComponent(file.name).path
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        stale.append("\(place) is missing")
        continue
      }
      if let line = Self.firstDifference(text, file.text) {
        stale.append("\(place):\(line) differs")
      }
    }
    // In a merge conflict either side will do before the book is made anew.
    #expect(stale.isEmpty, "the rules have changed: run `make rule-book` and commit Rules/book")
  }

  /// From 1; nil when both are the same.
  private static func firstDifference(_ a: String, _ b: String) -> Int? {
    if a.utf8.elementsEqual(b.utf8) { return nil }
    let first = a.split(separator: "\n", omittingEmptySubsequences: false)
    let second = b.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(first, second).prefix { $0.0.utf8.elementsEqual($0.1.utf8) }.count
    return same + 1
  }
}
