import Configuration
import DataFiles
import RuleEngine
import Testing

@Suite("Baseline file")
struct BaselineFileTests {
  private let baseline = Baseline([
    Baseline.Entry(path: "b.txt", rule: "mau/luat", fingerprint: "02", excerpt: ""),
    Baseline.Entry(path: "a \"1\".txt", rule: "mau/luat", fingerprint: "01", excerpt: "Căn cứ"),
    Baseline.Entry(path: "b.txt", rule: "mau/luat", fingerprint: "02", excerpt: ""),
  ])

  @Test("It is sorted, an entry a line, and read back the same")
  func roundTrip() throws {
    let text = BaselineFile.text(of: baseline)
    #expect(
      text == """
        {
          "version": 1,
          "findings": [
            {"path":"a \\"1\\".txt","rule":"mau/luat","fingerprint":"01","excerpt":"Căn cứ"},
            {"path":"b.txt","rule":"mau/luat","fingerprint":"02","excerpt":""}
          ]
        }

        """)
    #expect(try BaselineFile.baseline(parsing: Array(text.utf8), path: "x.json") == baseline)
  }

  @Test("Without findings it is a file too")
  func empty() throws {
    let text = BaselineFile.text(of: Baseline([]))
    #expect(text == "{\n  \"version\": 1,\n  \"findings\": []\n}\n")
    #expect(try BaselineFile.baseline(parsing: Array(text.utf8), path: "x.json").entries.isEmpty)
  }

  @Test(
    "What is no baseline is refused at its line and column",
    arguments: [
      ("", "1:1: JSON bị cụt"),
      ("[]", "1:1: phải là bảng có: version, findings"),
      ("{\"version\": 2, \"findings\": []}", "1:13: “version” phải là 1"),
      ("{\"version\": 1}", "1:1: “findings” phải là danh sách"),
      (
        "{\"version\": 1, \"findings\": [\n{\"path\": \"a\", \"rule\": 1}]}",
        "2:23: “rule” phải là chuỗi"
      ),
      (
        "{\"version\": 1, \"findings\": [{\"path\": \"a\", \"line\": 1}]}",
        "1:43: tên lạ “line”; được dùng: path, rule, fingerprint, excerpt"
      ),
      // Both sides of a merge left in.
      ("{\n<<<<<<< HEAD\n", "2:1: không đúng cú pháp JSON ở “<<<<<<<”"),
    ])
  func refused(text: String, words: String) {
    #expect {
      try BaselineFile.baseline(parsing: Array(text.utf8), path: "x.json")
    } throws: { error in
      (error as? DataFileError)?.description(in: .vi) == "x.json:\(words)"
    }
  }
}
