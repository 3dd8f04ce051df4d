import DataFiles
import TextMatching
import XPathQueries

extension Shape {
  /// What must hold at every node of the context: where it does not is a finding.
  static let assert = Shape(element: "assert") { element, setting in
    try XPathCheck(element, setting, speaksWhen: false).native(setting.rule)
  }

  /// What is worth reporting at a node of the context.
  static let report = Shape(element: "report") { element, setting in
    try XPathCheck(element, setting, speaksWhen: true).native(setting.rule)
  }
}

/// A check by XPath over the Akoma Ntoso tree.
private struct XPathCheck: Sendable {
  private static let attributes: Set<String> = ["context", "test", "at"]
  private static let children: Set<String> = ["value"]
  private static let valueAttributes: Set<String> = ["name", "select"]

  private let context: RuleQuery
  private let test: RuleQuery
  /// Where the finding lands, from the node of the context; nil: on that node.
  private let place: RuleQuery?
  /// Arguments of the message.
  private let values: [(name: String, query: RuleQuery)]
  private let speaksWhen: Bool

  init(_ element: DataElement, _ setting: Shape.Setting, speaksWhen: Bool) throws {
    try element.expect(attributes: XPathCheck.attributes, children: XPathCheck.children)
    self.speaksWhen = speaksWhen
    func query(
      _ element: DataElement, _ attribute: String, as form: RuleQuery.Form = .expression
    ) throws -> RuleQuery {
      let query = try RuleQuery(
        try element.required(attribute), as: form, attribute: attribute, path: element.path,
        line: element.line)
      if !setting.isTrusted {
        for pattern in query.query.literals(of: "tdkt:matches", argument: 1) {
          _ = try RulePattern(element, source: pattern, isCaseSensitive: false, setting)
        }
      }
      return query
    }
    context = try query(element, "context", as: .pattern)
    test = try query(element, "test")
    place = element.optional("at") == nil ? nil : try query(element, "at")
    var values: [(name: String, query: RuleQuery)] = []
    for child in element.children {
      try child.expect(attributes: XPathCheck.valueAttributes)
      let name = try child.identifier("name")
      if values.contains(where: { $0.name == name }) { throw child.duplicate() }
      values.append((name, try query(child, "select")))
    }
    self.values = values
    if !setting.isTrusted { try tryOut() }
  }

  private func tryOut() throws(DataFileError) {
    let scope = PaperQueries.trial()
    try context.tryOut(scope, asNodes: true)
    try test.tryOut(scope)
    try place?.tryOut(scope, asNodes: true)
    for value in values { try value.query.tryOut(scope) }
  }

  func native(_ name: String) -> NativeCheck {
    var check = NativeCheck(name: name, arguments: Set(values.map(\.name)), run: observations)
    check.contexts = contexts
    check.query = Rule.Query(
      isReport: speaksWhen, context: context.query.source, test: test.query.source)
    return check
  }

  private func contexts(_ paper: CheckContext) throws(DataFileError) -> Int {
    let scope = PaperQueries.scope(of: paper)
    return try context.nodes(
      at: QueryTree.document, in: scope, budget: QueryBudget(for: scope.tree)
    ).count
  }

  private func observations(_ paper: CheckContext) throws(DataFileError) -> [Observation] {
    let scope = PaperQueries.scope(of: paper)
    let budget = QueryBudget(for: scope.tree)
    let places = NodePlace(tree: scope.tree, document: paper.document)
    var observations: [Observation] = []
    for node in try context.nodes(at: QueryTree.document, in: scope, budget: budget) {
      let holds = try test.value(at: node, in: scope, budget: budget).boolean
      guard holds == speaksWhen else { continue }
      var arguments: [String: MessageArgument] = [:]
      for value in values {
        let words = try value.query.string(at: node, in: scope, budget: budget)
        arguments[value.name] = .text(Locator.collapsed(words))
      }
      let target = try place?.nodes(at: node, in: scope, budget: budget).first ?? node
      var observation = Observation(at: places.span(of: target), arguments: arguments)
      observation.node = Finding.Node(
        path: scope.tree.path(of: target, prefixes: PaperQueries.prefixes))
      observations.append(observation)
    }
    return observations
  }
}
