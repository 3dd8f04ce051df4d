import Configuration
import DocumentAnalysis
import FixtureSupport
import Foundation
import JSONReading
import LegalKnowledge
import Parallelism
import RuleEngine
import Testing
import TextMatching

@testable import ExternalPlugins

@Suite("A conversation with a plug-in")
struct ConversationTests {
  @Test("Its rules are those it declares")
  func rules() throws {
    let run = try Run(
      script(
        greeting(
          rules: #"{"id":"ten-cu","severity":"warning","tier":"local","strength":"mandatory","#
            + #""from":"2025-07-01","until":null,"title":{"vi":"Tên cũ","en":"Old name"},"#
            + #""why":{"vi":"Vì sao"},"message":{"vi":"Từ {word}, ngày {asOf}"},"#
            + #""applies":{"kinds":["ke-hoach"],"stages":["draft"]},"#
            + #""fix":{"kind":"proposed","safety":{"vi":"Xem lại"}}}"#)))
    #expect(run.host.failures.isEmpty)
    let rule = try #require(run.rules.first)
    #expect(rule.id == "mau/ten-cu")
    #expect(rule.tier == .local && rule.strength == .mandatory)
    #expect(rule.severities == [Rule.SeverityCase(level: .warning)])
    #expect(rule.from == CivilDate(iso: "2025-07-01") && rule.until == nil)
    #expect(rule.kinds == ["ke-hoach"] && rule.stages == ["draft"])
    #expect(rule.title == LocalizedText(vi: "Tên cũ", en: "Old name"))
    #expect(rule.why == LocalizedText(vi: "Vì sao"))
    #expect(rule.messages[""]?.vi == "Từ {word}, ngày {asOf}")
    #expect(rule.fix == Rule.FixAdvice(kind: .proposed, safety: LocalizedText(vi: "Xem lại")))
    #expect(rule.check == .external(plugin: "mau"))
  }

  @Test("It is told what is asked for, in one line each")
  func requests() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("tdktlint-plugin-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try Run(
      script(
        "exec 3>'\(file.path)'; read -r hello; printf '%s\\n' \"$hello\" >&3",
        greeting().replacingOccurrences(of: "read -r hello;", with: ""),
        "read -r check; printf '%s\\n' \"$check\" >&3",
        answer("").replacingOccurrences(of: "read -r check;", with: ""),
        "cat >&3"))
    _ = try run.ask(try paper("Dòng \"một\" &\u{2028} hai"), path: "thư mục/a.txt")
    run.host.finish()
    #expect(run.host.failures.isEmpty)

    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0]
        == #"{"hello":{"protocols":[1],"tool":{"name":"tdktlint","version":"1.2.3"},"#
        + #""language":"vi"}}"#)
    #expect(lines[2] == #"{"shutdown":{}}"#)
    let check = try #require(try JSONNode(parsing: lines[1].utf8)["check"])
    #expect(check["document"]?.integer == 1)
    #expect(check["path"]?.string == "thư mục/a.txt")
    #expect(check["kind"]?.string == "ke-hoach")
    #expect(check["stage"]?.string == "issued")
    #expect(check["asOf"]?.string == "2025-01-15")
    #expect(check["date"]?["source"]?.string == "place-date")
    #expect(check["regime"]?.string == (try RulesData.law()).regime(on: day("2025-01-15"))?.id)
    #expect(check["rules"]?.array?.compactMap(\.string) == ["a", "b"])
    let tree = try #require(check["tree"]?.string)
    #expect(tree.contains("tdkt:block=\"0\" tdkt:start=\"0\" tdkt:end=\"17\""))
    #expect(tree.contains("Dòng \"một\" &amp;"))
  }

  private func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? CivilDate(dayNumber: 0) }

  @Test("Offsets are scalars of the block; words come as message or as arguments")
  func observations() throws {
    let run = try Run(
      script(
        greeting(),
        answer(
          #"{"rule":"b","block":1,"start":4,"end":6,"arguments":{"word":"bố"},"certain":false,"#
            + #""related":[{"block":0,"start":0,"end":3,"message":{"vi":"ở đây"}}]},"#
            + #"{"rule":"a","block":0,"start":0,"end":0,"message":{"vi":"Vi","en":"En"},"#
            + #""fixes":[{"kind":"proposed","description":{"vi":"Sửa"},"#
            + #""edits":[{"block":0,"start":4,"end":7,"text":"ba\u0301"}]}]}"#)))
    let seen = try run.ask(try paper("một hai", "ấy ỡbốn"))
    #expect(run.host.failures.map(\.message.vi) == [])
    #expect(seen.map(\.rule) == ["mau/b", "mau/a"])
    let first = try #require(seen.first?.observation)
    // Before it stand ấ (3 bytes), y, a space and ỡ (3 bytes): it begins after the fourth scalar.
    #expect(first.span == TextSpan(block: 1, utf8: 8..<12))
    #expect(first.arguments == ["word": .text("bố")])
    #expect(!first.isCertain)
    #expect(first.related.map(\.message.vi) == ["ở đây"])
    let second = try #require(seen.last?.observation)
    #expect(
      second.arguments == ["message": .localized(LocalizedText(vi: "Vi", en: "En"))])
    #expect(second.fixes.first?.kind == .proposed)
    #expect(second.fixes.first?.edits.first?.text == "bá")
  }

  @Test("Each document has its number; a document without wanted rules is not asked about")
  func numbers() throws {
    let finding = #"{"rule":"a","block":0,"start":0,"end":1,"message":{"vi":"x"}}"#
    let run = try Run(
      script(greeting(), answer(finding), answer(finding, document: 2)))
    let law = try RulesData.law()
    let document = try paper("một")
    #expect(run.host.observations(of: document, path: "a", rules: [], law: law).isEmpty)
    #expect(try run.ask(document).count == 1)
    #expect(try run.ask(document).count == 1)
    run.host.finish()
    #expect(run.host.failures.isEmpty)
  }

  @Test("A batch asks in the order of its documents, however many threads there are")
  func order() throws {
    // Says of each document the how manyth it was asked about.
    let counting = script(
      greeting(),
      """
      n=0
      while read -r check; do n=$((n+1))
      echo '{"result":{"document":'$n',"findings":[{"rule":"a","block":0,"start":0,"end":1,\
      "message":{"vi":"'$n'"}}]}}'; done
      """)
    let run = try Run(counting, script(greeting(id: "khac"), "sleep 600", seconds: 1))
    let law = try RulesData.law()
    let document = try paper("một")
    let batch = run.host.batch()
    let seen = inParallel(20, workers: 8) { number -> [ExternalObservation] in
      if number % 5 == 4 {
        batch.skip(number)
        return []
      }
      return batch.observations(
        number, of: document, path: "\(number).txt", rules: run.rules, law: law)
    }
    var expected = 0
    for (number, observations) in seen.enumerated() {
      if number % 5 == 4 {
        #expect(observations.isEmpty)
        continue
      }
      expected += 1
      #expect(
        observations.map(\.observation.arguments)
          == [["message": .localized(LocalizedText(vi: "\(expected)"))]])
    }
    #expect(run.host.failures.count == 1)
    #expect(run.host.failures[0].message.vi.contains("khi xét 0.txt"))
  }

  @Test("A plug-in that will not end is ended")
  func stubborn() throws {
    let run = try Run(script(greeting(), "trap '' TERM; sleep 600"))
    run.host.finish()
    #expect(run.host.failures.isEmpty)
  }
}

@Suite("The guide for authors of plug-ins")
struct GuideTests {
  @Test("Its examples are what is sent and accepted")
  func examples() throws {
    let url = URL(fileURLWithPath: RulesData.repository + "Rules/guide/plugins.md")
    let guide = try String(contentsOf: url, encoding: .utf8)
    let blocks = guide.components(separatedBy: "```json\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(blocks.count == 4)
    let nodes = try blocks.map { try JSONNode(parsing: $0.utf8) }

    #expect(
      Array(blocks[0].utf8) == Request.hello(tool: "tdktlint", version: "0.1.0", language: .vi))
    let greeting = try Greeting(
      try #require(nodes[1]["hello"]),
      terms: Greeting.Terms(taken: [], kinds: ["ke-hoach"], command: "mẫu"))
    #expect(greeting.rules.map(\.rule.id) == ["tu-ngu/liet-ke"])

    let document = try paper("Mời cán bộ công chức các thôn.")
    let question = PluginQuestion(path: "", document: document, regime: "", tree: "")
    let sent = try JSONNode(parsing: Request.check(question, number: 1, rules: []))["check"]
    let members = sent?.object?.map(\.name)
    #expect(nodes[2]["check"]?.object?.map(\.name) == members)
    for name in members ?? [] { #expect(guide.contains("| `\(name)` |"), "\(name)") }

    let result = blocks[3].replacingOccurrences(of: "\"block\":14", with: "\"block\":0")
    let answer = try Answer(
      try #require(try JSONNode(parsing: result.utf8)["result"]), number: 1, document: document,
      rules: greeting.rules)
    #expect(answer.observations.map(\.rule) == ["tu-ngu/liet-ke"])
  }
}
