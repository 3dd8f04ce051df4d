import Testing
import TextMatching
import YAMLReading

@Suite("Reading YAML")
struct ReadingTests {
  private func error(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> YAMLError? {
    do throws(YAMLError) {
      _ = try YAMLNode(parsing: bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  /// Keys, values and the places of both, one a line.
  private func outline(_ node: YAMLNode, _ name: String = "gốc") -> [String] {
    let head = "\(node.position.line):\(node.position.column) \(name)"
    switch node.value {
    case .scalar(let word, let isPlain): return [head + (isPlain ? " = \(word)" : " = “\(word)”")]
    case .sequence(let nodes): return [head + " []"] + nodes.flatMap { outline($0, "-") }
    case .mapping(let entries):
      return [head + " {}"]
        + entries.flatMap { entry in
          outline(entry.value, "\(entry.key)@\(entry.keyPosition.line):\(entry.keyPosition.column)")
        }
    }
  }

  @Test("Values come with lines and columns in scalars")
  func places() throws {
    let node = try YAMLNode(
      parsing: Array(
        """
        # chú thích
        version: 1
        đường dẫn: ["dự thảo", nháp]
        danh-sách:
          - lý do: 'vì vậy'
            đúng: true
          - ~

        """.utf8))
    #expect(
      outline(node) == [
        "2:1 gốc {}", "2:10 version@2:1 = 1", "3:12 đường dẫn@3:1 []", "3:13 - = “dự thảo”",
        "3:24 - = nháp", "5:3 danh-sách@4:1 []", "5:5 - {}", "5:12 lý do@5:5 = “vì vậy”",
        "6:11 đúng@6:5 = true", "7:5 - = ~",
      ])
  }

  @Test(
    "A plain word may stand for a number, a truth value or nothing; a quoted one never",
    arguments: [
      ("3", 3, nil, "3"), ("\"3\"", nil, nil, "3"), ("true", nil, true, nil),
      ("'true'", nil, nil, "true"), ("yes", nil, nil, "yes"), ("null", nil, nil, nil),
      ("", nil, nil, nil), ("\"\"", nil, nil, ""), ("1.5", nil, nil, "1.5"),
    ] as [(String, Int?, Bool?, String?)])
  func scalars(text: String, integer: Int?, bool: Bool?, word: String?) throws {
    let root = try YAMLNode(parsing: Array("a: \(text)\n".utf8))
    let node = try #require(root.mapping?.first?.value)
    #expect(node.integer == integer)
    #expect(node.bool == bool)
    #expect(node.text == word)
  }

  @Test("Of an empty file there is nothing; a byte order mark is passed over")
  func empty() throws {
    #expect(try YAMLNode(parsing: []).isNull)
    #expect(try YAMLNode(parsing: Array("# chỉ có chú thích\n".utf8)).isNull)
    let marked = try YAMLNode(parsing: [0xEF, 0xBB, 0xBF] + Array("a: b".utf8))
    #expect(outline(marked) == ["1:1 gốc {}", "1:4 a@1:1 = b"])
  }

  @Test(
    "What is refused is refused where it stands",
    arguments: [
      ("a: 1\nb: 2\na: 3\n", YAMLError.Reason.duplicate("a", firstLine: 1), 3, 1),
      ("a: &x [1]\n", .anchor, 1, 4),
      ("a: *x\n", .alias, 1, 4),
      ("*x : 1\n", .alias, 1, 1),
      ("a: !!str 1\n", .tag, 1, 4),
      ("a: !ruby/object {}\n", .tag, 1, 4),
      ("a: 1\n---\nb: 2\n", .severalDocuments, 2, 1),
      ("? [a]\n: 1\n", .complexKey, 1, 3),
      ("a: [1, 2\n", .malformed("did not find expected ',' or ']'"), 2, 1),
      ("a:\n\tb: 1\n", .malformed("found character that cannot start any token"), 2, 1),
      ("ấ: b: c\n", .malformed("mapping values are not allowed in this context"), 1, 5),
      ("a: \"b\n", .malformed("found unexpected end of stream"), 2, 1),
      ("a: @b\n", .malformed("found character that cannot start any token"), 1, 4),
      ("a: 1\n b: 2\n", .malformed("mapping values are not allowed in this context"), 2, 3),
      ("a:\n  - 1\n - 2\n", .malformed("did not find expected key"), 3, 2),
      ("a: \u{01}\n", .malformed("control characters are not allowed"), 1, 4),
    ])
  func refused(text: String, reason: YAMLError.Reason, line: Int, column: Int) {
    let error = error(Array(text.utf8))
    #expect(error?.reason == reason)
    #expect(error?.position == TextPosition(line: line, column: column))
  }

  @Test("Bytes that are no UTF-8 are refused at the first of them, UTF-16 too")
  func encoding() {
    let latin = error(Array("a: 1\nb: ".utf8) + [0xE9, 0x0A])
    #expect(latin?.reason == .notUTF8)
    #expect(latin?.position == TextPosition(line: 2, column: 4))
    #expect(error([0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00])?.reason == .notUTF8)
  }

  @Test("Length and depth have limits")
  func limits() {
    let long = Array("a: \(String(repeating: "b", count: 300_000))".utf8)
    #expect(error(long)?.reason == .tooLarge(limit: 262_144))
    #expect(error(Array("a: [[1]]".utf8), limits: YAMLLimits(depth: 4)) == nil)
    #expect(
      error(Array("a: [[[1]]]".utf8), limits: YAMLLimits(depth: 4))?.reason == .tooDeep(limit: 4))
  }

  @Test(
    "Hostile text of full length is refused at once",
    arguments: [
      String(repeating: "[", count: 262_144), String(repeating: "{a: ", count: 65_536),
      String(repeating: "- ", count: 131_072), String(repeating: "? ", count: 131_072),
      "a: &a [x]\n"
        + (1...200).map { "b\($0): &b\($0) [*a, *a, *a, *a]\n" }.joined(),
    ])
  func hostile(text: String) {
    let clock = ContinuousClock()
    let time = clock.measure { #expect(error(Array(text.utf8)) != nil) }
    #expect(time < .seconds(5))
  }

  @Test("A long flat file is read in bounded time")
  func flat() throws {
    let text = (0..<20_000).map { "k\($0): v\n" }.joined()
    var count: Int?
    let time = try ContinuousClock().measure {
      count = try YAMLNode(parsing: Array(text.utf8)).mapping?.count
    }
    #expect(count == 20_000)
    #expect(time < .seconds(5))
  }

  @Test("Common slips are told in words that help, in both languages")
  func words() {
    let error = error(Array("a:\n\tb: 1\n".utf8))
    #expect(error?.message.vi.contains("thụt dòng bằng dấu cách") == true)
    #expect(error?.message[.en].contains("indent with spaces") == true)
  }
}
