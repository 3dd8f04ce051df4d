import DataFiles
import RuleEngine
import Testing

@testable import TdktlintKit

/// A module of another package: its checks and their declarations come together.
private struct OwnModule: RuleModule {
  var id = "rieng"
  var file = #"""
    <module xmlns="urn:tdktlint:rules:1" id="rieng" version="1.0.0">
      <rule id="tu-sai" tier="practice" strength="recommended" severity="warning">
        <title>Từ sai</title>
        <message>Từ “{excerpt}” sai.</message>
        <check native="tu-sai"/>
        <example id="fail-a" expect="fail">Chữ này ⟦sai⟧ rồi.</example>
      </rule>
    </module>
    """#
  var declarations: [DataFile] { [DataFile(path: "rieng.xml", text: file)] }
  var checks = WordModule().checks
}

@Suite("A rule module that brings its declarations")
struct OwnModuleTests {
  @Test("It works in check, rules show and rules test, beside the built-in ones")
  func works() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.txt", "Một câu sai, hạn 31/02/2025.\n")
    let modules = builtInModules + [OwnModule()]
    for format in ["json", "sarif"] {
      let check = tdktlint(["check", "--format", format, file], modules: modules)
      #expect(check.errors == [])
      #expect(check.output.contains("\"rieng/tu-sai\""))
      #expect(check.output.contains("\"deadlines/invalid-date\""))
    }
    let show = tdktlint(["rules", "show", "rieng/tu-sai"], modules: modules)
    #expect(show.output.contains("Từ “{excerpt}” sai."))
    let test = tdktlint(["rules", "test", "--only", "rieng"], modules: modules)
    #expect(test.status == 0)
    #expect(test.output.contains("1 quy tắc, 1 ví dụ: 0 không đạt"))
    // Its rules are its own, not built in.
    let alone = tdktlint(["check", "--no-builtin-rules", file], modules: modules)
    #expect(alone.output.contains("rieng/tu-sai") && !alone.output.contains("deadlines/"))
  }

  @Test("A check that it does not declare, or a faulty declaration, is refused with its file")
  func faults() {
    var module = OwnModule()
    module.checks.append(NativeCheck(name: "quen") { _ in [] })
    let forgotten = tdktlint(["rules", "list"], modules: builtInModules + [module])
    #expect(forgotten.status == 2)
    #expect(
      forgotten.errors.first
        == "rieng.xml:1: phép kiểm “rieng/quen” chưa có quy tắc nào khai báo; "
        + "hãy thêm <rule> cho nó")

    module = OwnModule()
    module.file = module.file.replacing("<title>", with: "<titel>")
    let faulty = tdktlint(["check", "a.txt"], modules: builtInModules + [module])
    #expect(faulty.status == 2)
    #expect(faulty.errors.first?.hasPrefix("rieng.xml:") == true)

    let taken = OwnModule(id: "rieng", file: OwnModule().file.replacing("rieng", with: "citations"))
    let collision = tdktlint(["rules", "list"], modules: builtInModules + [taken])
    #expect(collision.status == 2)
  }
}
