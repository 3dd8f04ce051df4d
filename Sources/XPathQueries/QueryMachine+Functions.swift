import TextMatching

extension QueryMachine {
  /// The functions of XPath 1.0, section 4.
  func core(
    _ function: CoreFunction, _ arguments: [Expression], _ context: Context
  ) throws(QueryError) -> QueryValue {
    func text(_ index: Int) throws(QueryError) -> String {
      guard index < arguments.count else { return try string(of: context.node) }
      return try string(try evaluate(arguments[index], context))
    }
    func number(_ index: Int) throws(QueryError) -> Double {
      guard index < arguments.count else { return Conversion.number(try text(index)) }
      return try self.number(try evaluate(arguments[index], context))
    }
    func node() throws(QueryError) -> Node? {
      arguments.isEmpty ? context.node : try nodes(arguments[0], context).first
    }
    switch function {
    case .position: return .number(Double(context.position))
    case .last: return .number(Double(context.size))
    case .current: return .nodes([currentNode])
    case .count: return .number(Double(try nodes(arguments[0], context).count))
    case .sum:
      var total = 0.0
      for node in try nodes(arguments[0], context) {
        total += Conversion.number(try string(of: node))
      }
      return .number(total)
    case .isTrue: return .boolean(true)
    case .isFalse: return .boolean(false)
    case .boolean: return .boolean(try evaluate(arguments[0], context).boolean)
    case .not: return .boolean(!(try evaluate(arguments[0], context).boolean))
    case .number: return .number(try number(0))
    case .floor: return .number(try number(0).rounded(.down))
    case .ceiling: return .number(try number(0).rounded(.up))
    case .round: return .number(QueryText.round(try number(0)))
    case .string: return .string(try text(0))
    case .localName: return .string(try node().flatMap { tree.name(of: $0)?.local } ?? "")
    case .name:
      // The prefix is the rule's affair, not the document's.
      return .string(try node().flatMap { tree.name(of: $0)?.local } ?? "")
    case .namespaceURI: return .string(try node().flatMap { tree.name(of: $0)?.namespace } ?? "")
    case .concat:
      var result = ""
      for index in arguments.indices {
        result += try made(try text(index))
        guard result.utf8.count <= QueryBudget.longestString else { throw tooLong }
      }
      return .string(result)
    case .stringLength:
      return .number(Double(try made(try text(0)).unicodeScalars.count))
    case .normalizeSpace: return .string(QueryText.normalised(try made(try text(0))))
    case .startsWith:
      let (whole, part) = (try made(try text(0)), try text(1))
      return .boolean(whole.utf8.starts(with: part.utf8))
    case .contains:
      return .boolean(try split(try text(0), at: try text(1)) != nil)
    case .substringBefore:
      return .string(try split(try text(0), at: try text(1))?.before ?? "")
    case .substringAfter:
      return .string(try split(try text(0), at: try text(1))?.after ?? "")
    case .substring:
      let whole = try made(try text(0))
      let length = arguments.count > 2 ? try number(2) : nil
      return .string(QueryText.substring(whole, from: try number(1), length: length))
    case .translate:
      return .string(
        QueryText.translated(
          try made(try text(0)), from: try made(try text(1)), to: try made(try text(2))))
    }
  }

  private var tooLong: QueryError {
    QueryError(
      .exhausted, vi: "biểu thức tạo ra một chuỗi quá dài; hãy viết lại cho hẹp hơn",
      en: "the expression makes too long a string; make it narrower")
  }

  /// Counts work on so many UTF-8 units of text.
  public func charge(text units: Int) throws(QueryError) { try budget.charge(text: units) }

  /// A string that is about to be gone through.
  func made(_ text: String) throws(QueryError) -> String {
    try budget.charge(text: text.utf8.count)
    return text
  }

  /// Where a part first occurs: in time linear in both, whatever they hold.
  private func split(
    _ whole: String, at part: String
  ) throws(QueryError) -> (before: String, after: String)? {
    try budget.charge(text: whole.utf8.count + part.utf8.count)
    guard let range = QueryText.range(of: part, in: whole) else { return nil }
    return (
      String(whole[utf8Range: 0..<range.lowerBound]),
      String(whole[utf8Range: range.upperBound..<whole.utf8.count])
    )
  }
}

/// The string functions themselves. Each takes time linear in the text.
enum QueryText {
  /// To the nearest integer, halves up; infinities and NaN as they are (section 4.4).
  static func round(_ number: Double) -> Double {
    number.isFinite ? (number + 0.5).rounded(.down) : number
  }

  static func normalised(_ text: String) -> String {
    text.unicodeScalars.split(whereSeparator: Lexer.isSpace).map(String.init).joined(separator: " ")
  }

  /// Characters at positions from `start`, rounded, and before `start + length`, rounded (section
  /// 4.2); NaN gives none.
  static func substring(_ text: String, from start: Double, length: Double?) -> String {
    let low = round(start)
    let high = length.map { low + round($0) } ?? .infinity
    var result = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let position = Double(index + 1)
      if position >= low, position < high { result.append(scalar) }
    }
    return String(result)
  }

  static func translated(_ text: String, from: String, to: String) -> String {
    let targets = Array(to.unicodeScalars)
    var map: [Unicode.Scalar: Unicode.Scalar?] = [:]
    for (index, scalar) in from.unicodeScalars.enumerated() where map[scalar] == nil {
      map[scalar] = .some(index < targets.count ? targets[index] : nil)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch map[scalar] {
      case .none: result.append(scalar)
      case .some(let target): if let target { result.append(target) }
      }
    }
    return String(result)
  }

  /// The first place of a part, as UTF-8 offsets (Knuth, Morris and Pratt).
  static func range(of part: String, in whole: String) -> Range<Int>? {
    let pattern = Array(part.utf8)
    guard !pattern.isEmpty else { return 0..<0 }
    var failure = [Int](repeating: 0, count: pattern.count)
    var matched = 0
    for index in pattern.indices.dropFirst() {
      while matched > 0, pattern[index] != pattern[matched] { matched = failure[matched - 1] }
      if pattern[index] == pattern[matched] { matched += 1 }
      failure[index] = matched
    }
    matched = 0
    for (index, unit) in whole.utf8.enumerated() {
      while matched > 0, unit != pattern[matched] { matched = failure[matched - 1] }
      if unit == pattern[matched] { matched += 1 }
      if matched == pattern.count { return index + 1 - matched..<index + 1 }
    }
    return nil
  }
}
