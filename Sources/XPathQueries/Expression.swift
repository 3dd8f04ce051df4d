/// The syntax tree of an expression (XPath 1.0, section 3).
indirect enum Expression: Sendable {
  case or(Expression, Expression)
  case and(Expression, Expression)
  case compare(Comparison, Expression, Expression)
  case arithmetic(Arithmetic, Expression, Expression)
  case negation(Expression)
  case union(Expression, Expression)
  case number(Double)
  case literal(String)
  case variable(String)
  case core(CoreFunction, [Expression])
  /// Full name, with its prefix.
  case custom(String, [Expression])
  case path(Path)

  enum Comparison: Sendable {
    case equal
    case unequal
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual

    /// With the sides swapped.
    var mirrored: Comparison {
      switch self {
      case .equal, .unequal: self
      case .less: .greater
      case .lessOrEqual: .greaterOrEqual
      case .greater: .less
      case .greaterOrEqual: .lessOrEqual
      }
    }

    func holds(_ a: Double, _ b: Double) -> Bool {
      switch self {
      case .equal: a == b
      case .unequal: a != b
      case .less: a < b
      case .lessOrEqual: a <= b
      case .greater: a > b
      case .greaterOrEqual: a >= b
      }
    }
  }

  enum Arithmetic: Sendable {
    case add
    case subtract
    case multiply
    case divide
    case remainder
  }

  struct Path: Sendable {
    enum Start: Sendable {
      case document
      case context
      case expression(Expression, predicates: [Expression])
    }
    var start: Start
    var steps: [Step]
  }

  struct Step: Sendable {
    var axis: Axis
    var test: NodeTest
    var predicates: [Expression]
  }

  enum Axis: String, Sendable, CaseIterable {
    case child
    case descendant
    case descendantOrSelf = "descendant-or-self"
    case oneself = "self"
    case parent
    case ancestor
    case ancestorOrSelf = "ancestor-or-self"
    case followingSibling = "following-sibling"
    case precedingSibling = "preceding-sibling"
    case following
    case preceding
    case attribute

    /// Its nodes come against document order, and positions count so (section 2.4).
    var isReverse: Bool {
      switch self {
      case .parent, .ancestor, .ancestorOrSelf, .precedingSibling, .preceding: true
      default: false
      }
    }
  }

  enum NodeTest: Sendable {
    case name(namespace: String, local: String)
    case anyName
    case anyIn(namespace: String)
    case node
    case text
    /// The tree holds none of these.
    case commentOrInstruction
  }

  /// With its relative paths sought in the whole document.
  var anywhere: Expression {
    switch self {
    case .union(let a, let b): return .union(a.anywhere, b.anywhere)
    case .path(var path):
      guard case .context = path.start, let first = path.steps.first else { return self }
      path.start = .document
      if first.axis == .child, !first.predicates.contains(where: \.isPositional) {
        path.steps[0].axis = .descendant
      } else {
        path.steps.insert(Step(axis: .descendantOrSelf, test: .node, predicates: []), at: 0)
      }
      return .path(path)
    default: return self
    }
  }

  /// Calls `body` with every expression in it, itself first.
  func visit(_ body: (Expression) -> Void) {
    body(self)
    switch self {
    case .or(let a, let b), .and(let a, let b), .compare(_, let a, let b),
      .arithmetic(_, let a, let b), .union(let a, let b):
      a.visit(body)
      b.visit(body)
    case .negation(let a): a.visit(body)
    case .core(_, let arguments), .custom(_, let arguments):
      for argument in arguments { argument.visit(body) }
    case .path(let path):
      if case .expression(let start, let predicates) = path.start {
        start.visit(body)
        for predicate in predicates { predicate.visit(body) }
      }
      for predicate in path.steps.flatMap(\.predicates) { predicate.visit(body) }
    case .number, .literal, .variable: break
    }
  }

  /// Whether, as a predicate, it may ask for a position: it may be a number, or it calls `position()`
  /// or `last()` itself.
  var isPositional: Bool {
    switch self {
    case .number, .arithmetic, .negation, .variable, .custom: true
    case .literal, .path, .union: false
    case .or(let a, let b), .and(let a, let b), .compare(_, let a, let b):
      a.asksPosition || b.asksPosition
    case .core(let function, let arguments):
      function.isNumeric || arguments.contains(where: \.asksPosition)
    }
  }

  /// Whether `position()` or `last()` of this context is called somewhere in it.
  private var asksPosition: Bool {
    switch self {
    case .number, .literal, .variable: false
    case .or(let a, let b), .and(let a, let b), .compare(_, let a, let b),
      .arithmetic(_, let a, let b), .union(let a, let b):
      a.asksPosition || b.asksPosition
    case .negation(let a): a.asksPosition
    case .custom(_, let arguments): arguments.contains(where: \.asksPosition)
    case .core(let function, let arguments):
      function == .position || function == .last || arguments.contains(where: \.asksPosition)
    case .path(let path):
      if case .expression(let start, _) = path.start { start.asksPosition } else { false }
    }
  }
}

/// Functions of XPath 1.0, section 4, and XSLT's `current()`. `id()` and `lang()` are left out: the
/// tree has no declared ids, and one language.
enum CoreFunction: String, Sendable, CaseIterable {
  case boolean, ceiling, concat, contains, count, current, floor, last, name, not, number, position
  case round, string, substring, sum, translate
  case isFalse = "false"
  case isTrue = "true"
  case localName = "local-name"
  case namespaceURI = "namespace-uri"
  case normalizeSpace = "normalize-space"
  case startsWith = "starts-with"
  case stringLength = "string-length"
  case substringAfter = "substring-after"
  case substringBefore = "substring-before"

  var arity: ClosedRange<Int> {
    switch self {
    case .current, .isFalse, .isTrue, .last, .position: 0...0
    case .localName, .name, .namespaceURI, .normalizeSpace, .number, .string, .stringLength: 0...1
    case .boolean, .ceiling, .count, .floor, .not, .round, .sum: 1...1
    case .contains, .startsWith, .substringAfter, .substringBefore: 2...2
    case .substring: 2...3
    case .translate: 3...3
    case .concat: 2...64
    }
  }

  var isNumeric: Bool {
    switch self {
    case .ceiling, .count, .floor, .last, .number, .position, .round, .stringLength, .sum: true
    default: false
    }
  }
}
