import DataFiles
import Foundation
import Testing

@testable import TdktlintKit

@Suite("The rules inside the binary")
struct EmbeddedRulesTests {
  /// The folder `Rules` beside `Tests`.
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules")

  /// Paths of all XML files the program reads, sorted by their bytes.
  private var files: [String] {
    ["appraisal", "coverage", "kinds", "law", "modules"].flatMap { folder -> [String] in
      let base = root.appendingPathComponent(folder)
      let names = FileManager.default.enumerator(atPath: base.path)
      return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".xml") }
        .map { "Rules/\(folder)/\($0)" }
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  @Test("The list in embedded_rules.c names every file of Rules/, in order")
  func list() {
    #expect(DataFile.embedded.map(\.path) == files)
    #expect(!files.isEmpty)
  }

  @Test("Every embedded file has the bytes of its file")
  func bytes() throws {
    for file in DataFile.embedded {
      let path = root.deletingLastPathComponent().appendingPathComponent(file.path)
      #expect(file.bytes == Array(try Data(contentsOf: path)), "\(file.path)")
    }
  }

  @Test("The digest names the rules: it changes with a rule pack")
  func digest() throws {
    let folder = try TemporaryFolder()
    let plain = try RuleLibrary(.init(modules: builtInModules), depth: .check).digest
    let more = try RuleLibrary(
      .init(
        modules: builtInModules + [WordModule()], folders: [try wordPack(in: folder)],
        includesBuiltInRules: false), depth: .check
    ).digest
    #expect(plain.hasPrefix("sha256:") && plain.count == 71 && plain != more)
  }
}
