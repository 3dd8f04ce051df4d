import TextMatching

/// Cuts an expression into tokens (XPath 1.0, section 3.7).
struct Lexer {
  enum Token: Equatable {
    case number(Double)
    case literal(String)
    /// `name`, `prefix:name`
    case name(prefix: String?, local: String)
    /// `prefix:*`
    case anyIn(prefix: String)
    case variable(String)
    /// Operators and punctuation.
    case sign(String)
    case end
  }

  /// In scalars from 0.
  struct Placed {
    var token: Token
    var offset: Int
    /// White space stands in front.
    var isSpaced: Bool
  }

  private static let signs = [
    "::", "//", "..", "!=", "<=", ">=", "(", ")", "[", "]", ".", "@", ",", "/", "|", "+", "-", "=",
    "<", ">", "*",
  ]

  private let scalars: [Unicode.Scalar]
  private var place = 0

  static func tokens(_ source: String) throws(QueryError) -> [Placed] {
    var lexer = Lexer(scalars: Array(source.unicodeScalars))
    var tokens: [Placed] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.token != .end
    return tokens
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
    place + ahead < scalars.count ? scalars[place + ahead] : nil
  }

  private mutating func next() throws(QueryError) -> Placed {
    let start = place
    while let next = scalar(), Lexer.isSpace(next) { place += 1 }
    let isSpaced = place > start
    let offset = place
    guard let first = scalar() else {
      return Placed(token: .end, offset: offset, isSpaced: isSpaced)
    }
    return Placed(token: try token(first, offset), offset: offset, isSpaced: isSpaced)
  }

  private mutating func token(_ first: Unicode.Scalar, _ offset: Int) throws(QueryError) -> Token {
    if first == "\"" || first == "'" { return .literal(try literal(first, offset)) }
    if Letters.isDigit(first) || (first == "." && scalar(1).map(Letters.isDigit) == true) {
      return .number(number())
    }
    if first == "$" {
      place += 1
      guard let name = ncName() else {
        throw QueryError(
          vi: "sau $ phải là tên biến", en: "a variable's name must follow $", offset: offset)
      }
      return .variable(name)
    }
    if let name = ncName() { return qualified(name) }
    for sign in Lexer.signs where starts(with: sign) {
      place += sign.unicodeScalars.count
      return .sign(sign)
    }
    throw QueryError(
      vi: "ký tự “\(first)” không dùng được ở đây", en: "the character \"\(first)\" is not allowed",
      offset: offset)
  }

  private mutating func literal(
    _ quote: Unicode.Scalar, _ offset: Int
  ) throws(QueryError) -> String {
    place += 1
    var text = String.UnicodeScalarView()
    while let next = scalar() {
      place += 1
      if next == quote { return String(text) }
      text.append(next)
    }
    throw QueryError(
      vi: "chuỗi chữ thiếu dấu \(quote) ở cuối", en: "the string lacks its closing \(quote)",
      offset: offset)
  }

  private mutating func number() -> Double {
    var text = ""
    while let next = scalar(), Letters.isDigit(next) || (next == "." && !text.contains(".")) {
      text.unicodeScalars.append(next)
      place += 1
    }
    return Conversion.number(text)
  }

  /// The rest of `prefix:name` or `prefix:*`; `axis::` is left to the parser.
  private mutating func qualified(_ first: String) -> Token {
    guard scalar() == ":", scalar(1) != ":" else { return .name(prefix: nil, local: first) }
    let before = place
    place += 1
    if scalar() == "*" {
      place += 1
      return .anyIn(prefix: first)
    }
    if let local = ncName() { return .name(prefix: first, local: local) }
    place = before
    return .name(prefix: nil, local: first)
  }

  private mutating func ncName() -> String? {
    guard let first = scalar(), Letters.isLetter(first) || first == "_" else { return nil }
    var text = String.UnicodeScalarView()
    while let next = scalar(), Lexer.isNameScalar(next) {
      text.append(next)
      place += 1
    }
    return String(text)
  }

  private func starts(with sign: String) -> Bool {
    sign.unicodeScalars.enumerated().allSatisfy { scalar($0.offset) == $0.element }
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    Letters.isLetter(scalar) || Letters.isDigit(scalar)
      || "-_.\u{B7}".unicodeScalars.contains(scalar)
  }

  /// XML's white space.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
}
