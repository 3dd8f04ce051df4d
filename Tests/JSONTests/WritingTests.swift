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

  @Test("Written part by part, taken in pieces or at once, it is the same text")
  func writer() {
    let element = JSONValue.object([("a", .integer(1)), ("b", .array([]))])
    var json = JSONWriter()
    json.openObject()
    json.write([("version", .integer(1))])
    json.openArray("runs")
    json.openObject()
    json.openArray("results")
    var text = json.take()
    for _ in 1...3 {
      json.write(element)
      text += json.take()
    }
    json.close()
    json.openArray("empty")
    json.close()
    json.write([("last", .null)])
    json.closeAll()
    text += json.take()
    let whole = JSONValue.object([
      ("version", .integer(1)),
      (
        "runs",
        .array([
          .object([
            ("results", .array([element, element, element])), ("empty", .array([])),
            ("last", .null),
          ])
        ])
      ),
    ])
    #expect(text == whole.serialised() + "\n")
  }
}
