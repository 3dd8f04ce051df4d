import CorpusSupport
import Reporting
import RuleEngine
import TdktlintKit
import Testing

@Suite("The corpus of appraised papers")
struct CorpusTests {
  static let corpus = Result { try Corpus() }

  @Test("Findings gained and lost against the appraiser: none")
  func gainedLost() throws {
    let corpus = try Self.corpus.get()
    let lines = try corpus.appraisals.flatMap { try corpus.compare($0).report }
    #expect(lines.isEmpty, "\n\(lines.joined(separator: "\n"))")
  }

  @Test("A clean paper hears no error and no warning")
  func clean() throws {
    let corpus = try Self.corpus.get()
    let clean = corpus.appraisals.filter(\.isClean)
    for appraisal in clean {
      let found = try corpus.findings(in: Array(appraisal.text.utf8), name: appraisal.fileName)
        .filter { $0.severity != .note }.map { "\(Verdict($0))" }
      #expect(found == [], "\(appraisal.name)")
    }
  }

  @Test("Sidecars name rules that are shipped")
  func rules() throws {
    let corpus = try Self.corpus.get()
    let rules = Set(corpus.library.rules.rules.map(\.id))
    let named = Set(corpus.appraisals.flatMap(\.expectations).map(\.rule))
    #expect(named.subtracting(rules) == [])
  }
}
