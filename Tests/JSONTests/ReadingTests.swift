import JSONReading
import JSONWriting
import Testing
import TextMatching

@Suite("Reading JSON")
struct ReadingTests {
  /// What was read, written again.
  private func reread(_ text: String) throws -> String {
    try value(JSONNode(parsing: text.utf8)).line()
  }

  private func value(_ node: JSONNode) -> JSONValue {
    switch node.value {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .integer(let integer): .integer(integer)
    case .number(let number): .string("\(number)")
    case .string(let string): .string(string)
    case .array(let items): .array(items.map(value))
    case .object(let members): .object(members.map { ($0.name, value($0.value)) })
    }
  }

  private func error(_ text: String, limits: JSONLimits = JSONLimits()) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONNode(parsing: text.utf8, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "Every kind of value is read",
    arguments: [
      (#"{"b": [1, -2, true], "a": {"c": null}}"#, #"{"b":[1,-2,true],"a":{"c":null}}"#),
      (" \t\r\n[ ] ", "[]"), ("{ }", "{}"), ("false", "false"), ("0", "0"), ("-0", "0"),
      ("9223372036854775807", "9223372036854775807"),
      ("9223372036854775808", #""9.223372036854776e+18""#),
      ("1.5", #""1.5""#), ("-2E-2", #""-0.02""#), ("0.0", #""0.0""#),
      (#""Nghị định""#, #""Nghị định""#),
      (#""\"\\\/\b\f\n\r\t\u1EA4\ud83d\ude00""#, #""\"\\/\u0008\u000c\n\r\tẤ😀""#),
    ])
  func values(text: String, expected: String) throws {
    #expect(try reread(text) == expected)
  }

  @Test("Members are found by name, and only in objects")
  func access() throws {
    let node = try JSONNode(parsing: #"{"tên": "xã", "số": 3}"#.utf8)
    #expect(node["tên"]?.string == "xã")
    #expect(node["số"]?.integer == 3)
    #expect(node["khác"] == nil)
    #expect(node["tên"]?["số"] == nil)
  }

  @Test(
    "What is not JSON is refused where it stands",
    arguments: [
      ("", JSONError.Reason.endsEarly, 1, 1),
      ("[1,\n  2", .endsEarly, 2, 4),
      ("[1,]", .unexpected("]"), 1, 4),
      ("{\"a\": 1,\n}", .unexpected("}"), 2, 1),
      ("{a: 1}", .unexpected("a:"), 1, 2),
      ("{\"ấ\" 1}", .unexpected("1}"), 1, 6),
      ("[1 2]", .unexpected("2]"), 1, 4),
      ("tru", .unexpected("tru"), 1, 1),
      ("'a'", .unexpected("'a'"), 1, 1),
      ("// chú thích\n1", .unexpected("//"), 1, 1),
      ("1 2", .afterEnd, 1, 3),
      ("01", .number, 1, 1), ("-", .number, 1, 1), ("1.", .number, 1, 1), ("[1e]", .number, 1, 2),
      ("1e999", .numberRange, 1, 1),
      (#"["\x"]"#, .escape, 1, 3), (#""\u12G4""#, .escape, 1, 2),
      (#""\ud83d""#, .surrogate, 1, 2), (#""\ude00""#, .surrogate, 1, 2),
      (#""\ud83dA""#, .surrogate, 1, 2),
      ("\"a\tb\"", .control, 1, 3), ("\"abc", .endsEarly, 1, 5), (#""\u00"#, .endsEarly, 1, 6),
      ("{\"a\": 1,\r\n \"a\": 2}", .duplicate("a"), 2, 2),
      ("\u{FEFF}1", .byteOrderMark, 1, 1),
    ])
  func refused(text: String, reason: JSONError.Reason, line: Int, column: Int) {
    let error = error(text)
    #expect(error?.reason == reason)
    #expect(error?.position == TextPosition(line: line, column: column))
  }

  @Test("Bytes that are no UTF-8 are refused at the first of them")
  func encoding() {
    #expect {
      try JSONNode(parsing: Array("[\"ấ".utf8) + [0xE1, 0xBA] + Array("\"]".utf8))
    } throws: { error in
      guard let error = error as? JSONError else { return false }
      return error.reason == .notUTF8 && error.position == TextPosition(line: 1, column: 4)
    }
  }

  @Test("Depth, number of values and length have limits")
  func limits() {
    let limits = JSONLimits(bytes: 40, depth: 3, values: 5)
    #expect(error("[[[]]]", limits: limits) == nil)
    #expect(error("[[[1]]]", limits: limits)?.reason == .tooDeep(limit: 3))
    #expect(error("[1,2,3,4]", limits: limits) == nil)
    #expect(error("[1,2,3,4,5]", limits: limits)?.reason == .tooManyValues(limit: 5))
    let long = "\"" + String(repeating: "a", count: 40) + "\""
    #expect(error(long, limits: limits)?.reason == .tooLarge(limit: 40))
    // Without a limit of depth this would overflow the stack.
    #expect(error(String(repeating: "[", count: 1_000_000))?.reason == .tooDeep(limit: 64))
  }

  @Test("Reasons are told in both languages")
  func words() {
    #expect(error("{\"a\":1,\"a\":2}")?.message.vi == "tên “a” đã có ở trên")
    #expect(error("{\"a\":1,\"a\":2}")?.message[.en] == "the name \"a\" occurs twice")
  }
}
