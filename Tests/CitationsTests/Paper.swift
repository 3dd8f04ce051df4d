import FixtureSupport
import Citations
import DataFiles
import DocumentAnalysis
import DocumentModel
import FoundationEssentials
import LegalKnowledge
import RuleEngine
import TextMatching

/// A paper as a reader of these tests sees it, one paragraph a line: the second line is the title,
/// lines that begin with “Căn cứ”, “Thực hiện”, “Theo đề nghị” above the operative sentence are its
/// bases.
struct Paper {
  var text: String
  var from: String
  var to: String?
  var kind = "ke-hoach"
  var stage = Stage.issued

  func recognised() throws -> RecognisedDocument {
    let lines = text.split(separator: "\n").map(String.init)
    let blocks = lines.enumerated().map { index, line in
      Block(
        text: line, place: BlockPlace(line: index + 1),
        source: [
          SourceSegment(
            utf8: 0..<line.utf8.count, unit: index + 1, offset: 0,
            scalars: line.unicodeScalars.count, isVerbatim: true)
        ])
    }
    var components = Components()
    let start = lines.firstIndex { $0.contains("như sau:") || $0 == "QUYẾT ĐỊNH:" } ?? 0
    for (index, line) in lines.enumerated() where index < start {
      guard let opening = Paper.opening(of: line) else { continue }
      components.legalBases.append(
        LegalBasis(
          opening: opening, span: TextSpan(block: index, utf8: 0..<line.utf8.count),
          runsIntoBody: false))
    }
    components.subject = lines.count > 1 ? [TextSpan(block: 1, utf8: 0..<lines[1].utf8.count)] : []
    components.body = min(start, lines.count)..<lines.count
    let finder = CitationFinder(law: try RulesData.law())
    return RecognisedDocument(
      source: SourceDocument(
        format: .text, parts: [DocumentPart(name: "text", role: .body, blocks: blocks)]),
      kind: RecognisedKind(id: kind, evidence: .typeName, family: .administrative), stage: stage,
      date: DocumentDate(earliest: try day(from), latest: try day(to ?? from), source: .option),
      planYear: planYear(in: lines), issuer: Issuer(), components: components, outline: [],
      citations: finder.citations(
        in: blocks, legalBases: components.legalBases, body: components.body),
      dates: DateFinder().dates(in: blocks))
  }

  func findings(_ rule: String? = nil) throws -> [Finding] {
    let runner = RuleRunner(rules: try Paper.rules.get(), law: try RulesData.law())
    let selection = RuleSelection(only: rule.map { ["citations/" + $0] } ?? ["citations/*"])
    return runner.run(try recognised(), selection: selection)
  }

  static let rules = Result {
    let name = "Rules/modules/citations.xml"
    let file = DataFile(
      path: name, bytes: Array(try Data(contentsOf: URL(filePath: RulesData.repository + name))))
    return try RuleSet.load(
      files: [file], modules: [CitationsModule()], law: try RulesData.law(), depth: .full)
  }

  private static func opening(of line: String) -> LegalBasis.Opening? {
    if line.hasPrefix("Căn cứ") { return .canCu }
    if line.hasPrefix("Thực hiện") { return .thucHien }
    if line.hasPrefix("Theo đề nghị") { return .theoDeNghi }
    return nil
  }

  private func planYear(in lines: [String]) -> PlanYear? {
    guard lines.count > 1, kind == "ke-hoach",
      let match = Pattern(known: #"năm (20\d\d)"#).firstMatch(in: lines[1]), let range = match[1],
      let year = Int(lines[1][utf8Range: range])
    else { return nil }
    return PlanYear(years: year...year, span: TextSpan(block: 1, utf8: range))
  }
}

struct BadDay: Error {
  var text: String
}

func day(_ iso: String) throws -> CivilDate {
  guard let day = CivilDate(iso: iso) else { throw BadDay(text: iso) }
  return day
}
