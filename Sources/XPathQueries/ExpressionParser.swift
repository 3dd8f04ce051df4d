import TextMatching

/// Reads tokens into an expression (XPath 1.0, section 3), by climbing over the operators'
/// precedences.
struct ExpressionParser {
  private let tokens: [Lexer.Placed]
  private let environment: QueryEnvironment
  private var place = 0
  private var depth = 0
  /// Operators seen: a long chain nests as deep as brackets do.
  private var operators = 0

  init(_ tokens: [Lexer.Placed], _ environment: QueryEnvironment) {
    self.tokens = tokens
    self.environment = environment
  }

  mutating func whole() throws(QueryError) -> Expression {
    let expression = try expression()
    guard token == .end else { throw unexpected() }
    return expression
  }

  // MARK: Tokens

  private var token: Lexer.Token { tokens[place].token }
  private var offset: Int { tokens[place].offset }

  private func following() -> Lexer.Token {
    place + 1 < tokens.count ? tokens[place + 1].token : .end
  }

  private mutating func take(_ sign: String) -> Bool {
    guard token == .sign(sign) else { return false }
    place += 1
    return true
  }

  private mutating func need(_ sign: String) throws(QueryError) {
    guard take(sign) else {
      throw QueryError(
        vi: "thiếu “\(sign)” ở ký tự thứ \(offset + 1)",
        en: "\"\(sign)\" is missing at character \(offset + 1)", offset: offset)
    }
  }

  private func unexpected() -> QueryError {
    token == .end
      ? QueryError(
        vi: "biểu thức chưa trọn vẹn", en: "the expression is not complete", offset: offset)
      : QueryError(
        vi: "biểu thức sai ở ký tự thứ \(offset + 1)",
        en: "the expression is wrong at character \(offset + 1)", offset: offset)
  }

  private mutating func deeper<Result>(
    _ body: (inout ExpressionParser) throws(QueryError) -> Result
  ) throws(QueryError) -> Result {
    depth += 1
    defer { depth -= 1 }
    if depth > Query.deepest { throw tooDeep }
    return try body(&self)
  }

  private var tooDeep: QueryError {
    QueryError(
      vi: "biểu thức lồng nhau hay nối dài quá mức; hãy tách ra",
      en: "the expression is nested or chained too far; split it", offset: offset)
  }

  // MARK: Operators

  private enum Operator {
    case or, and
    case compare(Expression.Comparison)
    case arithmetic(Expression.Arithmetic)
    case union

    var precedence: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .compare(.equal), .compare(.unequal): 3
      case .compare: 4
      case .arithmetic(.add), .arithmetic(.subtract): 5
      case .arithmetic: 6
      case .union: 8
      }
    }

    func make(_ a: Expression, _ b: Expression) -> Expression {
      switch self {
      case .or: .or(a, b)
      case .and: .and(a, b)
      case .compare(let comparison): .compare(comparison, a, b)
      case .arithmetic(let arithmetic): .arithmetic(arithmetic, a, b)
      case .union: .union(a, b)
      }
    }
  }

  /// The operator at this place, where an operand has just ended.
  private var operation: Operator? {
    switch token {
    case .name(nil, "or"): .or
    case .name(nil, "and"): .and
    case .name(nil, "div"): .arithmetic(.divide)
    case .name(nil, "mod"): .arithmetic(.remainder)
    case .sign("="): .compare(.equal)
    case .sign("!="): .compare(.unequal)
    case .sign("<"): .compare(.less)
    case .sign("<="): .compare(.lessOrEqual)
    case .sign(">"): .compare(.greater)
    case .sign(">="): .compare(.greaterOrEqual)
    case .sign("+"): .arithmetic(.add)
    case .sign("-"): .arithmetic(.subtract)
    case .sign("*"): .arithmetic(.multiply)
    case .sign("|"): .union
    default: nil
    }
  }

  private mutating func expression() throws(QueryError) -> Expression {
    try deeper { (parser) throws(QueryError) in try parser.binary(above: 0) }
  }

  private mutating func binary(above precedence: Int) throws(QueryError) -> Expression {
    var left = try unary()
    while let operation, operation.precedence > precedence {
      operators += 1
      if operators > 4 * Query.deepest { throw tooDeep }
      place += 1
      left = operation.make(left, try binary(above: operation.precedence))
    }
    return left
  }

  /// A minus binds tighter than the operators but `|` (section 3.5).
  private mutating func unary() throws(QueryError) -> Expression {
    guard take("-") else { return try path() }
    return try deeper { (parser) throws(QueryError) in
      .negation(try parser.binary(above: 7))
    }
  }

  // MARK: Paths

  private mutating func path() throws(QueryError) -> Expression {
    if token == .sign("/") {
      place += 1
      guard startsStep else { return .path(.init(start: .document, steps: [])) }
      return .path(.init(start: .document, steps: try relative()))
    }
    if token == .sign("//") { return .path(.init(start: .document, steps: try slashes())) }
    if startsFilter { return try filter() }
    guard startsStep else { throw unexpected() }
    return .path(.init(start: .context, steps: try relative()))
  }

  private var startsStep: Bool {
    switch token {
    case .name, .anyIn, .sign("*"), .sign("@"), .sign("."), .sign(".."): true
    default: false
    }
  }

  /// A primary expression, not a step: a name with `(` is a function, unless it tests nodes.
  private var startsFilter: Bool {
    switch token {
    case .number, .literal, .variable, .sign("("): true
    case .name(let prefix, let local):
      following() == .sign("(") && !(prefix == nil && ExpressionParser.tests.contains(local))
    default: false
    }
  }

  private static let tests: Set<String> = ["node", "text", "comment", "processing-instruction"]

  private mutating func filter() throws(QueryError) -> Expression {
    let primary = try primary()
    let predicates = try predicates()
    var steps: [Expression.Step] = []
    if token == .sign("//") {
      steps = try slashes()
    } else if take("/") {
      steps = try relative()
    }
    if predicates.isEmpty, steps.isEmpty { return primary }
    return .path(.init(start: .expression(primary, predicates: predicates), steps: steps))
  }

  private mutating func relative() throws(QueryError) -> [Expression.Step] {
    var steps = [try step()]
    while true {
      if take("/") {
        steps.append(try step())
      } else if token == .sign("//") {
        steps += try slashes()
      } else {
        return steps
      }
    }
  }

  /// `//step`: short for `/descendant-or-self::node()/step`, and for `/descendant::step` where that
  /// is the same.
  private mutating func slashes() throws(QueryError) -> [Expression.Step] {
    try need("//")
    var steps = try relative()
    if steps[0].axis == .child, !steps[0].predicates.contains(where: \.isPositional) {
      steps[0].axis = .descendant
      return steps
    }
    return [.init(axis: .descendantOrSelf, test: .node, predicates: [])] + steps
  }

  private mutating func step() throws(QueryError) -> Expression.Step {
    if take(".") { return .init(axis: .oneself, test: .node, predicates: []) }
    if take("..") { return .init(axis: .parent, test: .node, predicates: []) }
    var axis = Expression.Axis.child
    if take("@") {
      axis = .attribute
    } else if case .name(nil, let name) = token, following() == .sign("::") {
      guard let known = Expression.Axis(rawValue: name) else { throw badAxis(name) }
      axis = known
      place += 2
    }
    let test = try nodeTest()
    return .init(axis: axis, test: test, predicates: try predicates())
  }

  private func badAxis(_ name: String) -> QueryError {
    let near = EditDistance.suggestion(
      for: name, among: Expression.Axis.allCases.map(\.rawValue).sorted())
    return QueryError(
      vi: "không có trục “\(name)::”" + (near.map { "; có phải “\($0)::”?" } ?? ""),
      en: "there is no axis \"\(name)::\"" + (near.map { "; did you mean \"\($0)::\"?" } ?? ""),
      offset: offset)
  }

  private mutating func nodeTest() throws(QueryError) -> Expression.NodeTest {
    switch token {
    case .sign("*"):
      place += 1
      return .anyName
    case .anyIn(let prefix):
      let uri = try namespace(prefix)
      place += 1
      return .anyIn(namespace: uri)
    case .name(let prefix, let local):
      if prefix == nil, ExpressionParser.tests.contains(local), following() == .sign("(") {
        place += 2
        if local == "processing-instruction", case .literal = token { place += 1 }
        try need(")")
        return local == "node" ? .node : local == "text" ? .text : .commentOrInstruction
      }
      var uri = ""
      if let prefix { uri = try namespace(prefix) }
      place += 1
      return .name(namespace: uri, local: local)
    default: throw unexpected()
    }
  }

  private func namespace(_ prefix: String) throws(QueryError) -> String {
    if let namespace = environment.namespaces[prefix] { return namespace }
    let known = environment.namespaces.keys.sorted().joined(separator: ", ")
    throw QueryError(
      vi: "tiền tố “\(prefix):” chưa khai báo; được dùng: \(known)",
      en: "the prefix \"\(prefix):\" is not declared; allowed: \(known)", offset: offset)
  }

  private mutating func predicates() throws(QueryError) -> [Expression] {
    var predicates: [Expression] = []
    while take("[") {
      predicates.append(try expression())
      try need("]")
    }
    return predicates
  }

  // MARK: Primary expressions

  private mutating func primary() throws(QueryError) -> Expression {
    let current = token
    let start = offset
    switch current {
    case .number(let value):
      place += 1
      return .number(value)
    case .literal(let text):
      place += 1
      // Papers are in NFC; what is compared with them must be too.
      return .literal(Normalisation.nfc(text).text)
    case .variable(let name):
      guard environment.variables.contains(name) else { throw unknownVariable(name) }
      place += 1
      return .variable(name)
    case .sign("("):
      place += 1
      let inner = try expression()
      try need(")")
      return inner
    case .name(let prefix, let local):
      place += 2
      let arguments = try arguments()
      return try call(prefix, local, arguments, at: start)
    default: throw unexpected()
    }
  }

  private mutating func arguments() throws(QueryError) -> [Expression] {
    if take(")") { return [] }
    var arguments = [try expression()]
    while take(",") { arguments.append(try expression()) }
    try need(")")
    return arguments
  }

  private func call(
    _ prefix: String?, _ local: String, _ arguments: [Expression], at offset: Int
  ) throws(QueryError) -> Expression {
    let full = prefix.map { "\($0):\(local)" } ?? local
    let expression: Expression
    let arity: ClosedRange<Int>
    if prefix == nil, let function = CoreFunction(rawValue: local) {
      (expression, arity) = (.core(function, arguments), function.arity)
    } else if let known = environment.functions[full] {
      (expression, arity) = (.custom(full, arguments), known)
    } else {
      throw unknownFunction(full, at: offset)
    }
    guard arity.contains(arguments.count) else {
      let wanted =
        arity.count == 1 ? "\(arity.lowerBound)" : "\(arity.lowerBound)–\(arity.upperBound)"
      throw QueryError(
        vi: "hàm \(full)() nhận \(wanted) giá trị, không phải \(arguments.count)",
        en: "the function \(full)() takes \(wanted) arguments, not \(arguments.count)",
        offset: offset)
    }
    return expression
  }

  private func unknownFunction(_ name: String, at offset: Int) -> QueryError {
    if ["document", "doc", "unparsed-text", "collection"].contains(name) {
      return QueryError(
        vi: "hàm \(name)() không được dùng: quy tắc không đọc tệp nào khác",
        en: "the function \(name)() is not allowed: a rule reads no other file", offset: offset)
    }
    let known = CoreFunction.allCases.map(\.rawValue) + environment.functions.keys
    let near = EditDistance.suggestion(for: name, among: known.sorted())
    return QueryError(
      vi: "không có hàm \(name)()" + (near.map { "; có phải \($0)()?" } ?? ""),
      en: "there is no function \(name)()" + (near.map { "; did you mean \($0)()?" } ?? ""),
      offset: offset)
  }

  private func unknownVariable(_ name: String) -> QueryError {
    let known = environment.variables.sorted()
    let near = EditDistance.suggestion(for: name, among: known)
    let list = known.map { "$\($0)" }.joined(separator: ", ")
    return QueryError(
      vi: "không có biến $\(name)" + (near.map { "; có phải $\($0)?" } ?? "; được dùng: \(list)"),
      en: "there is no variable $\(name)"
        + (near.map { "; did you mean $\($0)?" } ?? "; allowed: \(list)"), offset: offset)
  }
}
