import Testing

@testable import TdktlintKit

/// `check` under configurations and baselines; today is 15/01/2025.
@Suite("Policy of check")
struct PolicyTests {
  private let folder: TemporaryFolder
  private let pack: [String]

  init() throws {
    folder = try TemporaryFolder()
    pack = ["--no-builtin-rules", "--rules", try wordPack(in: folder)]
    try folder.write("xa/a.txt", "Chữ này sai rồi.\n")
  }

  private func check(_ options: [String], _ path: String = "xa") -> Outcome {
    tdktlint(["check"] + pack + options + [folder.path + "/" + path])
  }

  @Test("The nearest file upward governs; --config and --no-config replace it")
  func nearest() throws {
    #expect(check([]).status == 1)
    try folder.write(".tdktlint.yml", "skip: tinh\n")
    #expect(check([]).status == 0)
    #expect(check(["--no-config"]).status == 1)
    try folder.write("xa/.tdktlint.yml", "fail-on: never\n")
    let nearest = check([])
    #expect(nearest.status == 0)
    #expect(nearest.output.contains("tinh/tu-sai"))
    let other = try folder.write("khac.yml", "only: tool\n")
    #expect(!check(["--config", other]).output.contains("tinh/tu-sai"))
    #expect(check(["--config", other, "--no-config"]).status == 2)
    #expect(check(["--config", "/không/có.yml"]).status == 2)
  }

  @Test("A practice rule is retuned, up and off, by path")
  func retuning() throws {
    try folder.write(
      "thong-le/modules/le.xml",
      """
      <module xmlns="urn:tdktlint:rules:1" id="le" version="1.0.0">
        <rule id="tu-sai" tier="practice" strength="recommended" severity="warning">
          <title>Từ sai</title>
          <message>Từ sai.</message>
          <check native="mau/tu-sai"/>
          <example id="fail-a" expect="fail">Chữ này ⟦sai⟧ rồi.</example>
        </rule>
      </module>
      """)
    try folder.write("xa/b.txt", "Chữ này sai rồi.\n")
    try folder.write(
      ".tdktlint.yml",
      """
      rules: thong-le
      skip: tinh
      severity: {le/tu-sai: error}
      overrides:
        - paths: xa/b.txt
          severity: {le/tu-sai: off}
      """)
    #expect(check([], "xa/a.txt").status == 1)
    #expect(check([], "xa/b.txt").status == 0)
    let both = check([])
    #expect(both.output.contains("1 lỗi, 0 cảnh báo"))
  }

  @Test("Documents under different packs are judged each by its own")
  func libraries() throws {
    try folder.write("xa/.tdktlint.yml", "rules: ../goi\n")
    try folder.write("huyen/b.txt", "Chữ này sai rồi.\n")
    try folder.write("xb/.tdktlint.yml", "rules: mat\n")
    try folder.write("xb/c.txt", "Chữ này sai rồi.\n")
    func run(_ names: [String], jobs: String = "1") -> Outcome {
      tdktlint(
        ["check", "--no-builtin-rules", "--jobs", jobs] + names.map { folder.path + "/" + $0 })
    }
    let two = run(["huyen", "xa"])
    #expect(two.output.contains("2 văn bản: 1 lỗi"))
    #expect(run(["xa", "huyen"], jobs: "8").output.contains("2 văn bản: 1 lỗi"))
    #expect(run(["huyen", "xa"], jobs: "8").output == two.output)
    let missing = run(["xb"])
    #expect(missing.status == 2)
    #expect(missing.errors.first?.contains(".tdktlint.yml:1:8: không có thư mục") == true)
  }

  @Test("A suppression sets a finding aside, with its reason, until it expires")
  func suppression() throws {
    func write(_ expires: String) throws {
      try folder.write(
        ".tdktlint.yml",
        """
        suppressions:
          - rule: tinh/tu-sai
            path: xa/a.txt
            text: sai
            reason: Đã hỏi cấp trên
            owner: Phòng Nội vụ
            expires: \(expires)
        """)
    }
    try write("2025-01-15")
    #expect(check(["--format", "svrl", "--no-config"]).output.contains("Từ “sai” sai."))
    let text = check([])
    #expect(text.status == 0)
    #expect(text.output.contains("1 được bỏ qua theo cấu hình"))
    let json = check(["--format", "json"])
    #expect(json.output.contains("\"reason\": \"Đã hỏi cấp trên\""))
    #expect(json.output.contains("\"suppressed\": 1"))
    let sarif = check(["--format", "sarif"])
    #expect(sarif.output.contains("\"justification\": \"Đã hỏi cấp trên\""))
    #expect(check(["--format", "junit"]).output.contains("<skipped"))
    #expect(!check(["--format", "gitlab"]).output.contains("tinh/tu-sai"))
    #expect(!check(["--format", "svrl"]).output.contains("Từ “sai” sai."))

    try write("2025-01-14")
    let late = check([])
    #expect(late.status == 1)
    #expect(late.output.contains("tool/suppression-expired"))
    #expect(late.output.contains("tinh/tu-sai"))

    try write("2025-12-31")
    try folder.write("xa/a.txt", "Chữ này đúng.\n")
    let unused = check([])
    #expect(unused.status == 0)
    #expect(unused.output.contains("tool/suppression-unused"))
  }

  @Test("The report's language is the configurations', when they agree")
  func language() throws {
    try folder.write("xa/.tdktlint.yml", "lang: en\n")
    #expect(check([]).output.contains("1 document: 1 error"))
    #expect(check(["--lang", "vi"]).output.contains("1 văn bản: 1 lỗi"))
    try folder.write("xb/b.txt", "Đúng.\n")
    try folder.write("xb/.tdktlint.yml", "lang: vi\n")
    let both = tdktlint(["check"] + pack + [folder.path + "/xa", folder.path + "/xb"])
    #expect(both.status == 2)
    #expect(both.errors.first?.contains("“lang” khác với") == true)
  }

  @Test("Paths are names")
  func paths() {
    #expect(Paths.absolute("a/../b/./c.txt", from: "/x") == "/x/b/c.txt")
    #expect(Paths.absolute("../../..", from: "/x") == "/")
    #expect(Paths.folder(of: "/a") == "/")
    #expect(Paths.relative("/a/b/c.txt", to: "/a") == "b/c.txt")
    #expect(Paths.relative("/a/c.txt", to: "/a/b/d") == "../../c.txt")
    #expect(Paths.shown("/a/b", from: "/a") == "b")
    #expect(Paths.shown("/ab/c", from: "/a") == "/ab/c")
  }
}
