import Testing

@testable import LegalKnowledge

@Suite("Days of the calendar")
struct CivilDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2024-01-01", 19_723),
    ("2024-03-01", 19_783), ("1900-03-01", -25_508), ("2026-10-01", 20_727),
  ])
  func dayNumbers(iso: String, number: Int) throws {
    let date = try day(iso)
    #expect(date.dayNumber == number)
    #expect(CivilDate(dayNumber: number) == date)
  }

  @Test func everyDayOfFourCenturiesComesBack() throws {
    let first = try day("1800-01-01").dayNumber
    let last = try day("2200-12-31").dayNumber
    var previous = CivilDate(dayNumber: first - 1)
    for number in first...last {
      let date = CivilDate(dayNumber: number)
      #expect(date.dayNumber == number && previous < date)
      previous = date
    }
  }

  @Test(arguments: [
    "2023-02-29", "2024-02-30", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10",
    "2024-01-00", "0000-01-01",
  ])
  func daysThatDoNotExist(iso: String) { #expect(CivilDate(iso: iso) == nil) }

  @Test(arguments: [
    "2024-1-15", "24-01-15", "2024/01/15", "2024-01-15 ", " 2024-01-15", "2024-01-150", "", "2024",
    "2024-01", "２０２４-01-15", "+024-01-15", "2024-0a-15",
  ])
  func textsThatAreNoDay(text: String) { #expect(CivilDate(iso: text) == nil) }

  @Test func addingDays() throws {
    #expect(try day("2023-12-31").adding(days: 1) == day("2024-01-01"))
    #expect(try day("2024-02-28").adding(days: 1).iso == "2024-02-29")
    #expect(try day("2025-07-01").adding(days: -1).iso == "2025-06-30")
    #expect(try day("2024-01-01").adding(days: 366).iso == "2025-01-01")
  }

  @Test func written() throws {
    #expect(try day("2024-01-05").vietnamese == "05/01/2024")
    #expect(CivilDate(year: 987, month: 6, day: 5)?.iso == "0987-06-05")
  }
}
