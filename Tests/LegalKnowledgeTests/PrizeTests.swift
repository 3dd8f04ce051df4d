import Testing

@testable import LegalKnowledge

/// The table of Decree 98/2023, Điều 54–58 and Decree 152/2025, Điều 50–54.
@Suite("Prize money")
struct PrizeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var awards: [String]
    var recipient: Award.Recipient
    var amount: Int
    var testDescription: String { "\(awards) \(recipient.rawValue)" }

    init(_ awards: String..., to recipient: Award.Recipient = .individual, pays amount: Int) {
      self.awards = awards
      self.recipient = recipient
      self.amount = amount
    }
  }

  /// Read in the decree, with the base salary from 01/7/2026.
  static let rows = [
    Row("chien-si-thi-dua-toan-quoc", pays: 11_390_000),
    Row("chien-si-thi-dua-bo-ban-nganh-tinh", pays: 7_590_000),
    Row("chien-si-thi-dua-co-so", pays: 2_530_000),
    Row("lao-dong-tien-tien", "chien-si-tien-tien", pays: 760_000),
    Row("tap-the-lao-dong-xuat-sac", "don-vi-quyet-thang", to: .collective, pays: 3_800_000),
    Row("tap-the-lao-dong-tien-tien", "don-vi-tien-tien", to: .collective, pays: 2_030_000),
    Row("xa-phuong-thi-tran-tieu-bieu", to: .locality, pays: 5_060_000),
    Row("thon-to-dan-pho-van-hoa", to: .settlement, pays: 3_800_000),
    Row("co-thi-dua-chinh-phu", to: .collective, pays: 30_360_000),
    Row("co-thi-dua-bo-ban-nganh-tinh", to: .collective, pays: 20_240_000),
    Row("bang-khen-thu-tuong", to: .collective, pays: 17_710_000),
    Row("bang-khen-bo-ban-nganh-tinh", to: .collective, pays: 7_590_000),
    Row("giay-khen", to: .collective, pays: 1_520_000),
    Row("huan-chuong-sao-vang", pays: 116_380_000),
    Row("huan-chuong-ho-chi-minh", pays: 77_170_000),
    Row("huan-chuong-doc-lap-nhat", "huan-chuong-quan-cong-nhat", pays: 37_950_000),
    Row("huan-chuong-doc-lap-nhi", "huan-chuong-quan-cong-nhi", pays: 31_630_000),
    Row("huan-chuong-doc-lap-ba", "huan-chuong-quan-cong-ba", pays: 26_570_000),
    Row(
      "huan-chuong-lao-dong-nhat", "huan-chuong-chien-cong-nhat", "huan-chuong-bao-ve-to-quoc-nhat",
      pays: 22_770_000),
    Row("huan-chuong-lao-dong-nhi", "huan-chuong-dai-doan-ket-dan-toc", pays: 18_980_000),
    Row("huan-chuong-lao-dong-ba", "huan-chuong-dung-cam", pays: 11_390_000),
    Row("huan-chuong-lao-dong-nhat", to: .collective, pays: 45_540_000),
    Row("huan-chuong-lao-dong-nhi", to: .collective, pays: 37_950_000),
    Row("huan-chuong-lao-dong-ba", to: .collective, pays: 22_770_000),
    Row("anh-hung-lao-dong", "anh-hung-luc-luong-vu-trang", to: .collective, pays: 78_430_000),
  ]

  private func prize(
    _ id: String, _ recipient: Award.Recipient, _ iso: String
  ) throws -> PrizeAmount? {
    let law = try RulesFolder.knowledge.get()
    return law.prize(
      of: try RulesFolder.award(id), recipient: recipient, decidedOn: try day(iso))
  }

  @Test(arguments: rows)
  func amounts(row: Row) throws {
    for id in row.awards {
      let found = try #require(try prize(id, row.recipient, "2026-07-01"))
      #expect(found.amount == row.amount, "\(id)")
      #expect(found.verified == .yes, "\(id)")
      #expect(found.rate.provision.instrument == "152/2025/NĐ-CP")
    }
  }

  @Test(arguments: [
    ("bang-khen-thu-tuong", 8_860_000), ("bang-khen-bo-ban-nganh-tinh", 3_800_000),
    ("giay-khen", 760_000), ("anh-hung-lao-dong", 39_220_000),
  ])
  func individualFiguresThatAreInferred(id: String, amount: Int) throws {
    let found = try #require(try prize(id, .individual, "2026-08-01"))
    #expect(found.amount == amount)
    #expect(found.verified == .no)
  }

  @Test func theSalaryIsThatOfTheDayOfDecision() throws {
    #expect(try prize("chien-si-thi-dua-co-so", .individual, "2026-06-30")?.amount == 2_340_000)
    #expect(try prize("chien-si-thi-dua-co-so", .individual, "2024-06-30")?.amount == 1_800_000)
    #expect(try prize("chien-si-thi-dua-co-so", .individual, "2024-06-30")?.verified == .no)
    #expect(
      try prize("chien-si-thi-dua-co-so", .individual, "2025-06-30")?.rate.provision
        == ProvisionReference(instrument: "98/2023/NĐ-CP", article: 54))
  }

  @Test func householdsHaveHalfAsMuchAgain() throws {
    // 0,3 × 1,5 × 2.530.000 = 1.138.500
    let found = try #require(try prize("giay-khen", .household, "2026-08-01"))
    #expect(found.amount == 1_140_000 && found.verified == .no)
    #expect(try prize("lao-dong-tien-tien", .household, "2026-08-01") == nil)
  }

  @Test func remembranceMedalsHaveACeiling() throws {
    let found = try #require(
      try prize("ky-niem-chuong-bo-ban-nganh-tinh", .individual, "2026-08-01"))
    #expect(found.rate.isCeiling && found.amount == 1_520_000)
  }

  @Test func whatIsNotKnownIsNil() throws {
    #expect(try prize("chien-si-thi-dua-co-so", .collective, "2026-08-01") == nil)
    #expect(try prize("chien-si-thi-dua-co-so", .individual, "2023-12-31") == nil)
    #expect(try prize("gia-dinh-van-hoa", .household, "2026-08-01") == nil)
  }

  @Test(arguments: [
    ("2024-06-30", 1_800_000, Verification.no), ("2024-07-01", 2_340_000, .yes),
    ("2026-06-30", 2_340_000, .yes), ("2026-07-01", 2_530_000, .yes),
  ])
  func baseSalary(iso: String, amount: Int, verified: Verification) throws {
    let salary = try #require(RulesFolder.knowledge.get().baseSalary(on: day(iso)))
    #expect(salary.amount == amount && salary.verified == verified)
  }
}
