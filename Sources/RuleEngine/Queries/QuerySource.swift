import DataFiles
import DocumentAnalysis
import TextMatching

extension Rule {
  /// What a rule in XPath asks, for reports that tell it.
  public struct Query: Sendable, Hashable {
    /// Speaks when the test holds; an assert when it does not.
    public var isReport: Bool
    public var context: String
    public var test: String
    /// Id and title of the Schematron pattern; nil for a rule of its own.
    public var pattern: String?
    public var patternTitle: String?
    /// Id of the Schematron rule, when it has one.
    public var ruleID: String?
    /// The same for all checks that share a context.
    public var ruleKey: String
    public var role: String?
    public var flag: String?

    public init(
      isReport: Bool, context: String, test: String, pattern: String? = nil,
      patternTitle: String? = nil, ruleID: String? = nil, ruleKey: String = "",
      role: String? = nil, flag: String? = nil
    ) {
      self.isReport = isReport
      self.context = context
      self.test = test
      self.pattern = pattern
      self.patternTitle = patternTitle
      self.ruleID = ruleID
      self.ruleKey = ruleKey
      self.role = role
      self.flag = flag
    }
  }
}

extension Finding {
  /// The node of the Akoma Ntoso tree that a rule in XPath spoke of.
  public struct Node: Sendable, Hashable {
    public struct Diagnostic: Sendable, Hashable {
      public var id: String
      public var text: String
      public init(id: String, text: String) {
        self.id = id
        self.text = text
      }
    }
    /// Absolute XPath, with the prefixes `akn` and `tdkt`.
    public var path: String
    public var diagnostics: [Diagnostic]

    public init(path: String, diagnostics: [Diagnostic] = []) {
      self.path = path
      self.diagnostics = diagnostics
    }
  }
}

extension RuleRunner {
  /// The rules that were asked about a document, by id, with the number of places each was asked at:
  /// nodes of its context for a rule in XPath, 1 for any other.
  public func fired(
    in document: RecognisedDocument, selection: RuleSelection = RuleSelection()
  ) -> [String: Int] {
    let context = CheckContext(document: document, law: law)
    var result: [String: Int] = [:]
    for index in asked(document, selection) {
      // A rule that fails here has failed before, and that was told.
      let count = try? rules.checks[index].contexts?(context)
      result[rules.rules[index].id] = count ?? (rules.checks[index].contexts == nil ? 1 : 0)
    }
    return result
  }
}
