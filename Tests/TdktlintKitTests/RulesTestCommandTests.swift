import Testing

@testable import TdktlintKit

@Suite("tdktlint rules test")
struct RulesTestCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A pack in which `tu-sai` speaks at every “sai”, with these examples from line 7 on.
  private func pack(_ name: String = "goi", examples: String) throws -> String {
    try folder.write(
      "\(name)/modules/\(name).xml",
      """
      <module xmlns="urn:tdktlint:rules:1" id="\(name)" version="1.0.0">
        <rule id="tu-sai" tier="local" strength="mandatory" severity="error">
          <title>Từ sai</title>
          <message>Từ “{excerpt}” sai.</message>
          <message xml:lang="en">“{excerpt}” is wrong.</message>
          <check native="mau/tu-sai"/>
          \(examples)
        </rule>
      </module>
      """)
    return "\(folder.path)/\(name)"
  }

  private func test(_ arguments: String...) -> Outcome { tdktlint(["rules", "test"] + arguments) }

  @Test("Examples that hold are counted; the exit status is 0")
  func holds() throws {
    let pack = try wordPack(in: folder)
    for arguments in [[pack], [pack + "/"], [pack, pack + "/"], ["--rules", pack, pack]] {
      let outcome = tdktlint(["rules", "test", "--no-builtin-rules"] + arguments)
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      #expect(outcome.output == "1 quy tắc, 2 ví dụ: 0 không đạt\n")
    }
    #expect(test("--no-builtin-rules", "--rules", pack).output.hasPrefix("1 quy tắc, 2 ví dụ: "))
  }

  @Test("A failed example is told with its rule, place and what was found instead; status 1")
  func fails() throws {
    let pack = try pack(
      examples: """
        <example id="fail-a" expect="fail">Chữ ⟦này⟧ sai.</example>
        <example id="fail-b" expect="fail">Chữ ⟦này⟧ đúng.</example>
        <example id="pass-a" expect="pass">Chữ này sai.</example>
        <example id="pass-b" expect="pass">Chữ này đúng.</example>
        """)
    let outcome = test("--no-builtin-rules", "--lang", "en", pack)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    let words = outcome.output.split { $0.isWhitespace }.joined(separator: " ")
    let file = "\(pack)/modules/goi.xml"
    #expect(
      words.hasPrefix(
        "✖ goi/tu-sai fail-a · \(file):7 must speak exactly at 1:5–1:8, but says error at "
          + "1:9–1:12 ⟦sai⟧ ““sai” is wrong.” "))
    #expect(words.contains("✖ goi/tu-sai fail-b · \(file):8 must speak, but is silent; read as "))
    #expect(
      words.contains(
        "✖ goi/tu-sai pass-a · \(file):9 must stay silent, but says error at 1:9–1:12 ⟦sai⟧"))
    #expect(!words.contains("pass-b"))
    #expect(words.hasSuffix("1 rule, 4 examples: 3 failed"))

    let vietnamese = test("--no-builtin-rules", pack).output
    #expect(vietnamese.contains("phải phát hiện đúng ở 1:5–1:8, nhưng lại có lỗi ở 1:9–1:12"))
    #expect(vietnamese.hasSuffix("1 quy tắc, 4 ví dụ: 3 không đạt\n"))
  }

  @Test("Only the packs named are run; --only and --skip choose among their rules")
  func choice() throws {
    let good = try pack("tot", examples: "<example id=\"a\" expect=\"pass\">Đúng.</example>")
    let bad = try pack("xau", examples: "<example id=\"a\" expect=\"pass\">sai</example>")
    #expect(test("--no-builtin-rules", "--rules", bad, good).status == 0)
    #expect(test("--no-builtin-rules", good, bad).status == 1)
    #expect(test("--no-builtin-rules", good, bad, "--skip", "xau").status == 0)
    #expect(test("--no-builtin-rules", good, bad, "--only", "xau").status == 1)
  }

  @Test("A rule without examples is named")
  func untested() throws {
    let outcome = test("--no-builtin-rules", try pack(examples: ""))
    #expect(outcome.status == 0)
    #expect(outcome.output == "goi/tu-sai: chưa có ví dụ\n1 quy tắc, 0 ví dụ: 0 không đạt\n")
  }

  @Test("A faulty file, or a folder that is no pack, is 2, with its place")
  func faulty() throws {
    let pack = try pack(examples: "<example id=\"a\" expect=\"may-be\">Đúng.</example>")
    let outcome = test("--no-builtin-rules", pack)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.first?.hasPrefix("\(pack)/modules/goi.xml:7: ") == true)
    #expect(test(folder.path + "/không-có").status == 2)
  }

  @Test("Without a folder, the built-in rules are run")
  func builtIn() {
    let outcome = tdktlint(["rules", "test", "--only", "citations"], modules: builtInModules)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix(": 0 không đạt\n"))
    #expect(!outcome.output.hasPrefix("0 "))
  }
}
