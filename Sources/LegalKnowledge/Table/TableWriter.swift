/// Writes values one after the other; every different string is stored once, before them.
struct TableWriter {
  private var body: [UInt8] = []
  private var pool: [String] = []
  private var places: [String: Int] = [:]

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  mutating func number(_ value: Int) {
    var rest = UInt(bitPattern: value)
    while rest > 0x7F {
      body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    body.append(UInt8(rest))
  }

  mutating func flag(_ value: Bool) { number(value ? 1 : 0) }

  mutating func string(_ value: String) {
    if let place = places[value] { return number(place) }
    places[value] = pool.count
    number(pool.count)
    pool.append(value)
  }

  mutating func list<Value>(_ values: [Value], _ each: (inout TableWriter, Value) -> Void) {
    number(values.count)
    for value in values { each(&self, value) }
  }

  mutating func optional<Value>(_ value: Value?, _ each: (inout TableWriter, Value) -> Void) {
    flag(value != nil)
    if let value { each(&self, value) }
  }

  mutating func strings(_ values: [String]) { list(values) { $0.string($1) } }
  mutating func string(optional value: String?) { optional(value) { $0.string($1) } }

  /// The place of a case among all of its type.
  mutating func place<Value: CaseIterable & Equatable>(_ value: Value) {
    number(Array(Value.allCases).firstIndex(of: value) ?? 0)
  }

  /// The strings, then the values.
  func finished() -> [UInt8] {
    var head = TableWriter()
    head.number(pool.count)
    for string in pool {
      head.number(string.utf8.count)
      head.body.append(contentsOf: string.utf8)
    }
    return head.body + body
  }
}
