import Foundation
import Testing

@testable import TdktlintKit

@Suite("check --explain")
struct ExplainTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Cites a decree that had ended, without a date of its own: it may be of any day from 01/01/2024.
  private static let undated = """
    KẾ HOẠCH
    Công tác thi đua, khen thưởng năm 2024

    Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ;

    I. MỤC ĐÍCH, YÊU CẦU
    Đẩy mạnh các phong trào thi đua yêu nước trên địa bàn.
    """

  private func explained(_ arguments: [String]) throws -> Outcome {
    let file = try folder.write("a.txt", Self.undated)
    return tdktlint(["check", "--explain", file] + arguments, modules: builtInModules)
  }

  /// The reasons under one rule's finding, wrapped lines joined.
  private func reasons(_ rule: String, in output: String) -> String {
    let block = output.components(separatedBy: "\n\n").first { $0.contains(" \(rule) ") } ?? ""
    let lines = block.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    guard let start = lines.firstIndex(of: "Vì sao:") ?? lines.firstIndex(of: "Why:") else {
      return ""
    }
    return lines[start...].joined(separator: " ")
  }

  @Test("Facts, day, level, norm and declaration, each with where it comes from")
  func text() throws {
    let output = try explained(["--as-of", "2024-02-01"]).output
    let reasons = reasons("citations/expired-instrument", in: output)
    #expect(
      reasons.contains("- Dữ kiện: trường hợp replaced; instrument = Nghị định 91/2017/NĐ-CP;"))
    #expect(reasons.contains("last = 31/12/2023;"))
    #expect(reasons.contains("- Ngày xét: 01/02/2024 (theo --as-of) -"))
    #expect(reasons.contains("- Mức khai báo: lỗi · sự kiện; bắt buộc -"))
    #expect(reasons.contains("- Quy phạm (theo điều đã thấy): Nghị định 98/2023/NĐ-CP, Điều 116"))
    #expect(
      reasons.contains(
        "- Viện dẫn: Nghị định 91/2017/NĐ-CP: hiệu lực từ 01/10/2017 đến 31/12/2023;"))
    #expect(reasons.contains("nguồn: Nghị định 91/2017/NĐ-CP, điều khoản thi hành;"))
    #expect(reasons.contains("- Khai báo tại: Rules/modules/citations.xml:"))
    #expect(
      output.replacingOccurrences(of: "\n", with: " ")
        .contains("(theo --as-of): Luật 06/2022/QH15 và Nghị định 98/2023/NĐ-CP"))
  }

  @Test("A paper of uncertain day: whether it holds on every day, and what lowered the level")
  func interval() throws {
    let reasons = reasons("citations/expired-instrument", in: try explained([]).output)
    #expect(
      reasons.contains(
        "- Ngày xét: 01/01/2024 (năm của kế hoạch); đúng với mọi ngày đến 31/12/2024 -"))
    let practice = tdktlint(
      [
        "check", "--explain", "--lang", "en", "--no-builtin-rules", "--rules", try practicePack(),
        folder.path + "/a.txt",
      ])
    let lowered = self.reasons("thong-le/tu-sai", in: practice.output)
    #expect(
      lowered.contains(
        "- Declared level: error · practice; mandatory; lowered to warning: the rule is one of practice"
      ))
  }

  private func practicePack() throws -> String {
    try folder.write(
      "goi/modules/thong-le.xml",
      """
      <module xmlns="urn:tdktlint:rules:1" id="thong-le" version="1.0.0">
        <rule id="tu-sai" tier="practice" strength="mandatory" severity="error">
          <title>Từ sai</title>
          <message>Từ “{excerpt}” sai.</message>
          <check native="mau/tu-sai"/>
        </rule>
      </module>
      """)
    try folder.write("a.txt", "Chữ này sai rồi.")
    return folder.path + "/goi"
  }

  @Test("JSON carries the explanation only when asked, and is the same otherwise")
  func json() throws {
    let plain = try objects(tdktlint(jsonArguments(), modules: builtInModules).output)
    var explained = try objects(
      tdktlint(jsonArguments() + ["--explain"], modules: builtInModules).output)
    #expect(!plain.isEmpty && plain.allSatisfy { $0["explanation"] == nil })
    let expired = try #require(
      explained.first { $0["rule"] as? String == "citations/expired-instrument" })
    let explanation = try #require(expired["explanation"] as? [String: Any])
    #expect(explanation["case"] as? String == "replaced")
    #expect((explanation["arguments"] as? [String: Any])?["last"] as? String == "31/12/2023")
    #expect(explanation["certain"] as? Bool == true)
    #expect((explanation["date"] as? [String: Any])?["latest"] as? String == "2024-12-31")
    let severity = try #require(explanation["severity"] as? [String: Any])
    #expect(severity["declared"] as? String == "error")
    let norms = try #require(explanation["norms"] as? [[String: Any]])
    #expect(norms.map { $0["until"] as? String } == ["2025-06-30"])
    #expect(norms.allSatisfy { ($0["sources"] as? [String])?.isEmpty == false })
    for index in explained.indices { explained[index]["explanation"] = nil }
    #expect(NSArray(array: explained) == NSArray(array: plain))
  }

  private func jsonArguments() throws -> [String] {
    ["check", "--format", "json", try folder.write("a.txt", Self.undated)]
  }

  private func objects(_ output: String) throws -> [[String: Any]] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let documents = value?["documents"] as? [[String: Any]]
    return try #require(documents?.first?["findings"] as? [[String: Any]])
  }

  @Test(
    "Formats that cannot carry it refuse it", arguments: ["sarif", "junit", "github", "gitlab"])
  func otherFormats(format: String) throws {
    let outcome = try explained(["--format", format])
    #expect(outcome.status == 2)
    #expect(outcome.errors.first?.contains("--explain") == true)
  }
}
