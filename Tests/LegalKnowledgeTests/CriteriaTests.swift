import Testing

@testable import LegalKnowledge

/// Spot checks of Điều 21–31 and 34–75 of the 2022 Law.
@Suite("What an award asks for")
struct CriteriaTests {
  private func standard(_ id: String, _ iso: String = "2024-06-01") throws -> AwardStandard {
    let award = try RulesFolder.award(id)
    guard let found = try RulesFolder.knowledge.get().criteria(of: award, on: day(iso)) else {
      throw NoAward(id: id)
    }
    return found
  }

  private func leaves(_ id: String, _ iso: String = "2024-06-01") throws -> [Criterion] {
    try standard(id, iso).routes.flatMap(\.criteria).flatMap(\.flattened)
  }

  /// The route of a clause and point; the whole standard when neither is given.
  private func route(
    _ id: String, clause: Int? = nil, point: String? = nil
  ) throws -> [Criterion] {
    try standard(id).routes
      .filter { clause == nil || $0.provision.clause == clause }
      .filter { point == nil || $0.provision.point == point }
      .flatMap(\.criteria).flatMap(\.flattened)
  }

  private func held(_ award: String, _ times: Int = 1, consecutive: Bool = false)
    -> Criterion.HeldAwards
  {
    .init(awards: [award], times: times, isConsecutive: consecutive)
  }

  @Test func everyAwardHasAStandardAndItsArticleNamesIt() throws {
    let law = try RulesFolder.knowledge.get()
    for award in law.awards {
      for iso in ["2024-01-01", "2025-07-01", "2026-09-30", "2026-10-15"] {
        let found = try #require(law.article(for: award, on: try day(iso)), "\(award.id)")
        let subjects = found.article?.subjects ?? []
        #expect(
          subjects.contains(award.id) || award.series.map(subjects.contains) ?? false,
          "\(award.id) \(subjects)")
      }
    }
  }

  @Test(arguments: [
    ("chien-si-thi-dua-toan-quoc", 21), ("chien-si-thi-dua-bo-ban-nganh-tinh", 22),
    ("chien-si-thi-dua-co-so", 23), ("lao-dong-tien-tien", 24), ("chien-si-tien-tien", 24),
    ("co-thi-dua-chinh-phu", 25), ("co-thi-dua-bo-ban-nganh-tinh", 26),
    ("tap-the-lao-dong-xuat-sac", 27), ("don-vi-quyet-thang", 27),
    ("tap-the-lao-dong-tien-tien", 28), ("don-vi-tien-tien", 28),
    ("xa-phuong-thi-tran-tieu-bieu", 29), ("thon-to-dan-pho-van-hoa", 30),
    ("gia-dinh-van-hoa", 31), ("huan-chuong-sao-vang", 34), ("huan-chuong-ho-chi-minh", 35),
    ("huan-chuong-doc-lap-nhat", 36), ("huan-chuong-doc-lap-nhi", 37),
    ("huan-chuong-doc-lap-ba", 38), ("huan-chuong-quan-cong-nhat", 39),
    ("huan-chuong-quan-cong-nhi", 40), ("huan-chuong-quan-cong-ba", 41),
    ("huan-chuong-lao-dong-nhat", 42), ("huan-chuong-lao-dong-nhi", 43),
    ("huan-chuong-lao-dong-ba", 44), ("huan-chuong-bao-ve-to-quoc-nhat", 45),
    ("huan-chuong-bao-ve-to-quoc-nhi", 46), ("huan-chuong-bao-ve-to-quoc-ba", 47),
    ("huan-chuong-chien-cong-nhat", 48), ("huan-chuong-chien-cong-nhi", 49),
    ("huan-chuong-chien-cong-ba", 50), ("huan-chuong-dai-doan-ket-dan-toc", 51),
    ("huan-chuong-dung-cam", 52), ("huan-chuong-huu-nghi", 53),
    ("huy-chuong-quan-ky-quyet-thang", 55), ("huy-chuong-vi-an-ninh-to-quoc", 56),
    ("huy-chuong-chien-si-ve-vang-nhi", 57), ("huy-chuong-huu-nghi", 58),
    ("huy-chuong-thanh-nien-xung-phong", 96), ("tinh-anh-hung", 60),
    ("ba-me-viet-nam-anh-hung", 61), ("anh-hung-luc-luong-vu-trang", 62), ("anh-hung-lao-dong", 63),
    ("nha-giao-nhan-dan", 64), ("thay-thuoc-uu-tu", 65), ("nghe-si-nhan-dan", 66),
    ("nghe-nhan-uu-tu", 67), ("giai-thuong-ho-chi-minh", 69), ("giai-thuong-nha-nuoc", 70),
    ("ky-niem-chuong-bo-ban-nganh-tinh", 71), ("bang-khen-thu-tuong", 73),
    ("bang-khen-bo-ban-nganh-tinh", 74), ("giay-khen", 75),
  ])
  func articles(id: String, article: Int) throws {
    let provision = try standard(id).provision
    #expect(provision.instrument == "06/2022/QH15" && provision.article == article)
  }

  // MARK: Titles

  @Test func nationalFighterNeedsTwoConsecutiveOfTheLevelBelow() throws {
    let found = try leaves("chien-si-thi-dua-toan-quoc")
    #expect(
      found.contains(.previous(held("chien-si-thi-dua-bo-ban-nganh-tinh", 2, consecutive: true))))
    #expect(
      found.contains(
        .work(.init(kinds: ["sang-kien", "de-tai", "muu-tri"], scope: "toan-quoc", count: 1))))
  }

  @Test func provincialFighterNeedsThreeConsecutive() throws {
    let found = try leaves("chien-si-thi-dua-bo-ban-nganh-tinh")
    #expect(found.contains(.previous(held("chien-si-thi-dua-co-so", 3, consecutive: true))))
  }

  @Test func baseFighterNeedsExcellenceOrAnInitiative() throws {
    let criteria = try #require(try standard("chien-si-thi-dua-co-so").routes.first).criteria
    #expect(
      criteria == [
        .standard(of: ["lao-dong-tien-tien", "chien-si-tien-tien"]),
        .any([
          .completion(.excellent),
          .work(.init(kinds: ["sang-kien", "de-tai", "muu-tri"], scope: "co-so", count: 1)),
        ]),
      ])
  }

  @Test(arguments: [
    ("tap-the-lao-dong-xuat-sac", "lao-dong-tien-tien"),
    ("don-vi-quyet-thang", "chien-si-tien-tien"),
  ])
  func excellentCollective(id: String, member: String) throws {
    let found = try leaves(id)
    #expect(found.contains(.completion(.excellent)))
    #expect(found.contains(.members(.init(award: nil, amount: .percent(100)))))
    #expect(found.contains(.members(.init(award: member, amount: .percent(70)))))
    #expect(found.contains(.members(.init(award: "chien-si-thi-dua-co-so", amount: .count(1)))))
  }

  @Test(arguments: [
    ("tap-the-lao-dong-tien-tien", "lao-dong-tien-tien"),
    ("don-vi-tien-tien", "chien-si-tien-tien"),
  ])
  func advancedCollective(id: String, member: String) throws {
    let found = try leaves(id)
    #expect(found.contains(.completion(.well)))
    #expect(found.contains(.members(.init(award: member, amount: .percent(70)))))
    #expect(found.contains(.noDiscipline(from: "canh-cao")))
  }

  @Test func theOldLawAskedForMoreThanHalf() throws {
    let old = try standard("tap-the-lao-dong-tien-tien", "2023-12-31")
    #expect(old.provision == ProvisionReference(instrument: "15/2003/QH11", article: 28))
    #expect(!old.isComplete)
    #expect(
      try leaves("tap-the-lao-dong-tien-tien", "2023-12-31")
        == [.members(.init(award: "lao-dong-tien-tien", amount: .overPercent(50)))])
  }

  @Test func flags() throws {
    #expect(
      try route("co-thi-dua-chinh-phu", clause: 3) == [
        .movement(.init(launchers: ["thu-tuong-phat-dong"], years: 5, standing: "dan-dau"))
      ])
    #expect(
      try route("co-thi-dua-bo-ban-nganh-tinh", clause: 2) == [
        .movement(.init(launchers: ["bo-ban-nganh-tinh-phat-dong"], years: 3, standing: "dan-dau"))
      ])
  }

  @Test func noTitleIsPosthumous() throws {
    let titles = try RulesFolder.knowledge.get().awards.filter { $0.awardClass == .emulationTitle }
    #expect(titles.count == 14)
    #expect(titles.allSatisfy { $0.isPosthumous == false })
  }

  // MARK: Orders

  @Test(arguments: [
    ("huan-chuong-sao-vang", 3, "huan-chuong-ho-chi-minh", 25),
    ("huan-chuong-doc-lap-nhat", 3, "huan-chuong-doc-lap-nhi", 10),
    ("huan-chuong-doc-lap-nhi", 3, "huan-chuong-doc-lap-ba", 10),
    ("huan-chuong-doc-lap-ba", 3, "huan-chuong-lao-dong-nhat", 10),
    ("huan-chuong-quan-cong-ba", 3, "huan-chuong-bao-ve-to-quoc-nhat", 10),
    ("huan-chuong-lao-dong-nhat", 4, "huan-chuong-lao-dong-nhi", 5),
    ("huan-chuong-lao-dong-nhi", 4, "huan-chuong-lao-dong-ba", 5),
    ("huan-chuong-lao-dong-ba", 4, "bang-khen-thu-tuong", 5),
    ("huan-chuong-bao-ve-to-quoc-ba", 2, "bang-khen-thu-tuong", 5),
    ("bang-khen-thu-tuong", 4, "bang-khen-bo-ban-nganh-tinh", 5),
  ])
  func collectiveChains(id: String, clause: Int, previous: String, years: Int) throws {
    let found = try route(id, clause: clause)
    #expect(found.contains(.previous(held(previous))))
    #expect(
      found.contains {
        if case .run(let run) = $0 { return run.years == years && run.completion == .excellent }
        return false
      })
  }

  @Test func theFourWaysToTheFirstClassOfLabour() throws {
    let options = try route("huan-chuong-lao-dong-nhat", clause: 4, point: "d").compactMap {
      if case .any(let options) = $0 { return options }
      return nil
    }
    #expect(
      options == [
        [
          .held(held("co-thi-dua-chinh-phu", 2)),
          .all([
            .held(held("co-thi-dua-chinh-phu")), .held(held("co-thi-dua-bo-ban-nganh-tinh", 2)),
          ]),
          .held(held("co-thi-dua-bo-ban-nganh-tinh", 4)),
          .all([
            .held(held("bang-khen-bo-ban-nganh-tinh", 4)),
            .quality("khong-du-dieu-kien-tang-co"),
          ]),
        ]
      ])
  }

  @Test(arguments: [
    (
      "huan-chuong-lao-dong-nhat", "đ", "huan-chuong-lao-dong-nhi", 3,
      "chien-si-thi-dua-bo-ban-nganh-tinh", 2
    ),
    (
      "huan-chuong-lao-dong-nhi", "đ", "huan-chuong-lao-dong-ba", 2,
      "chien-si-thi-dua-bo-ban-nganh-tinh", 1
    ),
    ("huan-chuong-lao-dong-ba", "e", "bang-khen-thu-tuong", 1, "chien-si-thi-dua-co-so", 3),
    (
      "huan-chuong-bao-ve-to-quoc-nhat", "c", "huan-chuong-bao-ve-to-quoc-nhi", 3,
      "chien-si-thi-dua-bo-ban-nganh-tinh", 2
    ),
  ])
  func personalChains(
    id: String, point: String, previous: String, excellent: Int, title: String, times: Int
  ) throws {
    let found = try route(id, clause: 1, point: point)
    #expect(found.contains(.previous(held(previous))))
    #expect(
      found.contains(
        .run(
          .init(
            years: 5, completion: .well, awards: [], excellentYears: excellent,
            isAfterPrevious: true))))
    #expect(found.contains(.held(held(title, times))))
  }

  @Test(arguments: [
    ("huan-chuong-doc-lap-ba", 30), ("huan-chuong-quan-cong-ba", 30),
    ("huan-chuong-lao-dong-ba", 10), ("huan-chuong-bao-ve-to-quoc-ba", 10),
  ])
  func ageOfTheCollective(id: String, years: Int) throws {
    #expect(try leaves(id).contains(.age(years: years)))
  }

  @Test func primeMinistersCertificateForAPerson() throws {
    let found = try route("bang-khen-thu-tuong", clause: 1, point: "b")
    #expect(found.contains(.previous(held("bang-khen-bo-ban-nganh-tinh"))))
    #expect(
      found.contains(.run(.init(years: 5, completion: .well, awards: [], excellentYears: 0))))
    #expect(found.contains(.held(held("chien-si-thi-dua-co-so", 3))))
  }

  @Test func provincialCertificateForAPerson() throws {
    let found = try route("bang-khen-bo-ban-nganh-tinh", clause: 1, point: "d")
    #expect(found.contains(.held(held("chien-si-thi-dua-co-so", 2, consecutive: true))))
    #expect(
      found.contains(.work(.init(kinds: ["sang-kien", "de-tai"], scope: "co-so", count: 2))))
  }

  // MARK: Medals, honours

  @Test(
    arguments: [
      ("huy-chuong-quan-ky-quyet-thang", 25, nil, "quan-doi"),
      ("huy-chuong-vi-an-ninh-to-quoc", 25, nil, "cong-an"),
      ("huy-chuong-chien-si-ve-vang-nhat", 20, nil, "luc-luong-vu-trang"),
      ("huy-chuong-chien-si-ve-vang-nhi", 15, 20, "luc-luong-vu-trang"),
      ("huy-chuong-chien-si-ve-vang-ba", 10, 15, "luc-luong-vu-trang"),
      ("huy-chuong-thanh-nien-xung-phong", 2, nil, "thanh-nien-xung-phong"),
      ("nha-giao-nhan-dan", 20, nil, "giang-day"), ("nha-giao-uu-tu", 15, nil, "giang-day"),
      ("thay-thuoc-nhan-dan", 25, nil, "nganh-y-te"),
      ("nghe-si-nhan-dan", 15, nil, "xiec-mua"), ("nghe-si-uu-tu", 10, nil, "xiec-mua"),
      ("nghe-nhan-nhan-dan", 20, nil, "nghe-nhan"),
    ] as [(String, Int, Int?, String)])
  func service(id: String, years: Int, below: Int?, field: String) throws {
    #expect(
      try leaves(id).contains(.service(.init(years: years, below: below, field: field))))
  }

  @Test(arguments: [
    ("nha-giao-nhan-dan", "nha-giao-uu-tu"), ("thay-thuoc-nhan-dan", "thay-thuoc-uu-tu"),
    ("nghe-si-nhan-dan", "nghe-si-uu-tu"), ("nghe-nhan-nhan-dan", "nghe-nhan-uu-tu"),
  ])
  func peoplesTitlesBuildOnDistinguishedOnes(id: String, previous: String) throws {
    #expect(try standard(id).previousAwards == [previous])
    #expect(try standard(id).cycle == .everyThreeYears)
  }

  // MARK: Chains

  @Test func theChainUpAndDown() throws {
    let law = try RulesFolder.knowledge.get()
    let today = try day("2025-08-01")
    func up(_ id: String) throws -> [String] {
      law.next(after: try RulesFolder.award(id), on: today).map(\.id)
    }
    func down(_ id: String) throws -> [String] {
      law.previous(in: try RulesFolder.award(id), on: today).map(\.id)
    }
    #expect(try up("lao-dong-tien-tien") == ["chien-si-thi-dua-co-so"])
    #expect(try up("chien-si-thi-dua-co-so") == ["chien-si-thi-dua-bo-ban-nganh-tinh"])
    #expect(try up("chien-si-thi-dua-bo-ban-nganh-tinh") == ["chien-si-thi-dua-toan-quoc"])
    #expect(try up("chien-si-thi-dua-toan-quoc") == [])
    #expect(try up("bang-khen-bo-ban-nganh-tinh") == ["bang-khen-thu-tuong"])
    #expect(
      try up("bang-khen-thu-tuong")
        == ["huan-chuong-lao-dong-ba", "huan-chuong-bao-ve-to-quoc-ba"])
    #expect(try up("huan-chuong-lao-dong-nhat") == ["huan-chuong-doc-lap-ba"])
    #expect(
      try down("huan-chuong-ho-chi-minh")
        == ["huan-chuong-doc-lap-nhat", "huan-chuong-quan-cong-nhat", "huan-chuong-ho-chi-minh"])
    #expect(try down("huan-chuong-sao-vang") == ["huan-chuong-ho-chi-minh"])
    #expect(try down("lao-dong-tien-tien") == [])
  }

  // MARK: Regimes

  @Test func afterTheUnreadAmendmentNothingIsCertain() throws {
    let law = try RulesFolder.knowledge.get()
    for award in law.awards {
      let before = try standard(award.id, "2026-09-30")
      let after = try standard(award.id, "2026-10-15")
      #expect(before.amendment == nil)
      #expect(after.amendment?.by == "06/2026/QH16" && after.verified == .no)
      #expect(after.routes.map(\.criteria) == before.routes.map(\.criteria))
      #expect(after.routes.allSatisfy { $0.verified == .no })
    }
    #expect(law.regime(on: try day("2026-10-15"))?.caution != nil)
  }

  @Test func theCommuneTitleLosesItsDistrictCondition() throws {
    #expect(
      try leaves("xa-phuong-thi-tran-tieu-bieu", "2025-06-30").contains {
        if case .movement = $0 { return true } else { return false }
      })
    #expect(try standard("xa-phuong-thi-tran-tieu-bieu", "2025-07-01").verified == .no)
  }

  @Test func everyTermIsUsedAndSpeaksBothLanguages() throws {
    for term in try RulesFolder.knowledge.get().awardBook.terms {
      #expect(!term.title.en.isEmpty, "\(term.id)")
    }
  }
}
