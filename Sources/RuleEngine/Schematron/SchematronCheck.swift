import DataFiles
import TextMatching
import XPathQueries

/// One assert or report of a schema, ready to run. Within a pattern a node belongs to the first rule
/// whose context it fits (5.4.11), so the contexts of the rules before it are part of the check.
struct SchematronCheck: Sendable {
  let variables: [Schematron.Variable]
  let pattern: Schematron.Pattern
  let ruleIndex: Int
  let check: Schematron.Check

  private var rule: Schematron.Rule { pattern.rules[ruleIndex] }

  // MARK: Running

  /// The nodes that fire the rule, and the scope they are judged in.
  private func fired(
    _ paper: CheckContext, _ budget: QueryBudget
  ) throws(DataFileError) -> (nodes: [QueryTree.Node], scope: QueryScope) {
    var scope = PaperQueries.scope(of: paper)
    for variable in variables + pattern.variables {
      scope.variables[variable.name] = try variable.value.value(
        at: QueryTree.document, in: scope, budget: budget)
    }
    var taken: Set<QueryTree.Node> = []
    for earlier in pattern.rules[..<ruleIndex] {
      taken.formUnion(
        try earlier.context.nodes(at: QueryTree.document, in: scope, budget: budget))
    }
    let own = try rule.context.nodes(at: QueryTree.document, in: scope, budget: budget)
    return (own.filter { !taken.contains($0) }, scope)
  }

  func contexts(_ paper: CheckContext) throws(DataFileError) -> Int {
    let budget = QueryBudget(for: paper.tree)
    return try fired(paper, budget).nodes.count
  }

  func observations(_ paper: CheckContext) throws(DataFileError) -> [Observation] {
    let budget = QueryBudget(for: paper.tree)
    let (nodes, scope) = try fired(paper, budget)
    let places = NodePlace(tree: scope.tree, document: paper.document)
    var observations: [Observation] = []
    for node in nodes {
      var local = scope
      for variable in rule.variables {
        local.variables[variable.name] = try variable.value.value(
          at: node, in: local, budget: budget)
      }
      let holds = try check.test.value(at: node, in: local, budget: budget).boolean
      guard holds == check.isReport else { continue }
      let target = try check.subject?.nodes(at: node, in: local, budget: budget).first ?? node
      var observation = Observation(
        at: places.span(of: target), arguments: try arguments(at: node, in: local, budget))
      observation.node = Finding.Node(
        path: scope.tree.path(of: target, prefixes: PaperQueries.prefixes),
        diagnostics: try diagnostics(at: node, in: local, budget))
      observations.append(observation)
    }
    return observations
  }

  // MARK: Messages

  /// The message's words and those of its diagnostics, with a place for each value: the assert's own
  /// text first, then the diagnostics of the language.
  var template: LocalizedText {
    let own = check.message.language
    func text(_ language: Language) -> String {
      var value = 0
      var text = ""
      for (message, isShown) in messages(language, own) {
        let piece = SchematronCheck.template(message, &value)
        if isShown { text += " " + piece }
      }
      return Locator.collapsed(text)
    }
    let (vi, en) = (text(.vi), text(.en))
    return LocalizedText(vi: vi, en: vi == en ? "" : en)
  }

  /// Every message of the check and whether it is shown in a language.
  private func messages(
    _ language: Language, _ own: Language?
  ) -> [(Schematron.Message, isShown: Bool)] {
    [(check.message, isShown: true)]
      + check.diagnostics.map { diagnostic in
        let its = diagnostic.language
        return (diagnostic.message, isShown: its == nil || its == language || its == own)
      }
  }

  private static func template(_ message: Schematron.Message, _ value: inout Int) -> String {
    var text = ""
    for piece in message.pieces {
      switch piece {
      case .text(let words):
        for scalar in words.unicodeScalars {
          switch scalar {
          case "{": text += "{open}"
          case "}": text += "{close}"
          default: text.unicodeScalars.append(scalar)
          }
        }
      case .value:
        value += 1
        text += "{v\(value)}"
      }
    }
    return text
  }

  private var queries: [RuleQuery] {
    ([check.message] + check.diagnostics.map(\.message)).flatMap(\.pieces).compactMap { piece in
      if case .value(let query) = piece { query } else { nil }
    }
  }

  var argumentNames: Set<String> {
    Set(queries.indices.map { "v\($0 + 1)" }).union(["open", "close"])
  }

  private func arguments(
    at node: QueryTree.Node, in scope: QueryScope, _ budget: QueryBudget
  ) throws(DataFileError) -> [String: MessageArgument] {
    var arguments: [String: MessageArgument] = ["open": .text("{"), "close": .text("}")]
    for (index, query) in queries.enumerated() {
      let words = try query.string(at: node, in: scope, budget: budget)
      arguments["v\(index + 1)"] = .text(Locator.collapsed(words))
    }
    return arguments
  }

  private func diagnostics(
    at node: QueryTree.Node, in scope: QueryScope, _ budget: QueryBudget
  ) throws(DataFileError) -> [Finding.Node.Diagnostic] {
    var result: [Finding.Node.Diagnostic] = []
    for diagnostic in check.diagnostics {
      var text = ""
      for piece in diagnostic.message.pieces {
        switch piece {
        case .text(let words): text += words
        case .value(let query): text += try query.string(at: node, in: scope, budget: budget)
        }
      }
      result.append(.init(id: diagnostic.id, text: Locator.collapsed(text)))
    }
    return result
  }
}
