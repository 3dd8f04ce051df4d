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
    #expect(rules.rules.count == StructureModule().checks.count)
    #expect(rules.rules.allSatisfy { !$0.why.en.isEmpty })
  }
}
