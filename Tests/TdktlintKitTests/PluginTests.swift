import Configuration
import ExternalPlugins
import FixtureSupport
import Foundation
import LegalKnowledge
import Reporting
import RuleEngine
import Testing

@testable import TdktlintKit

/// Whether the example plug-in can be run here.
let hasPython = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  .contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }

let examplePlugin = RulesData.repository + "Plugins/External/tu_ngu.py"

private func fixture(_ name: String) -> String {
  RulesData.repository + "Tests/Fixtures/plugins/" + name
}

private func json(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

@Suite("check --plugin")
struct PluginTests {
  private let folder: TemporaryFolder
  private let pack: [String]
  private let plan: String

  init() throws {
    folder = try TemporaryFolder()
    pack = ["--no-builtin-rules", "--rules", try wordPack(in: folder), "--skip", "tool"]
    plan = try folder.write(
      "kế hoạch.txt",
      """
      KẾ HOẠCH
      Tập huấn thi đua năm 2025

      Căn cứ Luật Cán bộ công chức số 22/2008/QH12;

      Ủy ban nhân dân xã Tân Việt ban hành kế hoạch như sau:
      1. Mời cán bộ công chức các thôn; chỗ này sai.
      2. Cán bộ, công chức viên chức tham gia đủ.
      """)
  }

  @Test("The example in Python: its findings stand beside ours", .enabled(if: hasPython))
  func example() throws {
    let outcome = tdktlint(["check"] + pack + ["--plugin", examplePlugin, plan])
    #expect(outcome.errors == [])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("LỖI tinh/tu-sai"))
    #expect(
      outcome.output.contains(
        "Nên viết “cán bộ, công chức”, không viết “cán bộ công chức”."))
    #expect(outcome.output.contains("│ Mời ⟦cán bộ công chức⟧ các thôn; chỗ này sai."))
    #expect(outcome.output.contains("│ Cán bộ, ⟦công chức viên chức⟧ tham gia đủ."))
    // The title of the cited law is left alone.
    #expect(outcome.output.hasSuffix("1 văn bản: 1 lỗi, 2 cảnh báo, 0 lưu ý\n"))
    #expect(outcome.output.contains("Cách sửa: Viết: cán bộ, công chức."))
  }

  @Test("JSON and SARIF carry its findings and the rule they come from", .enabled(if: hasPython))
  func machineFormats() throws {
    let arguments = ["check"] + pack + ["--plugin", examplePlugin, "--format"]
    let report = try json(tdktlint(arguments + ["json", plan]).output)
    let document = try #require((report["documents"] as? [[String: Any]])?.first)
    let findings = try #require(document["findings"] as? [[String: Any]])
    let finding = try #require(findings.first { $0["rule"] as? String == "tu-ngu/liet-ke" })
    #expect(finding["severity"] as? String == "warning")
    #expect(finding["excerpt"] as? String == "cán bộ công chức")
    #expect((finding["location"] as? [String: Any])?["line"] as? Int == 7)
    #expect((finding["fingerprint"] as? String)?.count == 32)
    #expect((finding["fixes"] as? [[String: Any]])?.count == 1)

    let sarif = try json(tdktlint(arguments + ["sarif", plan]).output)
    let run = try #require((sarif["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.contains { $0["id"] as? String == "tu-ngu/liet-ke" })
    #expect(rules.contains { $0["id"] as? String == "tool/plugin-failed" })
  }

  @Test("Its rules are listed and shown, and can be chosen", .enabled(if: hasPython))
  func rules() {
    let plugin = ["--plugin", examplePlugin]
    let list = tdktlint(["rules", "list"] + plugin, modules: builtInModules)
    #expect(list.status == 0 && list.errors == [])
    let line = list.output.split(separator: "\n").first { $0.contains("tu-ngu/liet-ke") }
    #expect(line?.hasPrefix("cảnh báo") == true)
    #expect(line?.hasSuffix("Thiếu dấu phẩy giữa các nhóm người") == true)
    let show = tdktlint(
      ["rules", "show", "tu-ngu/liet-ke", "--lang", "en"] + plugin, modules: builtInModules)
    #expect(show.status == 0)
    #expect(show.output.contains("Comma missing between groups of people"))
    let check = ["check"] + pack + plugin
    #expect(!tdktlint(check + ["--skip", "tu-ngu", plan]).output.contains("tu-ngu/"))
    #expect(!tdktlint(check + ["--only", "tu-ngu", plan]).output.contains("tinh/tu-sai"))
    #expect(tdktlint(check + ["--only", "tu-gnu", plan]).status == 2)
  }

  @Test("The same bytes whatever the number of jobs", .enabled(if: hasPython))
  func jobs() throws {
    for number in 0..<30 {
      try folder.write("nhiều/\(number).txt", "Mời cán bộ công chức sai thôn \(number).\n")
    }
    let arguments = ["check"] + pack + ["--plugin", examplePlugin, "--format", "json"]
    let one = tdktlint(arguments + ["--jobs", "1", folder.path + "/nhiều"])
    #expect(one.output == tdktlint(arguments + ["--jobs", "8", folder.path + "/nhiều"]).output)
    #expect(one.output.contains("\"warnings\": 30"))
  }

  @Test(
    "One that dies or talks nonsense costs one error; our findings are all there",
    arguments: ["chet.sh", "noi-bay.sh", "khong-co.sh"], ["text", "json"])
  func failing(name: String, format: String) throws {
    let other = try folder.write("khác.txt", "sai\n")
    let plain = ["check"] + pack + ["--format", format]
    let without = tdktlint(plain + [plan, other])
    let outcome = tdktlint(plain + ["--plugin", fixture(name), plan, other])
    #expect(outcome.status == 1)
    #expect(outcome.errors == [])
    if format == "text" {
      #expect(outcome.output.components(separatedBy: "tool/plugin-failed").count == 2)
      #expect(outcome.output.contains("(\(fixture(name)))") || name != "chet.sh")
      // All that was there without it stands there unchanged, but for the count of errors.
      let body = without.output.components(separatedBy: "2 văn bản: ")[0]
      #expect(outcome.output.hasPrefix(body))
      #expect(outcome.output.hasSuffix("2 văn bản: 3 lỗi, 0 cảnh báo, 0 lưu ý\n"))
      return
    }
    let report = try json(outcome.output)
    let own = try #require(report["findings"] as? [[String: Any]])
    #expect(own.map { $0["rule"] as? String } == ["tool/plugin-failed"])
    #expect(own[0]["severity"] as? String == "error")
    #expect(own[0]["location"] is NSNull)
    #expect((own[0]["fingerprint"] as? String)?.count == 32)
    let before = try json(without.output)["documents"] as? [[String: Any]]
    let after = report["documents"] as? [[String: Any]]
    #expect(before.map(NSArray.init) == after.map(NSArray.init))
  }

  @Test("One that hangs is given up at its time limit, and the other documents are checked")
  func hanging() throws {
    let plugins = PluginHost([
      PluginSetting(command: [fixture("treo.sh")], timeSeconds: 1)
    ])
    let sources = RuleLibrary.Sources(
      modules: [WordModule()], folders: [folder.path + "/goi"], includesBuiltInRules: false)
    let library = try RuleLibrary(sources, depth: .check).adding(plugins, language: .vi)
    var options = Linter.Options(today: CivilDate(iso: "2025-01-15") ?? CivilDate(dayNumber: 0))
    options.jobs = 2
    let linter = Linter(library: library, options: options, plugins: plugins)
    let reports = linter.check([.file(plan), .file(folder.path + "/không"), .file(plan)])
    #expect(plugins.failures.map(\.code) == ["time-limit"])
    #expect(plugins.failures[0].message.vi.contains("khi xét \(plan)"))
    #expect(
      reports.map { $0.findings.filter { $0.rule == "tinh/tu-sai" }.count } == [1, 0, 1])
  }

  @Test("A pattern is not refused for naming a rule of a plug-in that failed")
  func unknownRules() {
    let outcome = tdktlint([
      "check", "--no-builtin-rules", "--plugin", fixture("noi-bay.sh"), "--only", "xa-toi/a", plan,
    ])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("tool/plugin-failed"))
  }

  @Test("rules list tells of a plug-in that failed and lists the rest")
  func failingList() {
    let outcome = tdktlint(
      ["rules", "list", "--lang", "en", "--plugin", fixture("noi-bay.sh")],
      modules: builtInModules)
    #expect(outcome.status == 2)
    #expect(outcome.errors.count == 1)
    #expect(outcome.errors[0].hasPrefix("tdktlint: The plug-in \""))
    #expect(outcome.output.contains("tool/plugin-failed"))
  }

  @Test("Every format can tell of the failure", arguments: ["sarif", "junit", "github", "gitlab"])
  func formats(format: String) {
    let outcome = tdktlint(
      ["check"] + pack + ["--plugin", fixture("khong-co.sh"), "--format", format, plan])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("tool/plugin-failed"))
    #expect(outcome.output.contains("không khởi động được"))
  }
}
