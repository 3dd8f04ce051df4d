import TextMatching

/// What is refused as too much.
public struct JSONLimits: Sendable {
  public var bytes: Int
  public var depth: Int
  /// Values of any type, nested ones included.
  public var values: Int

  public init(bytes: Int = 16 << 20, depth: Int = 64, values: Int = 1_000_000) {
    self.bytes = bytes
    self.depth = depth
    self.values = values
  }
}

extension JSONNode {
  /// Reads one JSON text (RFC 8259), strictly: UTF-8 without byte order mark, no comments, no
  /// trailing commas, no name twice in an object, nothing after the value but white space.
  public init(
    parsing bytes: some Collection<UInt8>, limits: JSONLimits = JSONLimits()
  ) throws(JSONError) {
    guard bytes.count <= limits.bytes else {
      throw JSONError(
        reason: .tooLarge(limit: limits.bytes), offset: 0,
        position: TextPosition(line: 1, column: 1))
    }
    var parser = JSONParser(bytes: Array(bytes), limits: limits)
    self = try parser.text()
  }
}

private struct JSONParser {
  private let bytes: [UInt8]
  private let limits: JSONLimits
  private var place = 0
  private var count = 0

  init(bytes: [UInt8], limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func text() throws(JSONError) -> JSONNode {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark, at: 0) }
    if let bad = firstBadUnit { throw error(.notUTF8, at: bad) }
    let node = try value(depth: 1)
    skipSpace()
    if place < bytes.count { throw error(.afterEnd) }
    return node
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONError) -> JSONNode {
    skipSpace()
    let start = place
    guard depth <= limits.depth else { throw error(.tooDeep(limit: limits.depth)) }
    count += 1
    guard count <= limits.values else { throw error(.tooManyValues(limit: limits.values)) }
    guard place < bytes.count else { throw error(.endsEarly) }
    let value: JSONNode.Value
    switch bytes[place] {
    case UInt8(ascii: "{"): value = .object(try members(depth: depth))
    case UInt8(ascii: "["): value = .array(try items(depth: depth))
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "t"): value = try word("true", .bool(true))
    case UInt8(ascii: "f"): value = try word("false", .bool(false))
    case UInt8(ascii: "n"): value = try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = try number()
    default: throw unexpected()
    }
    return JSONNode(value: value, offset: start)
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONNode.Value
  ) throws(JSONError) -> JSONNode.Value {
    guard word.withUTF8Buffer({ bytes[place...].starts(with: $0) }) else { throw unexpected() }
    place += word.utf8CodeUnitCount
    return value
  }

  private mutating func items(depth: Int) throws(JSONError) -> [JSONNode] {
    place += 1
    var items: [JSONNode] = []
    if takes("]") { return items }
    while true {
      items.append(try value(depth: depth + 1))
      if takes("]") { return items }
      try expect(",")
    }
  }

  private mutating func members(depth: Int) throws(JSONError) -> [JSONNode.Member] {
    place += 1
    var members: [JSONNode.Member] = []
    var names: Set<String> = []
    if takes("}") { return members }
    while true {
      skipSpace()
      let start = place
      guard place < bytes.count else { throw error(.endsEarly) }
      guard bytes[place] == UInt8(ascii: "\"") else { throw unexpected() }
      let name = try string()
      guard names.insert(name).inserted else { throw error(.duplicate(name), at: start) }
      try expect(":")
      members.append(
        JSONNode.Member(name: name, nameOffset: start, value: try value(depth: depth + 1)))
      if takes("}") { return members }
      try expect(",")
    }
  }

  // MARK: Numbers

  private mutating func number() throws(JSONError) -> JSONNode.Value {
    let start = place
    if current == UInt8(ascii: "-") { place += 1 }
    let isZero = current == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !isZero || whole == 1 else { throw error(.number, at: start) }
    var isWhole = true
    if current == UInt8(ascii: ".") {
      isWhole = false
      place += 1
      guard digits() > 0 else { throw error(.number, at: start) }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isWhole = false
      place += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { place += 1 }
      guard digits() > 0 else { throw error(.number, at: start) }
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw error(.numberRange, at: start) }
    return .number(number)
  }

  private mutating func digits() -> Int {
    let start = place
    while let unit = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= unit { place += 1 }
    return place - start
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> String {
    place += 1
    var units: [UInt8] = []
    while place < bytes.count {
      let unit = bytes[place]
      switch unit {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): units.append(contentsOf: try escape())
      case 0x00...0x1F: throw error(.control)
      default:
        units.append(unit)
        place += 1
      }
    }
    throw error(.endsEarly)
  }

  /// The UTF-8 of the escape that begins here.
  private mutating func escape() throws(JSONError) -> [UInt8] {
    let start = place
    place += 1
    guard let letter = current else { throw error(.endsEarly) }
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): break
    default: throw error(.escape, at: start)
    }
    var code = UInt32(try hexadecimal(from: start))
    if 0xD800...0xDBFF ~= code {
      guard bytes[place...].starts(with: "\\u".utf8) else { throw error(.surrogate, at: start) }
      place += 2
      let low = UInt32(try hexadecimal(from: start))
      guard 0xDC00...0xDFFF ~= low else { throw error(.surrogate, at: start) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw error(.surrogate, at: start) }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal(from start: Int) throws(JSONError) -> UInt16 {
    let end = place + 4
    guard end <= bytes.count else { throw error(.endsEarly, at: bytes.count) }
    var code: UInt16 = 0
    while place < end {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else {
        throw error(.escape, at: start)
      }
      code = code << 4 | UInt16(digit)
      place += 1
    }
    return code
  }

  // MARK: Small steps

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let unit = current, unit == 0x20 || unit == 0x0A || unit == 0x0D || unit == 0x09 {
      place += 1
    }
  }

  private mutating func takes(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: mark) else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(JSONError) {
    if takes(mark) { return }
    guard place < bytes.count else { throw error(.endsEarly) }
    throw unexpected()
  }

  private var firstBadUnit: Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  // MARK: Errors

  private func unexpected() -> JSONError {
    let rest = String(decoding: bytes[place...].prefix(80), as: UTF8.self)
    let word = rest.prefix { !$0.isWhitespace }.prefix(20)
    return error(.unexpected(String(word.isEmpty ? rest.prefix(1) : word)))
  }

  private func error(_ reason: JSONError.Reason, at offset: Int? = nil) -> JSONError {
    let offset = offset ?? place
    return JSONError(
      reason: reason, offset: offset, position: TextPosition(utf8: offset, in: bytes))
  }
}
