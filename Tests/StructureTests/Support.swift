import DataFiles
import DocumentAnalysis
import DocumentModel
import FoundationEssentials
import LegalKnowledge
import Testing
import TextMatching

@testable import RuleEngine
@testable import Structure

/// The project's own Rules folder, as a list of data files.
enum RulesFolder {
  static let url: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Rules")

  static func files(in folder: String) throws -> [DataFile] {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: url.appending(path: folder).path)
    return try paths.filter { $0.hasSuffix(".xml") }.sorted().map { path in
      let data = try Data(contentsOf: url.appending(path: "\(folder)/\(path)"))
      return DataFile(path: "Rules/\(folder)/\(path)", bytes: Array(data))
    }
  }

  static let law: Result<LegalKnowledge, any Error> = Result {
    try LegalKnowledge.load(try files(in: "law") + files(in: "kinds"))
  }
}

extension RulesFolder {
  static let structureRules: Result<RuleSet, any Error> = Result {
    try RuleSet.load(
      files: try files(in: "modules").filter { $0.path.hasSuffix("structure.xml") },
      modules: [StructureModule()], law: try law.get(), depth: .check)
  }
}

/// A paper under construction: the parts a rule looks at, without reading or recognition.
struct Draft {
  var blocks: [Block] = []
  var outline: [OutlineNode] = []
  var components = Components()
  var kind: String? = "ke-hoach"
  var family = RecognisedKind.Family.administrative
  var stage = Stage.issued
  var format = DocumentFormat.text
  var citations: [Citation] = []
  var issuer = Issuer()

  /// Adds a paragraph and returns the span of its text.
  @discardableResult
  mutating func add(_ text: String) -> TextSpan {
    blocks.append(Block(text: text))
    return TextSpan(block: blocks.count - 1, utf8: 0..<text.utf8.count)
  }

  /// Adds labelled items, all at one level: `a) Cán bộ`, or `Điều 1. Tên`.
  mutating func addItems(
    _ style: ListLabel.Style, _ items: [(label: String, numbers: [Int], text: String)],
    origin: ListLabel.Origin = .typed, list: Int? = nil,
    level: OutlineNode.Level = .point
  ) {
    for item in items {
      let block = blocks.count
      blocks.append(
        Block(
          text: item.text,
          label: ListLabel(
            text: item.label, origin: origin, style: style, numbers: item.numbers, list: list)))
      outline.append(
        OutlineNode(
          level: level, block: block, label: item.label, numbers: item.numbers, style: style,
          isHeading: false, title: 0..<item.text.utf8.count, blocks: block..<block + 1,
          children: [], path: item.label))
    }
  }

  var document: RecognisedDocument {
    let day = CivilDate(dayNumber: 19_737)  // 15/01/2024
    var components = components
    if components.body.isEmpty { components.body = 0..<blocks.count }
    return RecognisedDocument(
      source: SourceDocument(
        format: format, parts: [DocumentPart(name: "text", role: .body, blocks: blocks)]),
      kind: RecognisedKind(id: kind, evidence: .typeName, family: family), stage: stage,
      date: DocumentDate(earliest: day, latest: day, source: .placeDate), planYear: nil,
      issuer: issuer, components: components, outline: outline, citations: citations, dates: [])
  }

  /// What a rule sees whose check is declared in `Rules/modules/structure.xml`.
  func observe(declared rule: String) throws -> [Observation] {
    let rules = try RulesFolder.structureRules.get()
    let index = try #require(rules.rules.firstIndex { $0.id == "structure/\(rule)" })
    return try observe(rules.checks[index])
  }

  func observe(_ check: NativeCheck) throws -> [Observation] {
    try check.run(CheckContext(document: document, law: try RulesFolder.law.get()))
  }
}
