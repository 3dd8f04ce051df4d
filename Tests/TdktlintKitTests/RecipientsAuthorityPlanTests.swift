import Foundation
import Testing

@testable import TdktlintKit

/// Papers of every level written for these modules, in `Tests/Fixtures/authority`.
@Suite("Recipients and authority on written papers")
struct RecipientsAuthorityPlanTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/authority").path

  /// Rule and words of each error and warning, in order.
  private func findings(_ name: String, _ more: [String] = []) throws -> [String] {
    let outcome = tdktlint(
      ["check", "--format", "json", "\(Self.folder)/\(name).txt"] + more, modules: builtInModules)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    let findings = try #require(documents.first?["findings"] as? [[String: Any]])
    return findings.filter { $0["severity"] as? String != "note" }.map {
      "\($0["rule"] as? String ?? ""): \($0["excerpt"] as? String ?? "")"
    }
  }

  @Test(
    "A clean paper hears no error and no warning",
    arguments: [
      "doanh-nghiep", "hoi-dong-tinh", "phong-noi-vu", "phuong-2025", "quyet-dinh-khen-thuong",
      "tinh-2026", "truong-hoc", "xa-2026",
    ])
  func clean(name: String) throws {
    #expect(try findings(name, ["--only", "recipients", "--only", "authority"]) == [])
  }

  @Test("A faulty paper hears each fault once")
  func faulty() throws {
    let found = try findings("so-nhieu-loi", ["--only", "recipients", "--only", "authority"])
    #expect(
      found == [
        "authority/award-beyond-authority: Bằng khen của Chủ tịch UBND tỉnh",
        "authority/proposal-path: Sở Y tế trình Thủ tướng Chính phủ",
        "authority/abolished-level: UBND huyện Minh Sơn",
        "recipients/punctuation: UBND tỉnh",
        "recipients/duplicate: Ban Thi đua - Khen thưởng tỉnh",
        "recipients/archive-line-form: Lưu VP",
        "recipients/punctuation: Lưu VP",
        "recipients/punctuation: Lưu VP",
        "authority/signature-formula: KT",
        "authority/signature-formula: GIÁM ĐỐC",
      ])
  }

  @Test("One plan changes its findings as the law did")
  func days() throws {
    let before = try findings("phuong-2025", ["--only", "authority", "--as-of", "2025-06-30"])
    let after = try findings("phuong-2025", ["--only", "authority", "--as-of", "2025-07-01"])
    #expect(before == [])
    #expect(after.contains { $0.hasPrefix("authority/abolished-level") })
  }
}
