import Configuration
import DocumentAnalysis
import RuleEngine
import Testing
import TextMatching

@Suite("Policy of a document")
struct PolicyTests {
  private let text = """
    fail-on: warning
    only: [mau, khac]
    skip: mau/luat
    severity: {mau/thong-le: note}
    overrides:
      - paths: ["du-thao/**", nhap.txt]
        skip: khac/du-kien
        stage: draft
        kind: ke-hoach
        severity: {mau/thong-le: off}
      - paths: "*.txt"
        only: khac
        kind: to-trinh
        as-of: 2024-01-15
    """

  @Test("Outside all overrides the file's own settings hold")
  func plain() throws {
    let policy = try configuration(text).policy(for: "ke-hoach.docx")
    #expect(policy.selection == RuleSelection(only: ["mau", "khac"], skip: ["mau/luat"]))
    #expect(policy.retunings == [Retuning(glob: "mau/thong-le", level: .note)])
    #expect(policy.failOn == .warning)
    #expect(policy.stage == nil)
    #expect(policy.kind == nil)
  }

  @Test("Overrides add up: a later one wins, everything to be skipped is skipped")
  func overrides() throws {
    let policy = try configuration(text).policy(for: "du-thao/2024/a.txt")
    #expect(policy.selection == RuleSelection(only: ["khac"], skip: ["mau/luat", "khac/du-kien"]))
    #expect(policy.retunings.last == Retuning(glob: "mau/thong-le", level: nil))
    #expect(policy.stage == .draft)
    #expect(policy.kind == "to-trinh")
    #expect(policy.asOf == day("2024-01-15"))
  }
}

@Suite("Configuration that init writes")
struct TemplateTests {
  /// The text with every example line made real.
  private func uncommented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      guard line.hasPrefix("# ") else { return line }
      let rest = line.dropFirst(2)
      let words = rest.drop { $0 == " " }
      let key = words.prefix { ("a"..."z").contains($0) || $0 == "-" || $0 == "/" }
      let isEntry =
        words.hasPrefix("- ") || (!key.isEmpty && words.dropFirst(key.count).hasPrefix(":"))
      return isEntry ? rest : line
    }.joined(separator: "\n")
  }

  @Test("It is read as it stands and says nothing", arguments: Language.allCases)
  func asWritten(language: Language) throws {
    let result = try configuration(ConfigurationTemplate.text(language))
    #expect(result.overrides.isEmpty && result.suppressions.isEmpty && result.rulePacks.isEmpty)
  }

  @Test("With every line uncommented it uses each key once", arguments: Language.allCases)
  func examples(language: Language) throws {
    let result = try configuration(uncommented(ConfigurationTemplate.text(language)))
    #expect(result.language?.value == language)
    #expect(result.failOn == .error)
    #expect(result.rulePacks.count == 1)
    #expect(result.plugins.map(\.value.timeSeconds) == [nil, 10])
    #expect(result.rules.only.count == 2 && result.rules.skip.count == 1)
    #expect(result.rules.severity.count == 2)
    #expect(result.overrides.count == 2)
    #expect(result.suppressions.count == 1)
    #expect(result.baseline != nil)
  }
}
