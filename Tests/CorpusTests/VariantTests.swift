import CorpusSupport
import RuleEngine
import TdktlintKit
import Testing

@Suite("The same paper in another form")
struct VariantTests {
  /// What each paper hears as it stands, in the order of the corpus.
  private static let own = Result {
    let corpus = try CorpusTests.corpus.get()
    return try corpus.appraisals.map {
      try corpus.findings(in: Array($0.text.utf8), name: $0.fileName)
    }
  }

  @Test("… hears the same", arguments: Variant.allCases)
  func same(variant: Variant) throws {
    let corpus = try CorpusTests.corpus.get()
    var lines: [String] = []
    var count = 0
    for (appraisal, own) in zip(corpus.appraisals, try Self.own.get()) {
      guard let file = variant.file(of: appraisal) else { continue }
      count += 1
      let other = try corpus.findings(in: file.bytes, name: file.name)
      let before = tally(own, leavingOut: variant.ownRules)
      let after = tally(other, leavingOut: variant.ownRules)
      for verdict in Set(before.keys).union(after.keys).sorted() {
        let change = after[verdict, default: 0] - before[verdict, default: 0]
        if change != 0 { lines.append("\(appraisal.name): \(change > 0 ? "+" : "-") \(verdict)") }
      }
    }
    #expect(lines.isEmpty, "\n\(lines.joined(separator: "\n"))")
    // Every form can carry most papers.
    #expect(count * 3 > corpus.appraisals.count * 2)
  }

  private func tally(_ findings: [Finding], leavingOut rules: Set<String>) -> [Verdict: Int] {
    var counts: [Verdict: Int] = [:]
    for finding in findings
    where !rules.contains(finding.rule) && !finding.rule.hasPrefix("tool/") {
      counts[Verdict(finding), default: 0] += 1
    }
    return counts
  }
}
