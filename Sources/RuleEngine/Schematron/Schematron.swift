import TextMatching

/// A Schematron schema (ISO/IEC 19757-3) with its phase chosen, abstract patterns and rules filled in:
/// the patterns that are active, ready to run.
struct Schematron: Sendable {
  struct Variable: Sendable {
    var name: String
    var value: RuleQuery
  }

  struct Pattern: Sendable {
    var id: String
    var title: String
    var variables: [Variable]
    var rules: [Rule]
  }

  struct Rule: Sendable {
    var id: String?
    var context: RuleQuery
    var contextSource: String
    var variables: [Variable]
    var checks: [Check]
  }

  struct Check: Sendable {
    /// Speaks when the test holds; an assert when it does not.
    var isReport: Bool
    /// The rule's id without the module.
    var id: String
    var test: RuleQuery
    var testSource: String
    var role: String?
    var flag: String?
    /// Where the finding lands, from the node of the context.
    var subject: RuleQuery?
    var message: Message
    var diagnostics: [Diagnostic]
    var line: Int
  }

  struct Diagnostic: Sendable {
    var id: String
    var language: Language?
    var message: Message
  }

  /// Text with values in it.
  struct Message: Sendable {
    enum Piece: Sendable {
      case text(String)
      case value(RuleQuery)
    }
    var language: Language?
    var pieces: [Piece]
  }

  var id: String
  var title: String
  var path: String
  var line: Int
  /// Of the schema and of the phase.
  var variables: [Variable]
  var patterns: [Pattern]
  /// `#ALL`, or the id of the phase.
  var phase: String
  /// Ids of all phases, active or not.
  var phases: [String]
}
