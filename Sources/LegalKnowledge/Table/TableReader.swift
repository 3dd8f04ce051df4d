/// Reads what `TableWriter` wrote. Whatever does not fit ends the reading with an error.
struct TableReader {
  struct Damaged: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place: Int
  private var pool: [String] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int) throws {
    self.bytes = bytes
    self.place = place
    let count = try number()
    guard count <= bytes.count else { throw Damaged() }
    pool.reserveCapacity(count)
    for _ in 0..<count {
      let length = try number()
      guard length <= bytes.count - self.place else { throw Damaged() }
      let range = self.place..<(self.place + length)
      pool.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self))
      self.place += length
    }
  }

  var isAtEnd: Bool { place == bytes.count }

  mutating func number() throws -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while place < bytes.count, shift < 63 {
      let unit = bytes[place]
      place += 1
      value |= UInt(unit & 0x7F) << shift
      if unit < 0x80 { return Int(truncatingIfNeeded: value) }
      shift += 7
    }
    throw Damaged()
  }

  mutating func flag() throws -> Bool { try number() != 0 }

  mutating func string() throws -> String {
    let number = try number()
    guard number < pool.count else { throw Damaged() }
    return pool[number]
  }

  mutating func list<Value>(_ each: (inout TableReader) throws -> Value) throws -> [Value] {
    let count = try number()
    guard count <= bytes.count - place else { throw Damaged() }
    guard count > 0 else { return [] }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try each(&self)) }
    return values
  }

  mutating func optional<Value>(_ each: (inout TableReader) throws -> Value) throws -> Value? {
    try flag() ? try each(&self) : nil
  }

  mutating func strings() throws -> [String] { try list { try $0.string() } }
  mutating func optionalString() throws -> String? { try optional { try $0.string() } }

  mutating func place<Value: CaseIterable>(of type: Value.Type) throws -> Value
  where Value.AllCases == [Value] {
    let number = try number()
    guard number < Value.allCases.count else { throw Damaged() }
    return Value.allCases[number]
  }
}
