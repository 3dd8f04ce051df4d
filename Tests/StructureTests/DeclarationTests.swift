import RuleEngine
import Structure
import Testing

@Suite("Declarations of module structure")
struct DeclarationTests {
  @Test("Every rule loads in full: bases, messages, cases, examples")
  func loads() throws {
    let rules = try RuleSet.load(
      files: try RulesFolder.files(in: "modules").filter { $0.path.hasSuffix("structure.xml") },
      modules: [StructureModule()], law: try RulesFolder.law.get(), depth: .full)
    let native = rules.rules.compactMap { rule in
      if case .native(_, let name) = rule.check { name } else { nil }
    }
    #expect(Set(native) == Set(StructureModule().checks.map(\.name)))
    #expect(rules.rules.allSatisfy { !$0.why.en.isEmpty })
  }
}
