import DocumentAnalysis
import LegalKnowledge
import RuleEngine
import TextMatching

/// A value and where the file says it.
public struct Located<Value: Sendable>: Sendable {
  public var value: Value
  public var position: TextPosition

  public init(_ value: Value, at position: TextPosition) {
    self.value = value
    self.position = position
  }
}

/// What one `.tdktlint.yml` says.
public struct Configuration: Sendable {
  public static let fileName = ".tdktlint.yml"

  /// Patterns on rules and the levels set for them.
  public struct RuleSettings: Sendable {
    /// Empty: every rule.
    public var only: [Located<String>] = []
    public var skip: [Located<String>] = []
    /// Pattern and level; a nil level is `off`. The last that matches wins.
    public var severity: [(glob: Located<String>, level: Severity?)] = []
  }

  /// Settings for the documents that some patterns match.
  public struct Override: Sendable {
    public var paths: [PathPattern]
    public var rules = RuleSettings()
    public var kind: Located<String>?
    public var stage: Stage?
    public var asOf: CivilDate?
  }

  /// As shown in messages.
  public var path: String
  /// Rule packs, ready to be opened.
  public var rulePacks: [Located<String>] = []
  public var plugins: [Located<PluginSetting>] = []
  public var language: Located<Language>?
  public var failOn: FailureThreshold?
  public var rules = RuleSettings()
  public var overrides: [Override] = []
  public var suppressions: [Located<Suppression>] = []
  /// The baseline's file, ready to be opened.
  public var baseline: Located<String>?

  public init(path: String) { self.path = path }
}

/// How one document is to be read and judged.
public struct DocumentPolicy: Sendable {
  public var selection = RuleSelection()
  /// The last that matches a rule wins.
  public var retunings: [Retuning] = []
  public var kind: String?
  public var stage: Stage?
  public var asOf: CivilDate?
  public var failOn: FailureThreshold?

  public init() {}
}

extension Configuration {
  /// The settings of all overrides that match, one after the other: what a later one sets replaces
  /// what was set before, except that everything to be skipped is skipped.
  /// - Parameter path: of the document, relative to the configuration's folder.
  public func policy(for path: String) -> DocumentPolicy {
    var policy = DocumentPolicy()
    policy.failOn = failOn
    func add(_ settings: RuleSettings) {
      if !settings.only.isEmpty { policy.selection.only = settings.only.map(\.value) }
      policy.selection.skip += settings.skip.map(\.value)
      policy.retunings += settings.severity.map {
        Retuning(glob: $0.glob.value, level: $0.level)
      }
    }
    add(rules)
    for override in overrides where override.paths.contains(where: { $0.matches(path) }) {
      add(override.rules)
      policy.kind = override.kind?.value ?? policy.kind
      policy.stage = override.stage ?? policy.stage
      policy.asOf = override.asOf ?? policy.asOf
    }
    return policy
  }
}
