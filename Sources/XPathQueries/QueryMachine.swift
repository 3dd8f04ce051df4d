/// Evaluates expressions over one tree. Every unit of work is charged to the budget, so nothing runs
/// without end; it never leaves the task that made it.
public final class QueryMachine {
  public let scope: QueryScope
  let budget: QueryBudget
  /// What `current()` gives.
  private let current: QueryTree.Node
  var tree: QueryTree { scope.tree }

  /// Where an expression is evaluated (section 1).
  struct Context {
    var node: QueryTree.Node
    var position: Int
    var size: Int
  }

  init(scope: QueryScope, budget: QueryBudget, current: QueryTree.Node) {
    self.scope = scope
    self.budget = budget
    self.current = current
  }

  // MARK: Expressions

  func evaluate(_ expression: Expression, _ context: Context) throws(QueryError) -> QueryValue {
    try budget.charge(1)
    switch expression {
    case .or(let a, let b):
      if try evaluate(a, context).boolean { return .boolean(true) }
      return .boolean(try evaluate(b, context).boolean)
    case .and(let a, let b):
      if !(try evaluate(a, context).boolean) { return .boolean(false) }
      return .boolean(try evaluate(b, context).boolean)
    case .compare(let comparison, let a, let b):
      return .boolean(try compare(comparison, try evaluate(a, context), try evaluate(b, context)))
    case .arithmetic(let operation, let a, let b):
      return .number(
        QueryMachine.arithmetic(
          operation, try number(try evaluate(a, context)), try number(try evaluate(b, context))))
    case .negation(let a): return .number(-(try number(try evaluate(a, context))))
    case .union(let a, let b):
      return .nodes(try ordered(try nodes(a, context) + (try nodes(b, context))))
    case .number(let value): return .number(value)
    case .literal(let text): return .string(text)
    case .variable(let name): return scope.variables[name] ?? .string("")
    case .core(let function, let arguments): return try core(function, arguments, context)
    case .custom(let name, let arguments):
      var values: [QueryValue] = []
      for argument in arguments { values.append(try evaluate(argument, context)) }
      guard let functions = scope.functions else { return .string("") }
      return try functions.call(name, values, in: self)
    case .path(let path): return .nodes(try select(path, context))
    }
  }

  private static func arithmetic(
    _ operation: Expression.Arithmetic, _ a: Double, _ b: Double
  ) -> Double {
    switch operation {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .remainder: a.truncatingRemainder(dividingBy: b)
    }
  }

  func nodes(_ expression: Expression, _ context: Context) throws(QueryError) -> [QueryTree.Node] {
    try nodes(try evaluate(expression, context))
  }

  public func nodes(_ value: QueryValue) throws(QueryError) -> [QueryTree.Node] {
    if case .nodes(let nodes) = value { return nodes }
    throw QueryError(
      vi: "chỗ này cần tập nút, không phải \(value.kind.vi)",
      en: "a node set is needed here, not \(value.kind[.en])")
  }

  /// What `current()` gives: the node the whole expression is evaluated at.
  var currentNode: QueryTree.Node { current }

  // MARK: Conversions

  public func string(_ value: QueryValue) throws(QueryError) -> String {
    switch value {
    case .nodes(let nodes):
      guard let first = nodes.first else { return "" }
      return try string(of: first)
    case .boolean(let value): return value ? "true" : "false"
    case .number(let value): return Conversion.string(value)
    case .string(let value): return value
    }
  }

  public func string(of node: QueryTree.Node) throws(QueryError) -> String {
    try budget.charge(text: tree.length(of: node))
    return tree.string(of: node)
  }

  public func number(_ value: QueryValue) throws(QueryError) -> Double {
    switch value {
    case .nodes, .string: Conversion.number(try string(value))
    case .boolean(let value): value ? 1 : 0
    case .number(let value): value
    }
  }

  // MARK: Comparisons (section 3.4)

  /// Two node sets are compared in time linear in their sizes: equality by a set of the strings, order
  /// by the smallest and the largest number.
  private func compare(
    _ comparison: Expression.Comparison, _ a: QueryValue, _ b: QueryValue
  ) throws(QueryError) -> Bool {
    switch (a, b) {
    case (.nodes(let left), .nodes(let right)): return try compare(comparison, left, right)
    case (.nodes(let nodes), _): return try compare(comparison, nodes, b)
    case (_, .nodes(let nodes)): return try compare(comparison.mirrored, nodes, a)
    default: break
    }
    switch comparison {
    case .equal, .unequal:
      let isEqual: Bool
      if case .boolean = a {
        isEqual = a.boolean == b.boolean
      } else if case .boolean = b {
        isEqual = a.boolean == b.boolean
      } else if case .string(let left) = a, case .string(let right) = b {
        try budget.charge(text: min(left.utf8.count, right.utf8.count))
        isEqual = left.utf8.elementsEqual(right.utf8)
      } else {
        let (left, right) = (try number(a), try number(b))
        return comparison.holds(left, right)
      }
      return isEqual == (comparison == .equal)
    default: return comparison.holds(try number(a), try number(b))
    }
  }

  private func compare(
    _ comparison: Expression.Comparison, _ nodes: [QueryTree.Node], _ other: QueryValue
  ) throws(QueryError) -> Bool {
    switch other {
    case .boolean(let value):
      let (left, right) = (nodes.isEmpty ? 0.0 : 1.0, value ? 1.0 : 0.0)
      return comparison.holds(left, right)
    case .string(let text) where comparison == .equal || comparison == .unequal:
      for node in nodes {
        let isEqual = try string(of: node).utf8.elementsEqual(text.utf8)
        if isEqual == (comparison == .equal) { return true }
      }
      return false
    default:
      let right = try number(other)
      for node in nodes {
        if comparison.holds(Conversion.number(try string(of: node)), right) { return true }
      }
      return false
    }
  }

  private func compare(
    _ comparison: Expression.Comparison, _ a: [QueryTree.Node], _ b: [QueryTree.Node]
  ) throws(QueryError) -> Bool {
    guard !a.isEmpty, !b.isEmpty else { return false }
    switch comparison {
    case .equal:
      let (few, many) = a.count <= b.count ? (a, b) : (b, a)
      var strings: Set<String> = []
      for node in few { strings.insert(try string(of: node)) }
      for node in many { if strings.contains(try string(of: node)) { return true } }
      return false
    case .unequal:
      // Some pair differs unless all strings of both are one and the same.
      let first = try string(of: a[0])
      for node in a + b { if try string(of: node) != first { return true } }
      return false
    case .less, .lessOrEqual:
      return comparison.holds(try extreme(a, min: true), try extreme(b, min: false))
    case .greater, .greaterOrEqual:
      return comparison.holds(try extreme(a, min: false), try extreme(b, min: true))
    }
  }

  /// The smallest or largest number among the nodes; NaN when none is a number.
  private func extreme(_ nodes: [QueryTree.Node], min: Bool) throws(QueryError) -> Double {
    var result = Double.nan
    for node in nodes {
      let value = Conversion.number(try string(of: node))
      if value.isNaN { continue }
      if result.isNaN || (min ? value < result : value > result) { result = value }
    }
    return result
  }
}
