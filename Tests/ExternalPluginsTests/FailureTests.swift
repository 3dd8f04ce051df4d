import ChildProcess
import Configuration
import Glibc
import RuleEngine
import Testing
import TextMatching

@testable import ExternalPlugins

/// Every way in which a plug-in can fail: it costs one failure that names it, and nothing else.
@Suite("A plug-in that fails")
struct FailureTests {
  /// The one failure of a plug-in that greets, is asked about two documents and says farewell.
  private func failure(_ setting: PluginSetting) throws -> PluginFailure {
    let run = try Run(setting)
    #expect(try run.ask(try paper("một hai")).isEmpty)
    #expect(try run.ask(try paper("ba bốn")).isEmpty)
    run.host.finish()
    #expect(run.host.failures.count == 1)
    return try #require(run.host.failures.first)
  }

  private func expect(
    _ failure: PluginFailure, _ code: String, _ vi: String, _ en: String,
    _ place: SourceLocation = #_sourceLocation
  ) {
    #expect(failure.code == code, sourceLocation: place)
    #expect(failure.message.vi.contains(vi), "\(failure.message.vi)", sourceLocation: place)
    #expect(failure.message.en.contains(en), "\(failure.message.en)", sourceLocation: place)
  }

  // MARK: Greeting

  @Test("It is not there")
  func missing() throws {
    let failure = try failure(PluginSetting(command: ["/khong/co/chuong-trinh"]))
    expect(
      failure, "no-start", "“/khong/co/chuong-trinh” không khởi động được",
      "\"/khong/co/chuong-trinh\" cannot be started")
    expect(failure, "no-start", "Hãy kiểm tra đường dẫn", "Check the path")
  }

  @Test("It may not be executed")
  func forbidden() throws {
    expect(
      try failure(PluginSetting(command: ["/etc"])), "no-start", "chmod +x", "chmod +x")
  }

  @Test("It speaks another version")
  func version() throws {
    expect(
      try failure(script(greeting(version: 7))), "version", "phiên bản 7, chương trình này",
      "speaks version 7 of the protocol, this program only version 1")
  }

  @Test("It never answers the greeting")
  func silentGreeting() throws {
    expect(
      try failure(script("sleep 600", seconds: 1)), "time-limit", "không trả lời trong 1 giây",
      "gave no answer in 1 seconds")
  }

  @Test("It ends instead of greeting, and what it said last is shown")
  func endsAtOnce() throws {
    let failure = try failure(script("echo 'dòng một' >&2; echo 'thiếu thư viện' >&2; exit 4"))
    expect(failure, "ended", "(mã thoát 4)", "(status 4)")
    expect(failure, "ended", "Dòng lỗi cuối của nó: “thiếu thư viện”.", "\"thiếu thư viện\"")
  }

  @Test("Its greeting is no JSON")
  func nonsense() throws {
    expect(
      try failure(script("echo xin chào; sleep 600")), "not-json", "không phải JSON", "not JSON")
  }

  @Test("It says itself that it cannot go on")
  func reported() throws {
    expect(
      try failure(script("read -r x; echo '{\"error\":\"thiếu bảng từ\"}'")), "reported",
      "báo lỗi: thiếu bảng từ", "reported an error: thiếu bảng từ")
  }

  @Test(
    "Its greeting breaks the protocol",
    arguments: [
      (#"{"helo":{}}"#, "“helo”: ở đây phải là đúng một thành viên “hello”"),
      (#"[]"#, "“hello”: phải là một đối tượng"),
      (#"{"hello":{"protocol":"1"}}"#, "“hello.protocol”: phải là số nguyên"),
      (#"{"hello":{"protocol":1}}"#, "“hello.plugin”: còn thiếu"),
      (
        #"{"hello":{"protocol":1,"plugin":{"id":"m","version":"1"},"rule":[]}}"#,
        "“hello.rule”: tên lạ; có phải “rules”?"
      ),
      (
        #"{"hello":{"protocol":1,"plugin":{"id":"m","version":"1"},"rules":[]}}"#,
        "“hello.rules”: phải có ít nhất một quy tắc"
      ),
      (
        #"{"hello":{"protocol":1,"plugin":{"id":"Mẫu","version":"1"},"rules":[]}}"#,
        "“hello.plugin.id”: “Mẫu” phải gồm chữ thường không dấu"
      ),
      (
        #"{"hello":{"protocol":1,"plugin":{"id":"tool","version":"1"},"rules":[]}}"#,
        "“hello.plugin.id”: mã “tool” đã có mô-đun khác dùng"
      ),
      (
        #"{"hello":{"protocol":1,"plugin":{"id":"structure","version":"1"},"rules":[]}}"#,
        "“hello.plugin.id”: mã “structure” đã có mô-đun khác dùng"
      ),
    ])
  func badGreeting(line: String, words: String) throws {
    let failure = try failure(script("read -r x; echo '\(line)'; sleep 600"))
    #expect(failure.code == "malformed")
    #expect(failure.message.vi.contains(words), "\(failure.message.vi)")
  }

  @Test(
    "A declaration of a rule breaks the protocol",
    arguments: [
      (#"{"id":"a"}"#, "“hello.rules[0].tier”: còn thiếu"),
      (
        #"{"id":"a","tier":"law","severity":"error","title":{"vi":"A"}}"#,
        "“hello.rules[0].tier”: phần bổ trợ chỉ khai báo được quy tắc bậc “local” hoặc “practice”"
      ),
      (
        #"{"id":"a","tier":"local","severity":"eror","title":{"vi":"A"}}"#,
        "“hello.rules[0].severity”: “eror” không dùng được; có phải “error”?"
      ),
      (
        #"{"id":"a","tier":"local","severity":"note","title":{"en":"A"}}"#,
        "“hello.rules[0].title.vi”: còn thiếu"
      ),
      (
        #"{"id":"a","tier":"local","severity":"note","title":{"vi":"A"},"message":{"vi":"{a"}}"#,
        "“hello.rules[0].message”: dấu { } không khớp thành cặp"
      ),
      (
        #"{"id":"a","tier":"local","severity":"note","title":{"vi":"A"},"#
          + #""applies":{"kinds":["ke-hoac"]}}"#,
        "“hello.rules[0].applies.kinds[0]”: “ke-hoac” không dùng được; có phải “ke-hoach”?"
      ),
      (
        #"{"id":"a","tier":"local","severity":"note","title":{"vi":"A"},"from":"2025-02-30"}"#,
        "“hello.rules[0].from”: “2025-02-30” không phải ngày có thật"
      ),
      (
        #"{"id":"a","tier":"local","severity":"note","title":{"vi":"A"}},"#
          + #"{"id":"a","tier":"local","severity":"note","title":{"vi":"A"}}"#,
        "“hello.rules[1].id”: “a” đã khai báo ở trên"
      ),
    ])
  func badRule(rules: String, words: String) throws {
    let failure = try failure(script(greeting(rules: rules), "sleep 600"))
    #expect(failure.code == "malformed")
    #expect(failure.message.vi.contains(words), "\(failure.message.vi)")
  }

  @Test("Two of one id: the first stays")
  func sameID() throws {
    let good = script(greeting(), answer(""))
    let run = try Run(good, script(greeting(), "sleep 600"))
    #expect(run.rules.map(\.id) == ["mau/a", "mau/b"])
    #expect(run.host.failures.map(\.code) == ["malformed"])
    #expect(run.host.failures[0].message.vi.contains("mã “mau” đã có mô-đun khác dùng"))
  }

  // MARK: A document

  @Test("It hangs over a document, which is named")
  func hangs() throws {
    let failure = try failure(script(greeting(), "sleep 600", seconds: 1))
    expect(
      failure, "time-limit", "không trả lời trong 1 giây, khi xét a.txt",
      "gave no answer in 1 seconds, while looking at a.txt")
    #expect(failure.message.vi.contains("“mau” (/bin/sh -c "))
  }

  @Test("It dies over a document")
  func dies() throws {
    expect(
      try failure(script(greeting(), "read -r check; kill -SEGV $$")), "ended",
      "bị ngắt (tín hiệu 11)", "ended by signal 11")
  }

  @Test("It goes over its memory")
  func memory() throws {
    // `tail` must hold a line of 200 MB; 64 are allowed.
    let failure = try failure(
      script(
        greeting(), "read -r check; head -c 200000000 /dev/zero | tail -n 1 >/dev/null || exit 9",
        megabytes: 64))
    #expect(failure.code == "ended")
    #expect(failure.message.vi.contains("mã thoát 9"), "\(failure.message.vi)")
  }

  @Test("It floods: no end of a line, no end of standard error")
  func floods() throws {
    expect(
      try failure(script(greeting(), "read -r check; cat /dev/zero")), "output-limit",
      "gửi một dòng dài quá 8 MB", "sent a line over 8 MB long")
    expect(
      try failure(script(greeting(), "read -r check; yes lỗi >&2", seconds: 1)), "time-limit",
      "Dòng lỗi cuối của nó: “lỗi”", "\"lỗi\"")
  }

  @Test(
    "Its answer breaks the protocol",
    arguments: [
      (#"{"result":{"document":1,"findings":[}}"#, "không phải JSON"),
      (#"{"result":{"document":1}}"#, "“result.findings”: còn thiếu"),
      (
        #"{"result":{"document":2,"findings":[]}}"#,
        "“result.document”: trả lời cho văn bản số 2, đang hỏi số 1"
      ),
      (
        #"{"result":{"document":1,"findings":[{"rule":"c"}]}}"#,
        "“result.findings[0].rule”: “c” không dùng được; có phải “a”?"
      ),
      (
        #"{"result":{"document":1,"findings":[{"rule":"a","block":1,"start":0,"end":0}]}}"#,
        "“result.findings[0].block”: văn bản không có khối 1"
      ),
      (
        #"{"result":{"document":1,"findings":[{"rule":"a","block":0,"start":0,"end":8}]}}"#,
        "“result.findings[0].end”: khoảng 0–8 nằm ngoài khối 0 (khối có 7 ký tự)"
      ),
      (
        #"{"result":{"document":1,"findings":[{"rule":"a","block":0,"start":-1,"end":2}]}}"#,
        "“result.findings[0].start”: khoảng -1–2 nằm ngoài"
      ),
      (
        #"{"result":{"document":1,"findings":[{"rule":"a","block":0,"start":3,"end":2}]}}"#,
        "“result.findings[0].start”: khoảng 3–2 nằm ngoài"
      ),
      (
        #"{"result":{"document":1,"findings":[{"rule":"a","block":0,"start":0,"end":2}]}}"#,
        "“result.findings[0].message”: còn thiếu"
      ),
      (
        #"{"result":{"document":1,"findings":[{"rule":"b","block":0,"start":0,"end":2,"#
          + #""message":{"vi":"x"}}]}}"#,
        "“result.findings[0].message”: quy tắc “b” đã khai báo “message”"
      ),
      (
        #"{"result":{"document":1,"findings":[{"rule":"b","block":0,"start":0,"end":2,"#
          + #""arguments":{"wrd":"x"}}]}}"#,
        "“result.findings[0].arguments.wrd”: tên lạ; có phải “word”?"
      ),
      (
        #"{"result":{"document":1,"findings":[{"rule":"a","block":0,"start":0,"end":2,"#
          + #""message":{"vi":"x"},"fixes":[{"kind":"mechanical","description":{"vi":"y"},"#
          + #""edits":[{"block":9,"start":0,"end":0,"text":""}]}]}]}}"#,
        "“result.findings[0].fixes[0].edits[0].block”: văn bản không có khối 9"
      ),
    ])
  func badAnswer(line: String, words: String) throws {
    let failure = try failure(script(greeting(), "read -r check; echo '\(line)'; sleep 600"))
    #expect(failure.message.vi.contains(words), "\(failure.message.vi)")
    #expect(failure.message.vi.contains("khi xét a.txt"))
    #expect(failure.message.en.contains("while looking at a.txt"))
  }

  @Test("What it said of the documents before stays")
  func earlierFindings() throws {
    let finding = #"{"rule":"a","block":0,"start":0,"end":3,"message":{"vi":"x"}}"#
    let run = try Run(script(greeting(), answer(finding), "exit 1"))
    #expect(try run.ask(try paper("một hai")).map(\.rule) == ["mau/a"])
    #expect(try run.ask(try paper("ba bốn"), path: "b.txt").isEmpty)
    #expect(run.host.failures.map(\.code) == ["ended"])
    #expect(run.host.failures[0].message.vi.contains("khi xét b.txt"))
  }

  @Test("The other plug-ins go on")
  func others() throws {
    let finding = #"{"rule":"b","block":0,"start":0,"end":3,"arguments":{"word":"một"}}"#
    let run = try Run(
      script(greeting(id: "xau"), "kill -KILL $$"), script(greeting(id: "tot"), answer(finding)))
    #expect(try run.ask(try paper("một hai")).map(\.rule) == ["tot/b"])
    run.host.finish()
    #expect(run.host.failures.count == 1)
  }
}
