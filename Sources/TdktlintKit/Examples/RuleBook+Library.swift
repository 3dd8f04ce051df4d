import DataFiles
import Reporting
import RuleEngine
import TextMatching

extension RuleBook {
  /// The book on the rules of a library, with what they say about their examples.
  /// - Parameter library: loaded in full.
  /// - Throws: `DataFileError`, for a fault in `Rules/coverage`.
  public init(
    library: RuleLibrary, selection: RuleSelection = RuleSelection(), language: Language
  ) throws {
    let runner = ExampleRunner(library: library)
    let all = library.rules.rules
    let chosen = all.filter { selection.includes($0.id) }
    let entries = chosen.map { rule in
      Entry(
        rule: rule,
        findings: Dictionary(
          rule.examples.map { ($0.id, runner.findings(of: $0, in: rule) ?? []) },
          uniquingKeysWith: { first, _ in first }),
        isAcrossPapers: library.rules.looksAcrossPapers(rule))
    }
    // What is not covered can be told only when every rule is there.
    let isWhole = chosen.count == all.count && library.includesBuiltInRules
    let notes = isWhole ? try CoverageNotes(files: DataFile.embedded, law: library.law) : nil
    self.init(
      entries: entries, law: library.law,
      coverage: Coverage(entries: entries, law: library.law, notes: notes), language: language)
  }
}
