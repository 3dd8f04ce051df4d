import Testing

@testable import LegalKnowledge

/// The matrix of the 2022 Law, Điều 77–80: every cell, the empty ones too, in each regime.
@Suite("Who decides")
struct AuthorityMatrixTests {
  /// In the order of the columns.
  static let actors = [
    "chu-tich-nuoc", "chinh-phu", "thu-tuong", "uy-ban-thuong-vu-quoc-hoi",
    "bo-truong-thu-truong-ban-nganh", "chu-tich-ubnd-tinh", "thu-truong-don-vi-phap-nhan",
    "chu-tich-ubnd-huyen", "chu-tich-ubnd-xa", "giam-doc-doanh-nghiep-htx",
    "chu-tich-hoi-dong-doanh-nghiep",
  ]

  struct Row: Sendable, CustomTestStringConvertible {
    var award: String
    /// One letter a column: x may decide, . may not.
    var before: String
    /// From 01/7/2025; nil when the same.
    var after: String?
    var testDescription: String { award }

    init(_ award: String, _ before: String, after: String? = nil) {
      self.award = award
      self.before = before
      self.after = after
    }
  }

  static let rows = [
    //                                                 CTN CP TTg QH Bộ tỉnh sở huyện xã GĐ HĐQT
    Row("co-thi-dua-chinh-phu", ".x........."),
    Row("chien-si-thi-dua-toan-quoc", "..x........"),
    Row("bang-khen-thu-tuong", "..x........"),
    Row("co-thi-dua-bo-ban-nganh-tinh", "....xx....."),
    Row("chien-si-thi-dua-bo-ban-nganh-tinh", "....xx....."),
    Row("bang-khen-bo-ban-nganh-tinh", "....xx....."),
    Row("ky-niem-chuong-uy-ban-thuong-vu-quoc-hoi", "...x......."),
    Row("ky-niem-chuong-bo-ban-nganh-tinh", "....xx....."),
    Row("tap-the-lao-dong-xuat-sac", "....xx....."),
    Row("xa-phuong-thi-tran-tieu-bieu", ".....x....."),
    Row("thon-to-dan-pho-van-hoa", ".......x...", after: "........x.."),
    Row("tap-the-lao-dong-tien-tien", "....x.xx.x.", after: "....x.x.xx."),
    Row("chien-si-thi-dua-co-so", "....x.xx.x.", after: "....x.x.xx."),
    Row("lao-dong-tien-tien", "....x.xxxx.", after: "....x.x.xx."),
    Row("giay-khen", "......xxxxx", after: "......x.xxx"),
    Row("gia-dinh-van-hoa", "........x.."),
    // Left to other rules, so nobody here.
    Row("don-vi-quyet-thang", "..........."), Row("don-vi-tien-tien", "..........."),
    Row("chien-si-tien-tien", "..........."),
  ]

  private func deciders(_ award: Award, _ iso: String) throws -> Set<String> {
    try Set(RulesFolder.knowledge.get().deciders(of: award, on: day(iso)).map(\.actor))
  }

  private func expect(_ row: Row, _ cells: String, on iso: String) throws {
    let award = try RulesFolder.award(row.award)
    let found = try deciders(award, iso)
    for (actor, cell) in zip(Self.actors, cells) {
      #expect(found.contains(actor) == (cell == "x"), "\(row.award), \(actor), \(iso)")
    }
    let columns = Set(Self.actors).union(["nguoi-dung-dau-to-chuc-xa-hoi"])
    #expect(found.isSubset(of: columns))
  }

  @Test(arguments: rows)
  func firstRegime(row: Row) throws {
    try expect(row, row.before, on: "2024-01-01")
    try expect(row, row.before, on: "2025-06-30")
  }

  @Test(arguments: rows)
  func withoutDistricts(row: Row) throws {
    try expect(row, row.after ?? row.before, on: "2025-07-01")
    try expect(row, row.after ?? row.before, on: "2026-09-30")
    try expect(row, row.after ?? row.before, on: "2026-10-15")
  }

  @Test(arguments: rows)
  func nothingIsKnownBefore2024(row: Row) throws {
    try expect(row, "...........", on: "2023-12-31")
  }

  @Test func ordersMedalsHonoursAndPrizesAreThePresidents() throws {
    let law = try RulesFolder.knowledge.get()
    let classes: Set<Award.Class> = [.order, .medal, .honour, .prize]
    let awards = law.awards.filter { classes.contains($0.awardClass) }
    #expect(awards.count == 42)
    for award in awards {
      for iso in ["2024-01-01", "2025-07-01", "2026-10-15"] {
        #expect(try deciders(award, iso) == ["chu-tich-nuoc"], "\(award.id)")
      }
    }
  }

  @Test func theWholeMatrixHasNoOtherAward() throws {
    let law = try RulesFolder.knowledge.get()
    let others = Set(
      law.awards.filter { ![.order, .medal, .honour, .prize].contains($0.awardClass) }
        .map(\.id))
    #expect(others == Set(Self.rows.map(\.award)))
  }

  @Test func certaintyFallsWithTheUnreadAmendment() throws {
    let law = try RulesFolder.knowledge.get()
    for row in Self.rows {
      let award = try RulesFolder.award(row.award)
      for grant in law.deciders(of: award, on: try day("2026-09-30")) {
        #expect(grant.verified == .yes && grant.amendment == nil)
      }
      for grant in law.deciders(of: award, on: try day("2026-10-01")) {
        #expect(grant.verified == .no && grant.amendment?.by == "06/2026/QH16")
      }
    }
  }

  @Test(arguments: [
    ("chien-si-thi-dua-co-so", "chu-tich-ubnd-huyen", "2025-06-30", "06/2022/QH15 Điều 80 khoản 2"),
    ("chien-si-thi-dua-co-so", "chu-tich-ubnd-xa", "2025-07-01", "129/2025/NĐ-CP Điều 59"),
    ("giay-khen", "chu-tich-ubnd-xa", "2025-07-01", "06/2022/QH15 Điều 80 khoản 3"),
    ("co-thi-dua-chinh-phu", "chinh-phu", "2024-05-01", "06/2022/QH15 Điều 78 khoản 1"),
    ("bang-khen-thu-tuong", "thu-tuong", "2024-05-01", "06/2022/QH15 Điều 78 khoản 2"),
    (
      "tap-the-lao-dong-tien-tien", "bo-truong-thu-truong-ban-nganh", "2024-05-01",
      "06/2022/QH15 Điều 79 khoản 3"
    ),
    (
      "tap-the-lao-dong-xuat-sac", "chu-tich-ubnd-tinh", "2024-05-01",
      "06/2022/QH15 Điều 79 khoản 4"
    ),
    ("huan-chuong-lao-dong-ba", "chu-tich-nuoc", "2024-05-01", "06/2022/QH15 Điều 77"),
  ])
  func provisions(award: String, actor: String, iso: String, expected: String) throws {
    let law = try RulesFolder.knowledge.get()
    let grant = try #require(
      law.deciders(of: try RulesFolder.award(award), on: day(iso)).first { $0.actor == actor }
    )
    #expect("\(grant.provision.instrument) \(grant.provision.text)" == expected)
  }

  @Test func levelsAreAskedFor() throws {
    let law = try RulesFolder.knowledge.get()
    let award = try RulesFolder.award("chien-si-thi-dua-co-so")
    #expect(law.authority(for: award, level: .commune, on: try day("2025-06-30")).isEmpty)
    #expect(law.authority(for: award, level: .commune, on: try day("2025-07-01")).count == 1)
    #expect(law.authority(for: award, level: .district, on: try day("2025-06-30")).count == 1)
    #expect(law.authority(for: award, level: .district, on: try day("2025-07-01")).isEmpty)
    #expect(law.authority(for: award, level: .province, on: try day("2025-07-01")).isEmpty)
    #expect(law.authority(for: award, level: .department, on: try day("2025-07-01")).count == 1)
  }

  @Test func theArmedForcesHaveTheirOwnRules() throws {
    let law = try RulesFolder.knowledge.get()
    let award = try RulesFolder.award("don-vi-quyet-thang")
    let deferred = law.deferredAuthorities(of: award, on: try day("2024-05-01"))
    #expect(deferred.map(\.provision.text) == ["Điều 79 khoản 5"])
  }

  @Test func heirsOfDelegation() throws {
    let law = try RulesFolder.knowledge.get()
    let award = try RulesFolder.award("lao-dong-tien-tien")
    let ministers = law.deciders(of: award, on: try day("2024-05-01"))
      .first { $0.actor == "bo-truong-thu-truong-ban-nganh" }
    #expect(ministers?.delegation != nil)
  }

  @Test func districtsLaunchNoMovementFromJuly2025() throws {
    let law = try RulesFolder.knowledge.get()
    func local(_ iso: String) throws -> [String] {
      try law.launchers(on: day(iso)).first { $0.scope == "dia-phuong" }?.actors ?? []
    }
    #expect(try local("2025-06-30").contains("chu-tich-ubnd-huyen"))
    #expect(try local("2025-07-01") == ["chu-tich-ubnd-tinh", "chu-tich-ubnd-xa"])
  }

  @Test(arguments: [
    ("huan-chuong-lao-dong-nhat", ["thu-tuong", "chu-tich-nuoc"]),
    ("co-thi-dua-chinh-phu", ["chinh-phu"]), ("chien-si-thi-dua-toan-quoc", ["thu-tuong"]),
    ("bang-khen-thu-tuong", ["thu-tuong"]),
  ])
  func proposals(id: String, steps: [String]) throws {
    let law = try RulesFolder.knowledge.get()
    let paths = law.proposalPaths(
      of: try RulesFolder.award(id), on: try day("2025-08-01"))
    let path = try #require(paths.first { $0.proposers.contains("chu-tich-ubnd-tinh") })
    #expect(path.steps == steps)
    #expect(!paths.contains { $0.proposers.contains("chu-tich-ubnd-xa") })
  }

  @Test(
    arguments: [
      ("chien-si-thi-dua-toan-quoc", 90), ("chien-si-thi-dua-bo-ban-nganh-tinh", 90),
      ("anh-hung-lao-dong", 90), ("chien-si-thi-dua-co-so", 80), ("co-thi-dua-chinh-phu", 80),
      ("co-thi-dua-bo-ban-nganh-tinh", 80), ("lao-dong-tien-tien", nil), ("giay-khen", nil),
    ] as [(String, Int?)])
  func votes(id: String, percent: Int?) throws {
    let law = try RulesFolder.knowledge.get()
    let award = try RulesFolder.award(id)
    let first = law.voteThreshold(of: award, on: try day("2024-06-01"))
    #expect(first?.percent == percent)
    #expect(first == nil || first?.verified == .yes)
    let second = law.voteThreshold(of: award, on: try day("2025-08-01"))
    #expect(second?.percent == percent)
    #expect(second == nil || second?.verified == Verification.no)
  }

  @Test func theHeadChairsTheCouncil() throws {
    let law = try RulesFolder.knowledge.get()
    let first = law.councilChair(of: .province, on: try day("2024-05-01"))
    #expect(first?.actor == "chu-tich-ubnd-tinh" && first?.verified == .yes)
    let second = law.councilChair(of: .province, on: try day("2025-08-01"))
    #expect(second?.actor == "chu-tich-ubnd-tinh" && second?.verified == Verification.no)
    #expect(law.councilChair(of: .commune, on: try day("2025-08-01")) == nil)
  }

  @Test func twoDecidersNeedTwoProposals() throws {
    let law = try RulesFolder.knowledge.get()
    let rule = try #require(law.separateProposals(on: try day("2024-05-01")).first)
    #expect(rule.actors == ["thu-tuong", "chu-tich-nuoc"] && rule.verified == .yes)
    #expect(law.separateProposals(on: try day("2025-08-01")).map(\.verified) == [Verification.no])
    #expect(law.separateProposals(on: try day("2023-05-01")).isEmpty)
  }

  @Test(
    "The law of a dossier under way is that of the day it was received",
    arguments: [
      ("2026-09-20", "2026-09-28", nil), ("2026-10-02", "2026-10-02", nil),
      ("2026-09-20", "2026-10-01", "2026-10-01"), ("2026-10-03", "2026-09-30", "2026-10-01"),
      ("2025-06-20", "2025-07-01", "2025-07-01"), ("2025-06-20", "2026-10-01", "2026-10-01"),
    ] as [(String, String, String?)])
  func transitions(proposed: String, received: String, change: String?) throws {
    let law = try RulesFolder.knowledge.get()
    let found = law.transition(between: try day(proposed), receivedOn: try day(received))
    #expect(found?.day.iso == change)
  }

  @Test func councilsOnlyAdvise() throws {
    let law = try RulesFolder.knowledge.get()
    let role = law.advisoryRole(ofBody: "hoi-dong-tdkt", on: try day("2024-05-01"))
    #expect(role?.provision.text == "Điều 90")
    #expect(law.advisoryRole(ofBody: "uy-ban-nhan-dan", on: try day("2024-05-01")) == nil)
  }

  @Test func theLevelAboveACommune() throws {
    let law = try RulesFolder.knowledge.get()
    #expect(law.superior(of: .commune, on: try day("2025-06-30"))?.above == .district)
    #expect(law.superior(of: .commune, on: try day("2025-07-01"))?.above == .province)
    #expect(law.superior(of: .district, on: try day("2025-07-01")) == nil)
    let office = law.bodyTypes.first { $0.id == "phong-noi-vu" }
    #expect(try office?.ended == DatedFact(date: day("2025-06-30"), verified: .yes))
    #expect(
      law.standingBodies(of: .district, on: try day("2025-06-30")).map(\.body)
        == ["phong-noi-vu"])
    #expect(law.standingBodies(of: .district, on: try day("2025-07-01")).isEmpty)
  }
}
