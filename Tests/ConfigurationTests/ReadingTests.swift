import Configuration
import DocumentAnalysis
import RuleEngine
import Testing
import TextMatching

@Suite("Reading a configuration")
struct ReadingTests {
  @Test("Every key is read; paths are resolved against the file's folder")
  func everything() throws {
    let result = try configuration(
      """
      version: 1
      lang: en
      fail-on: warning
      rules: [quy-che, /etc/tdktlint/tinh]
      plugins:
        - kiem-tra
        - ./cong-cu/dia-danh
        - command: [bin/x, --nhanh]
          time-seconds: 5
          memory-megabytes: 256
      only: [mau, khac]
      skip: mau/luat
      severity:
        mau/thong-le: off
      overrides:
        - paths: ["du-thao/**"]
          stage: draft
          as-of: 2024-02-29
          kind: ke-hoach
          severity: {mau/thong-le: note}
      suppressions:
        - rule: mau/luat
          path: [a.txt, b/]
          text: 91/2017
          reason: Đã hỏi
          owner: Phòng Nội vụ
          expires: 2026-01-31
      baseline: da-biet.json
      """)
    #expect(result.language?.value == .en)
    #expect(result.failOn == .warning)
    #expect(result.rulePacks.map(\.value) == ["xa/quy-che", "/etc/tdktlint/tinh"])
    #expect(
      result.plugins.map(\.value) == [
        PluginSetting(command: ["kiem-tra"]),
        PluginSetting(command: ["xa/./cong-cu/dia-danh"]),
        PluginSetting(command: ["xa/bin/x", "--nhanh"], timeSeconds: 5, memoryMegabytes: 256),
      ])
    #expect(result.rules.only.map(\.value) == ["mau", "khac"])
    #expect(result.rules.skip.map(\.value) == ["mau/luat"])
    #expect(result.rules.severity.map(\.glob.value) == ["mau/thong-le"])
    #expect(result.rules.severity.map(\.level) == [nil])
    #expect(result.baseline?.value == "xa/da-biet.json")
    let override = try #require(result.overrides.first)
    #expect(override.stage == .draft)
    #expect(override.asOf == day("2024-02-29"))
    #expect(override.kind?.value == "ke-hoach")
    let suppression = try #require(result.suppressions.first).value
    #expect(suppression.paths.map(\.text) == ["a.txt", "b/"])
    #expect(suppression.text == "91/2017")
    #expect(suppression.reason == "Đã hỏi")
    #expect(suppression.owner == "Phòng Nội vụ")
    #expect(suppression.expires == day("2026-01-31"))
  }

  @Test("An empty file says nothing", arguments: ["", "# chỉ chú thích\n", "---\n", "{}"])
  func empty(text: String) {
    #expect(fault(text) == "")
  }

  @Test("A bare name stays one; beside the file a path keeps its slash")
  func commands() throws {
    let result = try Configuration(
      parsing: Array("plugins: [ten, ./ten, bin/ten]".utf8), path: ".tdktlint.yml", base: "")
    #expect(result.plugins.map(\.value.command) == [["ten"], ["./ten"], ["bin/ten"]])
  }

  @Test(
    "What cannot be read is refused at its line and column",
    arguments: [
      ("a: [", "2:1", "danh sách hay bảng trong ngoặc thiếu dấu phẩy hoặc chưa đóng ngoặc"),
      ("only: &x [mau]", "1:7", "không dùng neo (&) và tham chiếu (*)"),
      ("skip: mau\nskip: khac", "2:1", "khoá “skip” đã có ở dòng 1"),
      ("- mau", "1:1", "tệp phải là bảng “khoá: giá trị”; các khoá: version, lang"),
      ("version: 2", "1:10", "“version” phải là 1"),
      ("version: \"1\"", "1:10", "“version” phải là 1"),
      ("serverity:\n  mau/thong-le: off", "1:1", "khoá lạ “serverity”; có phải “severity”?"),
      ("xyz: 1", "1:1", "khoá lạ “xyz”; được dùng: version, lang, fail-on"),
      ("lang: fr", "1:7", "“lang” không nhận “fr”; được dùng: vi, en"),
      ("fail-on: warnings", "1:10", "“fail-on” không nhận “warnings”; có phải “warning”?"),
      ("fail-on: [error]", "1:10", "“fail-on” phải là một trong: never, error, warning, note"),
      ("rules: {a: b}", "1:8", "“rules” phải là chữ hoặc danh sách chữ"),
      ("rules: [a, [b]]", "1:12", "“rules” phải là chữ, không để trống"),
      ("only:\n  - mau\n  -\n", "3:4", "“only” phải là chữ, không để trống"),
      ("skip: true", "1:7", "“skip” phải là chữ, không để trống"),
      ("plugins: kiem-tra", "1:10", "“plugins” phải là danh sách, mỗi mục một dòng “- …”"),
      ("plugins:\n  - {command: a, time: 5}", "2:18", "khoá lạ “time”; được dùng: command"),
      ("plugins:\n  - {time-seconds: 5}", "2:5", "thiếu “command”: tệp chạy được"),
      (
        "plugins:\n  - command: a\n    time-seconds: 0", "3:19",
        "“time-seconds” phải là số nguyên từ 1 đến 3600"
      ),
      (
        "plugins:\n  - command: a\n    memory-megabytes: 1GB", "3:23",
        "“memory-megabytes” phải là số nguyên từ 16 đến 65536"
      ),
      ("severity: [mau]", "1:11", "“severity” phải là bảng, mỗi dòng một “quy tắc: mức”"),
      ("severity:\n  mau/thong-le: of", "2:17", "“mau/thong-le” không nhận “of”; có phải “off”?"),
      ("severity:\n  mau/thong-le:", "2:16", "“mau/thong-le” phải là một trong: error, warning"),
      ("overrides: {paths: a}", "1:12", "“overrides” phải là danh sách"),
      ("overrides:\n  - skip: mau", "2:5", "thiếu “paths”: mẫu đường dẫn"),
      ("overrides:\n  - paths: a\n    stages: draft", "3:5", "khoá lạ “stages”; có phải “stage”?"),
      ("overrides:\n  - paths: a\n    stage: ban", "3:12", "“stage” không nhận “ban”"),
      (
        "overrides:\n  - paths: a\n    as-of: 2023-02-29", "3:12",
        "“as-of” phải là một ngày có thật dạng 2026-12-31"
      ),
      ("suppressions:\n  - mau/luat", "2:5", "mỗi mục “suppressions” phải là bảng"),
      ("suppressions:\n  - path: a\n    reason: b", "2:5", "thiếu “rule”"),
      (
        "suppressions:\n  - rule: mau/thong-le\n    reason: b", "2:5", "thiếu “path”: mẫu đường dẫn"
      ),
      (
        "suppressions:\n  - rule: mau/thong-le\n    path: a", "2:5",
        "thiếu “reason”: vì sao bỏ qua"
      ),
      (
        "suppressions:\n  - rule: mau/thong-le\n    path: a\n    reason: b\n    fingerprint: 12AB",
        "5:18", "“fingerprint” là 32 chữ số hệ 16"
      ),
      (
        "suppressions:\n  - rule: mau/thong-le\n    path: a\n    reason: b\n    expires: mai",
        "5:14",
        "“expires” phải là một ngày có thật"
      ),
      ("baseline: [a]", "1:11", "“baseline” phải là chữ, không để trống"),
    ])
  func refused(text: String, place: String, words: String) {
    let fault = fault(text)
    #expect(fault.hasPrefix("xa/.tdktlint.yml:\(place): \(words)"), "\(fault)")
  }

  @Test(
    "What it says of rules and kinds is verified at its line and column",
    arguments: [
      (
        "only: [mau, struct]", "1:13",
        "không có quy tắc nào khớp “struct”; xem tdktlint rules list"
      ),
      ("skip: thong-le", "1:7", "không có quy tắc nào khớp “thong-le”; có phải “mau/thong-le”?"),
      (
        "skip: mau/thongle", "1:7",
        "không có quy tắc nào khớp “mau/thongle”; có phải “mau/thong-le”?"
      ),
      ("skip: \"xyz/*\"", "1:7", "không có quy tắc nào khớp “xyz/*”"),
      ("severity:\n  mau/x: off", "2:3", "không có quy tắc nào khớp “mau/x”"),
      (
        "severity:\n  mau/luat: note", "2:3",
        "không đổi được mức của mau/luat: quy tắc dựa trên luật (law); chỉ đổi mức quy tắc theo thông lệ"
      ),
      ("severity:\n  khac/du-kien: off", "2:3", "không đổi được mức của khac/du-kien"),
      ("severity:\n  \"mau/*\": note", "2:3", "không đổi được mức của mau/luat"),
      (
        "overrides:\n  - paths: a\n    severity: {mau/luat: off}", "3:16",
        "không đổi được mức của mau/luat"
      ),
      (
        "overrides:\n  - paths: a\n    only: mua", "3:11",
        "không có quy tắc nào khớp “mua”; có phải “mau”?"
      ),
      (
        "overrides:\n  - paths: a\n    kind: kehoach", "3:11",
        "không có loại văn bản “kehoach”; có phải “ke-hoach”?"
      ),
      (
        "suppressions:\n  - {rule: mau/la, path: a, reason: b}", "2:12",
        "không có quy tắc nào khớp “mau/la”"
      ),
      (
        "suppressions:\n  - {rule: mau/luat, path: a, reason: b, owner: c}", "2:12",
        "bỏ qua mau/luat (không chỉ là thông lệ) phải có “expires”"
      ),
      (
        "suppressions:\n  - {rule: mau/luat, path: a, reason: b, expires: 2026-01-01}", "2:12",
        "bỏ qua mau/luat (không chỉ là thông lệ) phải có “owner”"
      ),
      (
        "suppressions:\n  - {rule: khac/hai-bac, path: a, reason: b}", "2:12",
        "bỏ qua khac/hai-bac (không chỉ là thông lệ) phải có “owner”"
      ),
      ("suppressions:\n  - {rule: mau, path: a, reason: b}", "2:12", "bỏ qua mau/luat"),
      // The first in the file, whatever is verified first.
      ("overrides:\n  - {paths: a, only: x}\nonly: y", "2:22", "không có quy tắc nào khớp “x”"),
    ])
  func unverified(text: String, place: String, words: String) {
    let fault = fault(text)
    #expect(fault.hasPrefix("xa/.tdktlint.yml:\(place): \(words)"), "\(fault)")
  }

  @Test(
    "What is right is accepted",
    arguments: [
      "severity: {mau/thong-le: error, khac/hai-bac: off}", "skip: [\"*/luat\", mau]",
      "suppressions:\n  - {rule: mau/thong-le, path: a, reason: b}",
      "suppressions:\n  - {rule: mau/luat, path: a, reason: b, owner: c, expires: 2026-01-01}",
      "overrides:\n  - {paths: a, kind: to-trinh}",
    ])
  func accepted(text: String) {
    #expect(fault(text) == "")
  }

  @Test("Where rules were left out on purpose a pattern may match none")
  func incomplete() {
    #expect(fault("skip: structure", isComplete: false) == "")
    #expect(fault("severity: {mau/luat: off}", isComplete: false).contains("không đổi được mức"))
  }

  @Test("English")
  func english() {
    #expect(
      fault("serverity: {}", language: .en)
        == "xa/.tdktlint.yml:1:1: unknown key \"serverity\"; did you mean \"severity\"?")
    #expect(
      fault("severity: {mau/luat: off}", language: .en)
        .hasPrefix("xa/.tdktlint.yml:1:12: the level of mau/luat cannot be changed"))
  }
}
