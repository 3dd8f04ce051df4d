import JSONWriting
import Testing

@Suite("Writing JSON")
struct WritingTests {
  @Test("Strings are escaped, order is kept, empty lists stay on one line")
  func values() {
    let value = JSONValue.object([
      ("z", .string("a\"\\\n\t\u{01}\u{7F}\u{2028}Ủ")), ("a", .array([])), ("o", .object([])),
      ("n", .array([.integer(-1), .bool(true), .null])),
    ])
    #expect(
      value.serialised() == """
        {
          "z": "a\\"\\\\\\n\\t\\u0001\\u007f\\u2028Ủ",
          "a": [],
          "o": {},
          "n": [
            -1,
            true,
            null
          ]
        }
        """)
  }

  @Test("A line has no spaces and no line ends")
  func line() {
    let value = JSONValue.object([
      ("a", .array([.integer(1), .string("hai\nba")])), ("o", .object([])),
    ])
    #expect(value.line() == #"{"a":[1,"hai\nba"],"o":{}}"#)
  }
}
