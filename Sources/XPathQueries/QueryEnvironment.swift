/// What expressions may name.
public struct QueryEnvironment: Sendable {
  /// Namespace by prefix.
  public var namespaces: [String: String]
  /// Functions beside those of XPath, by full name (`tdkt:matches`), with how many arguments each
  /// takes.
  public var functions: [String: ClosedRange<Int>]
  /// Without the dollar sign.
  public var variables: Set<String>

  public init(
    namespaces: [String: String], functions: [String: ClosedRange<Int>] = [:],
    variables: Set<String> = []
  ) {
    self.namespaces = namespaces
    self.functions = functions
    self.variables = variables
  }
}

/// An XPath 1.0 expression, read and verified: every prefix, variable and function in it is known.
public struct Query: Sendable {
  /// As written.
  public let source: String
  let expression: Expression

  /// Longest expression taken, in UTF-8 units, and deepest nesting.
  public static let longest = 8_000
  static let deepest = 48

  public init(_ source: String, in environment: QueryEnvironment) throws(QueryError) {
    self.source = source
    guard source.utf8.count <= Query.longest else {
      throw QueryError(
        vi: "biểu thức dài quá \(Query.longest) byte", en: "the expression is over \(Query.longest) bytes")
    }
    var parser = ExpressionParser(try Lexer.tokens(source), environment)
    expression = try parser.whole()
  }

  /// The nodes it selects, in document order.
  /// - Throws: `QueryError` when its value is no node set, or it used up the budget.
  public func nodes(
    at node: QueryTree.Node, in scope: QueryScope, budget: QueryBudget
  ) throws(QueryError) -> [QueryTree.Node] {
    let value = try value(at: node, in: scope, budget: budget)
    if case .nodes(let nodes) = value { return nodes }
    throw QueryError(
      vi: "biểu thức “\(source)” phải chọn các nút, không phải \(value.kind.vi)",
      en: "the expression \"\(source)\" must select nodes, not \(value.kind[.en])")
  }

  /// Its value at a node, as the only one of its context.
  public func value(
    at node: QueryTree.Node, in scope: QueryScope, budget: QueryBudget
  ) throws(QueryError) -> QueryValue {
    let machine = QueryMachine(scope: scope, budget: budget, current: node)
    return try machine.evaluate(expression, .init(node: node, position: 1, size: 1))
  }

  public func string(
    at node: QueryTree.Node, in scope: QueryScope, budget: QueryBudget
  ) throws(QueryError) -> String {
    let machine = QueryMachine(scope: scope, budget: budget, current: node)
    return try machine.string(
      try machine.evaluate(expression, .init(node: node, position: 1, size: 1)))
  }

  public func holds(
    at node: QueryTree.Node, in scope: QueryScope, budget: QueryBudget
  ) throws(QueryError) -> Bool {
    try value(at: node, in: scope, budget: budget).boolean
  }
}

/// What expressions of one document are evaluated in.
public struct QueryScope {
  public typealias Function = ([QueryValue], QueryMachine) throws(QueryError) -> QueryValue

  public let tree: QueryTree
  public var variables: [String: QueryValue]
  public var functions: [String: Function]

  public init(
    tree: QueryTree, variables: [String: QueryValue] = [:], functions: [String: Function] = [:]
  ) {
    self.tree = tree
    self.variables = variables
    self.functions = functions
  }
}
