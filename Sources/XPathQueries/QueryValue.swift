import TextMatching

/// A value of XPath 1.0.
public enum QueryValue: Sendable, Equatable {
  /// In document order, each once.
  case nodes([QueryTree.Node])
  case boolean(Bool)
  case number(Double)
  case string(String)

  /// Section 4.3.
  public var boolean: Bool {
    switch self {
    case .nodes(let nodes): !nodes.isEmpty
    case .boolean(let value): value
    case .number(let value): value != 0 && !value.isNaN
    case .string(let value): !value.isEmpty
    }
  }

  /// For messages.
  public var kind: LocalizedText {
    switch self {
    case .nodes: LocalizedText(vi: "tập nút", en: "a node set")
    case .boolean: LocalizedText(vi: "giá trị đúng, sai", en: "a boolean")
    case .number: LocalizedText(vi: "một số", en: "a number")
    case .string: LocalizedText(vi: "một chuỗi", en: "a string")
    }
  }
}

/// Conversions between numbers and strings (sections 4.2 and 4.4).
enum Conversion {
  /// Digits with at most one point, perhaps a minus in front, white space around; else NaN.
  static func number(_ text: String) -> Double {
    let trimmed = text.unicodeScalars.trimmed
    var digits = trimmed[...]
    if digits.first == "-" { digits = digits.dropFirst() }
    var points = 0
    for scalar in digits {
      if scalar == "." { points += 1 } else if !Letters.isDigit(scalar) { return .nan }
    }
    guard points <= 1, digits.count > points, trimmed.count < 400 else { return .nan }
    return Double(String(String.UnicodeScalarView(trimmed))) ?? ending(trimmed)
  }

  /// “5.” and “.5”, which Swift may not take as they stand.
  private static func ending(_ scalars: [Unicode.Scalar]) -> Double {
    var text = String(String.UnicodeScalarView(scalars))
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    let value = Double("0\(text)0") ?? .nan
    return isNegative ? -value : value
  }

  static func string(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return plain("\(number)")
  }

  /// Without an exponent, which XPath does not write.
  private static func plain(_ text: String) -> String {
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
    else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
    var mantissa = text[..<mark]
    let isNegative = mantissa.hasPrefix("-")
    if isNegative { mantissa = mantissa.dropFirst() }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(parts[0])
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    if fraction == "0" { fraction = "" }
    let digits = whole + fraction
    let point = whole.count + exponent
    let result: String
    if point <= 0 {
      result = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      result = digits + String(repeating: "0", count: point - digits.count)
    } else {
      result = digits.prefix(point) + "." + digits.dropFirst(point)
    }
    return isNegative ? "-" + result : result
  }
}

extension String.UnicodeScalarView {
  /// Without XML white space at both ends.
  fileprivate var trimmed: [Unicode.Scalar] {
    var result = Array(drop(while: Lexer.isSpace))
    while let last = result.last, Lexer.isSpace(last) { result.removeLast() }
    return result
  }
}
