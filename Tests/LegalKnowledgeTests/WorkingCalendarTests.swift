import Testing

@testable import LegalKnowledge

@Suite("Working days")
struct WorkingCalendarTests {
  private func after(_ days: Int, _ iso: String) throws -> WorkingCalendar.Count {
    try RulesFolder.knowledge.get().workingCalendar.adding(workingDays: days, to: day(iso))
  }

  @Test(arguments: [
    // A week without holidays: Monday to Friday, over a weekend.
    ("2024-03-04", 4, "2024-03-08"), ("2024-03-08", 1, "2024-03-11"),
    ("2024-03-04", 10, "2024-03-18"),
    // Tết 2024: off Thursday 08/02 to Wednesday 14/02.
    ("2024-02-07", 1, "2024-02-15"), ("2024-02-05", 5, "2024-02-19"),
    // Tết 2025: off 27/01 to 31/01.
    ("2025-01-24", 1, "2025-02-03"),
    // Tết 2026: off 16/02 to 20/02.
    ("2026-02-13", 1, "2026-02-23"), ("2026-02-12", 10, "2026-03-05"),
    // Giỗ Tổ and 30/4 at a weekend in 2023: off to Wednesday 03/5 inclusive.
    ("2023-04-28", 1, "2023-05-04"),
    // 2022: 30/4 and 01/5 at a weekend, off on Monday and Tuesday.
    ("2022-04-29", 1, "2022-05-04"),
    // Exchange: off on 29/4/2024, worked on Saturday 04/5.
    ("2024-04-26", 1, "2024-05-02"), ("2024-05-03", 1, "2024-05-04"),
    // 2/9/2023 on a Saturday: off on Friday 01 and Monday 04.
    ("2023-08-31", 1, "2023-09-05"),
    // Backwards, for a publication ten working days before a meeting.
    ("2024-02-19", -3, "2024-02-07"), ("2024-03-18", -10, "2024-03-04"),
    ("2024-03-09", 0, "2024-03-09"),
  ])
  func adding(iso: String, days: Int, expected: String) throws {
    #expect(try after(days, iso).day == day(expected))
  }

  @Test func certainOnlyWithoutHolidays() throws {
    #expect(try after(4, "2024-03-04").verified == .yes)
    let overTet = try after(5, "2024-02-05")
    #expect(overTet.verified == .no && overTet.daysOff.count == 5)
    #expect(overTet.daysOff.first?.title.vi == "Tết Nguyên đán")
    // A year whose days off are not all known.
    #expect(try after(1, "2027-03-01").verified == .no)
  }

  @Test(arguments: ["2024-02-05", "2023-04-24", "2025-12-29"])
  func countingIsTheInverseOfAdding(iso: String) throws {
    let calendar = try RulesFolder.knowledge.get().workingCalendar
    let start = try day(iso)
    for days in [1, 5, 20] {
      let end = calendar.adding(workingDays: days, to: start).day
      #expect(calendar.workingDays(from: start, to: end) == days)
      #expect(calendar.workingDays(from: end, to: start) == -days)
    }
  }

  @Test(arguments: [
    ("2024-03-04", 0), ("2024-03-09", 5), ("2024-03-10", 6), ("1970-01-01", 3), ("1969-12-28", 6),
  ])
  func weekdays(iso: String, expected: Int) throws {
    #expect(try WorkingCalendar.weekday(of: day(iso)) == expected)
  }

  @Test func termsByRegime() throws {
    let law = try RulesFolder.knowledge.get()
    let national = try law.statutoryTerms(
      id: "ho-so-chien-si-thi-dua-toan-quoc", on: day("2024-06-01"))
    #expect(national.map(\.rule) == [.yearly(month: 12, day: 31, yearsAfter: 1)])
    #expect(national.map(\.verified) == [.yes])
    let flags = try law.statutoryTerms(id: "ho-so-co-thi-dua-chinh-phu", on: day("2024-06-01"))
    #expect(flags.count == 2 && Set(flags.map(\.sector)) == [nil, "nganh-giao-duc-dao-tao"])
    let publicity = try law.statutoryTerms(id: "cong-khai-truoc-khi-hop", on: day("2025-08-01"))
    #expect(publicity.map(\.rule) == [.workingDaysBefore(10)])
    #expect(publicity.map(\.provision.text) == ["Điều 44 khoản 2"])
    #expect(
      try law.statutoryTerms(id: "tham-dinh-bo-noi-vu", on: day("2025-08-01")).map(\.verified)
        == [.no])
    let commune = try law.statutoryTerms(
      id: "xet-chien-si-thi-dua-co-so-cap-xa", on: day("2025-08-01"))
    #expect(commune.map(\.rule) == [.workingDays(20)])
    #expect(try law.statutoryTerms(on: day("2023-12-31")).isEmpty)
  }
}
