import DocumentAnalysis
import Testing
import TextMatching

@testable import RuleEngine

@Suite("Rules of external plug-ins")
struct ExternalRuleTests {
  private func rule(
    _ id: String, tier: Tier = .local, strength: Strength = .mandatory, kinds: [String] = []
  ) -> Rule {
    Rule(
      id: id, tier: tier, strength: strength, from: nil, until: nil,
      severities: [Rule.SeverityCase(level: .error)], kinds: kinds, stages: [], bases: [],
      title: LocalizedText(vi: "Tên"), why: LocalizedText(vi: ""),
      messages: ["": LocalizedText(vi: "Từ “{excerpt}”: {message}")], fix: nil,
      check: .external(plugin: "ngoai"), examples: [], path: "ngoai", line: 0)
  }

  private func seen(_ rule: String, block: Int = 0) -> ExternalObservation {
    ExternalObservation(
      rule: rule,
      observation: Observation(
        at: TextSpan(block: block, utf8: 0..<5), arguments: ["message": .text("xem lại")]))
  }

  private func runner(_ rules: Rule...) throws -> RuleRunner {
    var set = try load(module(ruleBody()))
    for rule in rules { set.append(external: rule) }
    return RuleRunner(rules: set, law: testLaw)
  }

  @Test("What they saw becomes findings among ours, in order, by our caps")
  func findings() throws {
    let runner = try runner(rule("ngoai/a"), rule("ngoai/b", tier: .practice))
    let findings = runner.run(
      paper(["Chữ sai", "Một câu sai"]),
      external: [seen("ngoai/b", block: 1), seen("ngoai/a"), seen("ngoai/a", block: 7)])
    #expect(findings.map(\.rule) == ["ngoai/a", "mau/word", "ngoai/b", "mau/word"])
    #expect(findings[0].message.vi == "Từ “Chữ”: xem lại")
    #expect(findings[0].severity == .error)
    #expect(findings[2].severity == .warning)
    #expect(findings.allSatisfy { $0.fingerprint.count == 32 })
  }

  @Test("A rule that does not apply or is not chosen is not asked, and not heard")
  func notAsked() throws {
    let runner = try runner(rule("ngoai/a"), rule("ngoai/b", kinds: ["to-trinh"]))
    let document = paper(["Một câu"])
    let external = [seen("ngoai/a"), seen("ngoai/b"), seen("ngoai/c")]
    #expect(runner.externalRules(for: document).map(\.id) == ["ngoai/a"])
    #expect(runner.run(document, external: external).map(\.rule) == ["ngoai/a"])
    let selection = RuleSelection(skip: ["ngoai"])
    #expect(runner.externalRules(for: document, selection: selection).isEmpty)
    #expect(runner.run(document, selection: selection, external: external).isEmpty)
  }
}
