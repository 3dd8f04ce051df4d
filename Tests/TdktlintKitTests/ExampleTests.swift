import RuleEngine
import Testing

@testable import TdktlintKit

/// An example of a built-in rule, named for the test's output.
struct BuiltInExample: CustomTestStringConvertible, Sendable {
  var rule: Rule
  var example: Rule.Example
  var testDescription: String { "\(rule.id) \(example.id) (\(rule.path):\(example.line))" }
}

@Suite("Examples of the built-in rules")
struct BuiltInExampleTests {
  private static let library = Result {
    try RuleLibrary(.init(modules: builtInModules), depth: .full)
  }

  private static let examples: [BuiltInExample] =
    (try? library.get())?.rules.rules.flatMap { rule in
      rule.examples.map { BuiltInExample(rule: rule, example: $0) }
    } ?? []

  @Test("The built-in rules load in full, and a quick load gives the same rules")
  func loads() throws {
    let full = try BuiltInExampleTests.library.get().rules.rules
    let quick = try RuleLibrary(.init(modules: builtInModules), depth: .check).rules.rules
    #expect(full.map(\.id) == quick.map(\.id))
    #expect(full.map(\.line) == quick.map(\.line))
    #expect(full.map(\.severities) == quick.map(\.severities))
    #expect(full.map(\.messages) == quick.map(\.messages))
    #expect(quick.allSatisfy { $0.examples.isEmpty })
  }

  @Test("Every rule does what its examples say", arguments: examples)
  func holds(_ example: BuiltInExample) throws {
    let runner = ExampleRunner(library: try BuiltInExampleTests.library.get())
    if let problem = runner.problem(of: example.example, in: example.rule) {
      Issue.record("\(example.testDescription): \(problem.en)")
    }
  }
}

@Suite("The example runner")
struct ExampleRunnerTests {
  private func problem(
    _ text: String, _ expectation: Rule.Example.Expectation, isAbsence: Bool = false,
    severity: Severity? = nil
  ) throws -> String? {
    let folder = try TemporaryFolder()
    let library = try RuleLibrary(
      .init(
        modules: [WordModule()], folders: [try wordPack(in: folder)], includesBuiltInRules: false),
      depth: .full)
    let rule = try #require(library.rules.rule(id: "tinh/tu-sai"))
    let example = Rule.Example(
      id: "a", expectation: expectation, text: text, asOf: nil, kind: nil, stage: nil,
      severity: severity, isAbsence: isAbsence, line: 1)
    return ExampleRunner(library: library).problem(of: example, in: rule)?.en
  }

  @Test("A finding exactly at the marker satisfies")
  func satisfied() throws {
    #expect(try problem("Chữ này ⟦sai⟧ rồi.", .fail) == nil)
    #expect(try problem("Dòng đầu đúng.\n\nChữ ⟦sai⟧, lại ⟦sai⟧.", .fail) == nil)
    #expect(try problem("Chữ này đúng.", .pass) == nil)
    #expect(try problem("Chữ sai.", .fail, isAbsence: true) == nil)
    #expect(try problem("Chữ ⟦sai⟧.", .fail, severity: .error) == nil)
  }

  @Test("Anything else is a problem, told with what was found")
  func problems() throws {
    #expect(try problem("Chữ ⟦này sai⟧ rồi.", .fail)?.contains("⟦sai⟧") == true)
    #expect(try problem("Chữ ⟦sai⟧, lại sai.", .fail)?.contains("exactly at 1:5–1:8") == true)
    #expect(try problem("Chữ ⟦đúng⟧.", .fail)?.contains("is silent") == true)
    #expect(try problem("Chữ sai.", .pass)?.contains("must stay silent") == true)
    #expect(
      try problem("Chữ ⟦sai⟧.", .fail, severity: .note)?.contains("must be note") == true)
    #expect(try problem("Chữ đúng.", .fail, isAbsence: true)?.contains("is silent") == true)
  }
}
