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
    expression = try Query.parsed(source, in: environment)
  }

  /// A pattern as in XSLT and Schematron: relative paths are sought in the whole document, from
  /// whatever node they are evaluated at.
  public init(pattern source: String, in environment: QueryEnvironment) throws(QueryError) {
    self.source = source
    expression = try Query.parsed(source, in: environment).anywhere
  }

  private static func parsed(
    _ source: String, in environment: QueryEnvironment
  ) throws(QueryError) -> Expression {
    guard source.utf8.count <= Query.longest else {
      throw QueryError(
        vi: "biểu thức dài quá \(Query.longest) byte",
        en: "the expression is over \(Query.longest) bytes")
    }
    var parser = ExpressionParser(try Lexer.tokens(source), environment)
    return try parser.whole()
  }

  /// String literals that stand as an argument (from 0) of calls of a function.
  public func literals(of function: String, argument: Int) -> [String] {
    var found: [String] = []
    expression.visit { expression in
      if case .custom(function, let arguments) = expression, argument < arguments.count,
        case .literal(let text) = arguments[argument]
      {
        found.append(text)
      }
    }
    return found
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

/// The functions that an environment adds to those of XPath.
public protocol QueryFunctions {
  /// Calls the function with this full name, which the environment declares.
  /// - Parameter machine: turns arguments into strings, nodes and numbers, and counts the work.
  func call(
    _ name: String, _ arguments: [QueryValue], in machine: QueryMachine
  ) throws(QueryError) -> QueryValue
}

/// What expressions of one document are evaluated in.
public struct QueryScope {
  public let tree: QueryTree
  public var variables: [String: QueryValue]
  public var functions: (any QueryFunctions)?

  public init(
    tree: QueryTree, variables: [String: QueryValue] = [:],
    functions: (any QueryFunctions)? = nil
  ) {
    self.tree = tree
    self.variables = variables
    self.functions = functions
  }
}
