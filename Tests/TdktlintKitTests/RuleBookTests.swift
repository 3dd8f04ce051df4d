import DataFiles
import Foundation
import RuleEngine
import Testing

@testable import Reporting
@testable import TdktlintKit

@Suite("The rule book")
struct RuleBookTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  // MARK: A rule of a pack

  private func pack() throws -> String {
    try folder.write(
      "goi/modules/tinh.xml",
      """
      <module xmlns="urn:tdktlint:rules:1" id="tinh" version="1.0.0">
        <rule id="tu-sai" tier="decree" strength="conditional" from="2024-01-01">
          <severity level="error" stages="issued"/>
          <severity level="note"/>
          <applies kinds="ke-hoach"/>
          <basis ref="30/2020/NĐ-CP" provision="Điều 8 khoản 2"/>
          <title>Từ sai | và *dấu*</title><title xml:lang="en">Wrong word</title>
          <why>Vì sai.</why><why xml:lang="en">Because.</why>
          <message>Từ “{excerpt}” sai.</message>
          <message xml:lang="en">The word "{excerpt}" is wrong.</message>
          <fix kind="mechanical"><safety>không đổi nghĩa</safety></fix>
          <check native="mau/tu-sai"/>
          <example id="fail-a" expect="fail" as-of="2024-02-01" kind="ke-hoach">Chữ này ⟦sai⟧ rồi.</example>
          <example id="pass-a" expect="pass">Chữ này đúng.</example>
        </rule>
      </module>
      """)
    return folder.path + "/goi"
  }

  private func book(_ more: [String] = []) throws -> Outcome {
    tdktlint(["rules", "book", "--no-builtin-rules", "--rules", try pack()] + more)
  }

  @Test("A rule of a pack stands in it: what, why, basis, level, scope, examples, fix, suppression")
  func section() throws {
    let outcome = try book()
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let start = try #require(outcome.output.range(of: "<a id=\"tinh-tu-sai\"></a>"))
    let end = try #require(outcome.output.range(of: "<a id=\"module-tool\"></a>"))
    #expect(
      outcome.output[start.lowerBound..<end.lowerBound] == """
        <a id="tinh-tu-sai"></a>

        ## Từ sai \\| và \\*dấu\\*

        `tinh/tu-sai` · bậc nghị định · có điều kiện

        ### Chương trình nói gì

        - Từ “{excerpt}” sai.

        ### Vì sao

        Vì sai.

        ### Căn cứ pháp lý

        - Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2 (hiệu lực từ 05/03/2020); đã đọc trong văn bản hoặc trang chính thức

        ### Mức

        - **cảnh báo** (khai báo lỗi): đã ban hành
        - **lưu ý**: còn lại

        Bậc **nghị định**: dựa vào quy phạm nêu ở phần căn cứ; mức không vượt độ chắc chắn của quy phạm ấy.

        Chỉ áp dụng cho văn bản có ngày từ 01/01/2024.

        ### Áp dụng cho

        - Loại văn bản: Kế hoạch
        - Giai đoạn: dự thảo và đã ban hành

        ### Ví dụ

        **Sai** `fail-a` (xét theo ngày 01/02/2024; Kế hoạch)

        ```text
        Chữ này ⟦sai⟧ rồi.
        ```

        - **cảnh báo**: Từ “sai” sai.

        **Đúng** `pass-a`

        ```text
        Chữ này đúng.
        ```

        ### Cách sửa

        máy sửa được, giữ nguyên nghĩa; không đổi nghĩa.

        ### Bỏ qua có thời hạn

        Trong `.tdktlint.yml`, cho một tệp hay thư mục:

        ```yaml
        suppressions:
          - rule: tinh/tu-sai
            path: ke-hoach/2025.docx
            reason: vì sao chấp nhận
            owner: ai chịu trách nhiệm
            expires: YYYY-MM-DD
        ```


        """)
  }

  @Test(
    "Into a folder: an index, a file a module, the provisions; links lead from one to the other")
  func files() throws {
    let output = folder.path + "/so-tay/vi/"
    #expect(try book(["-o", output]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: output).sorted()
    #expect(names == ["README.md", "coverage.md", "tinh.md", "tool.md"])
    let index = try String(contentsOfFile: output + "README.md", encoding: .utf8)
    #expect(index.contains("| cảnh báo | [`tinh/tu-sai`](tinh.md#tinh-tu-sai) | Từ sai \\|"))
    let coverage = try String(contentsOfFile: output + "coverage.md", encoding: .utf8)
    #expect(coverage.contains("| khoản 2 | [`tinh/tu-sai`](tinh.md#tinh-tu-sai) (1 + 1) |  |"))
    #expect(!coverage.contains("chưa có quy tắc"))
    let page = try String(contentsOfFile: output + "tinh.md", encoding: .utf8)
    #expect(page.contains("<a id=\"tinh-tu-sai\"></a>"))
  }

  @Test("As one document, links stay inside it; in English, the texts are English")
  func document() throws {
    let text = try book(["--lang", "en"]).output
    #expect(text.contains("[`tinh/tu-sai`](#tinh-tu-sai)"))
    #expect(text.contains("\n## Wrong word\n") && text.contains("### Suppressing it"))
    #expect(text.contains("- **warning**: The word \"sai\" is wrong."))
    #expect(!text.contains(".md"))
  }

  @Test("It takes no operand, and says where it cannot write")
  func wrongUse() throws {
    #expect(try book(["tinh"]).status == 2)
    let outcome = try book(["-o", "/proc/không-có/"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.first?.contains("không ghi được “/proc/không-có/”") == true)
  }

  @Test("Rules written in XML alone stand in it, with what they say about their examples")
  func declaredOnly() throws {
    let pack = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules/packs/mau-don-vi").path
    let library = try RuleLibrary(
      modules: builtInModules, folders: [pack], includesBuiltInRules: false, depth: .full)
    let rules = library.rules.rules.filter { $0.path.hasPrefix(pack) }
    #expect(!rules.isEmpty)
    let arguments = ["rules", "book", "--no-builtin-rules", "--rules", pack]
    let sections = tdktlint(arguments, modules: builtInModules).output
      .components(separatedBy: "<a id=\"")
    for rule in rules {
      let anchor = rule.id.replacingOccurrences(of: "/", with: "-") + "\"></a>"
      let section = try #require(sections.first { $0.hasPrefix(anchor) })
      #expect(section.contains("**Sai** ") && section.contains("**Đúng** "), "\(rule.id)")
      let levels = ["- **lỗi**: ", "- **cảnh báo**: ", "- **lưu ý**: "]
      let examples = try #require(section.components(separatedBy: "### Ví dụ").last)
      #expect(levels.contains { examples.contains($0) }, "\(rule.id)")
    }
  }

  // MARK: Provisions

  @Test(
    "Provisions in words name articles, clauses, points",
    arguments: [
      ("Điều 7; Điều 16 khoản 1", ["7", "16.1"]),
      ("Điều 17 khoản 2 đến khoản 5", ["17.2", "17.3", "17.4", "17.5"]),
      ("Điều 23 khoản 2 điểm đ", ["23.2đ"]),
      ("Điều 84 khoản 1 điểm b, khoản 2 điểm b", ["84.1b", "84.2b"]),
      ("Điều 84 khoản 1 điểm a, b; Điều 85", ["84.1a", "84.1b", "85"]),
      ("Điều 8 khoản 1, khoản 3", ["8.1", "8.3"]),
      ("Phụ lục I, mục II.6.a", []),
    ])
  func places(words: String, expected: [String]) {
    let places = CitedPlaces.places(in: words).map { place in
      "\(place.article)" + (place.clause.map { ".\($0)" } ?? "") + (place.point ?? "")
    }
    #expect(places == expected)
  }

  @Test("Of the law each article and clause is told once, with its rules or why there are none")
  func coverage() throws {
    let library = try RuleLibrary(modules: builtInModules, depth: .full)
    let book = try RuleBook(library: library, language: .vi)
    let law = try #require(book.coverage.parts.first)
    #expect(law.instrument.id == "06/2022/QH15" && law.isWhole)
    #expect(law.articles.map(\.number) == Array(1...96))
    let movement = law.articles[16]
    #expect(movement.clauses.map(\.clause) == [1, 2, 3, 4, 5])
    #expect(
      movement.clauses.map { $0.uses.map(\.rule) } == [["structure/missing-movement-content"]]
        + Array(repeating: ["structure/movement-follow-up"], count: 4))
    #expect(movement.clauses[0].uses[0].failing > 0)
    #expect(law.articles[22].whole.uses.map(\.rule).contains("nominees/prerequisite"))
    let flag = law.articles[24]
    #expect(flag.state(of: flag.clauses[0]) == .dataOnly && flag.clauses[0].facts.count == 1)
    let sanctions = law.articles[92]
    #expect(sanctions.clauses.allSatisfy { sanctions.state(of: $0) == .people })
    // What is left to people is not also said to be missing.
    let page = book.coverageDocument()
    #expect(page.contains("| khoản 1 đến khoản 9 |  | *Để người làm*: quyền, trách nhiệm"))
  }

  @Test(
    "A faulty file of provisions is refused with its line",
    arguments: [
      ("<left articles=\"97\" reason=\"a\"/>", "06/2022/QH15 không có Điều 97"),
      ("<left articles=\"23\" clauses=\"3\" reason=\"a\"/>", "không có khoản 3"),
      ("<left articles=\"1\" reason=\"b\"/>", "có phải “a”"),
      ("<left articles=\"1 1\" reason=\"a\"/>", "đã nêu ở trên"),
      ("<left articles=\"x\" reason=\"a\"/>", "không phải “x”"),
      ("<lefft/>", "có phải “left”"),
    ])
  func faultyNotes(element: String, words: String) throws {
    let file = DataFile(
      path: "Rules/coverage/a.xml",
      bytes: Array(
        """
        <coverage xmlns="urn:tdktlint:coverage:1" instrument="06/2022/QH15">
        <reason id="a"><title>A</title><title xml:lang="en">A</title></reason>
        \(element)
        </coverage>
        """.utf8))
    let law = try RulePack.law(with: [])
    let error = #expect(throws: DataFileError.self) { try CoverageNotes(files: [file], law: law) }
    #expect(error?.line == 3)
    #expect(error?.message.vi.contains(words) == true, "\(error?.message.vi ?? "")")
  }

  @Test("A rule across papers says so")
  func dossier() throws {
    let library = try RuleLibrary(modules: builtInModules, depth: .full)
    let page = try RuleBook(
      library: library, selection: RuleSelection(only: ["dossier", "structure/missing-title"]),
      language: .vi
    ).document()
    let sections = page.components(separatedBy: "<a id=\"")
    let across = "Trong một hồ sơ: xét các văn bản cùng nhau"
    #expect(
      sections.first { $0.hasPrefix("dossier-report-missing-for-nominee") }?.contains(across)
        == true)
    #expect(sections.first { $0.hasPrefix("structure-missing-title") }?.contains(across) == false)
  }

  @Test("A name in the notes is a rule")
  func everyProvision() throws {
    let library = try RuleLibrary(modules: builtInModules, depth: .full)
    let notes = try CoverageNotes(files: DataFile.embedded, law: library.law)
    #expect(!notes.everyProvision.isEmpty)
    for id in notes.everyProvision { #expect(library.rules.rule(id: id) != nil, "\(id)") }
  }
}
